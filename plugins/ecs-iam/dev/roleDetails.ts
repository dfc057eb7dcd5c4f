import type { RoleDetail } from '@ecs-iam/plugin-ecs-iam-common';
import {
  aPolicy,
  aRoleDetail,
  aRoleRef,
  aTrustPolicy,
} from '../src/__testUtils__/builders';
import { findings } from './findings';
import { roleNeeds } from './roleNeeds';

const execution = aRoleRef({ name: 'ecsTaskExecution' });

const broken = aPolicy({
  id: 'inline:by-hand',
  name: 'by-hand',
  document: {
    known: true,
    value: {
      text: '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["s3:GetObject","s3:ListBucket","s3:GetBucketLocation"],"Resource":["arn:aws:s3:::checkout-assets","arn:aws:s3:::checkout-assets/*"]]}',
      statements: [],
      faults: [
        {
          at: 'line 1, column 191',
          message: '`,` or `}` is expected, not `]`.',
        },
      ],
    },
  },
});

const notRead = aPolicy({
  id: 'managed:arn:aws:iam::111122223333:policy/shop-base',
  kind: 'customer-managed',
  name: 'shop-base',
  versionId: 'v7',
  consoleUrl: 'https://console.aws.amazon.com/iam/home#/policies/shop-base',
  document: {
    known: false,
    because: 'AccessDenied',
    needs: 'iam:GetPolicyVersion',
  },
});

const task = aRoleDetail({
  needs: { known: true, value: roleNeeds.open },
  policies: { known: true, value: [aPolicy(), broken, notRead] },
  boundary: {
    known: true,
    value: aTrustPolicy({
      id: 'boundary:arn:aws:iam::111122223333:policy/team-boundary',
      kind: 'boundary',
      name: 'team-boundary',
      versionId: 'v2',
    }),
  },
  findings: findings.filter(({ roleName }) => roleName === 'checkout-task'),
  tags: {
    known: true,
    value: { team: 'payments', 'cost-centre': '4711', env: 'prod' },
  },
  usedBy: {
    visible: [
      {
        serviceArn:
          'arn:aws:ecs:eu-west-1:111122223333:service/prod-eu/checkout',
        serviceName: 'checkout',
        clusterName: 'prod-eu',
        entityRefs: ['component:default/checkout'],
      },
      {
        serviceArn: 'arn:aws:ecs:eu-west-1:111122223333:service/prod-eu/clean',
        serviceName: 'clean',
        clusterName: 'prod-eu',
        entityRefs: ['component:default/clean'],
      },
    ],
    hidden: 3,
  },
});

const unread = aRoleDetail({
  ...aRoleRef({ name: 'ledger-execution', accountId: '777788889999' }),
  createdAt: { known: false, because: 'AccessDenied', needs: 'iam:GetRole' },
  lastUsed: { known: false, because: 'AccessDenied', needs: 'iam:GetRole' },
  tags: { known: false, because: 'AccessDenied', needs: 'iam:GetRole' },
  trust: aTrustPolicy({
    document: { known: false, because: 'AccessDenied', needs: 'iam:GetRole' },
  }),
  policies: {
    known: false,
    because: 'AccessDenied',
    needs: 'iam:ListRolePolicies',
  },
  boundary: { known: false, because: 'AccessDenied', needs: 'iam:GetRole' },
  findings: [],
  slots: ['execution'],
  needs: { known: true, value: roleNeeds.unread },
});

/** One role for each state of the needs. */
const ofNeeds = (
  [
    ['needs-satisfied', { known: true, value: roleNeeds.satisfied }],
    ['needs-unresolved', { known: true, value: roleNeeds.unresolved }],
    ['needs-empty', { known: true, value: [] }],
    [
      'needs-unknown',
      {
        known: false,
        because: 'AccessDenied',
        needs: 'ecs:DescribeTaskDefinition',
      },
    ],
  ] satisfies [string, RoleDetail['needs']][]
).map(([name, needs]) =>
  aRoleDetail({
    ...aRoleRef({ name }),
    slots: ['execution'],
    findings: [],
    needs,
  }),
);

/** Roles by their opaque id. */
export const roleDetails: Record<string, RoleDetail> = {
  [task.id]: task,
  [unread.id]: unread,
  ...Object.fromEntries(ofNeeds.map(role => [role.id, role])),
  [execution.id]: aRoleDetail({
    ...execution,
    slots: ['execution'],
    needs: { known: true, value: roleNeeds.broken },
    findings: findings.filter(({ roleName }) => roleName === execution.name),
    usedBy: { visible: [], hidden: 14 },
    policies: {
      known: true,
      value: [
        aPolicy({
          id: 'inline:secrets',
          name: 'secrets',
          document: {
            known: true,
            value: {
              text: '{\n  "Version": "2012-10-17",\n  "Statement": [\n    {\n      "Sid": "ReadSecrets",\n      "Effect": "Allow",\n      "Action": "secretsmanager:GetSecretValue",\n      "Resource": "*"\n    }\n  ]\n}',
              statements: [
                {
                  index: 0,
                  sid: 'ReadSecrets',
                  effect: 'Allow',
                  firstLine: 4,
                  lastLine: 9,
                  findings: ['secrets'],
                },
              ],
              faults: [],
            },
          },
        }),
      ],
    },
  }),
};
