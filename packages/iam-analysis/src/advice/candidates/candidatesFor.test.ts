import type { Finding } from '../../analysis/finding';
import { known } from '../../known';
import type { Condition } from '../../policy/types';
import type { EvidenceInput } from '../../rules/evidence';
import type { Change } from '../change/change';
import { proposed } from '../proposedPolicy.cases';
import type { ProposedPolicy } from '../../policy/proposedPolicy';
import type { Situation } from '../situation';
import { actionsOfLevels, CHANGING } from './actionsOfLevels';
import { candidatesFor, lastResortsFor } from './candidatesFor';

type Json = Readonly<Record<string, unknown>>;

const AT = 'inline:app#/Statement/0';
const OTHER = 'inline:app#/Statement/1';
const TRUST = 'trust#/Statement/0';
const MANAGED = 'managed:arn:aws:iam::aws:policy/AmazonSQSFullAccess';
const deploy = {
  type: 'AWS',
  value: 'arn:aws:iam::444455556666:role/deploy',
} as const;
const tasks = { type: 'Service', value: 'ecs-tasks.amazonaws.com' } as const;

const allow = (Action: unknown, Resource: unknown = '*', rest: Json = {}) => ({
  Effect: 'Allow',
  Action,
  Resource,
  ...rest,
});
const trust = (Principal: unknown) =>
  proposed([{ Effect: 'Allow', Principal, Action: 'sts:AssumeRole' }], 'trust');
const managed = (...statements: readonly Json[]): ProposedPolicy => ({
  ...proposed(statements, 'AmazonSQSFullAccess'),
  id: MANAGED,
});
const equals = (key: string, ...values: string[]): Condition => ({
  operator: 'StringEquals',
  set: null,
  ifExists: false,
  key,
  values,
});
const drop = (at: string, ...actions: string[]): Change => ({
  kind: 'drop-actions',
  at,
  actions,
});
const denyExcess = (...actions: string[]): Change => ({
  kind: 'add-deny',
  name: 'deny-excess',
  actions,
});

function finding(parts: Partial<Finding>): Finding {
  return {
    ruleId: 'acme.rule',
    severity: 'medium',
    state: 'active',
    mitigatedBy: null,
    subject: 'arn:aws:iam::111122223333:role/checkout-task',
    slot: 'task',
    message: 'found',
    data: {},
    at: AT,
    ...parts,
  };
}

function situation(
  policies: readonly ProposedPolicy[],
  findings: readonly Finding[],
  facts: EvidenceInput['facts'] = {},
): Situation {
  const arn = 'arn:aws:iam::111122223333:role/checkout-task';
  const accountId = '111122223333';
  return {
    today: {
      subject: arn,
      slot: 'task',
      role: { arn, accountId, name: 'checkout-task' },
      facts,
    },
    home: { partition: 'aws', accountId },
    read: new Map(),
    policies,
    leftAlone: [],
    findings,
  };
}

const ofAgent = [
  'ecs:DiscoverPollEndpoint',
  'ecs:Poll',
  'ecs:RegisterContainerInstance',
  'ecs:StartTelemetrySession',
  'ecs:SubmitAttachmentStateChanges',
  'ecs:SubmitContainerStateChange',
  'ecs:SubmitTaskStateChange',
];

type Case = readonly [
  name: string,
  about: Partial<Finding>,
  policies: readonly ProposedPolicy[],
  candidates: readonly (readonly Change[])[],
];

