import { otherRole } from '../../analysis/otherRole';
import { roleFacts } from '../../analysis/roleFacts';
import { mapKnown } from '../../known';
import type { EvidenceInput } from '../../rules/evidence';
import type { Case, RoleCase } from '../evidence/Case';
import type { Owner } from '../evidence/taskHome';
import { computeFact, ec2HostsFact } from './computeFact';
import { runningFact } from './runningFact';
import { taskRolesFact } from './taskRolesFact';
import { useFacts } from './useFacts';

type Evidence = EvidenceInput['facts'];

/** The evidence that a case holds, by kind: one line for each kind. */
export function evidenceOf(given: RoleCase): Evidence {
  const { lastAccessed } = given.facts;
  return {
    ...roleFacts(given.role),
    running: runningFact(given),
    ...(lastAccessed ? { usage: lastAccessed } : {}),
    ...evidenceOfUse(given),
  };
}

/**
 * The same without the role: for a slot that names none.
 *
 * @param owner - another role of the tasks, where there is one
 */
export function evidenceOfUse(
  given: Case,
  owner: Owner = given.role,
): Evidence {
  const { facts } = given;
  const taskRoles = taskRolesFact(given, owner);
  return {
    service: facts.service,
    cluster: facts.cluster,
    taskDefinition: facts.taskDefinition,
    compute: computeFact(given),
    ec2Hosts: ec2HostsFact(given),
    otherRoles: mapKnown(facts.roles, roles =>
      roles.flatMap(each => otherRole(each) ?? []),
    ),
    taskRoles,
    ...useFacts(given, taskRoles, owner),
  };
}
