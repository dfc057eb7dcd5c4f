import { hostGroups } from '../../ecs/hosts/hostGroups';
import { imdsReach } from '../../ecs/hosts/imdsReach';
import { known, unknown, type Known } from '../../known';
import type { Case } from '../evidence/Case';
import { hostsFact } from './hostsFact';

/** Whether containers reach the metadata service of the hosts. That none does is never known: other tasks may. */
export function imdsFact(given: Case): Known<boolean> {
  const { taskDefinition } = given.facts;
  const hosts = hostsFact(given);
  if (!taskDefinition.known) {
    return taskDefinition;
  }
  if (!hosts.known) {
    return hosts;
  }
  const { networkMode } = taskDefinition.value;
  return hostGroups(hosts.value).some(
    group => imdsReach({ ...group, networkMode }).reach === 'yes',
  )
    ? known(true)
    : unknown('the input does not tell of all tasks on the hosts');
}
