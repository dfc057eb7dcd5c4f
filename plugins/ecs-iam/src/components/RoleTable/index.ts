export { RoleCell } from './RoleCell';
export { RoleTable } from './RoleTable';
