import type { Service, TaskDefinition } from '@ecs-iam/iam-analysis';
import type { FactPage } from '@ecs-iam/plugin-ecs-iam-node';
import { askOptional } from '../askOptional';
import type { DailyShelf } from '../DailyShelf';
import { batches, inOrder } from '../inOrder';
import { AT_A_TIME, type Reading } from '../reading';
import { familyOf, revisionOf } from './familyOf';
import { familyPages, readLatestRevision } from './readLatestRevision';

const PAGE = 50;

/**
 * Reads the latest revision of each family that services run, once a day. Nothing that only it names is read further:
 * what is read once a day must not look gone in between.
 *
 * @param revisions - those that were read already
 */
export async function* readFamiliesInUse(
  reading: Reading,
  shelf: DailyShelf,
  services: readonly Service[],
  revisions: readonly TaskDefinition[],
): AsyncGenerator<FactPage, void> {
  const { target } = reading;
  const yielded = new Set(revisions.map(({ arn }) => arn));
  const families = highestRevisions(services);
  shelf.keepOnly(target, new Set(families.keys()));
  const due = [...families].filter(
    ([family, seen]) => !shelf.knows(target, family, seen),
  );
  for (const batch of batches(due, PAGE)) {
    const latest: TaskDefinition[] = [];
    const none: [string, number][] = [];
    for await (const { family, seen, revision } of inOrder(
      batch,
      AT_A_TIME,
      async ([name, highest]) => ({
        family: name,
        seen: highest,
        revision: await readLatestRevision(reading, askOptional, name, []),
      }),
    )) {
      if (revision.known) latest.push(revision.value);
      else if (revision.because === 'NotFound') none.push([family, seen]);
    }
    yield* familyPages(target, latest, yielded);
    // Not before they are written: a read that ends early begins with them again.
    latest.forEach(({ family, revision }) =>
      shelf.keep(target, family, revision),
    );
    none.forEach(([family, seen]) => shelf.keep(target, family, seen));
  }
}

function highestRevisions(
  services: readonly Service[],
): ReadonlyMap<string, number> {
  const highest = new Map<string, number>();
  for (const { deployments } of services) {
    for (const { taskDefinitionArn } of deployments) {
      const family = familyOf(taskDefinitionArn);
      if (family === undefined) continue;
      const revision = revisionOf(taskDefinitionArn);
      highest.set(family, Math.max(revision, highest.get(family) ?? 0));
    }
  }
  return highest;
}
