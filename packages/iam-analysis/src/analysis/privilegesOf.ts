import { subtract, uniteAll, type ActionSet } from '../catalogue/actionSet';
import {
  actionsNamed,
  credentialsActions,
  dataActions,
  destroyingActions,
  exposureActions,
  secretActions,
  tamperingActions,
} from '../catalogue/categories';
import { lazily } from '../catalogue/lazily';
import type { RoleGrants } from '../grants/grant';
import { wholeHoldingsOf } from '../grants/holdings';
import { isAdministrator } from '../rules/iam/administrator';
import { canBecomeAdministrator } from '../rules/iam/privesc/judgeEscalations';

/**
 * The worst that roles may do, each alone, in words. What reaches named resources only is not told, nor what a Deny, a
 * boundary or a binding condition takes away. What AWS's own policies for a slot grant is told: whoever has the
 * credentials has that too.
 *
 * @param roles - what each of them holds
 * @returns short verb phrases, the worst first, such as "read every secret of the account"; of an administrator that alone
 * @public
 */
export function privilegesOf(roles: readonly RoleGrants[]): readonly string[] {
  if (roles.some(isAdministrator)) {
    return ['administer the whole account'];
  }
  if (roles.some(canBecomeAdministrator)) {
    return ['become an administrator of the account'];
  }
  return privileges()
    .filter(({ actions }) => roles.some(role => holdsAnyWhole(role, actions)))
    .map(({ phrase }) => phrase);
}

function holdsAnyWhole(role: RoleGrants, actions: ActionSet): boolean {
  return wholeHoldingsOf(role, actions).some(
    ({ mitigatedBy, weakened }) => mitigatedBy === null && !weakened,
  );
}

type Privilege = Readonly<{ phrase: string; actions: ActionSet }>;

const privileges = lazily((): readonly Privilege[] => {
  const named: readonly Privilege[] = [
    {
      phrase: 'become any role that trusts the account',
      actions: actionsNamed(['sts:AssumeRole']),
    },
    { phrase: 'pass any role', actions: actionsNamed(['iam:PassRole']) },
    {
      phrase: 'read every secret of the account',
      actions: actionsNamed(['secretsmanager:GetSecretValue']),
    },
    {
      phrase: 'read every parameter of Systems Manager',
      actions: subtract(
        secretActions(),
        actionsNamed(['secretsmanager:GetSecretValue']),
      ),
    },
    {
      phrase: 'read every S3 object',
      actions: actionsNamed(['s3:GetObject', 's3:GetObjectVersion']),
    },
    {
      phrase: 'read every DynamoDB table',
      actions: actionsNamed([
        'dynamodb:BatchGetItem',
        'dynamodb:GetItem',
        'dynamodb:Query',
        'dynamodb:Scan',
      ]),
    },
    {
      phrase: 'decrypt with every key',
      actions: actionsNamed(['kms:Decrypt', 'kms:ReEncryptFrom']),
    },
  ];
  const told = uniteAll([
    ...named.map(({ actions }) => actions),
    ...[IMAGES, REGISTRY, DOCUMENTS].map(actionsNamed),
  ]);
  return [
    ...named,
    {
      phrase: 'get credentials that are not its own',
      actions: subtract(credentialsActions(), told),
    },
    {
      phrase: 'read what other applications store',
      actions: subtract(dataActions(), told),
    },
    {
      phrase: 'destroy what other applications store',
      actions: destroyingActions(),
    },
    {
      phrase: 'open resources of the account to others',
      actions: exposureActions(),
    },
    {
      phrase: 'stop or alter what records an attack',
      actions: tamperingActions(),
    },
    { phrase: 'pull every image', actions: actionsNamed(IMAGES) },
  ];
});

// Every host that pulls images can do that much.
const IMAGES = ['ecr:GetDownloadUrlForLayer'];

// Whoever pulls an image signs in, and that opens no repository by itself.
const REGISTRY = [
  'ecr-public:GetAuthorizationToken',
  'ecr:GetAuthorizationToken',
];

// What Systems Manager is to run is no data of applications; its agent reads it on every host.
const DOCUMENTS = ['ssm:GetDocument'];
