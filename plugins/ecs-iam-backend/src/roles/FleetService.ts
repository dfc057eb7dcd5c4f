import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type {
  RuleList,
  ServiceList,
  TargetStatus,
} from '@ecs-iam/plugin-ecs-iam-common';
import type { ServiceFilter, ServicePageRequest } from '../inventory/Inventory';

export type ServiceQuery = Readonly<{
  /** `owner` and `system`: refs of the entities that own, or hold, the entity of the service. */
  filter: ServiceFilter & Readonly<{ owner?: string; system?: string }>;
  page: ServicePageRequest;
}>;

type Options = Readonly<{ credentials: BackstageCredentials }>;

/** All services, how far the scans cover them, and the rules by which they are judged. */
export interface FleetService {
  /** @throws InputError for a cursor of another list */
  services(query: ServiceQuery, options: Options): Promise<ServiceList>;

  /** @throws NotAllowedError when the caller may not see the fleet */
  targets(options: Options): Promise<Readonly<{ items: TargetStatus[] }>>;

  rules(options: Options): Promise<RuleList>;
}
