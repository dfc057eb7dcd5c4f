import type { Condition } from './types';
import { spellingsOf } from './writtenOperator';

/**
 * The condition block of a statement. Conditions of one operator come together; their order stays otherwise.
 *
 * @remarks
 * A block holds each name once, but the parsed conditions may hold one twice: `ForAllValues:StringLike` and
 * `forallvalues:StringLike` are one operator to IAM, and both apply. The second is printed in another letter case.
 */
export function printConditions(
  conditions: readonly Condition[],
): Record<string, Record<string, unknown>> {
  const blocks = new Map<string, Map<string, unknown>>();
  for (const condition of conditions) {
    const keys = blockFor(condition, blocks);
    keys.set(condition.key, scalarOrList(condition.values));
  }
  return Object.fromEntries(
    [...blocks].map(([written, keys]) => [written, Object.fromEntries(keys)]),
  );
}

/** Lists of one are printed as scalars. */
export function scalarOrList(values: readonly string[]): unknown {
  return values.length === 1 ? values[0] : values;
}

// The last block of the operator, unless it has the key already. Not an earlier one, so that the order stays.
function blockFor(
  condition: Condition,
  blocks: Map<string, Map<string, unknown>>,
): Map<string, unknown> {
  let last: Map<string, unknown> | undefined;
  for (const written of spellingsOf(condition)) {
    const keys = blocks.get(written);
    if (keys === undefined) {
      return last && !last.has(condition.key)
        ? last
        : newBlock(written, blocks);
    }
    last = keys;
  }
  return last ?? new Map();
}

function newBlock(
  written: string,
  blocks: Map<string, Map<string, unknown>>,
): Map<string, unknown> {
  const keys = new Map<string, unknown>();
  blocks.set(written, keys);
  return keys;
}
