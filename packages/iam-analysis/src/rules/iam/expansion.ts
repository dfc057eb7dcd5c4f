import { sizeOf, type ActionSet } from '../../catalogue/actionSet';
import { serviceTables } from '../../catalogue/catalogue';
import type { Clause } from '../../policy/types';
import { quoted } from '../words';

/** What a negated clause comes to. */
export type Expansion = Readonly<{
  /** How many actions. */
  count: number;
  /** Of how many services. */
  serviceCount: number;
  /** Their prefixes, when they are few. */
  services: readonly string[];
}>;

/** Counts the actions of a set and their services. */
export function expansionOf(actions: ActionSet): Expansion {
  const services = servicesIn(actions);
  return {
    count: sizeOf(actions),
    serviceCount: services.length,
    services: services.length > FEW ? [] : services,
  };
}

// Ranges and services both ascend.
function servicesIn(actions: ActionSet): string[] {
  const found: string[] = [];
  let index = 0;
  for (const { prefix, first, end } of serviceTables()) {
    while (index < actions.length && actions[index + 1] <= first) {
      index += 2;
    }
    if (index < actions.length && actions[index] < end) {
      found.push(prefix);
    }
  }
  return found;
}

const FEW = 10;

/** `3 actions of `s3``, `20912 actions of 431 services`. */
export function expansionText({
  count,
  serviceCount,
  services,
}: Expansion): string {
  const actions = `${count} action${count === 1 ? '' : 's'}`;
  return services.length === 0
    ? `${actions} of ${serviceCount} services`
    : `${actions} of ${quoted(services, FEW)}`;
}

/** The patterns of a clause, those that are left out as such. */
export function writtenPatterns({ kind, patterns }: Clause): string[] {
  return patterns.map(pattern =>
    kind === 'all-but' ? `all but ${pattern}` : pattern,
  );
}
