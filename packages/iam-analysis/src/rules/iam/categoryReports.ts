import type { Mitigation, Severity } from '../../analysis/finding';
import type { ActionSet } from '../../catalogue/actionSet';
import { actionName } from '../../catalogue/catalogue';
import type { RoleSlot } from '../../ecs/slots';
import type { RoleGrants } from '../../grants/grant';
import { holdingsOf } from '../../grants/holdings';
import { expectedIn } from '../expectedIn';
import { lower } from '../lower';
import { isAdministrator } from './administrator';

/** What the rules about a category of actions report: the actions of one statement that stand alike. */
export type CategoryReport = Readonly<{
  message: 'held';
  data: Readonly<{ actions: readonly string[] }>;
  at: string;
  severity: Severity;
  mitigatedBy?: Mitigation;
}>;

/**
 * The actions of a category that a role holds on every resource. Of an administrator nothing is said: `iam.admin-access`
 * covers all of it.
 *
 * @param role - what the role holds
 * @param slot - where it is used: what the slot is for is mitigated by `baseline`
 * @param category - the actions
 * @param severityOf - of an action; one level lower under a weak condition
 * @returns one report a statement, severity and mitigation
 */
export function* categoryReports(
  role: RoleGrants,
  slot: RoleSlot,
  category: ActionSet,
  severityOf: (action: number) => Severity,
): Generator<CategoryReport> {
  if (isAdministrator(role)) {
    return;
  }
  for (const holding of holdingsOf(role, category, expectedIn(slot))) {
    if (holding.scope === 'all') {
      const { grant, mitigatedBy, weakened } = holding;
      for (const [severity, actions] of bySeverity(
        holding.actions,
        severityOf,
      )) {
        yield {
          message: 'held',
          data: { actions: actions.map(actionName) },
          at: grant.at,
          severity: weakened ? lower(severity) : severity,
          ...(mitigatedBy ? { mitigatedBy } : {}),
        };
      }
    }
  }
}

function bySeverity(
  actions: readonly number[],
  severityOf: (action: number) => Severity,
): Map<Severity, number[]> {
  const groups = new Map<Severity, number[]>();
  for (const action of actions) {
    const severity = severityOf(action);
    const group = groups.get(severity);
    if (group) {
      group.push(action);
    } else {
      groups.set(severity, [action]);
    }
  }
  return groups;
}
