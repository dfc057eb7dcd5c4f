import type { DiffLine } from './diffLines';

const CONTEXT = 3;
const SIGNS = { kept: ' ', removed: '-', added: '+' } as const;

/**
 * @param name - of what is compared, for the head
 * @param lines - all of them
 * @returns a unified diff with three lines of context, as `diff -u` and `git` print it; `''` when nothing differs
 */
export function unifiedDiff(name: string, lines: readonly DiffLine[]): string {
  const hunks = hunksOf(lines);
  return hunks.length === 0
    ? ''
    : [
        `--- ${name} (today)`,
        `+++ ${name} (proposed)`,
        ...hunks.flatMap(hunk => printHunk(lines, hunk)),
      ]
        .map(line => `${line}\n`)
        .join('');
}

/** From the first line to before the second. */
type Hunk = Readonly<{ from: number; to: number }>;

function hunksOf(lines: readonly DiffLine[]): Hunk[] {
  const hunks: Hunk[] = [];
  lines.forEach(({ kind }, index) => {
    if (kind === 'kept') {
      return;
    }
    const from = Math.max(0, index - CONTEXT);
    const to = Math.min(lines.length, index + CONTEXT + 1);
    const last = hunks.at(-1);
    if (last && from <= last.to) {
      hunks[hunks.length - 1] = { from: last.from, to };
    } else {
      hunks.push({ from, to });
    }
  });
  return hunks;
}

function printHunk(lines: readonly DiffLine[], { from, to }: Hunk): string[] {
  const part = lines.slice(from, to);
  const before = range(lines, part, from, 'added');
  const after = range(lines, part, from, 'removed');
  return [
    `@@ -${before} +${after} @@`,
    ...part.map(({ kind, text }) => `${SIGNS[kind]}${text}`),
  ];
}

// "first line,number of lines" of one side; an empty side names the line before it.
function range(
  lines: readonly DiffLine[],
  part: readonly DiffLine[],
  from: number,
  otherSide: DiffLine['kind'],
): string {
  const count = (some: readonly DiffLine[]) =>
    some.filter(({ kind }) => kind !== otherSide).length;
  const length = count(part);
  const first = count(lines.slice(0, from)) + (length === 0 ? 0 : 1);
  return `${first},${length}`;
}
