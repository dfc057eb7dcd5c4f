import { useState } from 'react';

/** A list of which first only the beginning is shown. */
export type First<T> = Readonly<{
  shown: readonly T[];
  /** How many are not shown. */
  more: number;
  showAll: () => void;
}>;

/**
 * Shows the beginning of a long list, and the rest on demand. A single one more is shown at once: it takes no more room
 * than the button.
 *
 * @param items - the whole list
 * @param length - how many are shown at first
 * @returns what to show
 */
export function useFirst<T>(items: readonly T[], length: number): First<T> {
  const [isWhole, setWhole] = useState(false);
  const shown =
    isWhole || items.length <= length + 1 ? items : items.slice(0, length);
  return {
    shown,
    more: items.length - shown.length,
    showAll: () => setWhole(true),
  };
}
