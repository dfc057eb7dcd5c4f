import type {
  Cluster,
  Compute,
  Finding,
  CapacityProvider,
  Host,
  InstanceProfile,
  Registry,
  SecretKey,
  TaskDefinitionFamily,
  Role,
  RoleSlot,
  RoleUse,
  Service,
  Severity,
  TaskDefinition,
  Undecided,
  Unknown,
} from '@ecs-iam/iam-analysis';
import type {
  FactKind,
  FactPage,
  Gap,
  Target,
} from '@ecs-iam/plugin-ecs-iam-node';
import type {
  NeedsOfUse,
  RoleInSlot,
  ServiceUses,
  SlotsOfRole,
  StoredRoleUse,
} from './RoleUses';
import type {
  ServiceFilter,
  ServicePage,
  ServicePageRequest,
} from './ServicePages';

export type {
  DerivedOfUse,
  NeedsOfUse,
  RevisionNeeds,
  RoleInSlot,
  ServiceUses,
  SlotsOfRole,
  StoredRoleUse,
} from './RoleUses';
export type {
  ServiceFilter,
  ServicePage,
  ServicePageRequest,
  ServiceRow,
} from './ServicePages';

/** When a fact was read, and since when it is gone. Dates are ISO 8601 in UTC. */
export type Stored<T> = Readonly<{
  fact: T;
  readAt: string;
  goneAt: string | null;
}>;

export type StoredService = Stored<Service> &
  Readonly<{ compute: readonly Compute[] }>;

/** `id` is opaque and stable: it names the role in URLs. */
export type StoredRole = Stored<Role> & Readonly<{ id: string }>;

export type StoredFinding = Omit<Finding, 'state'> &
  Readonly<{
    id: string;
    state: 'active' | 'mitigated' | 'resolved';
    firstSeen: string;
    lastSeen: string;
    resolvedAt: string | null;
  }>;

/** That something active of this severity is found of a subject in a slot. */
export type ActiveSeverity = Readonly<{
  subject: string;
  slot: RoleSlot;
  severity: Severity;
}>;

export type StoredGap = Gap &
  Readonly<{ accountId: string; region: string; since: string }>;

export type TargetState = Target &
  Readonly<{
    lastAttempt: string | null;
    /** The last read that reached AWS, complete or partial. */
    lastSuccess: string | null;
    outcome: 'succeeded' | 'partial' | 'failed' | 'never';
    error: string | null;
    services: number;
    roles: number;
  }>;

/** All that is stored of one target, for the analysis. */
export type TargetFacts = Readonly<{
  clusters: readonly Cluster[];
  services: readonly Service[];
  taskDefinitions: readonly TaskDefinition[];
  capacityProviders: readonly CapacityProvider[];
  hosts: readonly Host[];
  instanceProfiles: readonly InstanceProfile[];
  secretKeys: readonly SecretKey[];
  /** `null`: it could not be read. */
  registry: Registry | null;
  families: readonly TaskDefinitionFamily[];
  roles: readonly Role[];
  /** Kinds whose last listing was incomplete, with the reason: an absent fact of these kinds is unknown, not absent. */
  incomplete: ReadonlyMap<FactKind, Gap>;
}>;

export type ReadOutcome =
  | Readonly<{ outcome: 'succeeded' | 'partial'; gaps: readonly Gap[] }>
  | Readonly<{ outcome: 'failed'; error: string }>;

/** What the analysis found about a subject. */
export type Verdict = Readonly<{
  /** ARN of a role or a service. */
  subject: string;
  findings: readonly Finding[];
  /** Rules that could not be judged this time: their findings are neither confirmed nor resolved. */
  undecided: readonly Readonly<{ ruleId: string; slot: RoleSlot }>[];
}>;

export type FinishedRead = Readonly<{
  /** How many were marked gone. */
  gone: Readonly<Record<FactKind, number>>;
  /** Roles that lost a user because a service is gone. */
  released: readonly RoleInSlot[];
  /** Whether the target was never read before. */
  first: boolean;
}>;

/** Facts and findings, kept in the plugin's database. */
export interface Inventory {
  /**
   * Makes the targets those that are given. Of one that has left, facts and findings are kept with their dates, but
   * they no longer count: lists, tags and sharing leave them out.
   */
  registerTargets(targets: readonly Target[], at: Date): Promise<void>;

  // -- what a read writes ------------------------------------------------------------------------------------------
  /** Writes one page; a fact that was gone is back. Gap pages are not written here but with `finishRead`. */
  writePage(target: Target, page: FactPage, readAt: Date): Promise<void>;

