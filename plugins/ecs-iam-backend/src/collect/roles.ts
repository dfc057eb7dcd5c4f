import type { FactPage } from '@ecs-iam/plugin-ecs-iam-node';
import type { Role } from '@ecs-iam/iam-analysis';
import { iamName, type IamName } from './iamArn';
import { batches, inOrder } from './inOrder';
import { AT_A_TIME, type Reading } from './reading';
import type { ReadRole } from './RoleShelf';
import { roleWithout } from './toRole';

const PAGE = 25;

/** Gives a role of the target's account, read now or a while ago. */
export type RoleSource = (name: IamName) => Promise<ReadRole>;

/**
 * Reads the roles, each once.
 *
 * @param named - ARNs and bare names as ECS and EC2 gave them
 * @param annotated - ARNs from the catalog; those of other accounts are left to the targets of those accounts
 */
export async function* readRoles(
  reading: Reading,
  roleOf: RoleSource,
  named: readonly string[],
  annotated: readonly string[],
): AsyncGenerator<FactPage, void> {
  const { target, signal } = reading;
  const names = [
    ...named.flatMap(value => nameOf(reading, value)),
    ...annotated
      .flatMap(value => nameOf(reading, value))
      .filter(({ accountId }) => accountId === target.accountId),
  ];
  const distinct = [...new Map(names.map(name => [name.arn, name])).values()];
  const seen = new Set<string>();
  for (const page of batches(distinct, PAGE)) {
    const facts: Role[] = [];
    for await (const role of inOrder(page, AT_A_TIME, name =>
      read(reading, roleOf, name),
    )) {
      // A bare name and an ARN may be the same role.
      if (!seen.has(role.arn)) facts.push(role);
      seen.add(role.arn);
    }
    signal.throwIfAborted();
    yield { kind: 'role', facts };
  }
}

function nameOf(reading: Reading, value: string): readonly IamName[] {
  const name = iamName('role', value, reading.target);
  if (name) return [name];
  reading.gaps.add({
    api: 'iam:GetRole',
    because: 'InvalidRequest',
    message: `'${value}' is not the ARN of an IAM role.`,
    resources: [value],
    leavesIncomplete: [],
  });
  return [];
}

async function read(
  { target, gaps }: Reading,
  roleOf: RoleSource,
  name: IamName,
): Promise<Role> {
  const isOurs =
    name.accountId === target.accountId && name.partition === target.partition;
  if (!isOurs) return roleWithout(name, 'other-account');
  const kept = await roleOf(name);
  kept.gaps.all().forEach(gap => gaps.add(gap));
  return kept.role;
}
