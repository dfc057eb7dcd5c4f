import { annotations } from '@ecs-iam/plugin-ecs-iam-common';
import { matchEntity } from '../entities/matchEntity';
import type { DatabaseInventory } from '../inventory/DatabaseInventory';
import { component, pagesOf } from '../testSupport/aFleet';
import type { FixtureService } from '../testSupport/aFleet';
import { anInventory, at, IRELAND, VIRGINIA } from '../testSupport/anInventory';
import { testDatabases } from '../testSupport/databases';
import { findServices } from './findServices';
import { TargetCoverage } from './TargetCoverage';

const databases = testDatabases();
const ECS = 'arn:aws:ecs:eu-west-1:111122223333:service';
const coverage = TargetCoverage.create([IRELAND], []);

async function read(
  inventory: DatabaseInventory,
  time: string,
  pages: ReturnType<typeof pagesOf>,
) {
  const startedAt = at(time);
  for (const page of pages) {
    await inventory.writePage(IRELAND, page, startedAt);
  }
  await inventory.finishRead(IRELAND, {
    startedAt,
    finishedAt: startedAt,
    outcome: 'succeeded',
    gaps: [],
  });
}

describe.each(databases.engines)('findServices, %p', engine => {
  async function find(
    given: Readonly<Record<string, string>>,
    ...fleet: readonly FixtureService[]
  ) {
    const inventory = await anInventory(await databases.init(engine));
    await inventory.registerTargets([IRELAND], at('10:00'));
    await read(inventory, '10:00', pagesOf(...fleet));
    const { found, missing, unmatchedTags } = await findServices(
      matchEntity(component('a', given)),
      inventory,
      coverage,
    );
    return {
      found: found.map(({ stored, matchedBy }) => [
        stored.fact.arn.slice(ECS.length),
        matchedBy.length,
      ]),
      missing: missing.map(({ named, clusterNames }) => [
        named.arn.slice(ECS.length),
        clusterNames,
      ]),
      unmatchedTags: unmatchedTags.length,
    };
  }

  it('finds a service by the short ARN when one cluster has it, and no one of a longer name', async () => {
    expect(
      await find(
        { [annotations.serviceArns]: `${ECS}/checkout` },
        { name: 'checkout' },
        { name: 'checkout-canary' },
        { name: 'old-checkout', cluster: 'checkout' },
      ),
    ).toEqual({
      found: [['/prod-eu/checkout', 1]],
      missing: [],
      unmatchedTags: 0,
    });
  });

  it('names the clusters when several have it', async () => {
    expect(
      await find(
        { [annotations.serviceArns]: `${ECS}/checkout` },
        { name: 'checkout', cluster: 'blue' },
        { name: 'checkout', cluster: 'green' },
      ),
    ).toEqual({
      found: [],
      missing: [['/checkout', ['blue', 'green']]],
      unmatchedTags: 0,
    });
  });

  it('shows a service once that is named in both forms and by its tags', async () => {
    expect(
      await find(
        {
          [annotations.amazonEcsServiceArn]: `${ECS}/checkout`,
          [annotations.serviceArns]: `${ECS}/prod-eu/checkout`,
          [annotations.amazonEcsServiceTags]: 'app=checkout',
        },
        { name: 'checkout', tags: { app: 'checkout' } },
      ),
    ).toEqual({
      found: [['/prod-eu/checkout', 3]],
      missing: [],
      unmatchedTags: 0,
    });
  });

  it('wants all tags, with their letter case', async () => {
    const tags = annotations.amazonEcsServiceTags;
    const fleet = { name: 'checkout', tags: { app: 'checkout', env: 'prod' } };
    expect(await find({ [tags]: 'app=checkout,env=prod' }, fleet)).toEqual({
      found: [['/prod-eu/checkout', 1]],
      missing: [],
      unmatchedTags: 0,
    });
    expect(await find({ [tags]: 'app=checkout,env=Prod' }, fleet)).toEqual({
      found: [],
      missing: [],
      unmatchedTags: 1,
    });
  });

  it('keeps a service that is gone when it is named, but not when only its tags are', async () => {
    const inventory = await anInventory(await databases.init(engine));
    await inventory.registerTargets([IRELAND], at('10:00'));
    const checkout = { name: 'checkout', tags: { app: 'checkout' } };
    await read(inventory, '10:00', pagesOf(checkout, { name: 'orders' }));
    await read(inventory, '11:00', pagesOf({ name: 'orders' }));

    const look = (given: Readonly<Record<string, string>>) =>
      findServices(matchEntity(component('a', given)), inventory, coverage);
    expect(
      await look({
        [annotations.amazonEcsServiceArn]: `${ECS}/prod-eu/checkout`,
      }),
    ).toMatchObject({
      found: [{ stored: { goneAt: at('11:00').toISOString() } }],
      missing: [],
    });
    expect(
      await look({ [annotations.amazonEcsServiceTags]: 'app=checkout' }),
    ).toMatchObject({ found: [], unmatchedTags: [{}] });
  });

  it('does not show what was read of an account that is no target any more', async () => {
    const inventory = await anInventory(await databases.init(engine));
    await inventory.registerTargets([IRELAND], at('10:00'));
    await read(inventory, '10:00', pagesOf({ name: 'checkout' }));
    const match = matchEntity(
      component('a', {
        [annotations.amazonEcsServiceArn]: `${ECS}/prod-eu/checkout`,
      }),
    );
    expect(
      await findServices(
        match,
        inventory,
        TargetCoverage.create([VIRGINIA], []),
      ),
    ).toMatchObject({ found: [], missing: [{ clusterNames: [] }] });
  });

  it('lists only the services that are given, however many', async () => {
    const inventory = await anInventory(await databases.init(engine));
    await inventory.registerTargets([IRELAND], at('10:00'));
    await read(
      inventory,
      '10:00',
      pagesOf({ name: 'checkout' }, { name: 'orders' }),
    );
    const others = Array.from({ length: 70_000 }, (_, n) => `${ECS}/a/${n}`);
    const list = (arns: readonly string[]) =>
      inventory.listServices(
        { arns },
        { limit: 10, sort: 'name', descending: false },
      );
    expect(await list([...others, `${ECS}/prod-eu/orders`])).toMatchObject({
      items: [{ service: { name: 'orders' } }],
      totalItems: 1,
    });
    expect(await list([])).toMatchObject({ items: [], totalItems: 0 });
  });
});
