import { actionsAllowedBy, allow, deny, held } from '../caseBuilders';
import type { RuleCases } from '../testRule';
import type { actionWildcard } from './action-wildcard';

const QUEUE = 'arn:aws:sqs:eu-west-1:111122223333:jobs';
const CLUSTER = 'arn:aws:ecs:eu-west-1:111122223333:cluster/prod-eu';

export const cases: RuleCases<typeof actionWildcard> = {
  flagged: [
    {
      name: 'one letter too early',
      given: held([allow(['sqs:Send*', 'sqs:Delete*'], QUEUE)]),
      expect: [
        writing(['sqs:Send*', 'sqs:Delete*'], 3, [
          'sqs:DeleteMessage',
          'sqs:DeleteQueue',
          'sqs:SendMessage',
        ]),
      ],
    },
    {
      name: 'a pattern for the end of the name',
      given: held([allow('sqs:*Message', QUEUE)]),
      expect: [
        writing(
          ['sqs:*Message'],
          actionsAllowedBy(allow('sqs:*Message')).length,
          ['sqs:DeleteMessage', 'sqs:SendMessage'],
        ),
      ],
    },
    {
      name: 'a question mark, in other letter case',
      given: held([allow('SQS:purgequeu?')]),
      expect: [writing(['SQS:purgequeu?'], 1, ['sqs:PurgeQueue'])],
    },
    {
      name: 'reading patterns of the same statement are not counted',
      given: held([allow(['sqs:Get*', 'sqs:List*', 'sqs:Purge*'], QUEUE)]),
      expect: [writing(['sqs:Purge*'], 1, ['sqs:PurgeQueue'])],
    },
    {
      name: 'under a condition that binds it to some resources: mitigated',
      given: held([
        allow('sqs:Purge*', '*', {
          StringEquals: { 'aws:ResourceTag/team': 'payments' },
        }),
      ]),
      expect: [
        {
          ...writing(['sqs:Purge*'], 1, ['sqs:PurgeQueue']),
          mitigatedBy: 'condition',
        },
      ],
    },
    {
      name: 'a Deny of all that it writes: mitigated',
      given: held([allow('sqs:Purge*', QUEUE), deny('sqs:PurgeQueue')]),
      expect: [
        {
          ...writing(['sqs:Purge*'], 1, ['sqs:PurgeQueue']),
          mitigatedBy: 'deny',
        },
      ],
    },
    {
      name: 'what AWS grants in the slot: mitigated',
      given: held([allow('ecs:Submit*')]),
      context: { slot: 'instance' },
      expect: [
        {
          ...writing(['ecs:Submit*'], 3, [
            'ecs:SubmitAttachmentStateChanges',
            'ecs:SubmitContainerStateChange',
            'ecs:SubmitTaskStateChange',
          ]),
          mitigatedBy: 'baseline',
        },
      ],
    },
  ],
  accepted: [
    {
      name: 'named actions',
      given: held([allow(['sqs:SendMessage', 'sqs:DeleteMessage'], QUEUE)]),
    },
    {
      name: 'patterns that only read',
      given: held([allow(['sqs:Get*', 'sqs:List*', 'ec2:Describe*'])]),
    },
    {
      name: 'lists that AWS calls writes by mistake',
      given: held([allow('backup:List*')]),
    },
    {
      name: 'the whole service is `iam.service-wildcard`',
      given: held([allow(['sqs:*', 's?s:*'])]),
    },
    {
      name: 'writes that take none of the resources',
      given: held([allow('sqs:Send*', CLUSTER)]),
    },
    { name: 'a Deny is no grant', given: held([deny('sqs:Send*')]) },
    {
      name: '`NotAction` is a rule of its own',
      given: held([allow({ not: 'sqs:Get*' }, QUEUE)]),
    },
    {
      name: 'administrator: `iam.admin-access` speaks of it',
      given: held([allow(['*', 'sqs:Send*'])]),
    },
  ],
};

function writing(
  patterns: readonly string[],
  count: number,
  actions: readonly string[],
) {
  return {
    message: 'writes',
    data: { patterns, count, writes: actions.length, actions },
    at: 'inline:app#/Statement/0',
  } as const;
}
