export { AnnotatedRoles } from './AnnotatedRoles';
