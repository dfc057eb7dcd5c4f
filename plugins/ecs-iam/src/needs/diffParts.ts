import type { SlotProposal } from '@ecs-iam/plugin-ecs-iam-common';

/** A line of a diff. */
export type DiffLine = SlotProposal['diff'][number]['lines'][number];

/** Lines that are shown, or a run of lines without a change that is not. */
export type DiffPart =
  | Readonly<{ kind: 'lines'; lines: readonly DiffLine[] }>
  | Readonly<{ kind: 'gap'; lines: readonly DiffLine[] }>;

/** Lines without a change that stand around one. */
const CONTEXT = 3;

/**
 * Takes out what does not change, so that the change is seen. A run that is hardly longer than the line that would stand
 * for it stays.
 *
 * @param lines - of one document
 * @returns parts that join to the same lines
 */
export function diffParts(lines: readonly DiffLine[]): DiffPart[] {
  const isShown = lines.map((_, index) =>
    lines
      .slice(Math.max(0, index - CONTEXT), index + CONTEXT + 1)
      .some(({ kind }) => kind !== 'same'),
  );
  const parts: { isShown: boolean; lines: DiffLine[] }[] = [];
  lines.forEach((line, index) => {
    const last = parts[parts.length - 1];
    if (last?.isShown === isShown[index]) {
      last.lines.push(line);
    } else {
      parts.push({ isShown: isShown[index], lines: [line] });
    }
  });
  return parts.map(part => ({
    kind: part.isShown || part.lines.length < 3 ? 'lines' : 'gap',
    lines: part.lines,
  }));
}

/**
 * @param lines - of one document
 * @returns whether a line is added or removed
 */
export function isChanged(lines: readonly DiffLine[]): boolean {
  return lines.some(({ kind }) => kind !== 'same');
}
