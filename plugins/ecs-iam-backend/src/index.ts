export { ecsIamPlugin as default } from './plugin';
