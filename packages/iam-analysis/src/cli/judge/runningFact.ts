import { known, unknown, type Known } from '../../known';
import type { Case } from '../evidence/Case';

/** Whether a task or host runs now with the role. That none does is never known: others may use the role too. */
export function runningFact({ slot, facts }: Case): Known<boolean> {
  const { service, hosts } = facts;
  if (slot === 'instance') {
    return hosts.known && hosts.value.length > 0 ? known(true) : UNTOLD;
  }
  return service.known && service.value.runningCount > 0 ? known(true) : UNTOLD;
}

const UNTOLD = unknown('the input does not tell what runs with the role');
