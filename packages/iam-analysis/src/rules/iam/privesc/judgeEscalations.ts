import {
  severities,
  type Mitigation,
  type Severity,
} from '../../../analysis/finding';
import type { RoleGrants } from '../../../grants/grant';
import { nothingExpected, type Expectation } from '../../../grants/holdings';
import type { OtherRole } from '../../evidence';
import { lower } from '../../lower';
import { bestHoldings, type Best } from './bestHolding';
import {
  escalatingActions,
  indexedEscalations,
  type IndexedEscalation,
} from './indexedEscalations';
import { passGrantsOf, passingTo, passRole, type Passing } from './passRole';

/** An escalation that a role holds, and how that stands. */
export type HeldEscalation = Readonly<{
  escalation: IndexedEscalation;
  severity: Severity;
  mitigatedBy: Mitigation | null;
  /** The statements that grant its actions, each once; that of `iam:PassRole` first. */
  places: readonly string[];
  /** A known administrator whom it can take over. */
  administrator: OtherRole | null;
}>;

/**
 * Every escalation all of whose actions a role holds, however far. A superset is left out when a subset of it is active
 * with the same or a higher severity.
 *
 * @param role - what it holds
 * @param othersOf - gives the roles of the account that are known; asked only where the role holds an escalating action
 * @param isExpected - what the slot is for
 */
export function heldEscalations(
  role: RoleGrants,
  othersOf: () => readonly OtherRole[],
  isExpected: Expectation,
): HeldEscalation[] {
  const best = bestHoldings(role, escalatingActions());
  if (best.size === 0) {
    return [];
  }
  const others = othersOf();
  const passGrants = passGrantsOf(role);
  const found: HeldEscalation[] = [];
  for (const escalation of indexedEscalations()) {
    if (escalation.numbers.every(action => best.has(action))) {
      const passing = escalation.numbers.includes(passRole())
        ? passingTo(role, passGrants, escalation.passedTo, others)
        : null;
      found.push(judged(escalation, passing, best, others, isExpected));
    }
  }
  return found.filter(each => !found.some(other => saysMore(other, each)));
}

/** Whether a role can rewrite any role of the account, and so take all of it. */
export function canBecomeAdministrator(role: RoleGrants): boolean {
  return heldEscalations(role, () => [], nothingExpected).some(
    ({ mitigatedBy, severity }) =>
      mitigatedBy === null && severity === 'critical',
  );
}

function judged(
  escalation: IndexedEscalation,
  passing: Passing | null,
  best: ReadonlyMap<number, Best>,
  others: readonly OtherRole[],
  isExpected: Expectation,
): HeldEscalation {
  const parts = escalation.numbers.flatMap(action =>
    action === passRole() ? [] : best.get(action) ?? [],
  );
  const all = passing === null ? parts : [passing, ...parts];
  const isBaseline = escalation.numbers.every(action => {
    const part = action === passRole() ? passing : best.get(action);
    return part && isExpected(action, part.grant);
  });
  const administrator = passing
    ? passing.administrator
    : administratorBehind(escalation, others);
  const severity = severityOf(escalation, administrator);
  return {
    escalation,
    severity: all.some(({ weakened }) => weakened) ? lower(severity) : severity,
    mitigatedBy: mitigationOf(all, isBaseline),
    places: [...new Set(all.map(({ grant }) => grant.at))],
    administrator,
  };
}

// A slot is for a set only with every one of its actions: what another policy adds makes it one that nobody expects.
function mitigationOf(
  parts: readonly Best[],
  isBaseline: boolean,
): Mitigation | null {
  const taken = parts.find(each => each.mitigatedBy !== null)?.mitigatedBy;
  return isBaseline && taken !== 'deny' && taken !== 'boundary'
    ? 'baseline'
    : taken ?? null;
}

function severityOf(
  { kind, changesRoles }: IndexedEscalation,
  administrator: OtherRole | null,
): Severity {
  switch (kind) {
    case 'identity-write':
      return changesRoles ? 'critical' : 'high';
    case 'new-passrole':
      return administrator ? 'critical' : 'high';
    case 'existing-target':
      return administrator ? 'high' : 'medium';
    case 'ecs-host-escape':
      return 'medium';
    default:
      return kind satisfies never;
  }
}

// Of what runs already, only ECS tasks are known by their roles.
function administratorBehind(
  { kind, actions }: IndexedEscalation,
  others: readonly OtherRole[],
): OtherRole | null {
  const takesTasks =
    kind === 'existing-target' &&
    actions.every(action => action.startsWith('ecs:'));
  return takesTasks
    ? others.find(
        ({ isAdministrator, trustedServices }) =>
          isAdministrator &&
          trustedServices.includes('ecs-tasks.amazonaws.com'),
      ) ?? null
    : null;
}

function saysMore(subset: HeldEscalation, superset: HeldEscalation): boolean {
  const [small, large] = [subset, superset].map(
    ({ escalation }) => escalation.numbers,
  );
  return (
    subset.mitigatedBy === null &&
    small.length < large.length &&
    severities.indexOf(subset.severity) <=
      severities.indexOf(superset.severity) &&
    small.every(action => large.includes(action))
  );
}
