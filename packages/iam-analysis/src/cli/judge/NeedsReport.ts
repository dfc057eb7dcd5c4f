import { minimalPolicy } from '../../ecs/permissions/minimalPolicy';
import { minimalTrust } from '../../ecs/permissions/minimalTrust';
import type { RoleNeeds } from '../../ecs/permissions/permission';
import type { Compute } from '../../ecs/slots';
import type { TaskDefinition } from '../../ecs/taskDefinition';
import type { Known } from '../../known';
import type { ProposedPolicy } from '../../policy/proposedPolicy';
import type { CaseFacts } from '../evidence/Case';
import { neededSlots, type NeededSlot } from '../evidence/neededSlots';
import { homeTold, type HomeTold } from '../evidence/taskHome';
import { InputError } from '../input/InputError';
import { computeFact } from './computeFact';
import { needsOfDefinition, taskHome } from './needsOf';
import { slotRole, type SlotRole } from './slotRole';

/** What ECS demands of the roles of one task definition. */
export type NeedsReport = Readonly<{
  definition: TaskDefinition;
  home: HomeTold;
  compute: Known<readonly Compute[]>;
  /** In the order of the slots, each once. */
  slots: readonly SlotNeeds[];
}>;

export type SlotNeeds = Readonly<{
  slot: NeededSlot;
  role: SlotRole;
  needs: RoleNeeds;
  /** `null`: nothing is needed, or nothing of it could be resolved. */
  policy: ProposedPolicy | null;
  trust: ProposedPolicy;
}>;

/** A report, and where its task definition stands. */
export type PlacedReport = Readonly<{
  report: NeedsReport;
  file: string;
  /** JSON pointer; `''` is the whole file. */
  at: string;
}>;

/** @throws an `InputError` when there is no task definition */
export function needsReport(facts: CaseFacts): NeedsReport {
  if (!facts.taskDefinition.known) {
    throw new InputError('expected a task definition, found none');
  }
  const definition = facts.taskDefinition.value;
  const home = homeTold(facts);
  const compute = computeFact({ slot: 'task', facts });
  const slots = neededSlots.map(slot => {
    const needs = needsOfDefinition(slot, definition, facts, compute);
    const role = slotRole(slot, definition);
    return {
      slot,
      role,
      needs,
      policy: minimalPolicy(needs, role.name),
      trust: minimalTrust(slot, [taskHome(home)], hostsIn(compute)),
    };
  });
  return { definition, home, compute, slots };
}

// `undefined`: the hosts are those of EC2, where nothing says otherwise.
function hostsIn(
  compute: Known<readonly Compute[]>,
): readonly Compute[] | undefined {
  const hosts = compute.known
    ? compute.value.filter(each => each !== 'fargate' && each !== 'unknown')
    : [];
  return hosts.length === 0 ? undefined : hosts;
}
