import type { DatabaseService } from '@backstage/backend-plugin-api';
import type {
  Compute,
  Finding,
  RoleSlot,
  Service,
} from '@ecs-iam/iam-analysis';
import type { FactPage, Target } from '@ecs-iam/plugin-ecs-iam-node';
import type { Knex } from 'knex';
import type {
  Inventory,
  ReadOutcome,
  ServiceFilter,
  ServicePageRequest,
  ServiceUses,
  Verdict,
} from './Inventory';
import { migrate } from './migrate';
import { readClusters } from './operations/facts/readClusters';
import { readHostFacts } from './operations/facts/readHostFacts';
import { readTaskDefinitions } from './operations/facts/readTaskDefinitions';
import { writeFactPage } from './operations/facts/writeFactPage';
import { readActiveSeverities } from './operations/findings/readActiveSeverities';
import { readFindings } from './operations/findings/readFindings';
import { replaceFindings } from './operations/findings/replaceFindings';
import { readGaps } from './operations/gaps/readGaps';
import {
  readRoleById,
  readRoles,
  readRolesOfAccount,
} from './operations/roles/readRoles';
import { findServicesByTags } from './operations/services/findServicesByTags';
import { findServicesInClusters } from './operations/services/findServicesInClusters';
import { findTaskFamilies } from './operations/services/findTaskFamilies';
import { listServices } from './operations/services/listServices';
import { readServices } from './operations/services/readServices';
import { finishRead } from './operations/targets/finishRead';
import { listTargets } from './operations/targets/listTargets';
import { readTargetFacts } from './operations/targets/readTargetFacts';
import { registerTargets } from './operations/targets/registerTargets';
import { readNeedsOfRoles } from './operations/uses/readNeedsOfRoles';
import { readRoleUses, readUsesOfRoles } from './operations/uses/readRoleUses';
import {
  readSlotsOfAccount,
  readSlotsOfRoles,
} from './operations/uses/readSlots';
import { readUnknownRoles } from './operations/uses/readUnknownRoles';
import { replaceRoleUses } from './operations/uses/replaceRoleUses';

/** The inventory in the plugin's database: SQLite or PostgreSQL. */
export class DatabaseInventory implements Inventory {
  readonly #knex: Knex;

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  /**
   * Migrates the database and opens the inventory.
   *
   * @throws Error when a migration fails; the database is then as it was
   */
  static async create(options: {
    database: DatabaseService;
  }): Promise<DatabaseInventory> {
    const knex = await options.database.getClient();
    if (!options.database.migrations?.skip) {
      await migrate(knex);
    }
    return new DatabaseInventory(knex);
  }

  registerTargets(targets: readonly Target[], at: Date) {
    return this.#knex.transaction(trx =>
      registerTargets(trx, targets, at.toISOString()),
    );
  }

  writePage(target: Target, page: FactPage, readAt: Date) {
    return this.#knex.transaction(trx =>
      writeFactPage(trx, target, page, readAt.toISOString()),
    );
  }

  finishRead(
    target: Target,
    read: Readonly<{ startedAt: Date; finishedAt: Date }> & ReadOutcome,
  ) {
    return this.#knex.transaction(trx => finishRead(trx, target, read));
  }

  taskDefinitions(arns: readonly string[]) {
    return readTaskDefinitions(this.#knex, arns);
  }

  targetFacts(target: Target) {
    return readTargetFacts(this.#knex, target);
  }

  async writeRoleUses(
    serviceArn: string,
    compute: readonly Compute[],
    uses: ServiceUses['uses'],
  ) {
    await this.replaceRoleUses([{ serviceArn, compute, uses }]);
  }

  replaceRoleUses(services: readonly ServiceUses[]) {
    return this.#knex.transaction(trx => replaceRoleUses(trx, services));
  }

  writeFindings(subject: string, findings: readonly Finding[], at: Date) {
    return this.writeVerdicts([{ subject, findings, undecided: [] }], at);
  }

  writeVerdicts(verdicts: readonly Verdict[], at: Date) {
    return this.#knex.transaction(trx =>
      replaceFindings(trx, verdicts, at.toISOString()),
    );
  }

  services(arns: readonly string[]) {
    return readServices(this.#knex, arns);
  }

  servicesByTags(tags: Readonly<Record<string, string>>) {
    return findServicesByTags(this.#knex, tags);
  }

  listServices(filter: ServiceFilter, page: ServicePageRequest) {
    return listServices(this.#knex, filter, page);
  }

  servicesInClusters(clusterArns: readonly string[], names: readonly string[]) {
    return findServicesInClusters(this.#knex, clusterArns, names);
  }

  taskFamilies(names: readonly string[]) {
    return findTaskFamilies(this.#knex, names);
  }

  hostFacts(
    target: Pick<Target, 'accountId' | 'region'>,
    services: readonly Service[],
  ) {
    return readHostFacts(this.#knex, target, services);
  }

  clusters(arns: readonly string[]) {
    return readClusters(this.#knex, arns);
  }

  roles(arns: readonly string[]) {
    return readRoles(this.#knex, arns);
  }

  rolesOfAccount(accountId: string) {
    return readRolesOfAccount(this.#knex, accountId);
  }

  roleById(id: string) {
    return readRoleById(this.#knex, id);
  }

  roleUses(serviceArns: readonly string[]) {
    return readRoleUses(this.#knex, serviceArns);
  }

  usesOfRoles(roleArns: readonly string[], slots?: readonly RoleSlot[]) {
    return readUsesOfRoles(this.#knex, roleArns, slots);
  }

  slotsOfRoles(roleArns: readonly string[]) {
    return readSlotsOfRoles(this.#knex, roleArns);
  }

  slotsOfAccount(accountId: string) {
    return readSlotsOfAccount(this.#knex, accountId);
  }

  unknownRolesOfAccount(accountId: string) {
    return readUnknownRoles(this.#knex, accountId);
  }

  needsOfRoles(roleArns: readonly string[], slots: readonly RoleSlot[]) {
    return readNeedsOfRoles(this.#knex, roleArns, slots);
  }

  findings(subjects: readonly string[]) {
    return readFindings(this.#knex, subjects);
  }

  activeSeverities(subjects: readonly string[]) {
    return readActiveSeverities(this.#knex, subjects);
  }

  targets(accountId?: string) {
    return listTargets(this.#knex, accountId);
  }

  gaps(targets: readonly Pick<Target, 'accountId' | 'region'>[]) {
    return readGaps(this.#knex, targets);
  }
}
