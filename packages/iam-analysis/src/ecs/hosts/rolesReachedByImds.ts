import { activeRevisions } from '../activeRevisions';
import { distinct } from '../needs/phrases';
import type { ServiceContext } from '../serviceContext';
import { hostGroups } from './hostGroups';
import { hostsInForce } from './hostsInForce';
import { imdsReach } from './imdsReach';
import { serviceHosts } from './serviceHosts';

/**
 * Instance roles whose credentials containers are known to reach: hosts that have them run tasks of a service, or would,
 * in a network mode that reaches the metadata service. That a role is not among them says nothing.
 *
 * @param contexts - services of the account
 * @returns ARNs
 * @public
 */
export function rolesReachedByImds(
  contexts: Iterable<ServiceContext>,
): ReadonlySet<string> {
  const roles = new Set<string>();
  for (const context of contexts) {
    const hosts = serviceHosts(context);
    const modes = distinct(
      activeRevisions(context.service).flatMap(({ taskDefinitionArn }) => {
        const definition = context.taskDefinitions.get(taskDefinitionArn);
        return definition ? [definition.networkMode] : [];
      }),
    );
    const inForce = hostsInForce(hosts.known ? hosts.value : []);
    for (const group of hostGroups(inForce)) {
      const { roleArn } = group;
      if (
        roleArn.known &&
        roleArn.value !== null &&
        modes.some(
          networkMode => imdsReach({ ...group, networkMode }).reach === 'yes',
        )
      ) {
        roles.add(roleArn.value);
      }
    }
  }
  return roles;
}