describe('candidatesFor', () => {
  const cases: readonly Case[] = [
    [
      'actions of an unknown rule: here, then everywhere',
      { data: { actions: ['s3:GetObject'] } },
      [proposed([allow('s3:Get*'), allow('s3:*', 'arn:aws:s3:::a/*')])],
      [
        [drop(AT, 's3:GetObject')],
        [drop(AT, 's3:GetObject'), drop(OTHER, 's3:GetObject')],
      ],
    ],
    [
      'of those actions at each place what its statement has',
      { data: { actions: ['s3:Put*', 'S3:GetObject', 'acme:Do', 'acme:Not'] } },
      [
        proposed([
          allow(['s3:PutObject', 's3:Get*', 'Acme:Do']),
          {
            Effect: 'Allow',
            NotAction: ['s3:Get*', 'acme:Do'],
            Resource: '*',
          },
        ]),
      ],
      [
        [drop(AT, 's3:PutObject', 'S3:GetObject', 'acme:Do')],
        [
          drop(AT, 's3:PutObject', 'S3:GetObject', 'acme:Do'),
          drop(OTHER, 's3:Put*'),
        ],
      ],
    ],
    [
      'nothing for an unknown rule that names no actions',
      { data: { bucket: 'a' } },
      [proposed([allow('s3:Get*')])],
      [],
    ],
    [
      'nothing for a finding that is about no place in a policy',
      { at: '', data: { actions: [] } },
      [proposed([allow('s3:Get*')])],
      [],
    ],
    [
      'an inline policy in place of a managed one, whose name may be taken',
      { at: `${MANAGED}#/Statement/0`, data: { actions: ['sqs:SendMessage'] } },
      [managed(allow('sqs:*')), proposed([], 'AmazonSQSFullAccess')],
      [
        ...[1, 2].map((): Change[] => [
          {
            kind: 'replace-policy',
            policy: MANAGED,
            name: 'AmazonSQSFullAccess-2',
          },
          drop(`${MANAGED}#/Statement/0`, 'sqs:SendMessage'),
        ]),
      ],
    ],
    [
      'an inline policy without what manages permissions there, or none, for all of a service',
      {
        ruleId: 'iam.admin-managed-policy',
        message: 'service',
        at: `${MANAGED}#`,
      },
      [managed(allow('sqs:*'), { ...allow('sqs:PurgeQueue'), Effect: 'Deny' })],
      [
        [
          {
            kind: 'replace-policy',
            policy: MANAGED,
            name: 'AmazonSQSFullAccess',
          },
          drop(
            `${MANAGED}#/Statement/0`,
            'sqs:AddPermission',
            'sqs:RemovePermission',
            'sqs:SetQueueAttributes',
          ),
        ],
        [{ kind: 'remove-policy', policy: MANAGED }],
      ],
    ],
    [
      'none of a managed policy for the whole account of which nobody knows what is used',
      {
        ruleId: 'iam.admin-managed-policy',
        message: 'account',
        at: `${MANAGED}#`,
      },
      [managed(allow('*'))],
      [[{ kind: 'remove-policy', policy: MANAGED }]],
    ],
    [
      'an inline policy of the same statements for a deprecated one',
      { ruleId: 'iam.deprecated-managed-policy', at: `${MANAGED}#` },
      [managed(allow('sqs:*'))],
      [
        [
          {
            kind: 'replace-policy',
            policy: MANAGED,
            name: 'AmazonSQSFullAccess',
          },
        ],
      ],
    ],
    [
      'the names of what a wildcard takes in',
      {
        ruleId: 'iam.action-wildcard',
        data: { patterns: ['sqs:Send*'], actions: ['sqs:SendMessage'] },
      },
      [proposed([allow(['sqs:Send*', 'sqs:Get*'])])],
      [[{ kind: 'name-actions', at: AT, patterns: ['sqs:Send*'] }]],
    ],
    [
      'a redundant statement, not those that it stands in',
      { ruleId: 'iam.redundant', data: { statements: [OTHER] } },
      [proposed([allow('sqs:SendMessage'), allow('sqs:*')])],
      [[{ kind: 'remove-statement', at: AT }]],
    ],
    [
      'redundant actions, not where they stand too',
      {
        ruleId: 'iam.redundant',
        data: { statements: [OTHER], actions: ['sqs:SendMessage'] },
      },
      [proposed([allow(['s3:*', 'sqs:SendMessage']), allow('sqs:*')])],
      [[drop(AT, 'sqs:SendMessage')]],
    ],
    [
      'strange resources, else what is done with them',
      {
        ruleId: 'iam.cross-account-write',
        data: { actions: ['sqs:SendMessage'], resources: ['arn:b'] },
      },
      [proposed([allow('sqs:SendMessage', ['arn:a', 'arn:b'])])],
      [
        [{ kind: 'drop-resources', at: AT, resources: ['arn:b'] }],
        [drop(AT, 'sqs:SendMessage')],
        [drop(AT, 'sqs:SendMessage')],
      ],
    ],
    [
      'that a key be there whose condition holds without',
      { ruleId: 'iam.weak-condition', data: { keys: ['aws:TagKeys'] } },
      [
        proposed([
          allow('s3:*', '*', {
            Condition: {
              'ForAllValues:StringEquals': {
                'aws:TagKeys': 'a',
                'aws:CalledVia': 'b',
              },
            },
          }),
        ]),
      ],
      [
        [
          {
            kind: 'add-condition',
            at: AT,
            condition: { ...equals('aws:TagKeys', 'false'), operator: 'Null' },
            to: { part: 'statement' },
          },
        ],
      ],
    ],
    [
      'nothing for a condition of which only the owner knows what it should compare',
      { ruleId: 'iam.weak-condition', data: { keys: ['aws:SourceVpc'] } },
      [
        proposed([
          allow('s3:*', '*', {
            Condition: { StringLike: { 'aws:SourceVpc': '*' } },
          }),
        ]),
      ],
      [],
    ],
    [
      'that grants are for services of AWS',
      {
        ruleId: 'iam.missing-condition',
        data: {
          keys: ['kms:GrantIsForAWSResource'],
          actions: ['kms:CreateGrant'],
        },
      },
      [proposed([allow('kms:*')])],
      [
        [
          {
            kind: 'add-condition',
            at: AT,
            condition: {
              ...equals('kms:GrantIsForAWSResource', 'true'),
              operator: 'Bool',
            },
            to: { part: 'actions', actions: ['kms:CreateGrant'] },
          },
        ],
      ],
    ],
    [
      'nothing for a missing key that only informs',
      {
        ruleId: 'iam.missing-condition',
        severity: 'info',
        data: { keys: ['ecs:cluster'], actions: ['ecs:RunTask'] },
      },
      [proposed([allow('ecs:RunTask')])],
      [],
    ],
    [
      'that objects are of the account of the role',
      { ruleId: 'ecs.missing-resource-account' },
      [proposed([allow('s3:GetObject')])],
      [
        [
          {
            kind: 'add-condition',
            at: AT,
            condition: equals('aws:ResourceAccount', '111122223333'),
            to: { part: 'statement' },
          },
        ],
      ],
    ],
    [
      'all of a service that is not used, wherever it is',
      { ruleId: 'usage.unused-service', at: '', data: { services: ['sqs'] } },
      [proposed([allow(['s3:*', 'sqs:*']), allow('sqs:SendMessage')])],
      [[drop(AT, 'sqs:*'), drop(OTHER, 'sqs:SendMessage')]],
    ],
    [
      'the principals that are named, then all but the service of the slot',
      {
        ruleId: 'trust.cross-account',
        at: TRUST,
        data: { principals: [deploy.value] },
      },
      [trust({ AWS: deploy.value, Service: tasks.value })],
      [
        [{ kind: 'remove-principal', at: TRUST, principal: deploy }],
        [{ kind: 'set-principals', at: TRUST, principals: [tasks] }],
      ],
    ],
    [
      'the service of the slot for all but some',
      { ruleId: 'trust.not-principal', at: TRUST },
      [
        proposed(
          [
            {
              Effect: 'Allow',
              NotPrincipal: { AWS: deploy.value },
              Action: 'sts:AssumeRole',
            },
          ],
          'trust',
        ),
      ],
      [[{ kind: 'set-principals', at: TRUST, principals: [tasks] }]],
    ],
  ];
  it.each(cases)('proposes %s', (_, about, policies, candidates) => {
    const one = finding(about);
    expect([...candidatesFor(one, situation(policies, [one]))]).toEqual(
      candidates,
    );
  });

  it('takes out of a managed policy what makes it an administrator', () => {
    const one = finding({
      ruleId: 'iam.admin-managed-policy',
      message: 'account',
      at: `${MANAGED}#`,
    });
    const at = `${MANAGED}#/Statement/0`;
    const administrator = finding({ ruleId: 'iam.admin-access', at });
    const [first] = candidatesFor(
      one,
      situation([managed(allow('*'))], [one, administrator]),
    );
    expect(first).toEqual([
      { kind: 'replace-policy', policy: MANAGED, name: 'AmazonSQSFullAccess' },
      drop(at, ...actionsOfLevels('iam:*', CHANGING), ...ofAgent),
    ]);
  });

  it('leaves a host what its ECS agent does', () => {
    const one = finding({ ruleId: 'iam.admin-access', slot: 'instance' });
    const ofTask = situation([proposed([allow('*')])], [one]);
    const ofHost = {
      ...ofTask,
      today: { ...ofTask.today, slot: 'instance' as const },
    };
    const changes = [...actionsOfLevels('iam:*', CHANGING)];
    expect([...candidatesFor(one, ofHost)][0]).toEqual([drop(AT, ...changes)]);
    expect([...candidatesFor(one, ofTask)][0]).toEqual([
      drop(AT, ...changes, ...ofAgent),
    ]);
  });

  it('keeps what was used of all but some actions', () => {
    const one = finding({ ruleId: 'iam.not-action' });
    const policies = [
      proposed([{ Effect: 'Allow', NotAction: 'ec2:*', Resource: '*' }]),
    ];
    const service = (namespace: string, lastAuthenticated: string | null) => ({
      namespace,
      lastAuthenticated,
      trackedActions: [],
    });
    const usage = known({
      granularity: 'SERVICE_LEVEL' as const,
      services: [
        service('iam', '2026-10-01T00:00:00Z'),
        service('sqs', '2026-10-01T00:00:00Z'),
        service('s3', null),
      ],
    });
    const [first, second, , last] = candidatesFor(
      one,
      situation(policies, [one], { usage }),
    );
    expect([first, second, last]).toEqual([
      [{ kind: 'keep-actions', at: AT, actions: ['iam:*', 'sqs:*'] }],
      [
        {
          kind: 'keep-actions',
          at: AT,
          actions: [...actionsOfLevels('iam:*', ['Read', 'List']), 'sqs:*'],
        },
      ],
      [{ kind: 'remove-statement', at: AT }],
    ]);
  });
});

