import { roleFacts } from '../../analysis/roleFacts';
import { resolveRoleArn } from '../../ecs/names/roleArn';
import { mapKnown } from '../../known';
import type { EvidenceInput } from '../../rules/evidence';
import type { Case } from '../evidence/Case';
import { computeFact } from './computeFact';

type Evidence = EvidenceInput['facts'];

/** The evidence that a case holds, by kind: one line for each kind. */
export function evidenceOf(given: Case): Evidence {
  return { ...roleFacts(given.role), ...evidenceOfUse(given) };
}

/** The same without the role: for a slot that names none. */
export function evidenceOfUse(given: Case): Evidence {
  const { role, facts } = given;
  return {
    service: facts.service,
    cluster: facts.cluster,
    taskDefinition: facts.taskDefinition,
    compute: computeFact(given),
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
