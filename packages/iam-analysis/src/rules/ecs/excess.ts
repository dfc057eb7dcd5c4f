import type { ActionSet } from '../../catalogue/actionSet';
import { actionNames, serviceOf } from '../../catalogue/catalogue';
import { excessOf } from '../../ecs/permissions/excessOf';
import type { Excess, ExcessKind } from '../../ecs/permissions/judgedNeed';
import type { RoleNeeds } from '../../ecs/permissions/permission';
import type { RoleSlot } from '../../ecs/slots';
import type { RoleGrants } from '../../grants/grant';
import type { Known, Unknown } from '../../known';
import { isAdministrator } from '../iam/administrator';
import { notCollected } from '../notCollected';
import { quoted } from '../words';

/** The slots of execution roles: what they hold is for ECS alone. */
export const executionSlots = [
  'execution',
  'daemon-execution',
] as const satisfies readonly RoleSlot[];

/**
 * What a role grants beyond its needs, of one kind. Of an administrator nothing is said: `iam.admin-access` covers it.
 *
 * @param kind - of the excess
 * @param grants - what the role holds
 * @param needs - unknown ones: only what a role in this slot is never for
 * @param slot - where it is used
 */
export function excessOfKind(
  kind: ExcessKind,
  grants: RoleGrants,
  needs: Known<RoleNeeds>,
  slot: RoleSlot,
): readonly Excess[] {
  return isAdministrator(grants)
    ? []
    : excessOf(needs.known ? needs.value : null, grants, slot).filter(
        each => each.kind === kind,
      );
}

/**
 * Names of actions as policies write them: a service of which all are in the set is one pattern.
 *
 * @public
 */
export function writtenActions(actions: ActionSet): string[] {
  const written: string[] = [];
  for (let i = 0; i < actions.length; i += 2) {
    let first = actions[i];
    while (first < actions[i + 1]) {
      const service = serviceOf(first);
      const end = Math.min(service.end, actions[i + 1]);
      const isWhole = first === service.first && end === service.end;
      written.push(
        ...(isWhole ? [`${service.prefix}:*`] : actionNames([first, end])),
      );
      first = end;
    }
  }
  return written;
}

/** The resources of the statement, in words that also fit `NotResource`. */
export function grantedOn(
  { at, granted }: Pick<Excess, 'at' | 'granted'>,
  { grants }: RoleGrants,
): readonly string[] {
  const isAllBut = grants.some(
    grant => grant.at === at && grant.resources.kind === 'all-but',
  );
  return isAllBut ? granted.map(each => `all but ${each}`) : granted;
}

/**
 * The resources that would do, in words.
 *
 * @param needed - none where they are not named, because whoever reads it need not be allowed to see all that need them
 * @param unnamed - what is said then
 */
export function enough(
  needed: readonly string[],
  unnamed: string = 'less',
): string {
  return needed.length > 0 ? quoted(needed) : unnamed;
}

/** Of a role that is filled up to the limits of IAM, this many findings of one kind are enough. */
export const MOST_STATEMENTS = 100;

/** Whether needs could not be read. Needs that nobody asked for are nothing to wait for. */
export function isUnread(needs: Known<RoleNeeds>): needs is Unknown {
  return !needs.known && needs.because !== notCollected('needs').because;
}
