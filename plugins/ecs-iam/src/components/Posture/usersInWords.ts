import type { Text } from '../../hooks/useText';
import type { Totals } from './totals';

/**
 * How many services and task families there are. A kind of which there is none is left out, but not both.
 *
 * @param t - the texts
 * @param totals - what an answer holds
 * @returns for example "2 services · 1 task family"
 */
export function usersInWords(
  t: Text,
  { services, taskFamilies }: Pick<Totals, 'services' | 'taskFamilies'>,
): string {
  return [
    (services > 0 || taskFamilies === 0) &&
      t('roles.services', { count: services }),
    taskFamilies > 0 && t('roles.taskFamilies', { count: taskFamilies }),
  ]
    .filter(Boolean)
    .join(' · ');
}
