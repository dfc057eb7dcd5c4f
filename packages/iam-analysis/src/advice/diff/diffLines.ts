/** @public */
export type DiffLine = Readonly<{
  kind: 'kept' | 'removed' | 'added';
  text: string;
}>;

/**
 * @param before - lines of today
 * @param after - lines of tomorrow
 * @returns the lines of both, with as many kept as can be; where lines are replaced, the removed ones come first
 */
export function diffLines(
  before: readonly string[],
  after: readonly string[],
): DiffLine[] {
  const start = commonStart(before, after);
  const end = commonEnd(before.slice(start), after.slice(start));
  return [
    ...before.slice(0, start).map(kept),
    ...diffMiddle(
      before.slice(start, before.length - end),
      after.slice(start, after.length - end),
    ),
    ...before.slice(before.length - end).map(kept),
  ];
}

function kept(text: string): DiffLine {
  return { kind: 'kept', text };
}

function commonStart(a: readonly string[], b: readonly string[]): number {
  let length = 0;
  while (length < Math.min(a.length, b.length) && a[length] === b[length]) {
    length++;
  }
  return length;
}

function commonEnd(a: readonly string[], b: readonly string[]): number {
  return commonStart([...a].reverse(), [...b].reverse());
}

// Walks the table of longest common subsequences: about (lines of one) times (lines of the other) steps.
function diffMiddle(
  before: readonly string[],
  after: readonly string[],
): DiffLine[] {
  const longest = commonLengths(before, after);
  const lines: DiffLine[] = [];
  let i = 0;
  let j = 0;
  while (i < before.length || j < after.length) {
    if (i < before.length && j < after.length && before[i] === after[j]) {
      lines.push(kept(before[i]));
      i++;
      j++;
    } else if (
      j === after.length ||
      (i < before.length && longest[i + 1][j] >= longest[i][j + 1])
    ) {
      lines.push({ kind: 'removed', text: before[i++] });
    } else {
      lines.push({ kind: 'added', text: after[j++] });
    }
  }
  return lines;
}

// [i][j]: how many lines `before` from i on and `after` from j on have in common, in order.
function commonLengths(
  before: readonly string[],
  after: readonly string[],
): Uint16Array[] {
  const rows = before.map(() => new Uint16Array(after.length + 1));
  rows.push(new Uint16Array(after.length + 1));
  for (let i = before.length - 1; i >= 0; i--) {
    for (let j = after.length - 1; j >= 0; j--) {
      rows[i][j] =
        before[i] === after[j]
          ? rows[i + 1][j + 1] + 1
          : Math.max(rows[i + 1][j], rows[i][j + 1]);
    }
  }
  return rows;
}
