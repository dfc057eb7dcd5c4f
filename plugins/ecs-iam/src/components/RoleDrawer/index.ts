export { RoleDrawer } from './RoleDrawer';
