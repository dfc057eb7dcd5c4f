import { severities, type Finding, type Severity } from '../analysis/finding';
import { candidatesFor, lastResortsFor } from './candidates/candidatesFor';
import { applyChanges } from './change/applyChange';
import type { Change } from './change/change';
import { checkProposal, isSound } from './check/checkProposal';
import { losesNeeds } from './losesNeeds';
import { fitsInto } from './policySize';
import type { ProposedPolicy } from '../policy/proposedPolicy';
import { isSameFinding } from './sameFinding';
import { withPolicies, type Judge, type Situation } from './situation';

/** Changes that were tried out, and the role with them. */
export type Tried = Readonly<{
  changes: readonly Change[];
  after: Situation;
}>;

/** Tells of changes, and of the policies after them, whether anybody wants that; those that nobody wants are not tried. */
export type IsWanted = (
  changes: readonly Change[],
  after: readonly ProposedPolicy[],
) => boolean;

/**
 * Tries out the changes that may clear a finding: first as they are; then each with what it brings about taken out as well;
 * and only where one does not fit into the policies of the role, a Deny beside them.
 *
 * @param finding - an active one of the situation
 * @returns the first that clears it, grants nothing new, and brings no other finding that weighs as much or stops the tasks
 */
export function smallestChange(
  finding: Finding,
  situation: Situation,
  judge: Judge,
  isWanted: IsWanted = () => true,
): Tried | null {
  const task: Task = { finding, situation, judge, isWanted };
  const start: Tried = { changes: [], after: situation };
  const unfinished: Tried[] = [];
  let isTooLong = false;
  for (const changes of candidatesFor(finding, situation)) {
    const tried = tryOut(start, changes, task);
    if (tried === 'too-long') {
      isTooLong = true;
    } else if (tried !== null) {
      const done = finish(tried, task, 0);
      if (done !== null) {
        return done;
      }
      unfinished.push(tried);
    }
  }
  return (
    firstOf(unfinished, each => finish(each, task, MOST_FOLLOW_UPS)) ??
    (isTooLong
      ? firstOf(lastResortsFor(finding), changes => {
          const tried = tryOut(start, changes, task);
          return isTried(tried) ? finish(tried, task, 0) : null;
        })
      : null)
  );
}

function isTried(tried: Tried | 'too-long' | null): tried is Tried {
  return tried !== null && tried !== 'too-long';
}

type Task = Readonly<{
  finding: Finding;
  situation: Situation;
  judge: Judge;
  isWanted: IsWanted;
}>;

/** @returns `null` when the finding stays with these changes, or when they cannot be proposed */
function tryOut(
  before: Tried,
  changes: readonly Change[],
  { finding, situation, judge, isWanted }: Task,
): Tried | 'too-long' | null {
  const { policies, home } = situation;
  const changed = applyChanges(before.after.policies, changes);
  if (!isWanted(changes, changed)) {
    return null;
  }
  if (!fitsInto(policies, changed)) {
    return 'too-long';
  }
  if (
    !isSound(checkProposal(policies, changed, home)) ||
    losesNeeds(situation, changed)
  ) {
    return null;
  }
  const after = withPolicies(situation, changed, judge);
  const stays = after.findings.some(
    each => isActive(each) && isSameFinding(each, finding),
  );
  return stays ? null : { changes: [...before.changes, ...changes], after };
}

// What the first change brings about goes too, by taking out more actions: who may no longer delete an object, but still set
// when objects expire, comes to the same end.
function finish(tried: Tried, task: Task, followUps: number): Tried | null {
  const [next] = broughtBy(tried, task);
  if (next === undefined) {
    return tried;
  }
  return followUps === 0
    ? null
    : firstOf(candidatesFor(next, tried.after), changes => {
        const further = changes.every(({ kind }) => kind === 'drop-actions')
          ? tryOut(tried, changes, task)
          : null;
        return isTried(further) ? finish(further, task, followUps - 1) : null;
      });
}

const MOST_FOLLOW_UPS = 2;

function firstOf<T>(
  all: Iterable<T>,
  found: (each: T) => Tried | null,
): Tried | null {
  for (const each of all) {
    const one = found(each);
    if (one !== null) {
      return one;
    }
  }
  return null;
}

/** New findings that nobody would take for the one that goes. */
function broughtBy({ after }: Tried, { finding, situation }: Task): Finding[] {
  return after.findings
    .filter(isActive)
    .filter(each => weighsAtLeast(each, finding.severity) || stopsTasks(each))
    .filter(
      each =>
        !situation.findings.some(
          other => isActive(other) && isSameFinding(each, other),
        ),
    );
}

/** Whether something is wrong now, not just under other circumstances. */
export function isActive({ state }: Finding): boolean {
  return state === 'active';
}

/** Whether a finding is that grave, or graver. */
export function weighsAtLeast({ severity }: Finding, least: Severity): boolean {
  return severities.indexOf(severity) <= severities.indexOf(least);
}

// What ECS needs must stay, however grave the finding is.
function stopsTasks({ ruleId }: Finding): boolean {
  return ruleId === 'trust.wrong-principal';
}
