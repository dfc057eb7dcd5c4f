import { actionsIn, setOf } from '../../catalogue/actionSet';
import { accessLevelsOf } from '../../catalogue/catalogue';
import { expandAction } from '../../catalogue/expandAction';
import type { AccessLevel } from '../../catalogue/ServiceTable';
import { nameActions } from '../change/nameActions';

/** Patterns for exactly those actions of a pattern that have one of the access levels. */
export function actionsOfLevels(
  pattern: string,
  levels: readonly AccessLevel[],
): string[] {
  const actions = [...actionsIn(expandAction(pattern))].filter(action =>
    accessLevelsOf(action).some(level => levels.includes(level)),
  );
  return nameActions(setOf(actions), () => true);
}

export const READING: readonly AccessLevel[] = ['List', 'Read'];

export const CHANGING: readonly AccessLevel[] = [
  'Write',
  'Tagging',
  'Permissions management',
];
