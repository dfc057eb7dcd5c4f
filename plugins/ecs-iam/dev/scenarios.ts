import type { EntityRoles } from '@ecs-iam/plugin-ecs-iam-common';
import {
  aGap,
  anAnnotatedRole,
  anEntityRoles,
  aRoleRef,
  aRoleUse,
  aScan,
  aService,
} from '../src/__testUtils__/builders';
import { failWith } from '../src/__testUtils__/failWith';
import { findings } from './findings';
import { hosts } from './hosts';

/** What the backend answers, by the name of the entity. */
export const scenarios: Record<string, () => Promise<EntityRoles>> = {
  checkout: async () => full(),
  clean: async () =>
    anEntityRoles({
      services: [
        aService({ name: 'search', compute: ['fargate'], roles: cleanRows }),
      ],
    }),
  partial: async () =>
    anEntityRoles({
      services: [partialService],
      gaps: [
        aGap(),
        aGap({
          api: 'iam:ListRolePolicies',
          message:
            '`iam:ListRolePolicies` is denied, so inline policies of this account are not judged.',
          attach:
            '{\n  "Effect": "Allow",\n  "Action": "iam:ListRolePolicies",\n  "Resource": "*"\n}',
        }),
      ],
      stale: {
        since: '2026-11-22T12:00:00.000Z',
        error:
          '777788889999 eu-west-1: the role `portal-scan` could not be assumed. Check its trust policy.',
      },
      mayScan: false,
    }),
  broken: async () =>
    anEntityRoles({
      services: [notFound, notATarget, gone],
      roles: [
        anAnnotatedRole({ findings: ['nightly'] }),
        anAnnotatedRole({
          arn: 'arn:aws:iam::11112222333:role/typo',
          role: null,
          lastUsed: null,
          problem: {
            message: 'The account id `11112222333` has 11 digits.',
            fix: 'Write all 12 digits; leading zeros count.',
            snippet: null,
          },
        }),
      ],
      problems: [
        {
          annotation: 'aws.amazon.com/amazon-ecs-service-tags',
          value: 'app',
          message: '`app` has no value.',
          fix: 'Write each tag as `key=value`, separated by commas.',
          snippet:
            'aws.amazon.com/amazon-ecs-service-tags: app=checkout,env=prod',
        },
      ],
    }),
  hosts: async () =>
    anEntityRoles({
      services: [
        aService({ name: 'search', hosts: { known: true, value: hosts.many } }),
        aService({ name: 'quiet', hosts: { known: true, value: hosts.quiet } }),
        aService({
          name: 'ledger',
          hosts: {
            known: false,
            because: 'AccessDenied',
            needs: 'ecs:DescribeContainerInstances',
          },
        }),
      ],
    }),
  needs: async () =>
    anEntityRoles({
      services: [
        aService({
          compute: ['fargate'],
          roles: [
            'needs-satisfied',
            'needs-unresolved',
            'needs-empty',
            'needs-unknown',
          ].map(name =>
            aRoleUse({ slot: 'execution', role: aRoleRef({ name }) }),
          ),
        }),
      ],
    }),
  tasks: async () => anEntityRoles({ services: [nightly, monthly] }),
  'not-scanned': async () =>
    anEntityRoles({
      services: [],
      scannedAt: null,
      scan: aScan({ state: 'running', progress: { done: 1, total: 4 } }),
    }),
  'no-service': async () => anEntityRoles({ services: [], annotated: true }),
  forbidden: () => failWith(403, 'NotAllowedError', 'Unauthorized'),
  failed: () =>
    failWith(503, 'ServiceUnavailableError', 'The database is not reachable.'),
  loading: () => new Promise(() => {}),
};

function full(): EntityRoles {
  return anEntityRoles({
    services: [
      aService({
        runningCount: 2,
        desiredCount: 3,
        deploymentInProgress: true,
        roles: checkoutRows,
        hosts: { known: true, value: hosts.shared },
      }),
      aService({
        name: 'checkout-worker',
        compute: ['fargate'],
        roles: cleanRows,
      }),
    ],
    findings,
    gaps: [aGap()],
  });
}

const execution = aRoleRef({ name: 'ecsTaskExecution' });
const instance = aRoleRef({ name: 'ecsInstanceRole' });

