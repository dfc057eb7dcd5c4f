import {
  holds,
  intersect,
  keepWhere,
  NO_ACTIONS,
  subtract,
  uniteAll,
  type ActionSet,
} from '../../catalogue/actionSet';
import { isRestrictable, signatureOf } from '../../catalogue/catalogue';
import type { Grant, RoleGrants } from '../../grants/grant';
import { reachableActions } from '../../grants/reachableActions';
import type { ResourcePattern } from '../../grants/ResourcePattern';
import { scopeOf } from '../../grants/scopeOf';
import { expectableIn, expectedIn } from '../expectedIn';
import type { RoleSlot } from '../slots';
import {
  executionDomain,
  instanceDomain,
  secretReads,
  toolShaped,
} from './excessKinds';
import type { ExcessKind } from './judgedNeed';
import type { NeededReach } from './neededReach';

/** What can be told of a slot: `closed` ones hold nothing but their needs. */
export type SlotKind = 'execution' | 'instance' | 'infrastructure' | 'open';

/** @returns what the needs of a slot tell of what has no place in it */
export function slotKind(slot: RoleSlot): SlotKind {
  switch (slot) {
    case 'execution':
    case 'daemon-execution':
      return 'execution';
    case 'instance':
      return 'instance';
    case 'task':
    case 'daemon-task':
      return 'open';
    case 'infrastructure-volumes':
    case 'infrastructure-service-connect':
    case 'infrastructure-lattice':
    case 'infrastructure-load-balancers':
    case 'infrastructure-managed-instances':
    case 'infrastructure-express':
    case 'gateway':
    case 'lifecycle-hook':
    case 'service':
    case 'service-linked':
    case 'code-deploy':
      return 'infrastructure';
    default:
      return slot satisfies never;
  }
}

type Sorted = Readonly<{ kind: ExcessKind; actions: ActionSet }>;

/**
 * Sorts actions of a statement that are not needed, or not as far.
 *
 * @returns the kinds with their actions; what cannot be called excess, because the needs are not known, is left out
 */
export function kindsIn(
  judged: Readonly<{
    role: RoleGrants;
    grant: Grant;
    slot: RoleSlot;
    kind: SlotKind;
    needed: NeededReach | null;
    actions: ActionSet;
  }>,
): readonly Sorted[] {
  const { grant, slot, kind, needed, actions } = judged;
  if (kind === 'open' || actions.length === 0) {
    return [];
  }
  const expected = keepWhere(intersect(actions, expectableIn(slot)), action =>
    expectedIn(slot)(action, grant),
  );
  const baseline =
    needed === null
      ? keepWhere(expected, action => reachesByWildcard(grant, action))
      : expected;
  const others = subtract(actions, expected);
  if (kind === 'infrastructure') {
    return [{ kind: 'baseline', actions: baseline }];
  }
  const domain = kind === 'execution' ? executionDomain() : instanceDomain();
  const shaped =
    kind === 'execution' ? shapedByTools(judged, others) : NO_ACTIONS;
  const plain = subtract(others, shaped);
  const secrets =
    kind === 'execution' ? intersect(plain, secretReads()) : NO_ACTIONS;
  const beyond = subtract(intersect(plain, domain), secrets);
  return [
    { kind: 'secrets', actions: toldSecrets(secrets, judged) },
    {
      kind: 'application',
      actions: subtract(plain, uniteAll([secrets, domain])),
    },
    { kind: 'beyond', actions: needed === null ? NO_ACTIONS : beyond },
    { kind: 'tool-shaped', actions: shaped },
    { kind: 'baseline', actions: baseline },
  ];
}

function reachesByWildcard(grant: Grant, action: number): boolean {
  return isRestrictable(action) && scopeOf(grant, action) !== 'exact';
}

// Which secrets are named is not known: only "every one" is too many whatever they are.
function toldSecrets(
  secrets: ActionSet,
  { needed, grant }: Pick<Parameters<typeof kindsIn>[0], 'needed' | 'grant'>,
): ActionSet {
  return needed === null
    ? keepWhere(secrets, action => scopeOf(grant, action) === 'all')
    : secrets;
}

function shapedByTools(
  { role, grant, needed }: Parameters<typeof kindsIn>[0],
  actions: ActionSet,
): ActionSet {
  return uniteAll(
    toolShaped().map(({ beside, actions: shape }) =>
      keepWhere(intersect(actions, shape), action =>
        needed === null
          ? action !== beside &&
            scopeOf(grant, action) !== 'all' &&
            isHeld(role, beside)
          : liesBeside(grant, action, needed.patternsOf(beside)),
      ),
    ),
  );
}

function isHeld({ grants }: RoleGrants, action: number): boolean {
  return grants.some(grant => holds(reachableActions(grant), action));
}

// On what the leading action is needed on; for objects, anywhere in their bucket.
function liesBeside(
  grant: Grant,
  action: number,
  near: readonly ResourcePattern[],
): boolean {
  if (near.length === 0) {
    return false;
  }
  const { types } = signatureOf(action);
  if (types.length === 0) {
    return true;
  }
  const buckets = near.flatMap(({ text }) => bucketOf(text) ?? []);
  return (
    grant.resources.kind === 'only' &&
    grant.patterns
      .filter(pattern => types.some(type => pattern.scopeOn(type) !== 'none'))
      .every(
        pattern =>
          near.some(each => each.covers(pattern)) ||
          buckets.includes(bucketOf(pattern.text) ?? ''),
      )
  );
}

function bucketOf(arn: string): string | null {
  const [, bucket] = /^arn:[^:]+:s3:::([^/*?$]+)(\/|$)/.exec(arn) ?? [];
  return bucket ?? null;
}
