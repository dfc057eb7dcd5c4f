export { EntityRoles } from './EntityRoles';
