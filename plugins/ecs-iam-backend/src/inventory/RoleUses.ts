import type {
  Compute,
  Known,
  RoleNeeds,
  RoleSlot,
  RoleUse,
  Undecided,
} from '@ecs-iam/iam-analysis';

// Roles in the slots in which services use them, and what follows from it.

/** `position` keeps the order of the rows of one service. */
export type StoredRoleUse = RoleUse &
  Readonly<{
    serviceArn: string;
    position: number;
    undecided: readonly Undecided[];
  }>;

/**
 * Where a role is used: by slot, on what the services run, whether one of them has running tasks, and whether containers
 * of one of them are known to reach the role by the metadata service of their host.
 */
export type SlotsOfRole = ReadonlyMap<
  RoleSlot,
  Readonly<{
    compute: readonly Compute[];
    isRunning: boolean;
    imdsReached: boolean;
  }>
>;

/** A role in the slot in which it is used. */
export type RoleInSlot = Readonly<{ roleArn: string; slot: RoleSlot }>;

/** What ECS demands of the role of a use because of one revision. */
export type RevisionNeeds = Readonly<{
  taskDefinitionArn: string;
  needs: RoleNeeds;
}>;

/** What a service needs of a role in a slot; unknown when a revision could not be read. */
export type NeedsOfUse = RoleInSlot &
  Readonly<{ serviceArn: string; needs: Known<readonly RevisionNeeds[]> }>;

/** What follows from a use for its role. */
export type DerivedOfUse = Readonly<{
  /** `null`: needs of this slot are not derived. */
  needs: Known<readonly RevisionNeeds[]> | null;
  /** Containers are known to reach the role by the metadata service of their host. */
  imdsReached: boolean;
}>;

/**
 * The role uses of a service. Without `undecided`, what was undecided of an unchanged use stays; without `derived`, what
 * follows from it.
 */
export type ServiceUses = Readonly<{
  serviceArn: string;
  compute: readonly Compute[];
  uses: readonly (RoleUse &
    Readonly<{
      undecided?: readonly Undecided[];
      derived?: DerivedOfUse;
    }>)[];
}>;
