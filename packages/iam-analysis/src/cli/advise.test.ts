import { catalogueDate } from '../catalogue/catalogue';
import { aCase } from './testUtils/aCase';
import { call } from './testUtils/call';

const ROLE = 'arn:aws:iam::111122223333:role/checkout-task';
const OWN_TASKS = {
  Effect: 'Allow',
  Principal: { Service: 'ecs-tasks.amazonaws.com' },
  Action: 'sts:AssumeRole',
  Condition: { StringEquals: { 'aws:SourceAccount': '111122223333' } },
};
const READ = {
  Effect: 'Allow',
  Action: 's3:GetObject',
  Resource: 'arn:aws:s3:::assets/*',
};
const ORDERS = 'arn:aws:sqs:eu-west-1:111122223333:orders';
const ALL_OF_QUEUE = { Effect: 'Allow', Action: 'sqs:*', Resource: ORDERS };
const QUEUE = aCase([ALL_OF_QUEUE], [OWN_TASKS]);
const HARMLESS = aCase([READ], [OWN_TASKS]);
const OTHER_TRUST = [
  { ...OWN_TASKS, Principal: { Service: 'ec2.amazonaws.com' } },
];
const WRONGLY_TRUSTED = {
  trustPolicy: { Version: '2012-10-17', Statement: OTHER_TRUST },
};
const MANAGED_ARN = 'arn:aws:iam::111122223333:policy/QueueAccess';
const MANAGED = {
  role: {
    ...QUEUE.role,
    policies: [
      {
        name: 'QueueAccess',
        arn: MANAGED_ARN,
        document: { Version: '2012-10-17', Statement: [ALL_OF_QUEUE] },
      },
    ],
  },
};
const UNTRUSTED = { role: { ...QUEUE.role, trustPolicy: undefined } };
const UNREAD = aCase([READ, { Effect: 'Allow' }], [OWN_TASKS]);
const ADMINISTRATOR = aCase(
  [{ Effect: 'Allow', Action: '*', Resource: '*' }],
  [OWN_TASKS],
);
const NEEDS_USAGE =
  'checkout-task, task role: nothing can be proposed; for a role that may do everything, or all but some of it, nothing smaller follows from its policies: what it needs, only facts.lastAccessed tells; no change that grants nothing new clears';
const BAD = { role: { ...QUEUE.role, slot: 'tasks' } };

const LEFT = [
  'sqs:CancelMessageMoveTask',
  'sqs:ChangeMessageVisibility',
  'sqs:CreateQueue',
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
];
const DROPPED = [
  'sqs:AddPermission',
  'sqs:RemovePermission',
  'sqs:SetQueueAttributes',
];

