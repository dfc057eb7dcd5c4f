import { actionsOfLevels } from '../advice/candidates/actionsOfLevels';
import type { Change } from '../advice/change/change';
import { printDiff } from '../advice/diff/diffPolicies';
import { known, unknown } from '../known';
import type { EvidenceInput } from '../rules/evidence';
import { rules } from '../rules';
import { aRole, aRolePolicy } from '../testUtils';
import { adviceFor, proposalFor } from './advise';
import { analyse } from './analyse';
import type { Severity } from './finding';
import { roleFacts } from './roleFacts';

type Json = Readonly<Record<string, unknown>>;

const options = { rules, now: new Date('2026-11-02T09:00:00Z') };
const AT = 'inline:app#/Statement/0';
const TRUST = 'trust#/Statement/0';
const tasks = { type: 'Service', value: 'ecs-tasks.amazonaws.com' } as const;
const deploy = 'arn:aws:iam::444455556666:role/deploy';

const allow = (Action: unknown, Resource: unknown = '*', rest: Json = {}) => ({
  Effect: 'Allow',
  Action,
  Resource,
  ...rest,
});
const trust = (Principal: unknown, rest: Json = {}) => ({
  Effect: 'Allow',
  Principal,
  Action: 'sts:AssumeRole',
  ...rest,
});
const ownTasks = trust(
  { Service: tasks.value },
  { Condition: { StringEquals: { 'aws:SourceAccount': '111122223333' } } },
);
const read = allow('s3:GetObject', 'arn:aws:s3:::assets/*');

const documentOf = (Statement: unknown) =>
  JSON.stringify({ Version: '2012-10-17', Statement });

/** A task role of one inline policy `app`, or of one managed policy. */
function roleWith(
  statements: readonly Json[],
  trusting: readonly Json[] = [ownTasks],
  managedArn: string | null = null,
): EvidenceInput {
  const role = aRole({
    trustPolicy: known(documentOf(trusting)),
    policies: known([
      aRolePolicy({
        kind: managedArn === null ? 'inline' : 'aws-managed',
        name: managedArn?.split('/').at(-1) ?? 'app',
        arn: managedArn,
        document: known(documentOf(statements)),
      }),
    ]),
  });
  return { subject: role.arn, slot: 'task', role, facts: roleFacts(role) };
}

/** The same role, with IAM's report on what it has called. */
function withUsage(
  input: EvidenceInput,
  used: readonly string[],
  unused: readonly string[],
): EvidenceInput {
  const services = [...used, ...unused].map(namespace => ({
    namespace,
    lastAuthenticated: used.includes(namespace) ? '2026-10-30T00:00:00Z' : null,
    trackedActions: [],
  }));
  const usage = known({ granularity: 'SERVICE_LEVEL' as const, services });
  return { ...input, facts: { ...input.facts, usage } };
}

function adviceOnFirst(ruleId: string, input: EvidenceInput) {
  const finding = analyse(input, options).findings.find(
    each => each.ruleId === ruleId && each.state === 'active',
  );
  if (finding === undefined) {
    throw new Error(`'${ruleId}' finds nothing`);
  }
  return adviceFor(finding, input, options);
}

