import { actionsAllowedBy, allow, deny, held } from '../caseBuilders';
import type { RuleCases } from '../testRule';
import type { notResource } from './not-resource';

const PAYROLL = 'arn:aws:s3:::payroll/*';
const AT = 'inline:app#/Statement/0';

const readsOthers = allow('s3:GetObject', { not: PAYROLL });
const anyObject = {
  message: 'everywhereBut',
  data: {
    actions: ['s3:GetObject'],
    except: [PAYROLL],
    count: 1,
    serviceCount: 1,
    services: ['s3'],
  },
  at: AT,
} as const;

const onlyQueues = allow(['s3:*', 'sqs:*'], {
  not: ['arn:aws:s3:::*', 'arn:aws:s3:*:*:*', 'arn:aws:s3express:*:*:*'],
});
const leftOfS3 = actionsAllowedBy(onlyQueues);

export const cases: RuleCases<typeof notResource> = {
  flagged: [
    {
      name: 'every object but those of one bucket',
      given: held([readsOthers]),
      expect: [anyObject],
    },
    {
      name: 'a wildcard for the actions',
      given: held([allow('sqs:*', { not: 'arn:aws:sqs:*:*:payroll' })]),
      expect: [
        {
          ...anyObject,
          data: {
            actions: ['sqs:*'],
            except: ['arn:aws:sqs:*:*:payroll'],
            count: actionsAllowedBy(allow('sqs:*')).length,
            serviceCount: 1,
            services: ['sqs'],
          },
        },
      ],
    },
    {
      name: 'actions that no longer reach anything do not count',
      given: held([onlyQueues]),
      expect: [
        {
          ...anyObject,
          data: {
            actions: ['s3:*', 'sqs:*'],
            except: [
              'arn:aws:s3:::*',
              'arn:aws:s3:*:*:*',
              'arn:aws:s3express:*:*:*',
            ],
            count: leftOfS3.length,
            serviceCount: 2,
            services: ['s3', 'sqs'],
          },
        },
      ],
    },
    {
      name: 'with `NotAction`',
      given: held([
        allow({ not: ['iam:*', 's3:*'] }, { not: 'arn:aws:sqs:*:*:payroll' }),
      ]),
      expect: [
        {
          ...anyObject,
          data: {
            actions: ['all but iam:*', 'all but s3:*'],
            except: ['arn:aws:sqs:*:*:payroll'],
            ...countsOf(
              actionsAllowedBy(
                allow(
                  { not: ['iam:*', 's3:*'] },
                  { not: 'arn:aws:sqs:*:*:payroll' },
                ),
              ),
            ),
            services: [],
          },
        },
      ],
    },
    {
      name: 'under a weak condition: one level lower',
      given: held([
        allow(
          's3:GetObject',
          { not: PAYROLL },
          { StringNotEquals: { 'aws:ResourceAccount': '444455556666' } },
        ),
      ]),
      expect: [{ ...anyObject, severity: 'medium' }],
    },
    {
      name: 'a Deny of everything that is left: mitigated',
      given: held([readsOthers, deny('s3:Get*')]),
      expect: [{ ...anyObject, mitigatedBy: 'deny' }],
    },
    {
      name: 'a boundary that knows one bucket only: mitigated',
      given: held([readsOthers], [allow('s3:*', 'arn:aws:s3:::assets/*')]),
      expect: [{ ...anyObject, mitigatedBy: 'boundary' }],
    },
    {
      name: 'under a condition that binds it to some resources: mitigated',
      given: held([
        allow(
          's3:GetObject',
          { not: PAYROLL },
          { StringEquals: { 'aws:ResourceAccount': '111122223333' } },
        ),
      ]),
      expect: [{ ...anyObject, mitigatedBy: 'condition' }],
    },
  ],
  accepted: [
    {
      name: 'named resources',
      given: held([allow('s3:GetObject', 'arn:aws:s3:::assets/*')]),
    },
    { name: 'every resource, as such', given: held([allow('s3:GetObject')]) },
    {
      name: 'all that the actions take is left out: nothing is allowed',
      given: held([allow('s3:GetObject', { not: '*' })]),
    },
    {
      name: 'a Deny on all but one bucket allows nothing',
      given: held([
        allow('s3:*', 'arn:aws:s3:::assets/*'),
        deny('s3:*', { not: 'arn:aws:s3:::assets/*' }),
      ]),
    },
    {
      name: 'in the boundary, which grants nothing',
      given: held(
        [allow('s3:GetObject', 'arn:aws:s3:::assets/*')],
        [allow('*', { not: PAYROLL })],
      ),
    },
  ],
};

function countsOf(names: readonly string[]) {
  return {
    count: names.length,
    serviceCount: new Set(names.map(name => name.split(':')[0])).size,
  };
}
