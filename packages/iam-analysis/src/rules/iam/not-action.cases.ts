import { actionsAllowedBy, allow, deny, held } from '../caseBuilders';
import type { RuleCases } from '../testRule';
import type { notAction } from './not-action';

const AT = 'inline:app#/Statement/0';

const allButIam = allow({ not: 'iam:*' });
const onOneQueue = allow(
  { not: ['sqs:DeleteQueue', 'iam:*'] },
  'arn:aws:sqs:eu-west-1:111122223333:jobs',
);
const everywhere = actionsAllowedBy(allButIam);
const everythingElse = {
  message: 'allBut',
  data: {
    except: ['iam:*'],
    count: everywhere.length,
    serviceCount: new Set(everywhere.map(name => name.split(':')[0])).size,
    services: [],
  },
  at: AT,
} as const;
const allOfTheQueue = {
  message: 'allBut',
  data: {
    except: ['sqs:DeleteQueue', 'iam:*'],
    count: actionsAllowedBy(onOneQueue).length,
    serviceCount: 1,
    services: ['sqs'],
  },
  at: AT,
} as const;

export const cases: RuleCases<typeof notAction> = {
  flagged: [
    {
      name: 'everything but IAM',
      given: held([allButIam]),
      expect: [everythingElse],
    },
    {
      name: 'on one queue, only what a queue takes remains',
      given: held([onOneQueue]),
      expect: [allOfTheQueue],
    },
    {
      name: 'an administrator who is not allowed one action',
      given: held([allow({ not: 'iam:CreateUser' })]),
      expect: [
        {
          ...everythingElse,
          data: {
            ...everythingElse.data,
            except: ['iam:CreateUser'],
            count: actionsAllowedBy(allow('*')).length - 1,
            serviceCount: everythingElse.data.serviceCount + 1,
          },
        },
      ],
    },
    {
      name: 'on a resource that no other action takes: it allows nothing',
      given: held([
        allow({ not: 'sqs:*' }, 'arn:aws:sqs:eu-west-1:111122223333:jobs'),
      ]),
      expect: [
        {
          message: 'nothing',
          data: { except: ['sqs:*'] },
          at: AT,
          mitigatedBy: 'resource',
        },
      ],
    },
    {
      name: 'under a weak condition: one level lower',
      given: held([
        allow({ not: 'iam:*' }, '*', {
          StringEquals: { 'aws:RequestedRegion': 'eu-west-1' },
        }),
      ]),
      expect: [{ ...everythingElse, severity: 'low' }],
    },
    {
      name: 'under a condition that binds it to some resources: mitigated',
      given: held([
        allow({ not: 'iam:*' }, '*', {
          StringEquals: { 'aws:ResourceTag/team': 'payments' },
        }),
      ]),
      expect: [{ ...everythingElse, mitigatedBy: 'condition' }],
    },
    {
      name: 'a Deny of all that remains: mitigated',
      given: held([onOneQueue, deny('sqs:*')]),
      expect: [{ ...allOfTheQueue, mitigatedBy: 'deny' }],
    },
    {
      name: 'a boundary without the service: mitigated',
      given: held([onOneQueue], [allow('s3:*')]),
      expect: [{ ...allOfTheQueue, mitigatedBy: 'boundary' }],
    },
  ],
  accepted: [
    { name: '`Action`', given: held([allow(['sqs:SendMessage', 's3:*'])]) },
    { name: 'every action by name of all', given: held([allow('*')]) },
    {
      name: 'a Deny with `NotAction` allows nothing',
      given: held([allow('s3:GetObject'), deny({ not: 's3:*' })]),
    },
    {
      name: '`NotAction` in the boundary, which grants nothing',
      given: held([allow('s3:GetObject')], [allow({ not: 'iam:*' })]),
    },
    {
      name: '`NotResource` is a rule of its own',
      given: held([allow('s3:GetObject', { not: 'arn:aws:s3:::payroll/*' })]),
    },
  ],
};