describe('adviceFor', () => {
  type Case = readonly [
    name: string,
    ruleId: string,
    input: EvidenceInput,
    changes: readonly Change[],
  ];
  const cases: readonly Case[] = [
    [
      'takes out of every action those that change IAM, and those of the ECS agent',
      'iam.admin-access',
      roleWith([allow('*'), read]),
      [
        {
          kind: 'drop-actions',
          at: AT,
          actions: [
            ...actionsOfLevels('iam:*', [
              'Write',
              'Tagging',
              'Permissions management',
            ]),
            'ecs:DiscoverPollEndpoint',
            'ecs:Poll',
            'ecs:RegisterContainerInstance',
            'ecs:StartTelemetrySession',
            'ecs:SubmitAttachmentStateChanges',
            'ecs:SubmitContainerStateChange',
            'ecs:SubmitTaskStateChange',
          ],
        },
      ],
    ],
    [
      'takes out of a service who may reach it',
      'iam.service-wildcard',
      roleWith([allow('sqs:*', 'arn:aws:sqs:eu-west-1:111122223333:orders')]),
      [
        {
          kind: 'drop-actions',
          at: AT,
          actions: [
            'sqs:AddPermission',
            'sqs:RemovePermission',
            'sqs:SetQueueAttributes',
          ],
        },
      ],
    ],
    [
      'breaks an escalation where it takes the least',
      'iam.privesc',
      roleWith([
        allow([
          'ecs:RunTask',
          'lambda:CreateFunction',
          'lambda:InvokeFunction',
        ]),
        allow(['iam:PassRole', 's3:GetObject']),
      ]),
      [
        {
          kind: 'drop-actions',
          at: 'inline:app#/Statement/1',
          actions: ['iam:PassRole'],
        },
      ],
    ],
    [
      'leaves the reading action of an escalation',
      'iam.privesc',
      roleWith([allow(['ecs:DescribeTasks', 'ecs:ExecuteCommand'])]),
      [{ kind: 'drop-actions', at: AT, actions: ['ecs:ExecuteCommand'] }],
    ],
    [
      'passes roles only to the services that the role makes use of',
      'iam.passrole-wildcard',
      roleWith([allow(['iam:PassRole', 'ecs:RunTask'])]),
      [
        {
          kind: 'add-condition',
          at: AT,
          condition: {
            operator: 'StringEquals',
            set: null,
            ifExists: false,
            key: 'iam:PassedToService',
            values: ['ecs-tasks.amazonaws.com'],
          },
          to: { part: 'actions', actions: ['iam:PassRole'] },
        },
      ],
    ],
    [
      'passes no role when the role can use none',
      'iam.passrole-wildcard',
      roleWith([allow(['iam:PassRole', 's3:GetObject'])]),
      [{ kind: 'drop-actions', at: AT, actions: ['iam:PassRole'] }],
    ],
    [
      'puts the service of the slot in place of everyone',
      'trust.any-principal',
      roleWith([read], [trust('*')]),
      [{ kind: 'set-principals', at: TRUST, principals: [tasks] }],
    ],
    [
      'only removes everyone where the service is let in elsewhere',
      'trust.any-principal',
      roleWith([read], [trust({ AWS: '*' }), ownTasks]),
      [
        {
          kind: 'remove-principal',
          at: TRUST,
          principal: { type: 'AWS', value: '*' },
        },
      ],
    ],
    [
      'removes a stranger',
      'trust.cross-account',
      roleWith([read], [trust({ Service: tasks.value, AWS: deploy })]),
      [
        {
          kind: 'remove-principal',
          at: TRUST,
          principal: { type: 'AWS', value: deploy },
        },
      ],
    ],
    [
      'binds the service to the account, and nobody else',
      'trust.confused-deputy',
      roleWith(
        [read],
        [
          trust({
            Service: tasks.value,
            AWS: 'arn:aws:iam::111122223333:role/deploy',
          }),
        ],
      ),
      [
        {
          kind: 'add-condition',
          at: TRUST,
          condition: {
            operator: 'StringEquals',
            set: null,
            ifExists: false,
            key: 'aws:SourceAccount',
            values: ['111122223333'],
          },
          to: { part: 'principal', principal: tasks },
        },
      ],
    ],
    [
      'writes a document anew that has the old version',
      'iam.malformed',
      {
        ...roleWith([read]),
        facts: roleFacts(
          aRole({
            policies: known([
              aRolePolicy({
                document: known(JSON.stringify({ Statement: [read] })),
              }),
            ]),
          }),
        ),
      },
      [{ kind: 'rewrite-policy', policy: 'inline:app' }],
    ],
    [
      'puts an inline policy in place of a managed one that has to change',
      'iam.service-wildcard',
      roleWith(
        [allow('sqs:*'), allow('cloudwatch:GetMetricData')],
        [ownTasks],
        'arn:aws:iam::aws:policy/AmazonSQSFullAccess',
      ),
      [
        {
          kind: 'replace-policy',
          policy: 'managed:arn:aws:iam::aws:policy/AmazonSQSFullAccess',
          name: 'AmazonSQSFullAccess',
        },
        {
          kind: 'drop-actions',
          at: 'managed:arn:aws:iam::aws:policy/AmazonSQSFullAccess#/Statement/0',
          actions: [
            'sqs:AddPermission',
            'sqs:RemovePermission',
            'sqs:SetQueueAttributes',
          ],
        },
      ],
    ],
  ];
  it.each(cases)('%s', (_, ruleId, input, changes) => {
    const advice = adviceOnFirst(ruleId, input);
    expect(advice).toEqual({
      kind: 'change',
      proposal: expect.objectContaining({ changes }),
    });
  });

  it('tells the diff and what is dropped', () => {
    const advice = adviceOnFirst(
      'iam.passrole-wildcard',
      roleWith([allow(['iam:PassRole', 's3:GetObject'])]),
    );
    if (advice.kind !== 'change') {
      throw new Error('no change');
    }
    const { write, remove, drops, diff } = advice.proposal;
    expect(write.map(({ id }) => id)).toEqual(['inline:app']);
    expect(remove).toEqual([]);
    expect(drops).toEqual({
      actions: [
        {
          at: AT,
          actions: ['iam:PassRole'],
          resources: { kind: 'only', patterns: ['*'] },
          remains: 'nothing',
        },
      ],
      principals: [],
    });
    expect(printDiff(diff)).toBe(`--- app (today)
+++ app (proposed)
@@ -3,10 +3,7 @@
   "Statement": [
     {
       "Effect": "Allow",
-      "Action": [
-        "iam:PassRole",
-        "s3:GetObject"
-      ],
+      "Action": "s3:GetObject",
       "Resource": "*"
     }
   ]
`);
  });

  it('keeps the services that a role has used, where that is known', () => {
    const input = withUsage(roleWith([allow('*')]), ['s3', 'sqs'], ['iam']);
    expect(adviceOnFirst('iam.admin-access', input)).toEqual({
      kind: 'change',
      proposal: expect.objectContaining({
        changes: [{ kind: 'keep-actions', at: AT, actions: ['s3:*', 'sqs:*'] }],
      }),
    });
  });

  it('takes along what the change would bring about', () => {
    const advice = adviceOnFirst(
      'iam.data-destruction',
      roleWith([
        allow(['s3:DeleteObject', 's3:PutLifecycleConfiguration', 's3:List*']),
      ]),
    );
    expect(advice).toEqual({
      kind: 'change',
      proposal: expect.objectContaining({
        changes: [
          { kind: 'drop-actions', at: AT, actions: ['s3:DeleteObject'] },
          {
            kind: 'drop-actions',
            at: AT,
            actions: ['s3:PutLifecycleConfiguration'],
          },
        ],
      }),
    });
  });

  it('advises on policies without the trust policy, and not on trust', () => {
    const input = roleWith([allow('sqs:*'), read], [trust('*')]);
    const wildcard = adviceOnFirst('iam.service-wildcard', {
      ...input,
      facts: { ...input.facts, trust: unknown('AccessDenied') },
    });
    expect(wildcard).toEqual({
      kind: 'change',
      proposal: expect.objectContaining({
        write: [expect.objectContaining({ id: 'inline:app' })],
      }),
    });

    const half = roleWith([read], [trust('*'), { Effect: 'Allow' }]);
    expect(adviceOnFirst('trust.any-principal', half)).toEqual({
      kind: 'none',
      because: 'unread',
    });
  });

  it('proposes nothing that would grant more', () => {
    const input = roleWith([read], [trust({ Service: 'ec2.amazonaws.com' })]);
    expect(adviceOnFirst('trust.wrong-principal', input)).toEqual({
      kind: 'none',
      because: 'no-change',
    });
  });

  it('proposes nothing for a role whose policies are not all read', () => {
    const input = roleWith([allow('iam:PassRole')]);
    const finding = analyse(input, options).findings[0];
    expect(
      adviceFor(
        finding,
        {
          ...input,
          facts: { ...input.facts, policies: unknown('AccessDenied') },
        },
        options,
      ),
    ).toEqual({ kind: 'none', because: 'unread' });
  });
});

