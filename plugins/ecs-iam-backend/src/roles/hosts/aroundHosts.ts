import { roleFacts, severities, unknown } from '@ecs-iam/iam-analysis';
import type {
  Known,
  RoleGrants,
  Service,
  Severity,
} from '@ecs-iam/iam-analysis';
import type { EntityIndex } from '../../entities/EntityIndex';
import type { Inventory, StoredRole } from '../../inventory/Inventory';
import { presentUser } from '../roleUsers';
import type { AroundHosts } from './HostView';
import type { NamesOnHosts } from './loadHosts';
import { nameOfTask } from './namesOfTasks';

/** Looks up what hosts name, all at once. */
export async function aroundHosts(
  names: NamesOnHosts,
  inventory: Pick<
    Inventory,
    'roles' | 'activeSeverities' | 'servicesInClusters'
  >,
  index: EntityIndex,
): Promise<AroundHosts> {
  const { roleArns, clusterArns, serviceNames } = names;
  const [roles, found, services] = await Promise.all([
    inventory.roles(roleArns),
    inventory.activeSeverities(roleArns),
    inventory.servicesInClusters(clusterArns, serviceNames),
  ]);
  const byArn = new Map(roles.map(role => [role.fact.arn, role]));
  const worst = new Map<string, Severity>();
  for (const { subject, slot, severity } of found) {
    const key = `${subject} ${slot}`;
    const before = worst.get(key);
    if (!before || rank(severity) < rank(before)) {
      worst.set(key, severity);
    }
  }
  const users = new Map(
    services.map(({ fact }) => [
      userKey(fact.clusterArn, fact.kind, fact.name),
      presentUser(fact, index),
    ]),
  );
  return {
    roleOf: arn => byArn.get(arn),
    grantsOf: once(arn => grantsOf(byArn.get(arn))),
    worstOf: (arn, slot) => worst.get(`${arn} ${slot}`) ?? null,
    userOf: (clusterArn, task) =>
      users.get(
        userKey(
          clusterArn,
          task.serviceName === null ? 'task-family' : 'service',
          nameOfTask(task),
        ),
      ),
  };
}

// A service mostly has the name of the family that it runs.
function userKey(
  clusterArn: string,
  kind: Service['kind'],
  name: string,
): string {
  return `${kind} ${clusterArn} ${name}`;
}

function rank(severity: Severity): number {
  return severities.indexOf(severity);
}

function grantsOf(role: StoredRole | undefined): Known<RoleGrants> {
  const notRead = unknown('the role was not read yet', 'iam:GetRole');
  return role ? roleFacts(role.fact).grants ?? notRead : notRead;
}

// A role is on many hosts.
function once<T>(find: (arn: string) => T): (arn: string) => T {
  const found = new Map<string, T>();
  return arn => {
    const before = found.get(arn);
    if (before !== undefined) {
      return before;
    }
    const value = find(arn);
    found.set(arn, value);
    return value;
  };
}