const checkoutRows = [
  aRoleUse({
    slot: 'execution',
    role: execution,
    appliesTo: 'ECS agent',
    usedFor: [
      'pulls shop/checkout and 2 more images from ECR',
      'writes /ecs/checkout',
      'reads 2 secrets',
    ],
    required: { value: 'yes', because: ['ECR', 'logs', 'secrets'] },
    lastUsed: {
      known: true,
      value: { date: new Date().toISOString(), region: 'eu-west-1' },
    },
    sharedWith: {
      visible: Array.from({ length: 9 }, (_, n) => ({
        serviceArn: `service-${n}`,
        serviceName: `service-${n}`,
        clusterName: 'prod-eu',
        entityRefs: n % 2 === 0 ? [`component:default/service-${n}`] : [],
      })),
      hidden: 5,
    },
    findings: ['secrets', 'excess'],
  }),
  aRoleUse({
    appliesTo: 'revision 42, 67 % of tasks',
    revisions: [
      {
        taskDefinitionArn:
          'arn:aws:ecs:eu-west-1:111122223333:task-definition/checkout:42',
        revision: 42,
        sharePercent: 67,
      },
    ],
    usedFor: [
      'S3 (read)',
      'DynamoDB (write)',
      'opens ECS Exec sessions',
      'sends traces to X-Ray',
      'mounts the EFS file system carts',
      'calls the Service Connect proxy',
    ],
    findings: ['finding-admin', 'shared', 'mitigated'],
    sharedWith: { visible: [], hidden: 1 },
  }),
  aRoleUse({
    appliesTo: 'revision 41, 33 % of tasks',
    role: aRoleRef({
      name: 'checkout-task-with-a-very-long-name-that-the-infrastructure-code-has-made-1F2A3B4C5D',
    }),
    revisions: [
      {
        taskDefinitionArn:
          'arn:aws:ecs:eu-west-1:111122223333:task-definition/checkout:41',
        revision: 41,
        sharePercent: 33,
      },
    ],
    usedFor: ['S3 (read)', 'DynamoDB (write)'],
  }),
  aRoleUse({
    slot: 'instance',
    role: instance,
    appliesTo: '3 hosts',
    usedFor: ['registers hosts', 'polls for tasks', 'sends telemetry'],
    required: { value: 'yes', because: ['EC2'] },
    notes: [
      'Host and template differ: running hosts of capacity provider prod-eu have ecsInstanceRole, the next one gets ecsInstanceRole-v2 (launch template ecs-hosts)',
    ],
    sharedWith: { visible: [], hidden: 9 },
    findings: ['instance'],
  }),
];

const cleanRows = [
  aRoleUse({
    slot: 'execution',
    role: execution,
    appliesTo: 'Fargate agent',
    usedFor: ['pulls shop/search from ECR', 'writes /ecs/search'],
    required: { value: 'yes', because: ['ECR', 'logs'] },
  }),
  aRoleUse({
    role: null,
    appliesTo: 'all containers',
    usedFor: [],
    required: {
      value: 'no',
      because: ['nothing in the task definition needs one'],
    },
    lastUsed: null,
  }),
  aRoleUse({
    slot: 'instance',
    role: null,
    appliesTo: '–',
    usedFor: ['Fargate has no host of yours'],
    required: { value: 'no', because: ['the service runs on Fargate'] },
    lastUsed: null,
  }),
];

const nightly = aService({
  name: 'nightly-report',
  kind: 'task-family',
  compute: ['fargate'],
  runningCount: 0,
  desiredCount: null,
  roles: cleanRows,
});

const monthly = aService({
  name: 'monthly-invoice',
  kind: 'task-family',
  runningCount: 1,
  desiredCount: null,
  hosts: { known: true, value: hosts.quiet },
});

const partialService = aService({
  name: 'ledger',
  accountId: '777788889999',
  roles: [
    aRoleUse({
      slot: 'execution',
      role: aRoleRef({
        name: 'ledger-execution',
        existence: {
          known: false,
          because: 'AccessDenied',
          needs: 'iam:GetRole',
        },
      }),
      appliesTo: 'ECS agent',
      usedFor: ['pulls ledger from ECR'],
      required: { value: 'yes', because: ['ECR'] },
      lastUsed: { known: false, because: 'AccessDenied', needs: 'iam:GetRole' },
      undecided: [
        {
          ruleId: 'iam.admin-access',
          because: 'AccessDenied',
          needs: 'iam:GetRole',
        },
        {
          ruleId: 'iam.service-wildcard',
          because: 'AccessDenied',
          needs: 'iam:GetRole',
        },
      ],
    }),
    aRoleUse({
      role: aRoleRef({
        name: 'ledger-task',
        existence: { known: true, value: 'not-found' },
      }),
      lastUsed: null,
      findings: [],
    }),
    aRoleUse({
      slot: 'instance',
      role: null,
      unresolved: {
        because: 'AccessDenied',
        needs: 'ecs:DescribeContainerInstances',
      },
      appliesTo: 'hosts of the cluster',
      usedFor: [],
      required: { value: 'yes', because: ['EC2'] },
      lastUsed: null,
    }),
  ],
});

const notFound = aService({
  name: 'chekout',
  state: 'not-found',
  roles: [],
  runningCount: null,
  desiredCount: null,
  compute: [],
  consoleUrl: null,
  problem: {
    message: 'There is no service `chekout` in the cluster `prod-eu`.',
    fix: 'Correct the name in the annotation. The cluster has a service with a similar name:',
    snippet:
      'aws.amazon.com/amazon-ecs-service-arn: arn:aws:ecs:eu-west-1:111122223333:service/prod-eu/checkout',
  },
});

const notATarget = aService({
  name: 'refunds',
  state: 'not-a-target',
  accountId: '444455556666',
  region: 'us-east-1',
  roles: [],
  cluster: null,
  runningCount: null,
  desiredCount: null,
  compute: [],
  consoleUrl: null,
  problem: {
    message:
      'Account 444455556666 in us-east-1 is no target of the scan, so nothing is known about this service.',
    fix: 'Add it to the configuration of the backend:',
    snippet:
      "ecsIam:\n  targets:\n    - accountId: '444455556666'\n      regions: [us-east-1]\n",
  },
});

const gone = aService({
  name: 'vouchers',
  state: 'gone',
  goneSince: '2026-11-19T07:00:00.000Z',
  roles: [],
  runningCount: null,
  desiredCount: null,
  compute: [],
  problem: {
    message:
      'The service was deleted: the last full scan did not find it any more.',
    fix: 'Remove the annotation, or deploy the service again.',
    snippet: null,
  },
});
