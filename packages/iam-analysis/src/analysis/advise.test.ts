import { actionsOfLevels } from '../advice/candidates/actionsOfLevels';
import type { Change } from '../advice/change/change';
import { printDiff } from '../advice/diff/diffPolicies';
import { known, unknown } from '../known';
import type { EvidenceInput } from '../rules/evidence';
import { rules } from '../rules';
import { aRole, aRolePolicy } from '../testUtils';
import { adviceFor, proposalFor } from './advise';
import { analyse } from './analyse';
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
      'takes out of every action those that change IAM',
      'iam.admin-access',
      roleWith([allow('*'), read]),
      [
        {
          kind: 'drop-actions',
          at: AT,
          actions: actionsOfLevels('iam:*', [
            'Write',
            'Tagging',
            'Permissions management',
          ]),
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
    const input = roleWith([allow('*')]);
    const usage = known({
      granularity: 'SERVICE_LEVEL' as const,
      services: ['s3', 'sqs', 'iam'].map(namespace => ({
        namespace,
        lastAuthenticated: namespace === 'iam' ? null : '2026-10-30T00:00:00Z',
        trackedActions: [],
      })),
    });
    expect(
      adviceOnFirst('iam.admin-access', {
        ...input,
        facts: { ...input.facts, usage },
      }),
    ).toEqual({
      kind: 'change',
      proposal: expect.objectContaining({
        changes: [{ kind: 'keep-actions', at: AT, actions: ['s3:*', 'sqs:*'] }],
      }),
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

  it('is unknown when a part of a policy cannot be read', () => {
    const input = roleWith([read, { Effect: 'Allow' }]);
    expect(proposalFor(input, options)).toEqual(
      unknown("a part of the policy 'app' cannot be read"),
    );
  });
});
