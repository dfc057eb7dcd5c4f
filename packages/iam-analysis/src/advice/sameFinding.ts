import { includesAll, uniteAll } from '../catalogue/actionSet';
import { expandAction } from '../catalogue/expandAction';
import type { Finding } from '../analysis/finding';
import { stringIn, stringsIn } from './findingData';

/**
 * Whether a finding is one that was there before, or what is left of it.
 *
 * @param now - a finding after a change
 * @param before - one of before, with places of the same policies
 */
export function isSameFinding(now: Finding, before: Finding): boolean {
  if (now.ruleId !== before.ruleId) {
    return false;
  }
  const service = stringIn(before.data, 'service');
  if (service !== null) {
    return stringIn(now.data, 'service') === service;
  }
  const policies = stringsIn(before.data, 'policies');
  if (policies.length > 0) {
    return stringsIn(now.data, 'policies').some(each =>
      policies.includes(each),
    );
  }
  const actions = stringsIn(before.data, 'actions');
  const left = stringsIn(now.data, 'actions');
  const isPart = left.every(action => isAmong(action, actions));
  // The actions of an escalation make one set, wherever the first of them stands.
  return before.ruleId === 'iam.privesc'
    ? isPart && left.length === actions.length
    : isPart && isAt(now.at, before.at);
}

// As it is written, or as what is left of a wildcard.
function isAmong(action: string, actions: readonly string[]): boolean {
  const named = expandAction(action);
  return (
    actions.includes(action) ||
    (named.length > 0 &&
      includesAll(uniteAll(actions.map(expandAction)), named))
  );
}

// A part of a statement that became one of its own has a place below it.
function isAt(place: string, before: string): boolean {
  return place === before || place.startsWith(`${before}/`);
}
