import { accessLevelsOf, actionCount } from '../src/catalogue/catalogue';
import { expandAction } from '../src/catalogue/expandAction';

/** Decodes everything: each name, each signature. */
export function decodeAll(): number {
  for (let action = 0; action < actionCount; action++) {
    accessLevelsOf(action);
  }
  return expandAction('*:get*').length;
}
