import { judgeNeeds, mapKnown } from '@ecs-iam/iam-analysis';
import type {
  DecidingRole,
  JudgedNeed,
  Known,
  RoleNeeds,
} from '@ecs-iam/iam-analysis';
import type { NeededPermission } from '@ecs-iam/plugin-ecs-iam-common';
import type { StoredRole } from '../../inventory/Inventory';
import { presentPlace } from '../present/presentFinding';
import type { Causes } from './Causes';

const STATES: readonly NeededPermission['state'][] = [
  'missing',
  'conditional',
  'unknown',
  'held',
];

/**
 * What a role needs, against what it is granted: what is missing first, and of that what breaks something.
 *
 * @param judged - how the role stands to each of the needs; unknown when its policies are
 */
export function presentPermissions(
  { needs }: RoleNeeds,
  judged: Known<readonly JudgedNeed[]>,
  around: Readonly<{ role: StoredRole; causes: Causes }>,
): NeededPermission[] {
  const { role, causes } = around;
  const standing = judged.known
    ? judged.value
    : needs.map(need => ({
        need,
        state: 'unknown' as const,
        missing: [],
        at: [],
        denied: false,
      }));
  return standing
    .map(({ need, state, missing, at, denied }) => ({
      state,
      actions: [...need.actions],
      missing: [...missing],
      resources: [...need.resources],
      because: causes.of(need),
      phrase: need.phrase,
      breaks: need.breaks,
      failure: need.failure,
      alsoNeeds: need.alsoNeeds,
      denied,
      places: at.flatMap(place => presentPlace(place, role) ?? []),
    }))
    .sort(
      (a, b) =>
        STATES.indexOf(a.state) - STATES.indexOf(b.state) ||
        Number(b.breaks) - Number(a.breaks),
    );
}

/** How a role stands to its needs; unknown when one of its policies is. */
export function standingTo(
  needs: RoleNeeds,
  role: Known<DecidingRole>,
): Known<readonly JudgedNeed[]> {
  const judged = mapKnown(role, deciding => judgeNeeds(needs, deciding));
  return judged.known ? judged.value : judged;
}
