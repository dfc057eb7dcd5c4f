import type { Entity } from '@backstage/catalog-model';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { annotations } from '@ecs-iam/plugin-ecs-iam-common';
import { readDemoCatalog } from './demoCatalog';
import { fleet } from './fleet';
import { roleArn } from './fleet/build/role';

const serviceArns = fleet.services.map(
  ({ account, region, cluster, name }) =>
    `arn:aws:ecs:${region}:${account}:service/${cluster}/${name}`,
);
const families = fleet.taskFamilies.flatMap(
  ({ account, region, taskDefinitions: [{ family }] }) => [
    family,
    `arn:aws:ecs:${region}:${account}:task-definition/${family}`,
  ],
);
const known = new Set([
  ...serviceArns,
  ...families,
  ...fleet.roles.map(roleArn),
]);

/** Entities whose annotation is wrong on purpose. */
const wrongOnPurpose = [
  'component:default/gift-finder',
  'component:default/old-search',
  'component:default/partner-portal',
];

function namedArns({ metadata }: Entity): readonly string[] {
  return [
    annotations.amazonEcsServiceArn,
    annotations.awsArn,
    annotations.roadieRoleArn,
    annotations.serviceArns,
    annotations.roleArns,
    annotations.taskFamilies,
  ].flatMap(
    name => metadata.annotations?.[name]?.split(/[\n,]/).filter(Boolean) ?? [],
  );
}

function wantedTags({ metadata }: Entity): Readonly<Record<string, string>> {
  const value = metadata.annotations?.[annotations.amazonEcsServiceTags];
  return Object.fromEntries(
    (value?.split(',') ?? []).map(tag => tag.split('=')),
  );
}

describe('the demo catalog', () => {
  let entities: readonly Entity[];
  beforeAll(async () => {
    entities = await readDemoCatalog();
  });

  it('names services, families and roles of the fleet, but where it errs on purpose', () => {
    const wrong = entities.filter(
      entity => !namedArns(entity).every(arn => known.has(arn)),
    );
    expect(wrong.map(entity => stringifyEntityRef(entity)).sort()).toEqual(
      wrongOnPurpose,
    );
  });

  it('finds services by all tags that it names', () => {
    const found = entities
      .filter(entity => Object.keys(wantedTags(entity)).length > 0)
      .map(entity => [
        entity.metadata.name,
        fleet.services.filter(({ tags }) =>
          Object.entries(wantedTags(entity)).every(
            ([key, value]) => tags[key] === value,
          ),
        ).length,
      ]);
    expect(Object.fromEntries(found)).toEqual({
      'image-builder': 2,
      'order-events': 1,
      'payments-api': 2,
      storefront: 2,
      synonyms: 1,
    });
  });

  it('has an entity for each family that no service runs', () => {
    const named = new Set(entities.flatMap(namedArns));
    expect(
      fleet.taskFamilies
        .map(({ account, region, taskDefinitions: [{ family }] }) => [
          family,
          `arn:aws:ecs:${region}:${account}:task-definition/${family}`,
        ])
        .filter(names => !names.some(name => named.has(name))),
    ).toEqual([]);
  });

  it('uses every kind of annotation', () => {
    const used = new Set(
      entities.flatMap(({ metadata }) =>
        Object.keys(metadata.annotations ?? {}),
      ),
    );
    expect(Object.values(annotations).filter(name => !used.has(name))).toEqual(
      [],
    );
  });

  it('has an owner and a system for each component', () => {
    const refs = new Set(entities.map(entity => stringifyEntityRef(entity)));
    const lost = entities
      .filter(({ kind }) => kind === 'Component' || kind === 'Resource')
      .filter(
        ({ spec }) =>
          !refs.has(`group:default/${spec?.owner}`) ||
          !refs.has(`system:default/${spec?.system}`),
      );
    expect(lost).toEqual([]);
  });

  it('lists all of its files', async () => {
    const location = entities.find(({ kind }) => kind === 'Location');
    expect(location?.spec?.targets).toEqual([
      './org.yaml',
      './systems.yaml',
      './shop.yaml',
      './payments.yaml',
      './search.yaml',
      './mobile.yaml',
      './data.yaml',
      './platform.yaml',
    ]);
  });

  it('leaves some services without an entity', () => {
    const covered = new Set(entities.flatMap(namedArns));
    expect(serviceArns.filter(arn => !covered.has(arn))).toContain(
      'arn:aws:ecs:us-east-1:444455556666:service/sandbox/notebook',
    );
  });
});
