import { holds } from '../catalogue/actionSet';
import { findAction } from '../catalogue/catalogue';
import { lazily } from '../catalogue/lazily';
import type { RoleGrants } from './grant';
import { passesTo, withoutPassedService } from './passesTo';
import { standingOf } from './standingOf';

/**
 * The roles that a role may pass to a service, as its policies name them.
 *
 * @param role - what it holds
 * @param service - such as `ec2.amazonaws.com`
 * @returns patterns of `Resource`; `*` for a statement with `NotResource`. Empty: none
 * @public
 */
export function rolesPassedTo(
  role: RoleGrants,
  service: string,
): readonly string[] {
  const action = passRole();
  return role.grants
    .filter(grant => holds(grant.known, action) && passesTo(grant, service))
    .filter(grant => {
      const { passes, mitigatedBy } = standingOf(
        role,
        withoutPassedService(grant),
        action,
      );
      return passes !== 'none' && mitigatedBy === null;
    })
    .flatMap(({ resources }) =>
      resources.kind === 'only' ? resources.patterns : ['*'],
    );
}

const passRole = lazily(() => findAction('iam:PassRole') ?? -1);
