import type { PolicyDocument } from './types';

/**
 * @param document - as parsed
 * @returns JSON pointers of the statements that could not be kept, or `['']` when nothing of the document could
 */
export function droppedStatements({ unread }: PolicyDocument): string[] {
  return [...unread];
}
