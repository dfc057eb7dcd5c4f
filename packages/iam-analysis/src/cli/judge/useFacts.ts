import type { RoleSlot } from '../../ecs/slots';
import { known, mapKnown, unknown, type Known } from '../../known';
import type { Evidence, EvidenceInput } from '../../rules/evidence';
import type { Case } from '../evidence/Case';
import { neededSlots } from '../evidence/neededSlots';
import type { Owner } from '../evidence/taskHome';
import { computeFact } from './computeFact';
import { hostsFact } from './hostsFact';
import { imdsFact } from './imdsFact';
import { needsOf } from './needsOf';
import type { TaskRoles } from './taskRolesFact';

type Kind =
  | 'needs'
  | 'hosts'
  | 'revisions'
  | 'latestRevision'
  | 'imdsReached'
  | 'serviceConnectTls'
  | 'rolesInSlots';

/**
 * What a task definition demands, and what is known of whatever else runs it. Running tasks are no part of any input, nor
 * are the other services of the account: what only these tell is absent, as nobody collects it.
 *
 * @param owner - a role of the tasks, where there is one
 */
export function useFacts(
  given: Case,
  taskRoles: Known<TaskRoles>,
  owner: Owner,
): Pick<EvidenceInput['facts'], Kind> {
  const { service, taskDefinition, latestTaskDefinition } = given.facts;
  return {
    needs: needsFact(given, owner),
    hosts: hostsFact(given),
    revisions: mapKnown(taskDefinition, definition => [definition]),
    latestRevision: latestTaskDefinition,
    imdsReached: imdsFact(given),
    ...(service.known && service.value.namedRoles.some(isOfServiceConnect)
      ? { serviceConnectTls: known(true) }
      : {}),
    ...(taskRoles.known
      ? { rolesInSlots: known(rolesInSlots(taskRoles.value)) }
      : {}),
  };
}

function needsFact(given: Case, owner: Owner): Known<Evidence['needs']> {
  const slot = neededSlots.find(each => each === given.slot);
  return slot === undefined
    ? unknown('nothing is derived for a role in this slot')
    : needsOf(slot, given.facts, computeFact(given), owner);
}

function isOfServiceConnect({ slot }: Readonly<{ slot: RoleSlot }>): boolean {
  return slot === 'infrastructure-service-connect';
}

function rolesInSlots({
  task,
  execution,
}: TaskRoles): Evidence['rolesInSlots'] {
  const slots = new Map<string, RoleSlot[]>();
  for (const [arn, slot] of [
    [task, 'task'],
    [execution, 'execution'],
  ] as const) {
    if (arn !== null) {
      slots.set(arn, [...(slots.get(arn) ?? []), slot]);
    }
  }
  return slots;
}
