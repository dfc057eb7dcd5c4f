import { actionsTaking, restrictableActions } from '../catalogue/actionIndex';
import {
  intersect,
  NO_ACTIONS,
  subtract,
  unite,
  uniteAll,
  type ActionSet,
} from '../catalogue/actionSet';
import { EVERY_ACTION } from '../catalogue/catalogue';
import type { Grant } from './grant';
import { oncePer } from './oncePer';
import { reachableActions, typesOn } from './reachableActions';
import type { ResourcePattern } from './ResourcePattern';

/**
 * The actions of a statement whose scope may be `all`, found in sets: most statements on ARNs have none, and then no
 * action needs a look. The scope of one that is left out certainly is not.
 */
export function wholeActions(grant: Grant): ActionSet {
  return grant.everything || grant.resources.kind === 'all-but'
    ? reachableActions(grant)
    : whole(grant);
}

const whole = oncePer((grant: Grant) =>
  intersect(
    reachableActions(grant),
    uniteAll(grant.patterns.map(wholeActionsOn)),
  ),
);

const wholeActionsOn = oncePer((pattern: ResourcePattern) =>
  unite(
    restrictableOn(pattern),
    pattern.matchesStar
      ? subtract(EVERY_ACTION, restrictableActions())
      : NO_ACTIONS,
  ),
);

function restrictableOn(pattern: ResourcePattern): ActionSet {
  return pattern.service === null
    ? restrictableActions()
    : uniteAll(
        typesOn(pattern)
          .filter(type => pattern.scopeOn(type) === 'all')
          .map(actionsTaking),
      );
}
