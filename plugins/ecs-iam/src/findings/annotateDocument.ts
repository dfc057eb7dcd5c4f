import type { Finding, PolicyView } from '@ecs-iam/plugin-ecs-iam-common';
import { type FindingGroup, groupAlike } from './groups';

type Document = Extract<PolicyView['document'], { known: true }>['value'];

/** A line of a policy document, and the findings about the statement that it belongs to. */
export type AnnotatedLine = Readonly<{
  number: number;
  text: string;
  /** About the statement that the line belongs to, worst first; empty when nothing is wrong with it. */
  groups: readonly FindingGroup[];
  /** The line is the first of a statement that has findings. */
  opens: boolean;
}>;

/**
 * Joins the lines of a policy document with the findings about its statements.
 *
 * @param document - the document as the server sends it
 * @param findings - the findings of the role
 * @param selectedId - of the finding that is pointed at, when there is one
 * @returns a line for each line of the text
 */
export function annotateDocument(
  document: Document,
  findings: readonly Finding[],
  selectedId: string | null = null,
): AnnotatedLine[] {
  const byId = new Map(findings.map(finding => [finding.id, finding]));
  const marked = document.statements
    .map(({ firstLine, lastLine, findings: ids }) => ({
      firstLine,
      lastLine,
      groups: groupAlike(
        ids.flatMap(id => byId.get(id) ?? []),
        selectedId,
      ),
    }))
    .filter(({ groups }) => groups.length > 0);

  return document.text.split('\n').map((text, index) => {
    const number = index + 1;
    const statement = marked.find(
      ({ firstLine, lastLine }) => firstLine <= number && number <= lastLine,
    );
    return {
      number,
      text,
      groups: statement?.groups ?? [],
      opens: statement?.firstLine === number,
    };
  });
}
