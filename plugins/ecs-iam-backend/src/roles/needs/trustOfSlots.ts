import { minimalTrust, parseArn } from '@ecs-iam/iam-analysis';
import type { Compute, ProposedPolicy, TaskHome } from '@ecs-iam/iam-analysis';
import type { RoleSlot } from '@ecs-iam/plugin-ecs-iam-common';

/**
 * The trust policy that a role needs in all slots in which it is used.
 *
 * @param slots - at least one, each with the kinds of compute of those that use it
 * @param serviceArns - of those that use the role: it is bound to their accounts and regions
 */
export function trustOfSlots(
  slots: ReadonlyMap<RoleSlot, readonly Compute[]>,
  serviceArns: readonly string[],
): ProposedPolicy {
  const homes = homesOf(serviceArns);
  const policies = [...slots].map(([slot, compute]) =>
    minimalTrust(slot, homes, compute),
  );
  const statements = policies.flatMap(policy => policy.statements);
  const byText = new Map(
    statements.map(statement => [
      JSON.stringify({ ...statement, at: '' }),
      statement,
    ]),
  );
  return { ...policies[0], statements: [...byText.values()] };
}

function homesOf(serviceArns: readonly string[]): readonly TaskHome[] {
  return serviceArns.flatMap(arn => {
    const parsed = parseArn(arn);
    return parsed.ok ? [parsed.value] : [];
  });
}
