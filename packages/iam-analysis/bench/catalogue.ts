import {
  accessLevelsOf,
  actionCount,
  actionName,
} from '../src/catalogue/catalogue';

/** Decodes every name and what each action is. */
export function decodeAll(): number {
  let letters = 0;
  for (let action = 0; action < actionCount; action++) {
    letters += actionName(action).length + accessLevelsOf(action).length;
  }
  return letters;
}
