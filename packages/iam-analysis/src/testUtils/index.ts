export {
  aCapacityProvider,
  aHost,
  aHostTemplate,
  anInstanceProfile,
  aNextHost,
  aServiceHost,
} from './aHost';
export { aNeedsInput } from './aNeedsInput';
export { aRole, aRolePolicy } from './aRole';
export { aCluster, aDeployment, aService, aStrategy } from './aService';
export { aServiceContext } from './aServiceContext';
export { aContainer, aTaskDefinition, aVolume } from './aTaskDefinition';
export { needLines, unresolvedLines } from './needLines';
export { ecsArn, profileArn, roleArn, taskDefinitionArn } from './names';
export { aNeed, needsOf } from './aNeed';
