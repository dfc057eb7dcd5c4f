import { findNodeAtLocation, parseTree } from 'jsonc-parser';
import type { Node } from 'jsonc-parser';

/** Where a statement stands in the printed text of its policy. */
export type StatementLines = Readonly<{
  index: number;
  sid: string | null;
  effect: string;
  /** 1-based, inclusive. */
  firstLine: number;
  lastLine: number;
}>;

export type PolicyText = Readonly<{
  text: string;
  /** Whether the statements stand in a list; a single one may stand without, and its pointer has no index then. */
  isList: boolean;
  statements: readonly StatementLines[];
}>;

/**
 * Prints a policy document as people read it, and tells the lines of its statements.
 *
 * @param document - as IAM holds it
 * @returns the text; unchanged and without statements when it is no JSON
 */
export function policyText(document: string): PolicyText {
  let text: string;
  try {
    text = JSON.stringify(JSON.parse(document), null, 2);
  } catch {
    return { text: document, isList: true, statements: [] };
  }
  const root = parseTree(text);
  const statement = root && findNodeAtLocation(root, ['Statement']);
  const isList = statement?.type !== 'object';
  const nodes = isList ? statement?.children ?? [] : [statement];
  const lineAt = lineFinder(text);
  return {
    text,
    isList,
    statements: nodes.map((node, index) => ({
      index,
      sid: textOf(node, 'Sid'),
      effect: textOf(node, 'Effect') ?? '',
      firstLine: lineAt(node.offset),
      lastLine: lineAt(node.offset + node.length - 1),
    })),
  };
}

/**
 * @param pointer - a JSON pointer (RFC 6901) into a policy document
 * @param policy - the document, as text with its statements
 * @returns the index of the statement in which the place lies; `null` when it lies in none
 */
export function statementIndexOf(
  pointer: string,
  policy: Pick<PolicyText, 'isList'>,
): number | null {
  const [, statement, rest = ''] =
    /^\/(Statement)(?:\/(.*))?$/s.exec(pointer) ?? [];
  if (statement === undefined) {
    return null;
  }
  if (!policy.isList) {
    return 0;
  }
  const [index] = rest.split('/');
  return /^\d+$/.test(index) ? Number(index) : null;
}

function textOf(node: Node, key: string): string | null {
  const value: unknown = findNodeAtLocation(node, [key])?.value;
  return typeof value === 'string' ? value : null;
}

function lineFinder(text: string): (offset: number) => number {
  const starts = [0];
  for (
    let at = text.indexOf('\n');
    at !== -1;
    at = text.indexOf('\n', at + 1)
  ) {
    starts.push(at + 1);
  }
  return offset => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (starts[middle] <= offset) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low + 1;
  };
}
