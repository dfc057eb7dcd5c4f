import { computeOf, roleUses, rolesReachedByImds } from '@ecs-iam/iam-analysis';
import type { Role, RoleUse } from '@ecs-iam/iam-analysis';
import type { Gap, Target } from '@ecs-iam/plugin-ecs-iam-node';
import type { Inventory } from '../../inventory/Inventory';
import { HostsToReach } from './HostsToReach';
import type { ServiceOfRun } from './judgeService';
import { needsOfUse } from './needsOfUse';
import { serviceContexts } from './serviceContexts';

/** What is stored of a target, with what follows from it. */
export type OpenedTarget = Readonly<{
  accountId: string;
  services: readonly ServiceOfRun[];
  roles: readonly Role[];
  gaps: readonly Gap[];
}>;

/** Derives the role uses of all services of a target, and what they need. */
export async function openTarget(
  target: Target,
  inventory: Pick<Inventory, 'targetFacts' | 'gaps'>,
): Promise<OpenedTarget> {
  const facts = await inventory.targetFacts(target);
  const gaps = await inventory.gaps([target]);
  const reachable = HostsToReach.create();
  const contexts = [...serviceContexts(facts, gaps).values()];
  return {
    accountId: target.accountId,
    gaps,
    roles: facts.roles,
    services: contexts.map(context => {
      const compute = computeOf(
        context.service,
        context.cluster,
        context.capacityProviders,
      );
      const uses = roleUses(context);
      const reached = rolesReachedByImds([reachable.in(context)]);
      const derived = uses.map(use => ({
        needs: needsOfUse(use, context, compute),
        imdsReached: use.slot === 'instance' && isIn(reached, use.roleArn),
      }));
      return { context, compute, uses, derived };
    }),
  };
}

function isIn(arns: ReadonlySet<string>, role: RoleUse['roleArn']): boolean {
  return role.known && role.value !== null && arns.has(role.value);
}
