import { known, type Known } from '@ecs-iam/iam-analysis';

/** @returns all of the facts, or the first of them that is unknown: a part of a list would look like all of it */
export function allKnown<T>(facts: readonly Known<T>[]): Known<readonly T[]> {
  const values: T[] = [];
  for (const fact of facts) {
    if (!fact.known) return fact;
    values.push(fact.value);
  }
  return known(values);
}
