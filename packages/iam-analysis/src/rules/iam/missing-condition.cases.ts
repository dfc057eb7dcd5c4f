import { allow, deny, held } from '../caseBuilders';
import type { RuleCases } from '../testRule';
import type { missingCondition } from './missing-condition';

const WORKER = 'arn:aws:iam::111122223333:role/worker';
const KEY = 'arn:aws:kms:eu-west-1:111122223333:key/1a2b3c4d';
const FAMILY = 'arn:aws:ecs:eu-west-1:111122223333:task-definition/worker:*';

const running = {
  message: 'cluster',
  data: {
    actions: ['ecs:RunTask'],
    resources: [FAMILY],
    keys: ['ecs:cluster'],
  },
  at: 'inline:app#/Statement/0',
  severity: 'info',
} as const;

export const cases: RuleCases<typeof missingCondition> = {
  flagged: [
    {
      name: 'passing one exact role to any service: a note',
      given: held([allow('iam:PassRole', WORKER)]),
      expect: [passing([WORKER], 'info')],
    },
    {
      name: 'passing several roles',
      given: held([allow('iam:PassRole', [WORKER, `${WORKER}-2`])]),
      expect: [passing([WORKER, `${WORKER}-2`], 'low')],
    },
    {
      name: 'passing the roles of a pattern, by a wildcard in the action',
      given: held([allow('iam:Pass*', `${WORKER}-*`)]),
      expect: [passing([`${WORKER}-*`], 'low')],
    },
    {
      name: 'a condition on something else than the service',
      given: held([
        allow('iam:PassRole', `${WORKER}-*`, {
          StringEquals: { 'aws:RequestedRegion': 'eu-west-1' },
        }),
      ]),
      expect: [passing([`${WORKER}-*`], 'info')],
    },
    {
      name: 'grants on a key for anybody',
      given: held([allow(['kms:CreateGrant', 'kms:Decrypt'], KEY)]),
      expect: [granting(['kms:CreateGrant'], KEY)],
    },
    {
      name: 'all of KMS on one key',
      given: held([allow('kms:*', KEY)]),
      expect: [granting(['kms:CreateGrant', 'kms:RevokeGrant'], KEY)],
    },
    {
      name: 'grants by way of one service: mitigated',
      given: held([
        allow('kms:CreateGrant', KEY, {
          StringEquals: { 'kms:ViaService': 'ec2.eu-west-1.amazonaws.com' },
        }),
      ]),
      expect: [
        { ...granting(['kms:CreateGrant'], KEY), mitigatedBy: 'condition' },
      ],
    },
    {
      name: 'the service-linked role of any service',
      given: held([allow('iam:CreateServiceLinkedRole')]),
      expect: [
        {
          message: 'serviceLinkedRole',
          data: {
            actions: ['iam:CreateServiceLinkedRole'],
            resources: ['*'],
            keys: ['iam:AWSServiceName'],
          },
          at: 'inline:app#/Statement/0',
          severity: 'low',
        },
      ],
    },
    {
      name: 'running a task on any cluster: a note',
      given: held([allow('ecs:RunTask', FAMILY)]),
      expect: [running],
    },
    {
      name: 'a Deny of the same action: mitigated',
      given: held([allow('ecs:RunTask', FAMILY), deny('ecs:Run*')]),
      expect: [{ ...running, mitigatedBy: 'deny' }],
    },
    {
      name: 'a boundary that does not know the action: mitigated',
      given: held([allow('ecs:RunTask', FAMILY)], [allow('ecs:Describe*')]),
      expect: [{ ...running, mitigatedBy: 'boundary' }],
    },
  ],
  accepted: [
    {
      name: 'passing roles to one service',
      given: held([
        allow('iam:PassRole', `${WORKER}-*`, {
          StringEquals: { 'iam:PassedToService': 'ecs-tasks.amazonaws.com' },
        }),
      ]),
    },
    {
      name: 'the key in another letter case',
      given: held([
        allow('iam:PassRole', WORKER, {
          StringLike: { 'IAM:passedtoservice': 'ecs-tasks.*' },
        }),
      ]),
    },
    {
      name: 'grants for services of AWS only',
      given: held([
        allow('kms:CreateGrant', KEY, {
          Bool: { 'kms:GrantIsForAWSResource': 'true' },
        }),
      ]),
    },
    {
      name: 'retiring grants, which gives nothing to anybody',
      given: held([allow('kms:RetireGrant', KEY)]),
    },
    {
      name: 'a service-linked role whose ARN names the service',
      given: held([
        allow(
          'iam:CreateServiceLinkedRole',
          'arn:aws:iam::*:role/aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS',
        ),
      ]),
    },
    {
      name: 'running a task on one cluster',
      given: held([
        allow('ecs:RunTask', FAMILY, {
          ArnEquals: {
            'ecs:cluster': 'arn:aws:ecs:eu-west-1:111122223333:cluster/prod-eu',
          },
        }),
      ]),
    },
    {
      name: 'an ARN that is no role passes none',
      given: held([allow('iam:PassRole', 'arn:aws:s3:::assets')]),
    },
    {
      name: 'administrator: `iam.admin-access` speaks of it',
      given: held([allow('*')]),
    },
  ],
};

function passing(resources: readonly string[], severity: 'low' | 'info') {
  return {
    message: 'passRole',
    data: {
      actions: ['iam:PassRole'],
      resources,
      keys: ['iam:PassedToService'],
    },
    at: 'inline:app#/Statement/0',
    severity,
  } as const;
}

function granting(actions: readonly string[], key: string) {
  return {
    message: 'kmsGrant',
    data: { actions, resources: [key], keys: ['kms:GrantIsForAWSResource'] },
    at: 'inline:app#/Statement/0',
    severity: 'low',
  } as const;
}
