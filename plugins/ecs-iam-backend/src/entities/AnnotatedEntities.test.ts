import type { Entity } from '@backstage/catalog-model';
import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { annotations } from '@ecs-iam/plugin-ecs-iam-common';
import { CatalogAnnotatedEntities } from './AnnotatedEntities';
import { createAnnotatedRoleSource, createTargetSource } from './targetSources';
import { waitForTargets } from './waitForTargets';

function component(name: string, given: Record<string, string>): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name, annotations: given },
    relations: [
      { type: 'ownedBy', targetRef: 'group:default/shop' },
      { type: 'partOf', targetRef: 'system:default/store' },
    ],
  };
}

const checkout = component('checkout', {
  [annotations.amazonEcsServiceArn]:
    'arn:aws:ecs:eu-west-1:111122223333:service/shop/checkout',
});
const role = 'arn:aws:iam::777788889999:role/warehouse';
const warehouse = component('warehouse', { [annotations.roleArns]: role });
const typo = component('typo', {
  [annotations.amazonEcsServiceArn]:
    'arn:aws:ecs:eu-wets-1:111122223333:service/shop/checkout',
});
const other = component('other', { 'backstage.io/techdocs-ref': 'dir:.' });

function entitiesOf(entities: Entity[], now?: () => number) {
  return CatalogAnnotatedEntities.create({
    auth: mockServices.auth(),
    catalog: catalogServiceMock({ entities }),
    now,
  });
}

describe('CatalogAnnotatedEntities', () => {
  it('reads the entities with one of our annotations', async () => {
    const { entities } = await entitiesOf([checkout, other]).index();
    expect(entities).toEqual([
      {
        ref: 'component:default/checkout',
        owners: ['group:default/shop'],
        systems: ['system:default/store'],
        match: expect.objectContaining({
          services: [expect.objectContaining({ serviceName: 'checkout' })],
        }),
      },
    ]);
  });

  it('asks the catalog again only when the answer is too old', async () => {
    const catalog = catalogServiceMock.mock({
      async *streamEntities() {
        yield [checkout];
      },
    });
    let now = 0;
    const entities = CatalogAnnotatedEntities.create({
      auth: mockServices.auth(),
      catalog,
      now: () => now,
    });

    await Promise.all([entities.index(), entities.index()]);
    expect(catalog.streamEntities).toHaveBeenCalledTimes(1);
    now = 59_999;
    await entities.index();
    expect(catalog.streamEntities).toHaveBeenCalledTimes(1);
    await entities.index({ maxAgeMilliseconds: 5_000 });
    expect(catalog.streamEntities).toHaveBeenCalledTimes(2);
    now = 120_000;
    await entities.index();
    expect(catalog.streamEntities).toHaveBeenCalledTimes(3);
  });

  it('does not keep a failure', async () => {
    let broken = true;
    const catalog = catalogServiceMock.mock({
      async *streamEntities() {
        if (broken) {
          throw new Error('down');
        }
        yield [checkout];
      },
    });
    const entities = CatalogAnnotatedEntities.create({
      auth: mockServices.auth(),
      catalog,
      now: () => 0,
    });
    await expect(entities.index()).rejects.toThrow('down');
    broken = false;
    await expect(entities.index()).resolves.toMatchObject({
      entities: [{ ref: 'component:default/checkout' }],
    });
  });
});

describe('createTargetSource', () => {
  it('takes the targets of the configuration', async () => {
    const targets = [
      { accountId: '111122223333', region: 'eu-west-1', partition: 'aws' },
    ];
    const source = createTargetSource({ targets }, entitiesOf([warehouse]));
    await expect(source.targets()).resolves.toEqual(targets);
  });

  it('takes accounts and regions of ARN annotations, without regions that do not exist', async () => {
    const source = createTargetSource(
      { targets: 'from-catalog' },
      entitiesOf([warehouse, checkout, typo, other]),
    );
    await expect(source.targets()).resolves.toEqual([
      { accountId: '111122223333', region: 'eu-west-1', partition: 'aws' },
      { accountId: '777788889999', region: 'us-east-1', partition: 'aws' },
    ]);
  });
});

describe('createAnnotatedRoleSource', () => {
  it('names each role once', async () => {
    const again = component('again', { [annotations.roadieRoleArn]: role });
    const source = createAnnotatedRoleSource(entitiesOf([warehouse, again]));
    await expect(source.roleArns()).resolves.toEqual([role]);
  });
});

describe('waitForTargets', () => {
  const logger = mockServices.logger.mock();
  const target = {
    accountId: '111122223333',
    region: 'eu-west-1',
    partition: 'aws',
  };

  it('waits for a catalog that is still coming up', async () => {
    const answers = [
      () => Promise.reject(new Error('503')),
      () => Promise.resolve([]),
      () => Promise.resolve([target]),
    ];
    const pauses: number[] = [];
    await expect(
      waitForTargets(
        { targets: async () => (await answers.shift()?.()) ?? [] },
        { logger, pause: async time => pauses.push(time) },
      ),
    ).resolves.toEqual([target]);
    expect(pauses).toEqual([1_000, 2_000]);
  });

  it.each([
    ['no annotation names an ARN', async () => [], 'no entity has'],
    [
      'the catalog cannot be asked',
      () => Promise.reject(new Error('no route')),
      'the catalog could not be asked: no route',
    ],
  ])('says which key to set when %s', async (_, targets, because) => {
    const waiting = waitForTargets(
      { targets },
      { logger, pause: async () => undefined },
    );
    await expect(waiting).rejects.toThrow(because);
    await expect(waiting).rejects.toThrow('Set ecsIam.targets');
  });
});
