import type { PermissionsService } from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { AnyRule } from '@ecs-iam/iam-analysis';
import type { EcsIamConfig } from './config/EcsIamConfig';
import type { AnnotatedEntities } from './entities/AnnotatedEntities';
import type { RouterOptions } from './http/createRouter';
import type { Inventory } from './inventory/Inventory';
import type { Scans } from './refresh/Scans';
import type { TargetSource } from './refresh/TargetSource';
import { AuthorizedEntityRolesService } from './roles/AuthorizedEntityRolesService';
import { AuthorizedFleetService } from './roles/AuthorizedFleetService';
import { AuthorizedRoleService } from './roles/AuthorizedRoleService';
import { DefaultEntityRolesService } from './roles/DefaultEntityRolesService';
import { DefaultFleetService } from './roles/DefaultFleetService';
import { DefaultRoleService } from './roles/DefaultRoleService';
import { EntityAccess } from './roles/EntityAccess';
import { ConsoleLinks } from './roles/present/ConsoleLinks';
import { AuthorizedScanService } from './scans/AuthorizedScanService';
import { DefaultScanService } from './scans/DefaultScanService';
import { ScanPlanner } from './scans/ScanPlanner';

export type ServicesOptions = Readonly<{
  catalog: CatalogService;
  config: EcsIamConfig;
  entities: AnnotatedEntities;
  inventory: Inventory;
  permissions: PermissionsService;
  rules: readonly AnyRule[];
  scans: Scans;
  targetSource: TargetSource;
}>;

/** Wires the services behind the HTTP interface, each in the wrapper that decides who may see what. */
export function createServices(
  options: ServicesOptions,
): Pick<RouterOptions, 'entityRoles' | 'fleet' | 'roles' | 'scans'> {
  const { config, entities } = options;
  const access = EntityAccess.create(options);
  const links = ConsoleLinks.create(config);
  const planner = ScanPlanner.create(options);
  const around = {
    ...options,
    links,
    targetsFrom: config.targetsFrom,
    settings: config.analysis,
  };
  return {
    entityRoles: AuthorizedEntityRolesService.create(
      DefaultEntityRolesService.create(around),
      access,
    ),
    roles: AuthorizedRoleService.create(
      DefaultRoleService.create(around),
      access,
      entities,
    ),
    fleet: AuthorizedFleetService.create(DefaultFleetService.create(around), {
      ...options,
      access,
    }),
    scans: AuthorizedScanService.create(
      DefaultScanService.create(options.scans, planner),
      access,
      planner,
    ),
  };
}
