export { RoleNeeds } from './RoleNeeds';
