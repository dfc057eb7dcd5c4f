export { annotations } from './annotations';
export type { EcsIamApi } from './api';
export {
  ecsIamFleetReadPermission,
  ecsIamPermissions,
  ecsIamRolesReadPermission,
  ecsIamScanCreatePermission,
} from './permissions';
export * from './wire/entityRoles';
export * from './wire/finding';
export * from './wire/fleet';
export * from './wire/known';
export * from './wire/roleDetail';
export * from './wire/scan';
