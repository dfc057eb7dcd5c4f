export { default } from './plugin';
export { ecsIamApiRef } from './api';
export { ecsIamTranslationRef } from './translation';
export * from './legacy';
