export { isEcsIamAvailable } from '@ecs-iam/plugin-ecs-iam-common';
export { EntityEcsIamCard, EntityEcsIamContent, ecsIamPlugin } from './plugin';
