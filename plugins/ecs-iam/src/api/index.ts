export { ecsIamApiRef } from './ecsIamApiRef';
