import { parseArn } from '../../ecs/names/arn';
import { partitionOf } from '../../ecs/names/partitionOf';
import type { CaseFacts, Told } from './Case';
import { nameIn } from './parseRole';
import { toldForms } from './parseTold';

/** Where tasks run, as far as the input tells. */
export type HomeTold = Readonly<{
  partition: string;
  region: string | null;
  accountId: string | null;
}>;

export type Owner = Pick<HomeTold, 'partition' | 'accountId'> | null;

/**
 * Where the tasks run: by the ARN of the task definition, of the service, its cluster or its hosts; else as is said; the
 * account also by the roles, for ECS takes none of another account.
 *
 * @param owner - a role of the tasks
 */
export function homeTold(facts: CaseFacts, owner: Owner = null): HomeTold {
  const { told } = facts;
  const place = arnsIn(facts).map(placeIn).find(isFound) ?? null;
  const account = rolesIn(facts).map(nameIn).find(isFound) ?? owner;
  const region = place?.region ?? told.region;
  return {
    region,
    accountId: place?.accountId ?? told.accountId ?? account?.accountId ?? null,
    partition:
      place?.partition ??
      told.partition ??
      (region === null ? account?.partition : partitionOf(region)) ??
      'aws',
  };
}

function arnsIn({
  taskDefinition,
  service,
  cluster,
  hosts,
}: CaseFacts): readonly string[] {
  return [
    ...(taskDefinition.known ? [taskDefinition.value.arn] : []),
    ...(service.known ? [service.value.arn] : []),
    ...(cluster.known ? [cluster.value.arn] : []),
    ...(hosts.known ? hosts.value.map(host => host.arn) : []),
  ];
}

function placeIn(arn: string): Omit<Told, 'compute'> | null {
  const parsed = parseArn(arn);
  if (!parsed.ok || parsed.value.region === '') {
    return null;
  }
  const { partition, region, accountId } = parsed.value;
  const isAccount = toldForms.account.pattern.test(accountId);
  return { partition, region, accountId: isAccount ? accountId : null };
}

function rolesIn({ taskDefinition }: CaseFacts): readonly string[] {
  if (!taskDefinition.known) {
    return [];
  }
  const { taskRoleArn, executionRoleArn } = taskDefinition.value;
  return [executionRoleArn, taskRoleArn].filter(isFound);
}

function isFound<T>(value: T | null): value is T {
  return value !== null;
}
