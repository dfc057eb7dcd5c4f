import type {
  ExcessPermission,
  NeededPermission,
  PrintedPolicy,
  SlotNeeds,
  SlotProposal,
  UnresolvedNeed,
} from '@ecs-iam/plugin-ecs-iam-common';
import { aService } from './builders';

type Cause = NeededPermission['because'][number];
type Place = NeededPermission['places'][number];

/** The first secret of the first container of checkout. */
export function aCause(overrides: Partial<Cause> = {}): Cause {
  return {
    field: 'containerDefinitions[0].secrets[0].valueFrom',
    serviceArn: aService().arn,
    serviceName: 'checkout',
    revision: 'checkout:42',
    ...overrides,
  };
}

/** A field of a service that the caller may not see. */
export function aHiddenCause(): Cause {
  return { field: null, serviceArn: null, serviceName: null, revision: null };
}

/** The second statement of the policy of the builders. */
export function aPlace(overrides: Partial<Place> = {}): Place {
  return {
    document: 'inline:everything',
    documentName: 'everything',
    pointer: '/Statement/1',
    statement: 1,
    sid: 'Everything',
    ...overrides,
  };
}

/** A secret that the role may read. */
export function aNeed(
  overrides: Partial<NeededPermission> = {},
): NeededPermission {
  const isHeld = (overrides.state ?? 'held') === 'held';
  const actions = overrides.actions ?? ['secretsmanager:GetSecretValue'];
  return {
    state: 'held',
    actions,
    missing: overrides.state === 'missing' ? actions : [],
    resources: [
      'arn:aws:secretsmanager:eu-west-1:111122223333:secret:checkout/db-AbCdEf',
    ],
    because: [aCause()],
    phrase: 'reads the secret checkout/db',
    breaks: true,
    failure:
      'ResourceInitializationError: unable to pull secrets or registry auth: AccessDeniedException',
    alsoNeeds: null,
    denied: false,
    places: isHeld ? [aPlace()] : [],
    ...overrides,
  };
}

/** A statement that reads every secret, where two are named. */
export function anExcess(
  overrides: Partial<ExcessPermission> = {},
): ExcessPermission {
  return {
    kind: 'secrets',
    actions: ['secretsmanager:GetSecretValue'],
    more: 0,
    granted: ['*'],
    needed: [
      'arn:aws:secretsmanager:eu-west-1:111122223333:secret:checkout/db-AbCdEf',
    ],
    place: aPlace(),
    why: 'The tasks name one secret, and the role may read every secret of the account.',
    ...overrides,
  };
}

/** A secret whose name is a variable of a template. */
export function anUnresolvedNeed(
  overrides: Partial<UnresolvedNeed> = {},
): UnresolvedNeed {
  return {
    certain: true,
    phrase: 'reads a secret',
    why: '`${DB_SECRET}` is a variable of a template; give the task definition as it is registered',
    because: aCause(),
    ...overrides,
  };
}

/** The same policy in every form, each told apart by its first line. */
export function aPrintedPolicy(name = 'permissions'): PrintedPolicy {
  return {
    json: `{\n  "Version": "2012-10-17",\n  "Id": "${name}"\n}\n`,
    terraform: `data "aws_iam_policy_document" "${name}" {\n}\n`,
    cloudformation: `Type: AWS::IAM::RolePolicy # ${name}\n`,
    cdk: `new iam.PolicyDocument(); // ${name}\n`,
  };
}

/** One statement made narrower, the trust policy as it is. */
export function aProposal(overrides: Partial<SlotProposal> = {}): SlotProposal {
  return {
    permissions: aPrintedPolicy(),
    trust: aPrintedPolicy('trust'),
    diff: [
      {
        title: 'policy everything',
        lines: [
          { kind: 'same', text: '"Action": "secretsmanager:GetSecretValue",' },
          { kind: 'removed', text: '"Resource": "*"' },
          { kind: 'added', text: '"Resource": "arn:aws:secretsmanager:…"' },
        ],
      },
      {
        title: 'trust policy',
        lines: [{ kind: 'same', text: '"Version": "2012-10-17"' }],
      },
    ],
    notes: [],
    ...overrides,
  };
}

/** The execution slot with one need that is held. */
export function aSlotNeeds(overrides: Partial<SlotNeeds> = {}): SlotNeeds {
  return {
    slot: 'execution',
    required: true,
    closed: true,
    permissions: [aNeed()],
    excess: [],
    unresolved: [],
    proposal: aProposal(),
    ...overrides,
  };
}
