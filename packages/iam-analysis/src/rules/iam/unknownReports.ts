import type { Severity } from '../../analysis/finding';
import type { RoleGrants } from '../../grants/grant';
import { standingOfUnknown } from '../../grants/standingOfUnknown';
import { matches } from '../../policy/wildcard';
import { lower } from '../lower';
import { isAdministrator } from './administrator';
import type { CategoryReport } from './categoryReports';

/**
 * What `categoryReports` says, for actions that the catalogue does not know: those that a policy names all the same, on
 * everything.
 *
 * @param role - what the role holds
 * @param names - of the actions, in lower case
 */
export function* unknownReports<Id extends string>(
  role: RoleGrants,
  names: readonly string[],
  { message, severity }: Readonly<{ message: Id; severity: Severity }>,
): Generator<CategoryReport<Id>> {
  if (isAdministrator(role)) {
    return;
  }
  for (const grant of role.grants) {
    const { actions, unknownActions, at, everything } = grant;
    const named =
      everything && actions.kind === 'only' && unknownActions.length > 0
        ? names.filter(name =>
            unknownActions.some(each => matches(each.toLowerCase(), name)),
          )
        : [];
    for (const name of named) {
      const { mitigatedBy, weakened } = standingOfUnknown(role, grant, name);
      yield {
        message,
        data: { actions: [name] },
        at,
        severity: weakened ? lower(severity) : severity,
        ...(mitigatedBy ? { mitigatedBy } : {}),
      };
    }
  }
}
