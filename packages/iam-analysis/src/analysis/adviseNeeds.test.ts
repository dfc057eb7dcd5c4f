import type { Change } from '../advice/change/change';
import { losesNeeds } from '../advice/losesNeeds';
import { proposedOf } from '../advice/proposedPolicy';
import { situationOf } from '../advice/situation';
import { baselinePolicies } from '../ecs/baselinePolicies';
import type { RoleNeeds } from '../ecs/permissions/permission';
import type { RoleSlot } from '../ecs/slots';
import { known } from '../known';
import type { EvidenceInput } from '../rules/evidence';
import { allow, deny, documentOf } from '../rules/caseBuilders';
import { rules } from '../rules';
import { aNeed, aRole, aRolePolicy, needsOf } from '../testUtils';
import { adviceFor, proposalFor } from './advise';
import { analyse } from './analyse';
import { roleFacts } from './roleFacts';

const options = { rules, now: new Date('2026-11-02T09:00:00Z') };
const AT = 'inline:app#/Statement/0';
const SECRET =
  'arn:aws:secretsmanager:eu-west-1:111122223333:secret:shop/db-Ab12Cd';
const READ = 'secretsmanager:GetSecretValue';
const ECR = 'arn:aws:ecr:eu-west-1:111122223333:repository/shop/checkout';
const EXECUTION = 'AmazonECSTaskExecutionRolePolicy';
const OF_AWS = `managed:arn:aws:iam::aws:policy/service-role/${EXECUTION}`;

const secret = aNeed({ row: 'E12c', actions: [READ], resources: [SECRET] });

const token = aNeed({
  actions: ['ecr:GetAuthorizationToken'],
  resources: ['*'],
});

type Statements = readonly object[];

function roleWith(
  statements: Statements,
  needs: RoleNeeds | null,
  slot: RoleSlot = 'execution',
): EvidenceInput {
  const ofAws = baselinePolicies('execution').find(
    ({ name }) => name === EXECUTION,
  );
  const role = aRole({
    policies: known([
      statements.length > 0
        ? aRolePolicy({ document: known(documentOf(statements)) })
        : aRolePolicy({
            kind: 'aws-managed',
            name: EXECUTION,
            arn: OF_AWS.slice('managed:'.length),
            document: known(JSON.stringify(ofAws?.document)),
          }),
    ]),
  });
  return {
    subject: role.arn,
    slot,
    role,
    facts: {
      ...roleFacts(role),
      serviceConnectTls: known(true),
      ...(needs ? { needs: known(needs) } : {}),
    },
  };
}

function changesFor(ruleId: string, input: EvidenceInput) {
  const finding = analyse(input, options).findings.find(
    each => each.ruleId === ruleId && each.state === 'active',
  );
  if (finding === undefined) {
    throw new Error(`'${ruleId}' finds nothing`);
  }
  const advice = adviceFor(finding, input, options);
  return advice.kind === 'change' ? advice.proposal.changes : advice.because;
}

