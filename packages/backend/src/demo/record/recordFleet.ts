import type { Entity } from '@backstage/catalog-model';
import type { Fleet } from '../fleet/types';
import { RecordedAwsAccess } from '../replay/RecordedAwsAccess';
import { motoAt } from './askMoto';
import { FleetRecorder } from './FleetRecorder';
import { Moto } from './Moto';
import { paged } from './paging';
import { scanOnce } from './scanOnce';
import { seedFleet } from './seed/seedFleet';

/** Starts a moto server, fills it with the fleet, and records what the product asks of it. */
export async function recordFleet(
  options: Readonly<{
    fleet: Fleet;
    entities: readonly Entity[];
    say(message: string): void;
  }>,
): Promise<Awaited<ReturnType<FleetRecorder['files']>>> {
  const { fleet, entities, say } = options;
  say('Starting moto_server');
  const moto = await Moto.start();
  try {
    say(`Seeding ${fleet.services.length} services`);
    const hostArn = await seedFleet(moto.url, fleet);
    say('Scanning');
    const recorder = FleetRecorder.create({
      fleet,
      ask: paged(motoAt(moto.url)),
      hostArn,
    });
    // A portal may scan before it has read its catalog, and then asks other questions.
    for (const known of [[], entities]) {
      await scanOnce({
        access: RecordedAwsAccess.create({
          answers: recorder,
          now: recorder.recordedAt,
          onMissing: () => undefined,
        }),
        ecsIam: { targets: targetsOf(fleet) },
        entities: known,
      });
    }
    return await recorder.files();
  } finally {
    moto.stop();
  }
}

function targetsOf(fleet: Fleet) {
  const regions = new Map<string, Set<string>>();
  for (const { account, region } of fleet.clusters) {
    regions.set(account, (regions.get(account) ?? new Set()).add(region));
  }
  return [...regions].map(([accountId, names]) => ({
    accountId,
    regions: [...names],
  }));
}
