import { unknown } from '../../known';
import type { CapacityProviderStrategyItem, Cluster } from '../../ecs/service';
import { list, object, optional, optionalText } from '../input/place';
import { text, textOf, wholeNumber, type Place } from '../input/place';
import { unwrappedFirst } from './unwrapped';

/**
 * Reads what `aws ecs describe-clusters` prints.
 * Source: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Cluster.html
 */
export function parseCluster(place: Place): Cluster {
  const what = 'a cluster, as `aws ecs describe-clusters` prints it';
  const at = object(unwrappedFirst(place, 'clusters', what), what);
  const arn = textOf(at('clusterArn'), 'the ARN of the cluster');
  const configuration = optional(at('configuration'), object);
  return {
    arn,
    name: optionalText(at('clusterName')) ?? lastName(arn),
    status: optionalText(at('status')) ?? 'UNKNOWN',
    capacityProviders: list(at('capacityProviders'), text),
    defaultCapacityProviderStrategy: parseStrategy(
      at('defaultCapacityProviderStrategy'),
    ),
    executeCommand:
      configuration &&
      optional(configuration('executeCommandConfiguration'), parseExec),
    daemons: unknown('the input holds no daemons', 'ecs:ListDaemons'),
  };
}

/** Reads a capacity provider strategy, of a cluster or of what runs in it. */
export function parseStrategy(
  place: Place,
): readonly CapacityProviderStrategyItem[] {
  return list(place, item => {
    const at = object(item);
    return {
      capacityProvider: text(at('capacityProvider')),
      weight: optional(at('weight'), wholeNumber) ?? 0,
      base: optional(at('base'), wholeNumber) ?? 0,
    };
  });
}

/** @returns what stands behind the last slash */
export function lastName(arn: string): string {
  return arn.slice(arn.lastIndexOf('/') + 1);
}

function parseExec(place: Place): Cluster['executeCommand'] {
  const at = object(place);
  const logs = optional(at('logConfiguration'), object);
  return {
    logging: optionalText(at('logging')),
    kmsKeyId: optionalText(at('kmsKeyId')),
    cloudWatchLogGroupName:
      logs && optionalText(logs('cloudWatchLogGroupName')),
    s3BucketName: logs && optionalText(logs('s3BucketName')),
    s3KeyPrefix: logs && optionalText(logs('s3KeyPrefix')),
  };
}
