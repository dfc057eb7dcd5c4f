import { setOf, type ActionSet } from '../actionSet';
import { findAction, serviceTable, serviceTables } from '../catalogue';
import type { Nature, ServiceTable } from '../ServiceTable';

/** The known ones of these actions. */
export function actionsNamed(names: readonly string[]): ActionSet {
  return setOf(names.flatMap(name => findAction(name) ?? []));
}

/**
 * Every known action that fits.
 *
 * @param fits - gets what the action is, and its name as AWS writes it, such as `GetObject`
 * @param prefixes - the services to look into; absent: all
 */
export function actionsWhere(
  fits: (nature: Nature, name: string) => boolean,
  prefixes?: readonly string[],
): ActionSet {
  const tables = prefixes
    ? prefixes.flatMap(prefix => serviceTable(prefix) ?? [])
    : serviceTables();
  return setOf(tables.flatMap(table => fittingIn(table, fits)));
}

/** Whether an action writes: what only tags does not, although AWS calls it `Write` too. */
export function writes({ levels }: Nature): boolean {
  return (
    !levels.includes('Tagging') &&
    (levels.includes('Write') || levels.includes('Permissions management'))
  );
}

function fittingIn(
  table: ServiceTable,
  fits: (nature: Nature, name: string) => boolean,
): number[] {
  const { first, end, names } = table;
  const found: number[] = [];
  for (let action = first; action < end; action++) {
    if (fits(table.natureOf(action), names[action - first])) {
      found.push(action);
    }
  }
  return found;
}