  /**
   * Ends a read that began at `startedAt`. After a read that listed a kind completely, facts of that kind that it did
   * not see are marked gone and their findings resolved. After a failed one only the target's state changes.
   *
   * @returns what was marked gone
   */
  finishRead(
    target: Target,
    read: Readonly<{ startedAt: Date; finishedAt: Date }> & ReadOutcome,
  ): Promise<FinishedRead>;

  taskDefinitions(arns: readonly string[]): Promise<readonly TaskDefinition[]>;

  targetFacts(target: Target): Promise<TargetFacts>;

  /** Replaces the role uses of a service. */
  writeRoleUses(
    serviceArn: string,
    compute: readonly Compute[],
    uses: readonly (RoleUse & Readonly<{ undecided: readonly Undecided[] }>)[],
  ): Promise<void>;

  /** Replaces the findings of a subject: new ones are inserted, seen ones kept with their first date, the rest resolved. */
  writeFindings(
    subject: string,
    findings: readonly Finding[],
    at: Date,
  ): Promise<Readonly<{ opened: number; resolved: number }>>;

  /**
   * Replaces the role uses of many services.
   *
   * @returns the roles whose users changed, or what these need of them
   */
  replaceRoleUses(
    services: readonly ServiceUses[],
  ): Promise<readonly RoleInSlot[]>;

  /** Replaces the findings of many subjects; those of undecided rules stay as they are. */
  writeVerdicts(
    verdicts: readonly Verdict[],
    at: Date,
  ): Promise<Readonly<{ opened: number; resolved: number }>>;

  // -- what a page reads -------------------------------------------------------------------------------------------
  /** Newest first where a service exists twice. Gone services are included. */
  services(arns: readonly string[]): Promise<readonly StoredService[]>;

  /** Services that carry all the tags. */
  servicesByTags(
    tags: Readonly<Record<string, string>>,
  ): Promise<readonly StoredService[]>;

  listServices(
    filter: ServiceFilter,
    page: ServicePageRequest,
  ): Promise<ServicePage>;

  /** Services, or task families in place of services, of these names in the clusters. Those that are gone are left out. */
  servicesInClusters(
    clusterArns: readonly string[],
    names: readonly string[],
  ): Promise<readonly StoredService[]>;

  /** Task families in place of services, by their names. Those that are gone are left out. */
  taskFamilies(names: readonly string[]): Promise<readonly StoredService[]>;

  clusters(arns: readonly string[]): Promise<readonly Stored<Cluster>[]>;

  /** What tells on which hosts services of a target run, and what runs there beside them. Without roles. */
  hostFacts(
    target: Pick<Target, 'accountId' | 'region'>,
    services: readonly Service[],
  ): Promise<TargetFacts>;

  roles(arns: readonly string[]): Promise<readonly StoredRole[]>;

  /** Roles that are not gone, as any region of the account saw them last. */
  rolesOfAccount(accountId: string): Promise<readonly Role[]>;

  roleById(id: string): Promise<StoredRole | undefined>;

  roleUses(serviceArns: readonly string[]): Promise<readonly StoredRoleUse[]>;

  /** Uses of the roles by services that are not gone, in the given slots or in all. */
  usesOfRoles(
    roleArns: readonly string[],
    slots?: readonly RoleSlot[],
  ): Promise<readonly StoredRoleUse[]>;

  /** By role, the slots in which services that are not gone use it. */
  slotsOfRoles(
    roleArns: readonly string[],
  ): Promise<ReadonlyMap<string, SlotsOfRole>>;

  /** By role, the slots in which services of the account that are not gone use it. */
  slotsOfAccount(accountId: string): Promise<ReadonlyMap<string, SlotsOfRole>>;

  /**
   * By slot, why it is not known of a service of the account which role it uses there; a reason that names a permission
   * before one that does not.
   */
  unknownRolesOfAccount(
    accountId: string,
  ): Promise<ReadonlyMap<RoleSlot, Unknown>>;

  /** What services that are not gone need of the roles in these slots. */
  needsOfRoles(
    roleArns: readonly string[],
    slots: readonly RoleSlot[],
  ): Promise<readonly NeedsOfUse[]>;

  /** Open findings (active and mitigated) of the subjects. */
  findings(subjects: readonly string[]): Promise<readonly StoredFinding[]>;

  /** How grave the active findings of the subjects are, and no more of them. */
  activeSeverities(
    subjects: readonly string[],
  ): Promise<readonly ActiveSeverity[]>;

  /** Those of an account, or all. */
  targets(accountId?: string): Promise<readonly TargetState[]>;

  gaps(
    targets: readonly Pick<Target, 'accountId' | 'region'>[],
  ): Promise<readonly StoredGap[]>;
}
