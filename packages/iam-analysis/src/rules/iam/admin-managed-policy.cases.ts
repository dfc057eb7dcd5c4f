import {
  allow,
  deny,
  heldBy,
  documentOf,
  managed,
  policy,
} from '../caseBuilders';
import type { RuleCases } from '../testRule';
import type { adminManagedPolicy } from './admin-managed-policy';

const ADMINISTRATOR = 'arn:aws:iam::aws:policy/AdministratorAccess';
const S3 = 'arn:aws:iam::aws:policy/AmazonS3FullAccess';

const everything = managed(ADMINISTRATOR, [allow('*')]);
const allOfS3 = managed(S3, [allow('s3:*')]);

export const cases: RuleCases<typeof adminManagedPolicy> = {
  flagged: [
    {
      name: 'AdministratorAccess: critical',
      given: { policies: [everything], ...heldBy([everything]) },
      expect: [attached('account', ADMINISTRATOR, 'critical')],
    },
    {
      name: 'the same in another partition',
      given: attaching('arn:aws-cn:iam::aws:policy/AdministratorAccess'),
      expect: [
        attached(
          'account',
          'arn:aws-cn:iam::aws:policy/AdministratorAccess',
          'critical',
        ),
      ],
    },
    {
      name: 'IAMFullAccess and PowerUserAccess: high',
      given: attaching(
        'arn:aws:iam::aws:policy/IAMFullAccess',
        'arn:aws:iam::aws:policy/PowerUserAccess',
      ),
      expect: [
        attached('account', 'arn:aws:iam::aws:policy/IAMFullAccess', 'high'),
        attached('account', 'arn:aws:iam::aws:policy/PowerUserAccess', 'high'),
      ],
    },
    {
      name: 'a policy for a job: high',
      given: attaching(
        'arn:aws:iam::aws:policy/job-function/DatabaseAdministrator',
      ),
      expect: [
        attached(
          'jobFunction',
          'arn:aws:iam::aws:policy/job-function/DatabaseAdministrator',
          'high',
        ),
      ],
    },
    {
      name: 'all of a service, with a path and in later editions: medium',
      given: attaching(
        S3,
        'arn:aws:iam::aws:policy/AWSLambda_FullAccess',
        'arn:aws:iam::aws:policy/CloudWatchFullAccessV2',
        'arn:aws:iam::aws:policy/service-role/AmazonPersonalizeFullAccess',
      ),
      expect: [
        attached('service', S3, 'medium'),
        attached(
          'service',
          'arn:aws:iam::aws:policy/AWSLambda_FullAccess',
          'medium',
        ),
        attached(
          'service',
          'arn:aws:iam::aws:policy/CloudWatchFullAccessV2',
          'medium',
        ),
        attached(
          'service',
          'arn:aws:iam::aws:policy/service-role/AmazonPersonalizeFullAccess',
          'medium',
        ),
      ],
    },
    {
      name: 'a boundary without IAM beside AdministratorAccess: mitigated',
      given: {
        policies: [everything],
        ...heldBy([everything], managed('boundary', [allow('s3:*')])),
      },
      expect: [
        {
          ...attached('account', ADMINISTRATOR, 'critical'),
          mitigatedBy: 'boundary',
        },
      ],
    },
    {
      name: 'a Deny of the service beside its policy: mitigated',
      given: {
        policies: [allOfS3],
        ...heldBy([allOfS3, policy('inline:app', documentOf([deny('s3:*')]))]),
      },
      expect: [{ ...attached('service', S3, 'medium'), mitigatedBy: 'deny' }],
    },
    {
      name: 'a Deny of a part of it leaves it standing',
      given: {
        policies: [allOfS3],
        ...heldBy([
          allOfS3,
          policy('inline:app', documentOf([deny('s3:Delete*')])),
        ]),
      },
      expect: [attached('service', S3, 'medium')],
    },
  ],
  accepted: [
    {
      name: 'a customer policy of that name',
      given: attaching('arn:aws:iam::111122223333:policy/AdministratorAccess'),
    },
    {
      name: 'an inline policy of that name',
      given: { policies: [policy('inline:FullAccess', documentOf([]))] },
    },
    {
      name: 'policies to read',
      given: attaching(
        'arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess',
        'arn:aws:iam::aws:policy/ReadOnlyAccess',
      ),
    },
    {
      name: 'a policy for one application of AWS, which only begins alike',
      given: attaching(
        'arn:aws:iam::aws:policy/AdministratorAccess-AWSElasticBeanstalk',
      ),
    },
    {
      name: 'the policy that AWS has for the slot',
      given: attaching(
        'arn:aws:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy',
      ),
    },
    { name: 'a role without policies', given: { policies: [] } },
  ],
};

function attaching(...arns: string[]) {
  return { policies: arns.map(arn => managed(arn)) };
}

function attached<
  Id extends string,
  Level extends 'critical' | 'high' | 'medium',
>(message: Id, arn: string, severity: Level) {
  return {
    message,
    data: { policies: [arn.slice(arn.lastIndexOf('/') + 1)] },
    at: `managed:${arn}#`,
    severity,
  } as const;
}
