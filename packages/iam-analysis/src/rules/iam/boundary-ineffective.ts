import { EVERY_ACTION } from '../../catalogue/catalogue';
import {
  includesAll,
  intersect,
  subtract,
  uniteAll,
  type ActionSet,
} from '../../catalogue/actionSet';
import { holdAlways } from '../../grants/holdAlways';
import type { Grant, Reach, RoleGrants } from '../../grants/grant';
import { reachableActions } from '../../grants/reachableActions';
import {
  comparisons,
  isUnderConditionsOf,
  resourcesCover,
} from '../../grants/reachCovers';
import { defineRule } from '../defineRule';
import { ownSlots } from '../judgedSlots';
import { identityWriteOf } from './identityWrite';
import { leftOut } from './atMost';

/** A permissions boundary that lets everything through which the policies of the role allow. */
export const boundaryIneffective = defineRule({
  id: 'iam.boundary-ineffective',
  title: 'Permissions boundary takes nothing away',
  severity: 'info',
  about: 'role',
  slots: ownSlots,
  needs: ['boundary', 'grants'],
  docs: {
    why: 'A boundary looks like a limit, in the console and in an audit. This one allows all that the role may do anyway, so the role is as strong as without it.',
    fix: 'Allow in the boundary what applications of this kind may ever do, and leave out what they never need: IAM, the organization, the trail.',
    leaveIt:
      'It is there for what may be attached to the role later, and it does leave something out that would matter then.',
    links: [
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html',
    ],
  },
  messages: {
    everything: (d: { policies: readonly string[] }) =>
      `The boundary \`${d.policies[0]}\` allows every action on every resource: it limits nothing, now or later.`,
    nothing: (d: { policies: readonly string[] }) =>
      `The boundary \`${d.policies[0]}\` allows all that the policies of the role allow: today it takes nothing away.`,
  },
  *check({ boundary, grants: role }) {
    const budget = { left: MOST_COMPARISONS };
    if (boundary !== null && takesNothing(role, budget)) {
      yield {
        message: includesAll(openActions(role), EVERY_ACTION)
          ? 'everything'
          : 'nothing',
        data: { policies: [boundary.name] },
        at: `${boundary.id}#`,
        ...(identityWriteOf(role).length > 0 ? { severity: 'low' } : {}),
      };
    } else if (budget.left < 0) {
      yield leftOut('the role has too many statements to compare them all');
    }
  },
});

// Each statement of the role is compared with each of the boundary: with more work than this, it stays undecided.
const MOST_COMPARISONS = 10_000;

type Budget = { left: number };

function takesNothing(role: RoleGrants, budget: Budget): boolean {
  const held = uniteAll(role.grants.map(reachableActions));
  const denies = role.denials.some(
    ({ by, known }) => by === 'boundary' && intersect(known, held).length > 0,
  );
  if (held.length === 0 || denies) {
    return false;
  }
  const open = openActions(role);
  return role.grants.every(grant => {
    const rest = subtract(reachableActions(grant), open);
    return rest.length === 0 || passes(rest, grant, role.bounds ?? [], budget);
  });
}

// What the boundary allows on every resource.
function openActions({ bounds }: RoleGrants): ActionSet {
  return uniteAll(
    (bounds ?? [])
      .filter(bound => bound.everything && holdAlways(bound.conditions))
      .map(({ known }) => known),
  );
}

function passes(
  actions: ActionSet,
  grant: Grant,
  bounds: readonly Reach[],
  budget: Budget,
): boolean {
  const covering = bounds.filter(bound => {
    budget.left -= comparisons(bound, grant);
    return (
      budget.left >= 0 &&
      (holdAlways(bound.conditions) || isUnderConditionsOf(grant, bound)) &&
      resourcesCover(bound, grant)
    );
  });
  return includesAll(uniteAll(covering.map(({ known }) => known)), actions);
}
