export { annotations } from './annotations';
export { parseTagSelector, splitAnnotationList } from './annotationValues';
export type { TagSelector } from './annotationValues';
export type { EcsIamApi } from './api';
export { EcsIamClient } from './EcsIamClient';
export type { EcsIamClientOptions } from './EcsIamClient';
export { isEcsIamAvailable } from './isEcsIamAvailable';
export {
  ecsIamFleetReadPermission,
  ecsIamPermissions,
  ecsIamRolesReadPermission,
  ecsIamScanCreatePermission,
} from './permissions';
export * from './wire/analysis';
export * from './wire/entityRoles';
export * from './wire/finding';
export * from './wire/fleet';
export * from './wire/hosts';
export * from './wire/known';
export * from './wire/needs';
export * from './wire/roleDetail';
export * from './wire/roleRef';
export * from './wire/scan';