describe('lastResortsFor', () => {
  type LastCase = readonly [
    name: string,
    about: Partial<Finding>,
    changes: readonly (readonly Change[])[],
  ];
  const cases: readonly LastCase[] = [
    [
      'a Deny of the actions',
      { data: { actions: ['sqs:SendMessage'] } },
      [[denyExcess('sqs:SendMessage')]],
    ],
    [
      'a Deny of what weighs the most in a service',
      { data: { service: 'sqs' } },
      [
        [
          denyExcess(
            'sqs:AddPermission',
            'sqs:RemovePermission',
            'sqs:SetQueueAttributes',
          ),
        ],
      ],
    ],
    [
      'at last no managed policy',
      { at: `${MANAGED}#/Statement/0`, data: { actions: ['sqs:SendMessage'] } },
      [
        [denyExcess('sqs:SendMessage')],
        [{ kind: 'remove-policy', policy: MANAGED }],
      ],
    ],
    [
      'nothing for a trust policy',
      { at: TRUST, data: { actions: ['sts:AssumeRole'] } },
      [],
    ],
    [
      'nothing for what is about no place in a policy',
      { at: '', data: { actions: ['sqs:SendMessage'] } },
      [],
    ],
  ];
  it.each(cases)('proposes %s', (_, about, changes) => {
    expect([...lastResortsFor(finding(about))]).toEqual(changes);
  });
});
