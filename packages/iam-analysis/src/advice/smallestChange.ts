import { severities, type Finding } from '../analysis/finding';
import { candidatesFor } from './candidates/candidatesFor';
import { applyChanges } from './change/applyChange';
import type { Change } from './change/change';
import { checkProposal, isSound } from './check/checkProposal';
import { fitsInto } from './policySize';
import { isSameFinding } from './sameFinding';
import { withPolicies, type Judge, type Situation } from './situation';

/** Changes that were tried out, and the role with them. */
export type Tried = Readonly<{
  changes: readonly Change[];
  after: Situation;
}>;

/**
 * Tries out the changes that may clear a finding.
 *
 * @param finding - an active one of the situation
 * @returns the first that does, grants nothing new, and brings no other finding that weighs as much or stops the tasks
 */
export function smallestChange(
  finding: Finding,
  situation: Situation,
  judge: Judge,
): Tried | null {
  const { policies, home } = situation;
  for (const changes of candidatesFor(finding, situation)) {
    const changed = applyChanges(policies, changes);
    if (
      fitsInto(policies, changed) &&
      isSound(checkProposal(policies, changed, home))
    ) {
      const after = withPolicies(situation, changed, judge);
      if (clears(finding, situation.findings, after.findings)) {
        return { changes, after };
      }
    }
  }
  return null;
}

function clears(
  finding: Finding,
  before: readonly Finding[],
  after: readonly Finding[],
): boolean {
  const active = after.filter(isActive);
  return (
    !active.some(each => isSameFinding(each, finding)) &&
    active
      .filter(each => weighsAsMuch(each, finding) || stopsTasks(each))
      .every(each =>
        before.some(other => isActive(other) && isSameFinding(each, other)),
      )
  );
}

/** Whether something is wrong now, not just under other circumstances. */
export function isActive({ state }: Finding): boolean {
  return state === 'active';
}

function weighsAsMuch(a: Finding, b: Finding): boolean {
  return severities.indexOf(a.severity) <= severities.indexOf(b.severity);
}

// What ECS needs must stay, however grave the finding is.
function stopsTasks({ ruleId }: Finding): boolean {
  return (
    ruleId === 'trust.wrong-principal' || ruleId === 'ecs.missing-permission'
  );
}
