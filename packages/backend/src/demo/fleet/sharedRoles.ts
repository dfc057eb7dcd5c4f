import { joinParts } from './build/fleetPart';
import {
  allow,
  awsManaged,
  policy,
  trustService,
  trustTasks,
} from './build/policies';
import { role, roleArn } from './build/role';
import { accounts } from './types';
import type { Account, FleetPart } from './types';

/** The execution role that a console's wizard made in each account, and what grew on it. */
export function sharedExecutionRoleArn(account: Account): string {
  return roleArn({ account, path: '/', name: 'ecsTaskExecutionRole' });
}

function sharedExecutionRole(
  account: Account,
  inline: Readonly<Record<string, ReturnType<typeof policy>>> = {},
) {
  return role(account, 'ecsTaskExecutionRole', {
    trust: trustService('ecs-tasks.amazonaws.com'),
    attached: [awsManaged('service-role/AmazonECSTaskExecutionRolePolicy')],
    inline,
    createdDaysAgo: 1460,
    lastUsed: { hoursAgo: 1, region: 'eu-west-1' },
  });
}

/** The target group of the one service behind VPC Lattice. */
export const latticeTargets = `arn:aws:vpc-lattice:us-east-1:${accounts.prod}:targetgroup/tg-0de40000000000001`;

const infrastructure = (name: string, managedPolicy: string) =>
  role(accounts.prod, name, {
    trust: trustService('ecs.amazonaws.com'),
    attached: [awsManaged(managedPolicy)],
    tags: { team: 'platform' },
    lastUsed: { hoursAgo: 20, region: 'eu-west-1' },
  });

const volumes = infrastructure(
  'ecsInfrastructureRoleForVolumes',
  'service-role/AmazonECSInfrastructureRolePolicyForVolumes',
);
const serviceConnect = infrastructure(
  'ecsInfrastructureRoleForServiceConnect',
  'service-role/AmazonECSInfrastructureRolePolicyForServiceConnectTransportLayerSecurity',
);
/** One target group, where the policy of AWS has all of them. */
const vpcLattice = role(accounts.prod, 'ecsInfrastructureRoleForLattice', {
  trust: trustService('ecs.amazonaws.com'),
  inline: {
    targets: policy(
      allow(
        [
          'vpc-lattice:RegisterTargets',
          'vpc-lattice:DeregisterTargets',
          'vpc-lattice:GetTargetGroup',
          'vpc-lattice:ListTargets',
        ],
        latticeTargets,
      ),
      allow(
        ['ec2:DescribeSubnets', 'ec2:DescribeVpcs', 'ec2:DescribeInstances'],
        '*',
      ),
    ),
  },
  tags: { team: 'platform' },
  lastUsed: { hoursAgo: 20, region: 'us-east-1' },
});
const loadBalancers = infrastructure(
  'ecsInfrastructureRoleForLoadBalancers',
  'AmazonECSInfrastructureRolePolicyForLoadBalancers',
);
const express = infrastructure(
  'ecsInfrastructureRoleForExpressServices',
  'service-role/AmazonECSInfrastructureRoleforExpressGatewayServices',
);
const gateway = infrastructure(
  'ecsInfrastructureRoleForGateways',
  'AmazonECSInfrastructureRolePolicyForLoadBalancers',
);
const deploymentHook = role(accounts.prod, 'ecs-deployment-hook', {
  trust: trustService('ecs.amazonaws.com'),
  inline: {
    invoke: policy(
      allow(
        'lambda:InvokeFunction',
        `arn:aws:lambda:us-east-1:${accounts.prod}:function:approve-deployment`,
      ),
    ),
  },
  tags: { team: 'platform' },
});
/** ECS makes it by itself, once in each account. */
const serviceLinked = role(accounts.prod, 'AWSServiceRoleForECS', {
  path: '/aws-service-role/ecs.amazonaws.com/',
  trust: trustService('ecs.amazonaws.com'),
  attached: [awsManaged('aws-service-role/AmazonECSServiceRolePolicy')],
  createdDaysAgo: 2600,
});
const legacyService = role(accounts.prod, 'ecsServiceRole', {
  trust: trustService('ecs.amazonaws.com'),
  attached: [awsManaged('service-role/AmazonEC2ContainerServiceRole')],
  createdDaysAgo: 3200,
  lastUsed: { hoursAgo: 60, region: 'eu-west-1' },
});

/** Five teams' "just use this one": it can do what any of them ever needed. */
const shopShared = role(accounts.prod, 'shop-shared-task', {
  trust: trustService('ecs-tasks.amazonaws.com'),
  inline: {
    tables: policy(
      allow(
        ['dynamodb:GetItem', 'dynamodb:Query', 'dynamodb:PutItem'],
        `arn:aws:dynamodb:eu-west-1:${accounts.prod}:table/shop-*`,
      ),
      allow('s3:GetObject', 'arn:aws:s3:::example-shop-media/*'),
    ),
  },
  tags: { team: 'shop' },
  createdDaysAgo: 1100,
});

/** ARNs of the roles that services of several teams name. */
export const shared = {
  volumes: roleArn(volumes),
  serviceConnect: roleArn(serviceConnect),
  lattice: roleArn(vpcLattice),
  loadBalancers: roleArn(loadBalancers),
  express: roleArn(express),
  gateway: roleArn(gateway),
  deploymentHook: roleArn(deploymentHook),
  legacyService: roleArn(legacyService),
  serviceLinked: roleArn(serviceLinked),
  shopShared: roleArn(shopShared),
} as const;

/** Limits what developers may give their roles. */
export const developerBoundary = `arn:aws:iam::${accounts.prod}:policy/developer-boundary`;

/** Asked for by a check list, and limits nothing. */
export const everythingBoundary = `arn:aws:iam::${accounts.prod}:policy/everything-boundary`;

export const sharedRoles: FleetPart = joinParts({
  policies: [
    {
      account: accounts.prod,
      name: 'developer-boundary',
      document: policy(
        allow(
          ['s3:GetObject', 's3:ListBucket', 's3:PutObject'],
          ['arn:aws:s3:::example-invoices', 'arn:aws:s3:::example-invoices/*'],
        ),
        allow(['logs:CreateLogStream', 'logs:PutLogEvents'], '*'),
      ),
    },
    {
      account: accounts.prod,
      name: 'everything-boundary',
      document: policy(allow('*', '*')),
    },
  ],
  roles: [
    // Somebody needed one secret, once.
    sharedExecutionRole(accounts.prod, {
      secrets: policy(allow(['secretsmanager:*', 'ssm:GetParameters'], '*')),
    }),
    sharedExecutionRole(accounts.staging, {
      everything: policy(allow(['secretsmanager:*', 'kms:Decrypt'], '*')),
    }),
    sharedExecutionRole(accounts.data),
    volumes,
    serviceConnect,
    vpcLattice,
    loadBalancers,
    express,
    gateway,
    deploymentHook,
    legacyService,
    serviceLinked,
    shopShared,
    // In the catalog only: no service runs with it.
    role(accounts.prod, 'shop-nightly-export', {
      trust: trustTasks(accounts.prod),
      inline: {
        export: policy(allow('s3:*', '*')),
      },
      lastUsed: null,
      createdDaysAgo: 500,
      tags: { team: 'shop' },
    }),
  ],
});
