import { otherRole } from '../../analysis/otherRole';
import { roleFacts } from '../../analysis/roleFacts';
import { resolveRoleArn } from '../../ecs/names/roleArn';
import { mapKnown } from '../../known';
import type { EvidenceInput } from '../../rules/evidence';
import type { Case } from '../evidence/Case';
import { computeFact, ec2HostsFact } from './computeFact';
import { runningFact } from './runningFact';

type Evidence = EvidenceInput['facts'];

/** The evidence that a case holds, by kind: one line for each kind. */
export function evidenceOf(given: Case): Evidence {
  const { lastAccessed } = given.facts;
  return {
    ...roleFacts(given.role),
    running: runningFact(given),
    ...(lastAccessed ? { usage: lastAccessed } : {}),
    ...evidenceOfUse(given),
  };
}

/** The same without the role: for a slot that names none. */
export function evidenceOfUse(given: Case): Evidence {
  const { role, facts } = given;
  return {
    service: facts.service,
    cluster: facts.cluster,
    taskDefinition: facts.taskDefinition,
    compute: computeFact(given),
    ec2Hosts: ec2HostsFact(given),
    otherRoles: mapKnown(facts.roles, roles =>
      roles.flatMap(each => otherRole(each) ?? []),
    ),
    taskRoles: mapKnown(facts.taskDefinition, definition => ({
      task: arnOf(definition.taskRoleArn, role),
      execution: arnOf(definition.executionRoleArn, role),
    })),
  };
}

// A task runs in the account of its roles: ECS takes no role of another account.
function arnOf(nameOrArn: string | null, owner: Case['role']): string | null {
  return nameOrArn === null ? null : resolveRoleArn(nameOrArn, owner);
}
