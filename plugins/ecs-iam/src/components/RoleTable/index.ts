export { RoleTable } from './RoleTable';
