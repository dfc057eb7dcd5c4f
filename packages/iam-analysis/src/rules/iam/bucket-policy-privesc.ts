import { holds, intersect, setOf } from '../../catalogue/actionSet';
import { actionName, findAction } from '../../catalogue/catalogue';
import { lazily } from '../../catalogue/lazily';
import type { Grant, RoleGrants } from '../../grants/grant';
import type { Expectation } from '../../grants/holdings';
import { mitigationOf } from '../../grants/mitigationOf';
import { ResourcePattern } from '../../grants/ResourcePattern';
import { scopeOf } from '../../grants/scopeOf';
import { defineRule } from '../defineRule';
import { expectedIn } from '../../ecs/expectedIn';
import { ownSlots } from '../judgedSlots';
import { quoted, quotedOr } from '../words';
import { isAdministrator } from './administrator';
import { writtenPatterns } from './expansion';
import { leftOut } from './atMost';

/**
 * The right to change what a bucket allows, without the rights on its objects that this yields. Of an administrator
 * nothing is said: `iam.admin-access` covers it.
 */
export const bucketPolicyPrivesc = defineRule({
  id: 'iam.bucket-policy-privesc',
  title: 'Role can get at objects that it has no permission for',
  severity: 'medium',
  about: 'role',
  slots: ownSlots,
  needs: ['grants'],
  docs: {
    why: 'The policy of a bucket can give the role itself what its own policies leave out, its access list can give it to anybody, and its lifecycle rules delete whatever is old enough. So the role holds these rights already, by one more call.',
    fix: 'Leave the action out: an application seldom sets up its own bucket. If it does, name that bucket alone.',
    leaveIt:
      'The task sets up buckets for others and nothing of worth is stored in those that it names.',
    links: [
      'https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-policy-language-overview.html',
      'https://docs.aws.amazon.com/AmazonS3/latest/userguide/lifecycle-expire-general-considerations.html',
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html',
    ],
  },
  messages: {
    yields: (d: {
      actions: readonly string[];
      resources: readonly string[];
      yields: readonly string[];
    }) =>
      `The role has no permission for ${quotedOr(
        d.yields,
      )} on the objects of ${quoted(d.resources)}, and can get it with ${quoted(
        d.actions,
      )}.`,
  },
  *check({ grants: role }, { slot }) {
    const isConcerned = role.grants.some(
      ({ known }) => intersect(known, onBuckets()).length > 0,
    );
    if (!isConcerned || isAdministrator(role)) {
      return;
    }
    const budget = { left: MOST_STEPS };
    for (const way of ways()) {
      yield* reportsOn(role, way, expectedIn(slot), budget);
    }
    if (budget.left < 0) {
      yield leftOut(
        'the role has too many statements on buckets to compare them all',
      );
    }
  },
});

function* reportsOn(
  role: RoleGrants,
  { action, yielded }: Way,
  isExpected: Expectation,
  budget: Budget,
) {
  for (const grant of role.grants) {
    const missing =
      holds(grant.known, action) && scopeOf(grant, action) !== 'none'
        ? yielded.filter(each => !isHeldOnObjects(role, grant, each, budget))
        : [];
    if (missing.length > 0) {
      const only = [action, action + 1];
      const mitigatedBy = mitigationOf(role, grant, only, isExpected);
      yield {
        message: 'yields',
        data: {
          actions: [actionName(action)],
          resources: writtenPatterns(grant.resources),
          yields: missing.map(actionName),
        },
        at: grant.at,
        ...(mitigatedBy ? { mitigatedBy } : {}),
      } as const;
    }
  }
}

/** An action on a bucket, and what it yields on the objects in it. */
type Way = Readonly<{ action: number; yielded: readonly number[] }>;

const ways = lazily((): readonly Way[] =>
  [
    ['s3:PutBucketPolicy', 's3:GetObject', 's3:PutObject', 's3:DeleteObject'],
    ['s3:PutBucketAcl', 's3:PutObject'],
    ['s3:PutLifecycleConfiguration', 's3:DeleteObject'],
  ].flatMap(names => {
    const [action, ...yielded] = names.flatMap(name => findAction(name) ?? []);
    return action === undefined ? [] : [{ action, yielded }];
  }),
);

// Most roles hold none of them.
const onBuckets = lazily(() => setOf(ways().map(({ action }) => action)));

// Each bucket is compared with each right on objects: of a role that is filled up to the limits of IAM, what the budget
// does not reach counts as held.
const MOST_STEPS = 200_000;

type Budget = { left: number };

function isHeldOnObjects(
  role: RoleGrants,
  { resources, patterns }: Grant,
  action: number,
  budget: Budget,
): boolean {
  const holders = role.grants.filter(({ known }) => holds(known, action));
  const objects =
    resources.kind === 'only'
      ? patterns.map(each => objectsOf(each, role))
      : [ResourcePattern.of('arn:*', role.home)];
  // Under whatever condition: then somebody has thought of it.
  return objects.every(object =>
    holders.some(holder => {
      if (holder.everything || budget.left < 0) {
        return true;
      }
      budget.left -= stepsOf(object, holder);
      return holder.resources.kind === 'only'
        ? holder.patterns.some(each => each.covers(object))
        : !holder.patterns.some(each => each.meets(object));
    }),
  );
}

// At most so many does the matcher take.
function stepsOf({ text }: ResourcePattern, { patterns }: Grant): number {
  const length = patterns.reduce((sum, each) => sum + each.text.length, 0);
  return text.length * length;
}

function objectsOf({ text }: ResourcePattern, { home }: RoleGrants) {
  return ResourcePattern.of(text.endsWith('*') ? text : `${text}/*`, home);
}
