import type { Policy } from '../policy/roleDocuments';
import type { Statement } from '../policy/types';
import {
  clauseCovers,
  clausesMeet,
  comparableActions,
  comparableResources,
} from './clauses';
import { holdAlways } from './conditionStrength';
import type { Denial, Grant, Reach } from './grant';

/**
 * What a role holds: every Allow statement of its policies, with the Deny statements and the boundary that limit it.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 *
 * @param policies - inline and attached; one whose document is unknown holds nothing here, so ask for known ones
 * @param boundary - `null` when the role has none
 * @remarks
 * Patterns are compared with patterns. A grant counts as removed when one Deny takes in all of its actions and
 * resources, or when the boundary lets nothing of it through. What needs the name of every action is not seen: that
 * several Deny statements together take in a grant, or that a Deny leaves just one harmless action of it.
 * Service control policies, session policies and resource policies are not part of a role.
 * @public
 */
export function grantsOf(
  policies: readonly Policy[],
  boundary: Policy | null,
): Grant[] {
  const own = policies.flatMap(reachesOf);
  const limits = boundary ? reachesOf(boundary) : [];
  const denials: Denial[] = [
    ...withEffect(own, 'Deny').map(
      reach => ({ ...reach, by: 'deny' } as const),
    ),
    ...withEffect(limits, 'Deny').map(
      reach => ({ ...reach, by: 'boundary' } as const),
    ),
  ];
  const bounds = boundary ? withEffect(limits, 'Allow') : null;
  return withEffect(own, 'Allow').map(reach =>
    toGrant(
      reach,
      denials.filter(denial => meets(denial, reach)),
      bounds && bounds.filter(bound => meets(bound, reach)),
    ),
  );
}

/** Whether a Deny takes something away for certain: it has no condition, or one that every request meets. */
export function subtracts(denial: Denial): boolean {
  return holdAlways(denial.conditions);
}

function toGrant(
  reach: Reach,
  denials: readonly Denial[],
  bounds: readonly Reach[] | null,
): Grant {
  const total = denials.find(
    denial => subtracts(denial) && takesIn(denial, reach),
  );
  return {
    ...reach,
    removedBy: total?.by ?? (bounds?.length === 0 ? 'boundary' : null),
    denials,
    bounds,
  };
}

type Effective = Readonly<{ effect: Statement['effect']; reach: Reach }>;

function reachesOf({ id, document }: Policy): Effective[] {
  if (!document.known) {
    return [];
  }
  return document.value.statements.flatMap(
    ({ effect, actions, resources, conditions, at }) =>
      resources === null
        ? []
        : [
            {
              effect,
              reach: { actions, resources, conditions, at: `${id}#${at}` },
            },
          ],
  );
}

function withEffect(
  statements: readonly Effective[],
  effect: Statement['effect'],
): Reach[] {
  return statements.flatMap(each => (each.effect === effect ? each.reach : []));
}

function meets(a: Reach, b: Reach): boolean {
  return (
    clausesMeet(comparableActions(a.actions), comparableActions(b.actions)) &&
    clausesMeet(
      comparableResources(a.resources),
      comparableResources(b.resources),
    )
  );
}

function takesIn(outer: Reach, inner: Reach): boolean {
  return (
    clauseCovers(
      comparableActions(outer.actions),
      comparableActions(inner.actions),
    ) &&
    clauseCovers(
      comparableResources(outer.resources),
      comparableResources(inner.resources),
    )
  );
}
