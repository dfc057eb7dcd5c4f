import { joinParts } from '../build/fleetPart';
import { fargate, fargateSpot, hostsOf } from '../build/placements';
import { allow } from '../build/policies';
import { named, own } from '../build/roleChoice';
import { service } from '../build/service';
import { logRouter } from '../build/taskDefinition';
import { analytics, machineLearning, prodUs } from '../sites';
import { sharedExecutionRoleArn } from '../sharedRoles';

const onHosts = hostsOf('analytics-hosts');
const onMachineLearning = hostsOf('ml-hosts');

/** Most of it lies in an account whose roles the portal may not read. */
export const data = joinParts(
  service(analytics, {
    name: 'etl-orchestrator',
    team: 'data',
    on: fargate(),
    desired: 1,
    task: own(allow('states:StartExecution', '*')),
  }),
  service(analytics, {
    name: 'dbt-runner',
    team: 'data',
    on: fargateSpot(),
    secrets: { WAREHOUSE_PASSWORD: 'data/dbt/warehouse' },
    execution: named(sharedExecutionRoleArn(analytics.account)),
    task: own(allow('redshift-data:*', '*')),
  }),
  service(analytics, {
    name: 'kafka-connect',
    team: 'data',
    on: onHosts,
    desired: 3,
    running: 0,
    task: own(allow('kafka-cluster:*', '*')),
  }),
  service(analytics, {
    name: 'dashboards',
    team: 'data',
    on: fargate(),
    execution: named(sharedExecutionRoleArn(analytics.account)),
    task: own(allow(['athena:*', 'glue:*'], '*')),
  }),
  service(analytics, {
    name: 'event-collector',
    team: 'data',
    on: onHosts,
    desired: 6,
    running: 0,
    task: null,
  }),
  service(machineLearning, {
    name: 'feature-store',
    team: 'data',
    on: fargate(),
    task: own(allow('dynamodb:Query', '*')),
  }),
  service(machineLearning, {
    name: 'model-serving',
    team: 'data',
    on: onMachineLearning,
    desired: 4,
    running: 0,
    task: own(allow('s3:GetObject', 'arn:aws:s3:::example-models/*')),
  }),
  service(machineLearning, {
    name: 'embeddings',
    team: 'data',
    on: onMachineLearning,
    running: 0,
    execution: named(sharedExecutionRoleArn(machineLearning.account)),
  }),
  service(prodUs, {
    name: 'event-relay',
    team: 'data',
    on: fargate(),
    // The role was told of the stream of events, not of that of the logs.
    container: {
      logConfiguration: {
        logDriver: 'awsfirelens',
        options: {
          Name: 'firehose',
          region: 'us-east-1',
          delivery_stream: 'service-logs',
        },
      },
    },
    sidecars: [logRouter(prodUs, 'event-relay')],
    task: own(
      allow(
        'firehose:PutRecordBatch',
        `arn:aws:firehose:us-east-1:${prodUs.account}:deliverystream/events`,
      ),
      allow('s3:PutBucketPolicy', 'arn:aws:s3:::example-events'),
    ),
  }),
);