describe('iam-analysis advise', () => {
  it('says what to change, what that drops and clears, what stays and why', async () => {
    const { code, out, err } = await call(['advise'], {
      stdin: JSON.stringify(aCase([ALL_OF_QUEUE], OTHER_TRUST)),
    });
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toBe(`checkout-task, task role
${ROLE} (-)

  Proposed inline policy app
    {
      "Version": "2012-10-17",
      "Statement": [
        {
          "Effect": "Allow",
          "Action": [
${LEFT.map(action => `            "${action}"`).join(',\n')}
          ],
          "Resource": "${ORDERS}"
        }
      ]
    }

  Checked: this grants nothing new, not even of the actions that AWS adds later, and no Deny is
  lost.

  Changes to today
    --- app (today)
    +++ app (proposed)
    @@ -3,7 +3,21 @@
       "Statement": [
         {
           "Effect": "Allow",
    -      "Action": "sqs:*",
    +      "Action": [
${LEFT.map(action => `    +        "${action}"`).join(',\n')}
    +      ],
           "Resource": "${ORDERS}"
         }
       ]

  Drops
    From inline policy app, /Statement/0:
      no more, on \`${ORDERS}\`:
        \`sqs:AddPermission\`, \`sqs:RemovePermission\` and \`sqs:SetQueueAttributes\`

  Clears
    low       Role holds every action of a service (iam.service-wildcard, inline policy app,
              /Statement/0)

  Stays
    No change that grants nothing new clears these; what would clear them lies elsewhere, or takes
    what only the owner knows:
      high      Trust policy does not let ECS use the role (trust.wrong-principal, trust policy)
                Name the service principal of the slot in the trust policy, with the action
                \`sts:AssumeRole\`: \`ecs-tasks.amazonaws.com\` for task and execution roles,
                \`ec2.amazonaws.com\` for hosts on EC2, \`ssm.amazonaws.com\` for external hosts,
                \`ecs.amazonaws.com\` for infrastructure roles.
    These are left alone, because they weigh less than low:
      info      Role has no permissions boundary (iam.boundary-missing)
      info      Role has inline policies (iam.inline-policy, inline policy app)

  The smallest change for one of them alone
    low       Role holds every action of a service (iam.service-wildcard)
              Take \`sqs:AddPermission\`, \`sqs:RemovePermission\` and \`sqs:SetQueueAttributes\` out of
              inline policy app, /Statement/0.

Not evaluated: service control policies, resource control policies, session policies and resource
policies. Data on actions of ${catalogueDate}.
`);
  });

  it.each([
    [
      'no finding weighs enough',
      HARMLESS,
      'checkout-task, task role: nothing has to change; no finding is low or worse.',
    ],
    [
      'no change clears what does',
      aCase([READ], OTHER_TRUST),
      'checkout-task, task role: nothing can be proposed; no change that grants nothing new clears `trust.wrong-principal`.',
    ],
    [
      'a part of a policy is no good',
      UNREAD,
      "checkout-task, task role: nothing can be proposed, because a part of the policy 'app' cannot be read.",
    ],
    [
      'the trust policy is left alone where nothing else has to change',
      { role: { ...HARMLESS.role, trustPolicy: undefined } },
      'checkout-task, task role: nothing has to change; no finding is low or worse. The trust policy is left alone, because the input holds no role.trustPolicy.',
    ],
  ])('says in one line that %s', async (_, given, line) => {
    const stdin = JSON.stringify(given);
    expect(await call(['advise'], { stdin })).toEqual({
      code: 0,
      out: `${line}\n`,
      err: '',
    });
    // Whoever pastes the code must not paste a sentence.
    expect(await call(['advise', '--format', 'cdk'], { stdin })).toEqual({
      code: 0,
      out: '',
      err: `iam-analysis: ${line}\n`,
    });
  });

  it('prints all of it as one JSON document', async () => {
    const { code, out } = await call(
      ['advise', '--format', 'json', 'a.json', 'b.json'],
      {
        files: { 'a.json': [HARMLESS, MANAGED], 'b.json': [UNTRUSTED, UNREAD] },
      },
    );
    const { proposals, ...rest } = JSON.parse(out);
    const [harmless, managed, untrusted, unread] = proposals;
    expect(code).toBe(0);
    expect(rest).toEqual({
      catalogueDate,
      notEvaluated: expect.arrayContaining(['service control policies']),
    });
    expect(harmless).toEqual({
      role: ROLE,
      slot: 'task',
      file: 'a.json',
      case: '/0',
      outcome: 'no-need',
      grantsNothingNew: true,
      policies: [],
      remove: [],
      diff: '',
      drops: { actions: [], principals: [] },
      clears: [],
      leftAlone: [],
      stays: [
        expect.objectContaining({
          ruleId: 'iam.boundary-missing',
          because: 'weighs-less',
        }),
        expect.objectContaining({
          ruleId: 'iam.inline-policy',
          because: 'weighs-less',
        }),
      ],
      each: [],
    });
    const at = `managed:${MANAGED_ARN}#/Statement/0`;
    const wildcard = {
      ruleId: 'iam.service-wildcard',
      severity: 'low',
      state: 'active',
      subject: ROLE,
      message: 'Every action of `sqs` is allowed, on some of its resources.',
      data: { service: 'sqs' },
      at,
    };
    const proposal = {
      grantsNothingNew: true,
      policies: [
        {
          id: 'inline:QueueAccess',
          name: 'QueueAccess',
          kind: 'identity',
          replaces: `managed:${MANAGED_ARN}`,
          document: {
            Version: '2012-10-17',
            Statement: [{ Effect: 'Allow', Action: LEFT, Resource: ORDERS }],
          },
        },
      ],
      remove: [{ id: `managed:${MANAGED_ARN}`, name: 'QueueAccess' }],
      diff: expect.stringMatching(/^--- QueueAccess \(today\)\n/),
      drops: {
        actions: [
          {
            at,
            actions: DROPPED,
            resources: { kind: 'only', patterns: [ORDERS] },
            remains: 'nothing',
          },
        ],
        principals: [],
      },
    };
    expect(managed).toEqual({
      role: ROLE,
      slot: 'task',
      file: 'a.json',
      case: '/1',
      outcome: 'change',
      ...proposal,
      clears: [wildcard],
      leftAlone: [],
      stays: [
        expect.objectContaining({
          ruleId: 'iam.boundary-missing',
          because: 'weighs-less',
        }),
        expect.objectContaining({
          ruleId: 'iam.inline-policy',
          at: 'inline:QueueAccess#',
          because: 'comes-with-it',
        }),
      ],
      each: [
        {
          finding: wildcard,
          says: `Put an inline policy \`QueueAccess\` in place of managed policy ${MANAGED_ARN}; then take \`sqs:AddPermission\`, \`sqs:RemovePermission\` and \`sqs:SetQueueAttributes\` out of its /Statement/0.`,
          ...proposal,
        },
      ],
    });
    expect(untrusted).toMatchObject({
      file: 'b.json',
      case: '/0',
      outcome: 'change',
      policies: [{ id: 'inline:app' }],
      clears: [{ ruleId: 'iam.service-wildcard' }],
      leftAlone: [
        { policy: 'trust', because: 'the input holds no role.trustPolicy' },
      ],
    });
    expect(unread).toEqual({
      role: ROLE,
      slot: 'task',
      file: 'b.json',
      case: '/1',
      outcome: 'unread',
      because: "a part of the policy 'app' cannot be read",
    });
  });

  it.each([
    [
      'terraform',
      /^data "aws_iam_policy_document" "queue_access" \{\n[^]*\n\}\n$/,
    ],
    ['cloudformation', /^Resources:\n {2}QueueAccess:\n[^]*\n$/],
    ['cdk', /^new iam\.Policy\(this, 'QueueAccess', \{\n[^]*\n\}\);\n$/],
  ])(
    'prints %s alone, and beside it what is to be removed by hand',
    async (format, code) => {
      const stdin = JSON.stringify(MANAGED);
      expect(await call(['advise', '--format', format], { stdin })).toEqual({
        code: 0,
        out: expect.stringMatching(code),
        err: `iam-analysis: Detach managed policy ${MANAGED_ARN}: inline policy QueueAccess takes its place.\n`,
      });
    },
  );

  it('says in text what is to be removed', async () => {
    const { out } = await call(['advise'], { stdin: JSON.stringify(MANAGED) });
    expect(out).toContain(`
  To remove
    Detach managed policy ${MANAGED_ARN}: inline policy QueueAccess
    takes its place.
`);
  });

  it('says of a trust policy that was not handed in that it is left alone', async () => {
    const { out } = await call(['advise'], {
      stdin: JSON.stringify(UNTRUSTED),
    });
    expect(out).toContain(`
  Left alone
    The trust policy is left alone, because the input holds no role.trustPolicy.
`);
  });

  it('says that an administrator needs usage data, and what takes the worst out of it', async () => {
    const stdin = JSON.stringify(ADMINISTRATOR);
    expect(await call(['advise'], { stdin })).toEqual({
      code: 0,
      out: `${NEEDS_USAGE} \`iam.boundary-missing\`.

  The smallest change for one of them alone
    critical  Role is an administrator of the account (iam.admin-access)
              Take \`iam:AcceptDelegationRequest\`, \`iam:Add*\`, \`iam:AssociateDelegationRequest\`,
              \`iam:Attach*\`, \`iam:ChangePassword\` and 25 more out of inline policy app,
              /Statement/0.
`,
      err: '',
    });
    expect(await call(['advise', '--format', 'cdk'], { stdin })).toEqual({
      code: 0,
      out: '',
      err: `iam-analysis: ${NEEDS_USAGE} \`iam.boundary-missing\`.\n`,
    });
  });

  it('names beside it what nothing clears', async () => {
    const given = { role: { ...ADMINISTRATOR.role, ...WRONGLY_TRUSTED } };
    const { out } = await call(['advise'], { stdin: JSON.stringify(given) });
    expect(out.split('\n', 1)).toEqual([
      `${NEEDS_USAGE} \`trust.wrong-principal\` and \`iam.boundary-missing\`.`,
    ]);
  });

  it('leaves an administrator the services that it has used, and says what is wrong with these', async () => {
    const service = (ServiceNamespace: string, LastAuthenticated?: string) => ({
      ServiceName: ServiceNamespace,
      ServiceNamespace,
      LastAuthenticated,
    });
    const lastAccessed = {
      JobStatus: 'COMPLETED',
      ServicesLastAccessed: [
        service('sqs', '2026-10-30T00:00:00+00:00'),
        service('s3'),
      ],
    };
    const { out } = await call(['advise'], {
      stdin: JSON.stringify({ ...ADMINISTRATOR, facts: { lastAccessed } }),
    });
    expect(out).toContain(`
          "Action": [
            "sqs:CancelMessageMoveTask",
            "sqs:ChangeMessageVisibility",
            "sqs:DeleteMessage",
            "sqs:DeleteQueue",
            "sqs:Get*",
            "sqs:List*",
            "sqs:PurgeQueue",
            "sqs:ReceiveMessage",
            "sqs:SendMessage",
            "sqs:StartMessageMoveTask",
            "sqs:TagQueue",
            "sqs:UntagQueue"
          ],
`);
    expect(out).toContain(`
    These are about services that the role has used, and weigh less than high; name the actions and
    the ARNs that the application needs:
      medium    Role can read data of other applications (iam.data-exfiltration, inline policy app,
`);
  });

  it('says in what place a new inline policy is found', async () => {
    const { out } = await call(['advise'], { stdin: JSON.stringify(MANAGED) });
    expect(out).toContain(`
    These come with it, in place of graver ones:
      info      Role has inline policies (iam.inline-policy, inline policy QueueAccess)
`);
  });

  it('leaves alone what weighs less than --at-least', async () => {
    const args = ['advise', '--at-least', 'medium', '--format', 'json'];
    const { out } = await call(args, { stdin: JSON.stringify(QUEUE) });
    const [{ outcome, stays, each }] = JSON.parse(out).proposals;
    expect({ outcome, each }).toEqual({ outcome: 'no-need', each: [] });
    expect(stays).toContainEqual(
      expect.objectContaining({
        ruleId: 'iam.service-wildcard',
        because: 'weighs-less',
      }),
    );
  });

  it('takes settings', async () => {
    const { out } = await call(['advise', '--config', 'settings.json'], {
      stdin: JSON.stringify(QUEUE),
      files: {
        'settings.json': {
          rules: { 'iam.service-wildcard': { enabled: false } },
        },
      },
    });
    expect(out).toBe(
      'checkout-task, task role: nothing has to change; no finding is low or worse.\n',
    );
  });

  it.each([
    [
      ['advise', 'bad.json', 'no.json'],
      /^iam-analysis: bad\.json: \/role\/slot: expected one of .*, found "tasks"\niam-analysis: no\.json: there is no such file\n$/,
    ],
    [['advise'], 'standard input: expected JSON, found nothing'],
    [
      ['advise', '--format', 'yaml'],
      '--format yaml: expected one of text, json, terraform, cloudformation, cdk',
    ],
    [
      ['advise', '--at-least', 'bad'],
      '--at-least bad: expected one of critical, high, medium, low, info',
    ],
    [
      ['advise', '--format', 'terraform', 'two.json'],
      '--format terraform prints the code of one role; expected one case, found 2',
    ],
  ])('%j exits with 2 and says why', async (args, message) => {
    const { code, out, err } = await call(args, {
      files: { 'bad.json': BAD, 'two.json': [QUEUE, HARMLESS] },
    });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(
      typeof message === 'string' ? `iam-analysis: ${message}\n` : message,
    );
  });
});
