import { joinParts } from '../build/fleetPart';
import { parameterArn, queueArn, tableArn } from '../build/names';
import {
  ec2,
  external,
  fargate,
  fargateSpot,
  hostsOf,
} from '../build/placements';
import { allow, policy } from '../build/policies';
import { named, own, service } from '../build/service';
import { edge, prodEu, prodEuFargate, staging } from '../sites';
import { shared, sharedExecutionRoleArn } from '../sharedRoles';
import { roleArn } from '../build/role';
import { awslogs } from '../build/taskDefinition';

/** The service that the README shows: three roles, and something wrong with each. */
const checkout = service(prodEu, {
  name: 'checkout',
  team: 'shop',
  on: hostsOf('prod-eu-hosts'),
  desired: 3,
  revision: 42,
  executeCommand: true,
  environment: { STAGE: 'prod', SESSION_TOKEN: 'example-not-a-secret' },
  secrets: {
    DATABASE_PASSWORD: 'shop/checkout/database',
    STRIPE_KEY: 'shop/checkout/payment-provider',
  },
  execution: named(sharedExecutionRoleArn(prodEu.account)),
  task: {
    own: [
      allow(
        ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem'],
        tableArn(prodEu, 'checkout-baskets'),
      ),
      allow('sqs:SendMessage', queueArn(prodEu, 'orders')),
      allow('s3:*', '*'),
      // Left from a migration that made roles by itself.
      { Sid: 'TemporaryForMigration', ...allow('iam:*', '*') },
    ],
    special: { tags: { team: 'shop' }, createdDaysAgo: 640 },
  },
  container: { name: 'checkout' },
  sidecars: [
    {
      name: 'envoy',
      image: 'public.ecr.aws/appmesh/aws-appmesh-envoy:v1.29.12.1-prod',
      essential: false,
      logConfiguration: awslogs(prodEu, 'checkout'),
    },
    {
      name: 'xray-daemon',
      image: 'public.ecr.aws/xray/aws-xray-daemon:3.3.14',
      essential: false,
      logConfiguration: awslogs(prodEu, 'checkout'),
    },
  ],
});

/** Five services run with one role: what one may, all may. */
const sharers = joinParts(
  ...['promotions', 'gift-cards', 'wishlist', 'reviews', 'recommendations'].map(
    name =>
      service(prodEuFargate, {
        name,
        team: 'shop',
        on: fargate(),
        task: named(shared.shopShared),
        execution:
          name === 'reviews' || name === 'wishlist'
            ? named(sharedExecutionRoleArn(prodEuFargate.account))
            : undefined,
      }),
  ),
);

export const shop = joinParts(
  checkout,
  sharers,
  service(prodEu, {
    name: 'cart',
    team: 'shop',
    on: hostsOf('prod-eu-hosts'),
    revision: 17,
    parameters: { CURRENCIES: 'shop/cart/currencies' },
    task: own(
      allow(
        ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:DeleteItem'],
        tableArn(prodEu, 'carts'),
      ),
    ),
  }),
  // On EC2 with no task role: the code runs with the role of the host.
  service(prodEu, {
    name: 'pricing',
    team: 'shop',
    on: ec2(),
    secrets: { RATES_API_KEY: 'shop/pricing/rates-api' },
    execution: named(sharedExecutionRoleArn(prodEu.account)),
    task: null,
  }),
  // One role in both slots.
  service(prodEuFargate, {
    name: 'storefront',
    team: 'shop',
    on: fargate(),
    desired: 6,
    revision: 88,
    execution: {
      own: [
        allow('ecr:GetAuthorizationToken', '*'),
        allow(
          ['ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'],
          `arn:aws:ecr:eu-west-1:${prodEu.account}:repository/shop/storefront`,
        ),
        allow(['logs:CreateLogStream', 'logs:PutLogEvents'], '*'),
        allow('s3:GetObject', 'arn:aws:s3:::example-shop-media/*'),
      ],
      special: { name: 'storefront' },
    },
    task: named(
      roleArn({ account: prodEu.account, path: '/', name: 'storefront' }),
    ),
  }),
  service(prodEuFargate, {
    name: 'order-events',
    team: 'shop',
    on: fargateSpot(),
    desired: 4,
    task: own(
      allow(
        [
          'sqs:ReceiveMessage',
          'sqs:DeleteMessage',
          'sqs:GetQueueAttributes',
          // A letter is missing: the queue is read without it.
          'sqs:ChangeMessageVisibilty',
        ],
        queueArn(prodEuFargate, 'orders'),
      ),
    ),
  }),
  // Bound to its cluster, which ECS does not support: no task starts.
  service(edge, {
    name: 'label-printer',
    team: 'shop',
    on: external(),
    running: 0,
    task: {
      own: [
        allow(
          ['sqs:ReceiveMessage', 'sqs:DeleteMessage'],
          queueArn(edge, 'labels'),
        ),
        allow('ssm:GetParameter', parameterArn(edge, 'shop/printers/layout')),
      ],
      special: {
        trust: policy({
          Effect: 'Allow',
          Principal: { Service: 'ecs-tasks.amazonaws.com' },
          Action: 'sts:AssumeRole',
          Condition: {
            ArnEquals: {
              'aws:SourceArn': `arn:aws:ecs:${edge.region}:${edge.account}:cluster/${edge.cluster}`,
            },
          },
        }),
        lastUsed: null,
      },
    },
  }),
  service(staging, {
    name: 'checkout',
    team: 'shop',
    on: ec2('awsvpc'),
    desired: 1,
    revision: 61,
    executeCommand: true,
    secrets: { DATABASE_PASSWORD: 'shop/checkout/database' },
    execution: named(sharedExecutionRoleArn(staging.account)),
    task: own(
      allow(
        ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem'],
        tableArn(staging, 'checkout-baskets'),
      ),
    ),
    tags: { environment: 'staging' },
  }),
  service(staging, {
    name: 'storefront',
    team: 'shop',
    on: fargateSpot(),
    desired: 1,
    task: own(allow('s3:GetObject', 'arn:aws:s3:::example-shop-media/*')),
    tags: { environment: 'staging' },
  }),
);