describe('advice, where it is known what ECS needs', () => {
  const onlySecret: Change = {
    kind: 'narrow-resources',
    at: AT,
    parts: [{ actions: [READ], resources: [SECRET] }],
  };

  it.each<[string, string, EvidenceInput, readonly Change[]]>([
    [
      'leaves of all secrets the one that is needed',
      'ecs.execution-role-broad-secrets',
      roleWith([allow(READ)], needsOf([secret])),
      [onlySecret],
    ],
    [
      'does the same for findings that know nothing of ECS',
      'iam.data-exfiltration',
      roleWith([allow([READ])], needsOf([secret])),
      [onlySecret],
    ],
    [
      'takes out what is for the application',
      'ecs.execution-role-app-permissions',
      roleWith([allow([READ, 'sqs:SendMessage'])], needsOf([secret])),
      [{ kind: 'drop-actions', at: AT, actions: ['sqs:SendMessage'] }],
    ],
    [
      'narrows the policy of AWS, in an inline policy',
      'ecs.excess-permission',
      roleWith([], needsOf([token, aNeed()])),
      [
        { kind: 'replace-policy', policy: OF_AWS, name: EXECUTION },
        {
          kind: 'drop-actions',
          at: `${OF_AWS}#/Statement/0`,
          actions: [
            'ecr:BatchCheckLayerAvailability',
            'logs:CreateLogStream',
            'logs:PutLogEvents',
          ],
        },
        {
          kind: 'narrow-resources',
          at: `${OF_AWS}#/Statement/0`,
          parts: [
            {
              actions: ['ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'],
              resources: [ECR],
            },
          ],
        },
      ],
    ],
    [
      'asks for the account of a bucket, and of nothing else',
      'ecs.missing-resource-account',
      roleWith(
        [
          allow(
            ['s3:GetObject', 'ecr:GetAuthorizationToken'],
            ['arn:aws:s3:::shop/a.env', '*'],
          ),
        ],
        null,
      ),
      [
        {
          kind: 'add-condition',
          at: AT,
          condition: {
            operator: 'StringEquals',
            set: null,
            ifExists: false,
            key: 'aws:ResourceAccount',
            values: ['111122223333'],
          },
          to: { part: 'actions', actions: ['s3:GetObject'] },
        },
      ],
    ],
    [
      'denies the keys of Service Connect, and no other secret',
      'ecs.service-connect-keys-readable',
      roleWith([allow(READ)], null, 'task'),
      [
        {
          kind: 'add-deny',
          name: 'deny-excess',
          actions: [READ],
          resources: ['arn:aws:secretsmanager:*:*:secret:ecs-sc!*'],
        },
      ],
    ],
  ])('%s', (_, ruleId, input, changes) => {
    expect(changesFor(ruleId, input)).toEqual(changes);
  });

  it('takes nothing away that ECS needs, whatever the finding', () => {
    const publish = aNeed({
      row: 'T6',
      actions: ['sqs:SendMessage'],
      resources: ['arn:aws:sqs:eu-west-1:111122223333:orders'],
    });
    const statements = [
      { ...allow('sqs:SendMessage'), Sid: 'Twice' },
      deny('s3:*'),
    ];
    const ofTask = (needs: RoleNeeds | null) =>
      roleWith(statements, needs, 'task');
    expect(changesFor('iam.infrastructure-modification', ofTask(null))).toEqual(
      [{ kind: 'drop-actions', at: AT, actions: ['sqs:SendMessage'] }],
    );
    expect(
      changesFor(
        'iam.infrastructure-modification',
        ofTask(needsOf([publish], { closed: false })),
      ),
    ).toEqual([
      {
        kind: 'narrow-resources',
        at: AT,
        parts: [
          {
            actions: ['sqs:SendMessage'],
            resources: ['arn:aws:sqs:eu-west-1:111122223333:orders'],
          },
        ],
      },
    ]);
    const everywhere = aNeed({
      row: 'T6',
      actions: ['sqs:SendMessage'],
      resources: ['arn:aws:sqs:*:111122223333:*'],
    });
    expect(
      changesFor(
        'iam.infrastructure-modification',
        ofTask(needsOf([everywhere], { closed: false })),
      ),
    ).toBe('no-change');
  });

  it('leaves a role that has just what is needed, in one go', () => {
    const input = roleWith(
      [
        allow(['ecr:*', READ, 'sqs:*']),
        allow(['logs:CreateLogStream', 'logs:PutLogEvents']),
      ],
      needsOf([token, aNeed(), secret]),
    );
    const proposal = proposalFor(input, options);
    if (!proposal.known) {
      throw new Error(proposal.because);
    }
    const after = proposal.value.write.flatMap(({ statements }) =>
      statements.map(({ actions, resources }) => [
        actions.patterns,
        resources?.patterns,
      ]),
    );
    expect(after).toEqual([
      [['ecr:GetAuthorizationToken'], ['*']],
      [['ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'], [ECR]],
      [[READ], [SECRET]],
    ]);
  });
});

describe('losesNeeds', () => {
  const judge = () => [];
  const policies = (statements: Statements) => {
    const { facts } = roleWith(statements, null);
    return facts.policies?.known
      ? facts.policies.value.flatMap(policy =>
          policy.document.known
            ? [proposedOf(policy, policy.document.value)]
            : [],
        )
      : [];
  };
  it.each<[string, Statements, Statements, boolean]>([
    ['what was held goes', [allow(READ)], [allow('s3:GetObject')], true],
    ['it is denied', [allow(READ)], [allow(READ), deny(READ, SECRET)], true],
    ['it stays, on less', [allow(READ)], [allow(READ, SECRET)], false],
    ['it was missing before', [allow('s3:GetObject')], [allow('s3:*')], false],
  ])('tells when %s', (_, before, after, expected) => {
    const input = roleWith(before, needsOf([secret]));
    const situation = situationOf(input, judge);
    expect(
      situation.known && losesNeeds(situation.value, policies(after)),
    ).toBe(expected);
  });

  it('says nothing where needs are not known', () => {
    const situation = situationOf(roleWith([allow(READ)], null), judge);
    expect(
      situation.known &&
        losesNeeds(situation.value, policies([allow('s3:GetObject')])),
    ).toBe(false);
  });
});
