import { known, unknown } from '@ecs-iam/iam-analysis';
import type { Service } from '@ecs-iam/iam-analysis';
import { annotations } from '@ecs-iam/plugin-ecs-iam-common';
import { EntityIndex } from './EntityIndex';
import { matchEntity } from './matchEntity';

const CHECKOUT = 'arn:aws:ecs:eu-west-1:111122223333:service/shop/checkout';

function aService(change: Partial<Service> = {}): Service {
  return {
    kind: 'service',
    arn: CHECKOUT,
    name: 'checkout',
    clusterArn: 'arn:aws:ecs:eu-west-1:111122223333:cluster/shop',
    accountId: '111122223333',
    region: 'eu-west-1',
    partition: 'aws',
    status: 'ACTIVE',
    launchType: 'FARGATE',
    capacityProviderStrategy: [],
    schedulingStrategy: 'REPLICA',
    deploymentController: 'ECS',
    desiredCount: 1,
    runningCount: 1,
    enableExecuteCommand: false,
    tags: known({ component: 'checkout', environment: 'prod' }),
    deployments: [],
    namedRoles: [],
    serviceConnectLogs: null,
    platformVersion: null,
    assignPublicIp: null,
    express: false,
    guardDuty: known(false),
    overrides: known([]),
    ...change,
  };
}

function indexOf(entities: Record<string, Record<string, string>>) {
  return EntityIndex.create(
    Object.entries(entities).map(([name, given]) => ({
      ref: `component:default/${name}`,
      owners: [],
      systems: [],
      match: matchEntity({
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'Component',
        metadata: { name, annotations: given },
      }),
    })),
  );
}

const tags = annotations.amazonEcsServiceTags;
const arn = annotations.amazonEcsServiceArn;

describe('EntityIndex', () => {
  it('finds the entities that name a service by ARN or by tags, each once', () => {
    const index = indexOf({
      b: { [arn]: CHECKOUT },
      a: { [tags]: 'environment=prod,component=checkout', [arn]: CHECKOUT },
      c: { [annotations.serviceArns]: `${CHECKOUT}-2,${CHECKOUT}` },
    });
    expect(index.entitiesOfService(aService())).toEqual([
      'component:default/a',
      'component:default/b',
      'component:default/c',
    ]);
  });

  it.each<[string, Record<string, string>, Partial<Service>]>([
    [
      'of the same name in another cluster',
      { [arn]: CHECKOUT },
      { clusterArn: 'arn:aws:ecs:eu-west-1:111122223333:cluster/other' },
    ],
    ['in another region', { [arn]: CHECKOUT }, { region: 'us-east-1' }],
    ['that lacks one of the tags', { [tags]: 'component=checkout,x=y' }, {}],
    ['with another value of a tag', { [tags]: 'component=check' }, {}],
    [
      'whose tags could not be read',
      { [tags]: 'component=checkout' },
      { tags: unknown('AccessDenied') },
    ],
  ])('does not tie an entity to a service %s', (_, given, change) => {
    const index = indexOf({ a: given });
    expect(index.entitiesOfService(aService(change))).toEqual([]);
  });

  it('knows a service by an ARN of the old form', () => {
    const old = 'arn:aws:ecs:eu-west-1:111122223333:service/checkout';
    expect(
      indexOf({ a: { [arn]: old } }).entitiesOfService(aService()),
    ).toEqual(['component:default/a']);
    expect(
      indexOf({ a: { [arn]: CHECKOUT } }).entitiesOfService(
        aService({ arn: old }),
      ),
    ).toEqual(['component:default/a']);
  });

  it('finds the entities that name a role', () => {
    const role = 'arn:aws:iam::111122223333:role/checkout-task';
    const index = indexOf({
      a: { [annotations.roadieRoleArn]: role },
      b: { [annotations.roleArns]: `${role},${role}-2` },
      c: { [annotations.roleArns]: `${role}-2` },
    });
    expect(index.entitiesNamingRole(role)).toEqual([
      'component:default/a',
      'component:default/b',
    ]);
  });
});
