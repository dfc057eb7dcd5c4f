import { joinParts } from '../../build/fleetPart';
import { objectArn, parameterArn, queueArn, tableArn } from '../../build/names';
import { ec2, external, fargate, fargateSpot } from '../../build/placements';
import { allow, policy } from '../../build/policies';
import { named, own } from '../../build/roleChoice';
import { service } from '../../build/service';
import { edge, prodEu, prodEuFargate, staging } from '../../sites';
import { sharedExecutionRoleArn } from '../../sharedRoles';
import { roleArn } from '../../build/role';
import { cart } from './cart';
import { checkout } from './checkout';
import { jobs } from './jobs';
import { sharers } from './sharers';

export const shop = joinParts(
  checkout,
  sharers,
  jobs,
  cart(),
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
    environmentFiles: [objectArn('example-shop-config', 'order-events.env')],
    task: own(
      // An order that is half done is not to be stopped.
      allow(
        ['ecs:GetTaskProtection', 'ecs:UpdateTaskProtection'],
        `arn:aws:ecs:eu-west-1:${prodEuFargate.account}:task/serverless-eu/*`,
      ),
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
