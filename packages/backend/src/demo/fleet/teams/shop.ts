import { joinParts } from '../build/fleetPart';
import {
  ecrImage,
  keyArn,
  objectArn,
  parameterArn,
  queueArn,
  secretArn,
  tableArn,
} from '../build/names';
import {
  ec2,
  external,
  fargate,
  fargateSpot,
  hostsOf,
} from '../build/placements';
import { allow, awsManaged, policy, trustTasks } from '../build/policies';
import { besides, named, own } from '../build/roleChoice';
import { service } from '../build/service';
import type { ServiceInput } from '../build/service';
import { taskFamily } from '../build/taskFamily';
import { edge, prodEu, prodEuFargate, staging } from '../sites';
import { shared, sharedExecutionRoleArn } from '../sharedRoles';
import { role, roleArn } from '../build/role';
import { awslogs, taskDefinition } from '../build/taskDefinition';

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
  // The one secret with a key of its own: nobody told the execution role.
  keys: { 'shop/checkout/payment-provider': keyArn(prodEu, '0000de40') },
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
    special: {
      attached: [awsManaged('AWSXRayDaemonWriteAccess')],
      tags: { team: 'shop' },
      createdDaysAgo: 640,
    },
  },
  container: { name: 'checkout' },
  // App Mesh has ended; nobody has taken it out yet.
  more: { proxyConfiguration: { type: 'APPMESH', containerName: 'envoy' } },
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

function sharer(name: string, special: Partial<ServiceInput> = {}) {
  return service(prodEuFargate, {
    name,
    team: 'shop',
    on: fargate(),
    task: named(shared.shopShared),
    ...special,
  });
}

const sharedExecution = {
  execution: named(sharedExecutionRoleArn(prodEuFargate.account)),
};

const partnerSecret = 'aws/reference/secretsmanager/shop/gift-cards/partner';

/** Five services run with one role: what one may, all may. */
const sharers = joinParts(
  sharer('promotions'),
  // A parameter by its name alone, and a secret by way of a parameter.
  sharer('gift-cards', {
    references: {
      CODE_ALPHABET: '/shop/gift-cards/alphabet',
      PARTNER_API_KEY: `/${partnerSecret}`,
    },
    execution: besides(
      allow('ssm:GetParameters', [
        parameterArn(prodEuFargate, 'shop/gift-cards/alphabet'),
        parameterArn(prodEuFargate, partnerSecret),
      ]),
      allow(
        'secretsmanager:GetSecretValue',
        secretArn(prodEuFargate, 'shop/gift-cards/partner', '??????'),
      ),
    ),
  }),
  sharer('wishlist', sharedExecution),
  sharer('reviews', sharedExecution),
  // As a Terraform module wrote it by default, before its version 6.
  sharer('recommendations', {
    secrets: { MODEL_API_KEY: 'shop/recommendations/model' },
    execution: besides(
      allow('ssm:GetParameters', 'arn:aws:ssm:*:*:parameter/*'),
      allow(
        'secretsmanager:GetSecretValue',
        'arn:aws:secretsmanager:*:*:secret:*',
      ),
    ),
  }),
  {
    secrets: [
      { kind: 'parameter', name: 'shop/gift-cards/alphabet' } as const,
      { kind: 'secret', name: 'shop/gift-cards/partner' } as const,
    ].map(each => ({
      ...each,
      account: prodEuFargate.account,
      region: prodEuFargate.region,
      key: null,
    })),
  },
);

/** Runs a revision behind the latest, which names a role of its own. Of a parameter that was added, the role was not told. */
function cart() {
  const taxRates = 'shop/cart/tax-rates';
  const input = {
    name: 'cart',
    team: 'shop',
    on: hostsOf('prod-eu-hosts'),
    revision: 17,
    parameters: { CURRENCIES: 'shop/cart/currencies' },
    references: { TAX_RATES: parameterArn(prodEu, taxRates) },
    task: own(
      allow(
        ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:DeleteItem'],
        tableArn(prodEu, 'carts'),
      ),
    ),
  } as const;
  const next = role(prodEu.account, 'cart-task-2026', {
    trust: trustTasks(prodEu.account),
    tags: { team: 'shop' },
    createdDaysAgo: 2,
    lastUsed: null,
  });
  return joinParts(
    {
      roles: [next],
      secrets: [
        {
          account: prodEu.account,
          region: prodEu.region,
          kind: 'parameter',
          name: taxRates,
          key: null,
        },
      ],
    },
    service(prodEu, {
      ...input,
      otherRevisions: [
        {
          ...taskDefinition(prodEu, input, {
            execution: roleArn({
              account: prodEu.account,
              path: '/',
              name: 'cart-execution',
            }),
            task: roleArn(next),
            image: ecrImage(prodEu, 'shop/cart'),
          }),
          revision: 18,
        },
      ],
    }),
  );
}

/** A schedule starts the one, somebody the other by hand. */
const jobs = joinParts(
  taskFamily(prodEuFargate, {
    name: 'catalog-export',
    team: 'shop',
    on: fargate(),
    task: own(
      allow('s3:PutObject', objectArn('example-shop-exports', 'catalog/*')),
    ),
  }),
  taskFamily(
    prodEu,
    {
      name: 'price-import',
      team: 'shop',
      on: ec2(),
      revision: 3,
      task: own(allow('dynamodb:BatchWriteItem', tableArn(prodEu, 'prices'))),
    },
    [{ host: 1 }],
  ),
);

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
