import {
  intersect,
  sizeOf,
  uniteAll,
  type ActionSet,
} from '../../catalogue/actionSet';
import { actionNames, serviceOf } from '../../catalogue/catalogue';
import { writingActions } from '../../catalogue/categories/writing';
import { expandAction } from '../../catalogue/expandAction';
import type { Grant, RoleGrants } from '../../grants/grant';
import type { Expectation } from '../../grants/holdings';
import { mitigationOf } from '../../grants/mitigationOf';
import { oncePer } from '../../grants/oncePer';
import { reachableActions } from '../../grants/reachableActions';
import { defineRule } from '../defineRule';
import { expectedIn } from '../../ecs/expectedIn';
import { ownSlots } from '../judgedSlots';
import { listed, quoted } from '../words';
import { isAdministrator } from './administrator';
import { atMost } from './atMost';

/**
 * A pattern for a part of a service by which the role can write. The whole of a service is `iam.service-wildcard`, and of
 * an administrator nothing is said: `iam.admin-access` covers it.
 */
export const actionWildcard = defineRule({
  id: 'iam.action-wildcard',
  title: 'Wildcard in an action lets the role write more than is written down',
  severity: 'low',
  about: 'role',
  slots: ownSlots,
  needs: ['grants'],
  docs: {
    why: 'A pattern such as `s3:Put*` was written for one action and allows dozens, among them ones that change who may read a bucket. What AWS adds under the same first letters is allowed from that day on.',
    fix: 'List the actions that the application calls. The message names those that write; most of them can go.',
    leaveIt:
      'A tool writes the pattern for you, such as the grants of the CDK, and its resource is one that belongs to the application alone.',
    links: [
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html',
      'https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html',
    ],
  },
  messages: {
    writes: (d: {
      patterns: readonly string[];
      count: number;
      writes: number;
      actions: readonly string[];
    }) =>
      `By ${quoted(d.patterns)} (${d.count} ${
        d.count === 1 ? 'action' : 'actions'
      }) the role can write with ${named(d)}.`,
  },
  *check({ grants: role }, { slot }) {
    if (isAdministrator(role)) {
      return;
    }
    yield* atMost(MOST_STATEMENTS, reportsOf(role, expectedIn(slot)));
  },
});

const MOST_STATEMENTS = 100;

function* reportsOf(role: RoleGrants, isExpected: Expectation) {
  for (const grant of role.grants) {
    const found = writingBy(grant);
    if (found !== null) {
      const { data, writing } = found;
      const mitigatedBy = mitigationOf(role, grant, writing, isExpected);
      yield {
        message: 'writes',
        data,
        at: grant.at,
        ...(mitigatedBy ? { mitigatedBy } : {}),
      } as const;
    }
  }
}

// Such as `*:*a*`, which is thousands.
const MOST_NAMED = 200;
const SHOWN = 5;

function named(d: { writes: number; actions: readonly string[] }): string {
  const shown = d.actions.slice(0, SHOWN).map(action => `\`${action}\``);
  const rest = d.writes - shown.length;
  return listed(rest > 0 ? [...shown, `${rest} more`] : shown);
}

const writingBy = oncePer((grant: Grant) => {
  const patterns = writingPatterns(grant);
  if (patterns.length === 0) {
    return null;
  }
  const all = uniteAll(patterns.map(expandAction));
  const writing = writingIn(all, grant);
  return {
    data: {
      patterns,
      count: sizeOf(all),
      writes: sizeOf(writing),
      actions: actionNames(writing).slice(0, MOST_NAMED),
    },
    writing,
  };
});

function writingPatterns(grant: Grant): string[] {
  return grant.actions.kind === 'all-but'
    ? []
    : grant.actions.patterns.filter(pattern => {
        if (!/[*?]/.test(pattern)) {
          return false;
        }
        const actions = expandAction(pattern);
        return (
          writesOf(actions).length > 0 &&
          !holdsWholeService(actions) &&
          writingIn(actions, grant).length > 0
        );
      });
}

function writingIn(actions: ActionSet, grant: Grant): ActionSet {
  return intersect(writesOf(actions), reachableActions(grant));
}

// Policies repeat their patterns, and most of them only read.
const writesOf = oncePer((actions: ActionSet) =>
  intersect(actions, writingActions()),
);

// A range may hold several services one after the other.
function holdsWholeService(actions: ActionSet): boolean {
  for (let i = 0; i < actions.length; i += 2) {
    const { first, end } = serviceOf(actions[i]);
    const whole = first === actions[i] && end <= actions[i + 1];
    const next = end < actions[i + 1] && serviceOf(end).end <= actions[i + 1];
    if (whole || next) {
      return true;
    }
  }
  return false;
}
