import type { Home } from '../../grants/home';
import type { Statement } from '../../policy/types';
import { conditionsImply } from './conditionsImply';
import {
  partsOf,
  principalParts,
  takesInActions,
  takesInPrincipals,
  takesInResources,
} from './takesIn';

/**
 * Whether a statement says nothing that others of the same effect do not say: each of its actions on each of its resources,
 * or for each of its principals, is in one of them, under conditions that are no stronger. `false` means "not known to".
 */
export function isWithin(
  inner: Statement,
  outer: readonly Statement[],
  home: Home,
): boolean {
  const candidates = outer.filter(each =>
    conditionsImply(inner.conditions, each.conditions),
  );
  return partsOf(inner.actions).every(action => {
    const allowing = candidates.filter(({ actions }) =>
      takesInActions(actions, action),
    );
    return targetsOf(inner).every(target =>
      allowing.some(each => takesInTarget(each, target, home)),
    );
  });
}

/** A statement of one resource or one principal. */
type Target = Pick<Statement, 'resources' | 'principals'>;

function targetsOf({ resources, principals }: Statement): Target[] {
  return [
    ...(resources ? partsOf(resources) : []).map(part => ({
      resources: part,
      principals: null,
    })),
    ...(principals ? principalParts(principals) : []).map(part => ({
      resources: null,
      principals: part,
    })),
  ];
}

function takesInTarget(outer: Target, inner: Target, home: Home): boolean {
  if (inner.resources && outer.resources) {
    return takesInResources(outer.resources, inner.resources, home);
  }
  if (inner.principals && outer.principals) {
    return takesInPrincipals(outer.principals, inner.principals);
  }
  return false;
}
