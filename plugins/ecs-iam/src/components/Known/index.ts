export { NotApplicable, Unknown } from './Missing';
