import { keyArn, queueArn, tableArn } from '../../build/names';
import { hostsOf } from '../../build/placements';
import { allow, awsManaged } from '../../build/policies';
import { named } from '../../build/roleChoice';
import { service } from '../../build/service';
import { prodEu } from '../../sites';
import { sharedExecutionRoleArn } from '../../sharedRoles';
import { awslogs } from '../../build/taskDefinition';

/** The service that the README shows: three roles, and something wrong with each. */
export const checkout = service(prodEu, {
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
