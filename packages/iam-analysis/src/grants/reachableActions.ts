import {
  actionsIn,
  intersect,
  NO_ACTIONS,
  setOf,
  sizeOf,
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
import type { ResourceType } from '../catalogue/ServiceTable';
import type { Reach } from './grant';
import { oncePer } from './oncePer';
import type { ResourcePattern } from './ResourcePattern';
import { scopeOf } from './scopeOf';

/**
 * The known actions of a statement whose scope is not `none`.
 *
 * @remarks
 * Of a statement with many actions, a pattern that leaves the service of the ARN open (`arn:aws:*:*:111122223333:*`)
 * counts as one that reaches every action which takes resources: nearly all of them it does, and to ask each type would
 * take long. So an action that is left out certainly reaches nothing.
 */
export function reachableActions(reach: Reach): ActionSet {
  return reach.everything ? reach.known : reachable(reach);
}

const reachable = oncePer(findReachable);

function findReachable(reach: Reach): ActionSet {
  const { known, resources, patterns, namesServices } = reach;
  // A few actions are looked at one by one sooner than this is found out in sets.
  if (sizeOf(known) <= FEW) {
    return oneByOne(reach, known);
  }
  const { kind } = resources;
  switch (kind) {
    case 'only': {
      const found = intersect(known, uniteAll(patterns.map(actionsOn)));
      const isOpen = patterns.some(({ service }) => service === null);
      return namesServices || isOpen ? found : oneByOne(reach, found);
    }
    case 'all-but':
      return subtract(known, takenOutBy(patterns));
    default:
      return kind satisfies never;
  }
}

function oneByOne(reach: Reach, actions: ActionSet): ActionSet {
  return setOf(
    [...actionsIn(actions)].filter(action => scopeOf(reach, action) !== 'none'),
  );
}

const FEW = 30;

/** The known actions that take something which a pattern matches. */
export const actionsOn = oncePer(
  (pattern: ResourcePattern): ActionSet =>
    unite(restrictableOn(pattern), starOf(pattern)),
);

function restrictableOn(pattern: ResourcePattern): ActionSet {
  if (pattern.service === null) {
    return MAY_BE_ARN.test(pattern.text) ? restrictableActions() : NO_ACTIONS;
  }
  return uniteAll(typesOn(pattern).map(actionsTaking));
}

/** The types of resources of which a pattern matches some; none for a pattern that leaves the service of the ARN open. */
export const typesOn = oncePer(
  (pattern: ResourcePattern): readonly ResourceType[] =>
    typesNaming(pattern.service ?? '').filter(
      type => pattern.scopeOn(type) !== 'none',
    ),
);

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
      typesOn(pattern).filter(type => pattern.scopeOn(type) === 'all'),
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
