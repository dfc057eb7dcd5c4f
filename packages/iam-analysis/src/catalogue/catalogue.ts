import type { ActionSet } from './actionSet';
import { DATE } from './catalogue.generated';
import { ServiceTable, type AccessLevel, type Signature } from './ServiceTable';

/**
 * The day of the action data, `YYYY-MM-DD`: an action that AWS added later is not known.
 *
 * @public
 */
export const catalogueDate: string = DATE;

const services = ServiceTable.all();
const byPrefix = new Map(services.map(table => [table.prefix, table]));

/** How many actions are known: they are numbered from 0 on. */
export const actionCount = services[services.length - 1].end;

/** Every known action. @public */
export const EVERY_ACTION: ActionSet = [0, actionCount];

/** Every known service. */
export function serviceTables(): readonly ServiceTable[] {
  return services;
}

/** @param prefix - lower-case, such as `s3` */
export function serviceTable(prefix: string): ServiceTable | undefined {
  return byPrefix.get(prefix);
}

/**
 * All actions of a service.
 *
 * @param prefix - in any letter case, such as `s3`
 * @returns nothing for a service that is not known
 * @public
 */
export function actionsOfService(prefix: string): ActionSet {
  const table = byPrefix.get(prefix.toLowerCase());
  return table ? [table.first, table.end] : [];
}

/**
 * @param name - such as `s3:GetObject`, in any letter case, without wildcards
 * @returns its number; `undefined` when the catalogue does not know it
 * @public
 */
export function findAction(name: string): number | undefined {
  const lower = name.toLowerCase();
  const colon = lower.indexOf(':');
  const table = byPrefix.get(lower.slice(0, colon));
  if (colon === -1 || table === undefined) {
    return undefined;
  }
  const wanted = lower.slice(colon + 1);
  const index = lowerBound(table.lowerNames, wanted);
  return table.lowerNames[index] === wanted ? table.first + index : undefined;
}

/** The service of an action. */
export function serviceOf(action: number): ServiceTable {
  // Who asks for one action mostly asks for its neighbour next.
  if (action < lastService.first || action >= lastService.end) {
    lastService = findService(action);
  }
  return lastService;
}

let lastService = services[0];

function findService(action: number): ServiceTable {
  let low = 0;
  let high = services.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (services[middle].end <= action) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return services[low];
}

/** The name as AWS writes it, such as `s3:GetObject`. @public */
export function actionName(action: number): string {
  const table = serviceOf(action);
  return table.fullNames[action - table.first];
}

/** The names of a set, as AWS writes them, by service and name. */
export function actionNames(actions: ActionSet): string[] {
  const found: string[] = [];
  for (let i = 0; i < actions.length; i += 2) {
    // A range may hold services one after the other.
    for (let action = actions[i]; action < actions[i + 1]; ) {
      const { first, end, fullNames } = serviceOf(action);
      const until = Math.min(end, actions[i + 1]);
      for (; action < until; action++) {
        found.push(fullNames[action - first]);
      }
    }
  }
  return found;
}

/** Access levels, resource types and condition keys of an action. */
export function signatureOf(action: number): Signature {
  return serviceOf(action).signatureOf(action);
}

/** One level, or two: "Tagging, Write" is both. @public */
export function accessLevelsOf(action: number): readonly AccessLevel[] {
  return serviceOf(action).natureOf(action).levels;
}

/** Whether an action can be bound to resources; the others are only ever granted on `*`. @public */
export function isRestrictable(action: number): boolean {
  return serviceOf(action).natureOf(action).restrictable;
}

/** Index of the first name that is not before the wanted one. */
export function lowerBound(sorted: readonly string[], wanted: string): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle] < wanted) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}
