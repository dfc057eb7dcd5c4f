import type { EntityIndex } from '../entities/EntityIndex';
import type {
  Inventory,
  StoredFinding,
  StoredRole,
  StoredRoleUse,
  StoredService,
} from '../inventory/Inventory';
import { loadRoleUsers } from './roleUsers';
import type { UsersOfRole } from './roleUsers';

/** What the inventory knows about the roles of some services, and about roles that are named by themselves. */
export type RoleFacts = Readonly<{
  services: readonly StoredService[];
  /** By the ARN of the service, in the order of the rows. */
  uses: ReadonlyMap<string, readonly StoredRoleUse[]>;
  /** By ARN. */
  roles: ReadonlyMap<string, StoredRole>;
  /** By the ARN of the role. */
  users: ReadonlyMap<string, UsersOfRole>;
  /** Those of the roles in the slots in which the services use them, of the services, and of the roles named alone. */
  findings: readonly StoredFinding[];
  /** The role that a finding is about: of one about a service, the role in the slot. */
  roleOf(finding: StoredFinding): StoredRole | undefined;
}>;

/**
 * @param services - those that are gone have no roles any more
 * @param namedRoleArns - roles that annotations name
 */
export async function loadRoleFacts(
  services: readonly StoredService[],
  namedRoleArns: readonly string[],
  inventory: Pick<
    Inventory,
    'roleUses' | 'roles' | 'usesOfRoles' | 'services' | 'findings'
  >,
  index: EntityIndex,
): Promise<RoleFacts> {
  const serviceArns = services
    .filter(({ goneAt }) => goneAt === null)
    .map(({ fact }) => fact.arn);
  const rows = await inventory.roleUses(serviceArns);
  const roleArns = [
    ...new Set([...rows.flatMap(roleArnsOf), ...namedRoleArns]),
  ];
  const [roles, users, findings] = await Promise.all([
    inventory.roles(roleArns),
    loadRoleUsers(roleArns, inventory, index),
    inventory.findings([...roleArns, ...serviceArns]),
  ]);

  const uses = new Map<string, StoredRoleUse[]>();
  for (const row of [...rows].sort((a, b) => a.position - b.position)) {
    uses.set(row.serviceArn, [...(uses.get(row.serviceArn) ?? []), row]);
  }
  const byArn = new Map(roles.map(role => [role.fact.arn, role]));
  const inSlot = new Map<string, string>();
  for (const row of rows) {
    for (const roleArn of roleArnsOf(row)) {
      inSlot.set(`${roleArn} ${row.slot}`, roleArn);
      inSlot.set(`${row.serviceArn} ${row.slot}`, roleArn);
    }
    if (!inSlot.has(`${row.serviceArn} ${row.slot}`)) {
      inSlot.set(`${row.serviceArn} ${row.slot}`, '');
    }
  }
  const named = new Set(namedRoleArns);
  const keyOf = ({ subject, slot }: StoredFinding) => `${subject} ${slot}`;

  return {
    services,
    uses,
    roles: byArn,
    users,
    findings: findings.filter(
      finding => named.has(finding.subject) || inSlot.has(keyOf(finding)),
    ),
    roleOf: finding =>
      byArn.get(finding.subject) ?? byArn.get(inSlot.get(keyOf(finding)) ?? ''),
  };
}

function roleArnsOf({ roleArn }: StoredRoleUse): readonly string[] {
  return roleArn.known && roleArn.value !== null ? [roleArn.value] : [];
}