describe('proposalFor', () => {
  it('clears what weighs enough, merges what is alike, and leaves the rest as it is', () => {
    const input = roleWith(
      [
        allow(['iam:PassRole', 'ecs:ListTasks'], '*'),
        allow('ecs:ListTasks', 'arn:aws:ecs:*:*:container-instance/x/*'),
        allow(['xray:PutTraceSegments'], '*'),
      ],
      [trust({ Service: tasks.value, AWS: deploy })],
    );
    const proposal = proposalFor(input, { ...options, atLeast: 'medium' });
    if (!proposal.known) {
      throw new Error(proposal.because);
    }
    expect(printDiff(proposal.value.diff)).toBe(`--- app (today)
+++ app (proposed)
@@ -4,19 +4,9 @@
     {
       "Effect": "Allow",
       "Action": [
-        "iam:PassRole",
-        "ecs:ListTasks"
+        "ecs:ListTasks",
+        "xray:PutTraceSegments"
       ],
-      "Resource": "*"
-    },
-    {
-      "Effect": "Allow",
-      "Action": "ecs:ListTasks",
-      "Resource": "arn:aws:ecs:*:*:container-instance/x/*"
-    },
-    {
-      "Effect": "Allow",
-      "Action": "xray:PutTraceSegments",
       "Resource": "*"
     }
   ]
--- trust policy (today)
+++ trust policy (proposed)
@@ -4,8 +4,7 @@
     {
       "Effect": "Allow",
       "Principal": {
-        "Service": "ecs-tasks.amazonaws.com",
-        "AWS": "arn:aws:iam::444455556666:role/deploy"
+        "Service": "ecs-tasks.amazonaws.com"
       },
       "Action": "sts:AssumeRole"
     }
`);
  });

  it('proposes no change for a role without findings', () => {
    const proposal = proposalFor(roleWith([read]), options);
    expect(proposal).toEqual(
      known(
        expect.objectContaining({
          changes: [],
          write: [],
          remove: [],
          clears: [],
          drops: { actions: [], principals: [] },
        }),
      ),
    );
  });

  /** What is proposed for a role, and why the rest of what is found stays. */
  function outcomeFor(input: EvidenceInput, atLeast?: Severity) {
    const proposal = proposalFor(input, { ...options, atLeast });
    if (!proposal.known) {
      throw new Error(proposal.because);
    }
    const { write, remove, leaves, leftAlone } = proposal.value;
    return {
      write: write.map(({ id, statements }) => [
        id,
        ...statements.map(({ effect, actions }) => [
          effect,
          ...actions.patterns,
        ]),
      ]),
      remove: remove.map(({ id }) => id),
      leaves: leaves
        .filter(({ finding }) => finding.severity !== 'info')
        .map(({ finding, because }) => `${finding.ruleId}: ${because}`),
      leftAlone,
    };
  }

  it('leaves the trust policy alone that is not known', () => {
    const input = roleWith([allow(['s3:GetObject', 's3:ListBucket'])]);
    const { trust: _, ...facts } = input.facts;
    const result = {
      write: [['inline:app', ['Allow', 's3:ListBucket']]],
      remove: [],
      leaves: [],
    };
    expect(outcomeFor({ ...input, facts })).toEqual({
      ...result,
      leftAlone: [
        {
          policy: 'trust',
          because: 'the trust policy of the role was not read',
        },
      ],
    });
    expect(
      outcomeFor(
        roleWith(
          [allow(['s3:GetObject', 's3:ListBucket'])],
          [ownTasks, { Effect: 'Allow' }],
        ),
      ),
    ).toEqual({
      ...result,
      leaves: Array(2).fill('iam.malformed: no-change'),
      leftAlone: [
        {
          policy: 'trust',
          because: "a part of the policy 'trust policy' cannot be read",
        },
      ],
    });
  });

  it('denies nothing that it can take out of what it writes', () => {
    const actions = [
      's3:*',
      'iam:PassRole',
      'ec2:RunInstances',
      'secretsmanager:GetSecretValue',
    ];
    const arn = 'arn:aws:iam::111122223333:policy/app';
    for (const input of [
      roleWith([allow(actions)]),
      roleWith([allow(actions)], [ownTasks], arn),
    ]) {
      const { write, leaves } = outcomeFor(input);
      expect(write).toEqual([
        ['inline:app', ['Allow', ...Array(33).fill(expect.any(String))]],
      ]);
      expect(write[0].flat()).not.toContain('s3:DeleteBucket');
      expect(leaves).toEqual([]);
    }
  });

  it('denies what it cannot take out of a managed policy that is too long for a role', () => {
    const arn = 'arn:aws:iam::111122223333:policy/wide';
    const long = Array.from({ length: 400 }, (_, n) => [
      `arn:aws:sqs:eu-west-1:111122223333:orders-${n}`,
    ]).flat();
    const input = roleWith(
      [allow('sqs:SendMessage', long), allow('sts:AssumeRole')],
      [ownTasks],
      arn,
    );
    expect(outcomeFor(input)).toEqual({
      write: [['inline:deny-excess', ['Deny', 'sts:AssumeRole']]],
      remove: [],
      leaves: [],
      leftAlone: [],
    });
  });

  describe('for a role that may do everything', () => {
    const administratorAccess = 'arn:aws:iam::aws:policy/AdministratorAccess';
    const nothing = { write: [], remove: [], leftAlone: [] };

    it.each([
      [
        'an inline policy',
        roleWith([allow('*'), read]),
        [
          'iam.admin-access: needs-usage',
          'iam.passrole-wildcard: needs-usage',
          'iam.boundary-missing: no-change',
        ],
      ],
      [
        'the policy of AWS',
        roleWith([allow('*')], [ownTasks], administratorAccess),
        [
          'iam.admin-access: needs-usage',
          'iam.admin-managed-policy: needs-usage',
          'iam.passrole-wildcard: needs-usage',
          'iam.boundary-missing: no-change',
        ],
      ],
    ])('proposes nothing without usage data: %s', (_, input, leaves) => {
      expect(outcomeFor(input)).toEqual({ ...nothing, leaves });
    });

    it('proposes nothing for all but IAM either', () => {
      const input = roleWith([
        { Effect: 'Allow', NotAction: ['iam:*'], Resource: '*' },
      ]);
      const { leaves, ...rest } = outcomeFor(input);
      expect(rest).toEqual(nothing);
      expect(leaves).toContain('iam.not-action: needs-usage');
      expect(leaves.filter(each => !each.endsWith(': needs-usage'))).toEqual([
        'iam.boundary-missing: no-change',
      ]);
    });

    it('clears what is not about these permissions', () => {
      const input = roleWith([allow('*')], [trust('*')]);
      const { write, leaves } = outcomeFor(input);
      expect(write).toEqual([['trust', ['Allow', 'sts:AssumeRole']]]);
      expect(leaves).not.toContainEqual(
        expect.stringMatching(/^trust\.any-principal/),
      );
    });

    it.each([
      ['everything', allow('*')],
      [
        'everything but IAM',
        { Effect: 'Allow', NotAction: ['iam:*'], Resource: '*' },
      ],
    ])(
      'leaves of %s the services that were used, without what weighs high',
      (_, statement) => {
        const { write, leaves } = outcomeFor(
          withUsage(roleWith([statement]), ['sqs'], ['s3', 'iam']),
        );
        expect(write).toEqual([
          [
            'inline:app',
            [
              'Allow',
              'sqs:CancelMessageMoveTask',
              'sqs:ChangeMessageVisibility',
              'sqs:DeleteMessage',
              'sqs:DeleteQueue',
              'sqs:Get*',
              'sqs:List*',
              'sqs:PurgeQueue',
              'sqs:ReceiveMessage',
              'sqs:SendMessage',
              'sqs:StartMessageMoveTask',
              'sqs:TagQueue',
              'sqs:UntagQueue',
            ],
          ],
        ]);
        expect([...new Set(leaves)]).toEqual([
          'iam.data-exfiltration: in-use',
          'iam.infrastructure-modification: in-use',
        ]);
      },
    );

    it('leaves nothing where nothing was used', () => {
      const input = withUsage(roleWith([allow('*')]), [], ['s3', 'sqs']);
      expect(outcomeFor(input)).toEqual({
        ...nothing,
        remove: ['inline:app'],
        leaves: [],
      });
    });
  });

  it('takes no last permission away', () => {
    expect(outcomeFor(roleWith([allow('s3:GetObject')]))).toEqual({
      write: [],
      remove: [],
      leaves: ['iam.data-exfiltration: no-change'],
      leftAlone: [],
    });
  });

  it('is unknown when a part of a policy cannot be read', () => {
    const input = roleWith([read, { Effect: 'Allow' }]);
    expect(proposalFor(input, options)).toEqual(
      unknown("a part of the policy 'app' cannot be read"),
    );
  });
});
