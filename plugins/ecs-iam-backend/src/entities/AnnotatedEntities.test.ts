import type { Entity } from '@backstage/catalog-model';
import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { annotations } from '@ecs-iam/plugin-ecs-iam-common';
import { CatalogAnnotatedEntities } from './AnnotatedEntities';
import { createAnnotatedNameSource, createTargetSource } from './targetSources';

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

describe('CatalogAnnotatedEntities, while the catalog comes up', () => {
  it('does not keep an empty answer', async () => {
    const answers: Entity[][] = [[], [checkout]];
    const catalog = catalogServiceMock.mock({
      async *streamEntities() {
        yield answers.shift() ?? [];
      },
    });
    const entities = CatalogAnnotatedEntities.create({
      auth: mockServices.auth(),
      catalog,
      now: () => 0,
    });
    expect((await entities.index()).entities).toHaveLength(0);
    expect((await entities.index()).entities).toHaveLength(1);
    expect((await entities.index()).entities).toHaveLength(1);
  });

  it.each([
    ['no entity at all', [], true],
    ['an entity, though not one of ours', [other], false],
  ])('knows whether there is %s', async (_, entities, expected) => {
    await expect(entitiesOf(entities).isCatalogEmpty()).resolves.toBe(expected);
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

describe('createAnnotatedNameSource', () => {
  it('names each role once, and the families', async () => {
    const again = component('again', {
      [annotations.roadieRoleArn]: role,
      [annotations.taskFamilies]: 'nightly-report',
    });
    const source = createAnnotatedNameSource(entitiesOf([warehouse, again]));
    await expect(source.names()).resolves.toEqual({
      roleArns: [role],
      families: [
        {
          family: 'nightly-report',
          place: null,
          value: 'nightly-report',
          matchedBy: [annotations.taskFamilies],
        },
      ],
    });
  });
});
