import { computeOf, roleUses } from '@ecs-iam/iam-analysis';
import type { Role } from '@ecs-iam/iam-analysis';
import type { Gap, Target } from '@ecs-iam/plugin-ecs-iam-node';
import type { Inventory } from '../../inventory/Inventory';
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
      const needs = uses.map(use => needsOfUse(use, context, compute));
      return { context, compute, uses, needs };
    }),
  };
}
