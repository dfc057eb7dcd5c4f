import { RESOURCE_TYPE_CATALOG_ENTITY } from '@backstage/plugin-catalog-common/alpha';
import { createPermission } from '@backstage/plugin-permission-common';

/**
 * See the roles of an entity's services. A resource permission on the entity, so that
 * `catalogConditions.isEntityOwner` works in a policy.
 *
 * @public
 */
export const ecsIamRolesReadPermission = createPermission({
  name: 'ecs-iam.roles.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
});

/**
 * See services and roles that belong to no entity, and the coverage of the scans.
 *
 * @public
 */
export const ecsIamFleetReadPermission = createPermission({
  name: 'ecs-iam.fleet.read',
  attributes: { action: 'read' },
});

/**
 * Start a scan.
 *
 * @public
 */
export const ecsIamScanCreatePermission = createPermission({
  name: 'ecs-iam.scan.create',
  attributes: { action: 'create' },
});

/** @public */
export const ecsIamPermissions = [
  ecsIamRolesReadPermission,
  ecsIamFleetReadPermission,
  ecsIamScanCreatePermission,
];
