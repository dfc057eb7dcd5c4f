import type { Compute, Service, Severity } from '@ecs-iam/iam-analysis';
import type { StoredRoleUse } from './RoleUses';

// The list of services, as people filter and sort it.

export type ServiceFilter = Readonly<{
  /** Only these services. An empty list gives none. */
  arns?: readonly string[];
  q?: string;
  account?: string;
  region?: string;
  cluster?: string;
  compute?: Compute;
  severity?: Severity;
  slot?: string;
  rule?: string;
  state?: 'active' | 'gone';
}>;

export type ServicePageRequest = Readonly<{
  limit: number;
  cursor?: string;
  sort: 'name' | 'severity' | 'account';
  descending: boolean;
}>;

export type ServiceRow = Readonly<{
  service: Service;
  compute: readonly Compute[];
  readAt: string;
  goneAt: string | null;
  uses: readonly StoredRoleUse[];
  /** Active findings of the service and of its roles in its slots. */
  findings: Readonly<Record<Severity, number>>;
}>;

export type ServicePage = Readonly<{
  items: readonly ServiceRow[];
  totalItems: number;
  nextCursor: string | null;
}>;
