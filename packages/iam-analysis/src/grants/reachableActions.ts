import {
  actionsIn,
  intersect,
  NO_ACTIONS,
  setOf,
  subtract,
  unite,
  uniteAll,
  type ActionSet,
} from '../catalogue/actionSet';
import {
  actionsTaking,
  restrictableActions,
  typesNaming,
} from '../catalogue/actionIndex';
import { EVERY_ACTION, signatureOf } from '../catalogue/catalogue';
import type { Reach } from './grant';
import type { ResourcePattern } from './ResourcePattern';

/**
 * The known actions of a statement whose scope is not `none`.
 *
 * @remarks
 * A pattern that leaves the service of the ARN open (`arn:aws:*:*:111122223333:*`) counts as one that reaches every
 * action which takes resources: nearly all of them it does, and to ask each type would take long. So an action that is
 * left out certainly reaches nothing.
 */
export function reachableActions(reach: Reach): ActionSet {
  if (reach.everything) {
    return reach.known;
  }
  const before = remembered.get(reach);
  if (before !== undefined) {
    return before;
  }
  const found = findReachable(reach);
  remembered.set(reach, found);
  return found;
}

const remembered = new WeakMap<Reach, ActionSet>();

function findReachable({ known, resources, patterns }: Reach): ActionSet {
  const { kind } = resources;
  switch (kind) {
    case 'only':
      return intersect(known, uniteAll(patterns.map(actionsOn)));
    case 'all-but':
      return subtract(known, takenOutBy(patterns));
    default:
      return kind satisfies never;
  }
}

/** The known actions that take something which a pattern matches. */
export function actionsOn(pattern: ResourcePattern): ActionSet {
  const before = rememberedOn.get(pattern);
  if (before !== undefined) {
    return before;
  }
  const found = unite(restrictableOn(pattern), starOf(pattern));
  rememberedOn.set(pattern, found);
  return found;
}

// Policies repeat their patterns, and each is kept.
const rememberedOn = new WeakMap<ResourcePattern, ActionSet>();

function restrictableOn(pattern: ResourcePattern): ActionSet {
  if (pattern.service === null) {
    return MAY_BE_ARN.test(pattern.text) ? restrictableActions() : NO_ACTIONS;
  }
  return uniteAll(
    typesNaming(pattern.service)
      .filter(type => pattern.scopeOn(type) !== 'none')
      .map(actionsTaking),
  );
}

const MAY_BE_ARN = /^(arn:|[^:]*[*?$])/;

// Those without resource types are asked for on `*`.
function starOf({ matchesStar }: ResourcePattern): ActionSet {
  return matchesStar
    ? subtract(EVERY_ACTION, restrictableActions())
    : NO_ACTIONS;
}

// Actions all of whose types lie in the patterns of `NotResource`.
function takenOutBy(patterns: readonly ResourcePattern[]): ActionSet {
  if (patterns.some(each => each.isEverything)) {
    return uniteAll([restrictableActions(), ...patterns.map(starOf)]);
  }
  const covered = new Set(
    patterns.flatMap(pattern =>
      typesNaming(pattern.service ?? '').filter(
        type => pattern.scopeOn(type) === 'all',
      ),
    ),
  );
  const whole: number[] = [];
  for (const type of covered) {
    for (const action of actionsIn(actionsTaking(type))) {
      if (signatureOf(action).types.every(each => covered.has(each))) {
        whole.push(action);
      }
    }
  }
  return uniteAll([setOf(whole), ...patterns.map(starOf)]);
}
