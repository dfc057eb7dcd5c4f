import type { Finding, RoleSlot, Severity } from '@ecs-iam/iam-analysis';
import type { FactKind } from '@ecs-iam/plugin-ecs-iam-node';
import type { TargetState } from './Inventory';

// Rows as the migrations define them. They never leave this room. Dates are ISO 8601 text in UTC.

export type TargetRow = {
  account_id: string;
  region: string;
  partition: string;
  last_attempt: string | null;
  last_success: string | null;
  outcome: TargetState['outcome'];
  error: string | null;
  left_at: string | null;
};

export type GapRow = {
  account_id: string;
  region: string;
  position: number;
  gap: string;
  since: string;
};

export type ServiceTableRow = {
  id: string;
  arn: string;
  name: string;
  cluster_id: string;
  cluster_name: string;
  account_id: string;
  region: string;
  compute: string;
  tags: string | null;
  fact: string;
  read_at: string;
  gone_at: string | null;
};

export type ServiceTagRow = { service_id: string; key: string; value: string };

export type TaskDefinitionRow = {
  id: string;
  arn: string;
  fact: string;
  read_at: string;
};

export type RoleRow = {
  id: string;
  arn: string;
  account_id: string;
  name: string;
  fact: string;
  part_dates: string;
  read_at: string;
  gone_at: string | null;
};

export type RoleSightingRow = {
  role_id: string;
  account_id: string;
  region: string;
  seen_at: string;
};

/** The kinds of facts that share the table `fact`. */
export type SharedFactKind = Exclude<
  FactKind,
  'service' | 'taskDefinition' | 'role'
>;

export type FactRow = {
  account_id: string;
  region: string;
  kind: SharedFactKind;
  id: string;
  fact: string;
  read_at: string;
  gone_at: string | null;
};

export type RoleUseRow = {
  service_id: string;
  position: number;
  slot: RoleSlot;
  role_id: string | null;
  role_arn: string | null;
  service_arn: string;
  role_use: string;
  undecided: string;
  needs: string | null;
  /** SQLite has no booleans. */
  imds_reached: boolean | 0 | 1;
};

export type FindingRow = {
  id: string;
  subject_id: string;
  subject: string;
  slot: RoleSlot;
  rule_id: string;
  severity: Severity;
  state: Finding['state'] | 'resolved';
  mitigated_by: Finding['mitigatedBy'];
  message: string;
  data: string;
  at: string;
  first_seen: string;
  last_seen: string;
  resolved_at: string | null;
};

export type ScanRow = {
  id: string;
  origin: 'request' | 'schedule';
  requested_at: string;
};

export type ScanTargetRow = {
  scan_id: string;
  account_id: string;
  region: string;
  state: 'queued' | 'running' | 'succeeded' | 'partial' | 'failed';
  services: number;
  roles: number;
  gaps: number;
  error: string | null;
  started_at: string | null;
  finished_at: string | null;
};
