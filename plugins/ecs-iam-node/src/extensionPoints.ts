import { createExtensionPoint } from '@backstage/backend-plugin-api';
import type { AnyRule } from '@ecs-iam/iam-analysis';
import type { Collector } from './collector';
import type { AwsAccess } from './awsAccess';

/**
 * Adds rules of your own to the analysis, or replaces how AWS is read.
 *
 * @public
 */
export interface EcsIamAnalysisExtensionPoint {
  /** @throws Error when a rule with the same id is there already. */
  addRules(...rules: readonly AnyRule[]): void;
}

/** @public */
export const ecsIamAnalysisExtensionPoint =
  createExtensionPoint<EcsIamAnalysisExtensionPoint>({
    id: 'ecs-iam.analysis',
  });

/** @public */
export interface EcsIamCollectExtensionPoint {
  /** Replaces the collector as a whole. */
  setCollector(collector: Collector): void;
  /** Replaces credentials and transport of the built-in collector. */
  setAwsAccess(access: AwsAccess): void;
}

/** @public */
export const ecsIamCollectExtensionPoint =
  createExtensionPoint<EcsIamCollectExtensionPoint>({ id: 'ecs-iam.collect' });
