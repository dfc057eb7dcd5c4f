import {
  actionsIn,
  includesAll,
  intersect,
  uniteAll,
} from '../../catalogue/actionSet';
import { actionsOfService, findAction } from '../../catalogue/catalogue';
import { actionsNamed } from '../../catalogue/categories';
import { lazily } from '../../catalogue/lazily';
import { comparableActions, coversNearly } from '../../grants/clauses';
import type { Grant, RoleGrants } from '../../grants/grant';
import { scopeOf } from '../../grants/scopeOf';
import { standingOf, type Standing } from '../../grants/standingOf';

/** Grants that make a role an administrator, and how that stands. */
export type Administration = Readonly<{
  /** One statement, or several that only together hold all of IAM. */
  grants: readonly [Grant, ...Grant[]];
  mitigatedBy: Standing['mitigatedBy'];
  weakened: boolean;
}>;

/**
 * All of IAM on every role of the account, by one statement or by several together. Single exceptions
 * (`NotAction: iam:CreateUser`) leave a role an administrator.
 */
export function administrationsOf(role: RoleGrants): readonly Administration[] {
  const before = remembered.get(role);
  if (before !== undefined) {
    return before;
  }
  const found = findAdministrations(role);
  remembered.set(role, found);
  return found;
}

// Several rules ask it of the same role.
const remembered = new WeakMap<RoleGrants, readonly Administration[]>();

function findAdministrations(role: RoleGrants): readonly Administration[] {
  if (
    !role.grants.some(({ known }) => intersect(known, iamActions()).length > 0)
  ) {
    return [];
  }
  const alone = role.grants.filter(holdsIam);
  if (alone.length > 0) {
    return alone.map(grant => ({
      grants: [grant],
      ...standingOfAll(role, [grant]),
    }));
  }
  const [first, ...rest] = role.grants.filter(
    grant =>
      intersect(grant.known, iamActions()).length > 0 &&
      reachesEveryRole(grant),
  );
  if (first === undefined || rest.length === 0) {
    return [];
  }
  const together = [first, ...rest] as const;
  return includesAll(uniteAll(together.map(({ known }) => known)), iamActions())
    ? [{ grants: together, ...standingOfAll(role, together) }]
    : [];
}

/**
 * Whether nothing stands between the role and the account: then `iam.admin-access` says all that there is to say about
 * how far its permissions reach.
 */
export function isAdministrator(role: RoleGrants): boolean {
  return administrationsOf(role).some(
    ({ mitigatedBy, weakened }) => mitigatedBy === null && !weakened,
  );
}

const iamActions = lazily(() => actionsOfService('iam'));

// Each of them is enough to take all the rest.
const decisiveSet = lazily(() =>
  actionsNamed([
    'iam:AttachRolePolicy',
    'iam:PutRolePolicy',
    'iam:UpdateAssumeRolePolicy',
    'iam:CreatePolicyVersion',
    'iam:SetDefaultPolicyVersion',
    'iam:AttachUserPolicy',
    'iam:PutUserPolicy',
    'iam:AttachGroupPolicy',
    'iam:PutGroupPolicy',
  ]),
);

const attachToRole = lazily(() => findAction('iam:AttachRolePolicy') ?? -1);

function holdsIam(grant: Grant): boolean {
  return (
    intersect(grant.known, decisiveSet()).length > 0 &&
    (coversNearly(comparableActions(grant.actions), 'iam:?*') ||
      includesAll(grant.known, iamActions())) &&
    reachesEveryRole(grant)
  );
}

function reachesEveryRole(grant: Grant): boolean {
  return scopeOf(grant, attachToRole()) === 'all';
}

// The decisive action that stands best decides. A boundary that leaves some roles out is a bound.
function standingOfAll(
  role: RoleGrants,
  grants: readonly Grant[],
): Pick<Administration, 'mitigatedBy' | 'weakened'> {
  const standings = grants.flatMap(grant =>
    decisiveActions(grant).map(action => {
      const { scope, passes, mitigatedBy, weakened } = standingOf(
        role,
        grant,
        action,
      );
      return passes === scope
        ? { mitigatedBy, weakened }
        : { mitigatedBy: mitigatedBy ?? ('boundary' as const), weakened };
    }),
  );
  return (
    standings.find(each => each.mitigatedBy === null && !each.weakened) ??
    standings.find(each => each.mitigatedBy === null) ??
    standings[0] ?? { mitigatedBy: null, weakened: false }
  );
}

function decisiveActions(grant: Grant): number[] {
  return [...actionsIn(intersect(grant.known, decisiveSet()))];
}
