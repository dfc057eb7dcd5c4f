import type { PolicyDocument } from './types';

/**
 * @param document - as parsed
 * @returns JSON pointers of the statements that could not be kept, or `['']` when nothing of the document could
 */
export function droppedStatements({
  statements,
  faults,
}: PolicyDocument): string[] {
  const kept = new Set(statements.map(({ at }) => at));
  const places = faults.flatMap(({ at }) => placeOfStatement(at));
  return [...new Set(places)].filter(place => !kept.has(place));
}

function placeOfStatement(at: string): string[] {
  if (at === '') {
    return [''];
  }
  const match = /^\/Statement(\/\d+)?/.exec(at);
  return match ? [match[0]] : [];
}
