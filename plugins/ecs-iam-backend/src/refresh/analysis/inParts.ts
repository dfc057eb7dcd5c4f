/** Services or roles whose verdicts are written together. */
const PART = 50;

/** @returns the same items in lists that are written together */
export function inParts<T>(items: readonly T[]): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(items.length / PART) }, (_, index) =>
    items.slice(index * PART, (index + 1) * PART),
  );
}
