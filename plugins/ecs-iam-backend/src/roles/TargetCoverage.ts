import type { Target } from '@ecs-iam/plugin-ecs-iam-node';
import type { Inventory, StoredGap, TargetState } from '../inventory/Inventory';
import type { TargetSource } from '../refresh/TargetSource';

/** The name of an account and region, as the facts of a service hold it. */
export type TargetName = Pick<Target, 'accountId' | 'region'>;

/** What is scanned, and how far the scans came. */
export class TargetCoverage {
  readonly targets: readonly Target[];
  readonly #states: ReadonlyMap<string, TargetState>;

  private constructor(
    targets: readonly Target[],
    states: readonly TargetState[],
  ) {
    this.targets = targets;
    this.#states = new Map(states.map(state => [keyOf(state), state]));
  }

  static create(
    targets: readonly Target[],
    states: readonly TargetState[],
  ): TargetCoverage {
    return new TargetCoverage(targets, states);
  }

  static async load(
    source: TargetSource,
    inventory: Pick<Inventory, 'targets'>,
  ): Promise<TargetCoverage> {
    const [targets, states] = await Promise.all([
      source.targets(),
      inventory.targets(),
    ]);
    return new TargetCoverage(targets, states);
  }

  isTarget(name: TargetName): boolean {
    return this.targets.some(target => keyOf(target) === keyOf(name));
  }

  /** The targets of an account. */
  ofAccount(accountId: string): readonly Target[] {
    return this.targets.filter(target => target.accountId === accountId);
  }

  /** How far the scans of a target came; `undefined` when none was tried. */
  state(name: TargetName): TargetState | undefined {
    return this.#states.get(keyOf(name));
  }

  /** The partition of an account, as its targets have it. */
  partitionOf(accountId: string): string {
    return this.ofAccount(accountId)[0]?.partition ?? 'aws';
  }

  /** The oldest last good scan of some targets; `null` when one of them was never scanned, or there is none. */
  scannedAt(names: readonly TargetName[]): string | null {
    const dates = names.flatMap(name => this.state(name)?.lastSuccess ?? []);
    const isComplete = dates.length === names.length;
    return isComplete ? [...dates].sort()[0] ?? null : null;
  }

  /** The targets whose last scan failed although an earlier one did not: what is shown of them is old. */
  stale(
    names: readonly TargetName[],
  ): Readonly<{ since: string; error: string }> | null {
    const [first] = names
      .flatMap(name => {
        const state = this.state(name);
        return state?.outcome === 'failed' && state.lastSuccess !== null
          ? [
              {
                since: state.lastSuccess,
                error: state.error ?? 'The last scan failed.',
              },
            ]
          : [];
      })
      .sort((a, b) => a.since.localeCompare(b.since));
    return first ?? null;
  }
}

/** One text for an account and region, to compare them. */
export function keyOf({ accountId, region }: TargetName): string {
  return `${accountId}/${region}`;
}

/** Each target once. */
export function distinctTargets<T extends TargetName>(
  names: readonly T[],
): readonly T[] {
  return [...new Map(names.map(name => [keyOf(name), name])).values()];
}

/** A gap that leaves the services of a target unlisted: what is not seen may still be there. */
export function servicesGap(
  gaps: readonly StoredGap[],
  name: TargetName,
): StoredGap | undefined {
  return gaps.find(
    gap =>
      keyOf(gap) === keyOf(name) && gap.leavesIncomplete.includes('service'),
  );
}
