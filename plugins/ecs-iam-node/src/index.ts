export type { AwsAccess, AwsClientConfig } from './awsAccess';
export type { Collector, CollectRequest } from './collector';
export {
  ecsIamAnalysisExtensionPoint,
  ecsIamCollectExtensionPoint,
} from './extensionPoints';
export type {
  EcsIamAnalysisExtensionPoint,
  EcsIamCollectExtensionPoint,
} from './extensionPoints';
export { factKinds } from './facts';
export type { FactKind, FactPage, Facts, Gap, Target } from './facts';
export { TargetUnreachableError } from './TargetUnreachableError';
