import { accountFault, parseArn } from './arn';
import type { ArnFault } from './arn';
import { malformed, parsed } from './parsed';
import type { Parsed } from './parsed';

/** @public */
export type ServiceArn = Readonly<{
  arn: string;
  partition: string;
  region: string;
  accountId: string;
  clusterName: string;
  clusterArn: string;
  serviceName: string;
}>;

/** @public */
export type ServiceArnFault =
  | ArnFault
  | 'not-ecs'
  | 'not-a-service'
  | 'bad-account'
  | 'no-region'
  /** `service/NAME`, as ECS wrote it before 2019: valid, but it does not say in which cluster. */
  | 'no-cluster';

/**
 * Reads the ARN of an ECS service in its long form, `service/CLUSTER/NAME`. The old form without a cluster is known
 * and refused with a reason of its own, since a service name is unique in its cluster only.
 * Source: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-account-settings.html#ecs-resource-ids
 *
 * @param text - what should be the ARN of a service
 * @returns its parts, or what is wrong with it in words
 * @public
 */
export function parseServiceArn(
  text: string,
): Parsed<ServiceArn, ServiceArnFault> {
  const result = parseArn(text);
  if (!result.ok) {
    return result;
  }
  const { arn, partition, service, region, accountId, resource } = result.value;
  const example = `arn:${partition}:ecs:${region || 'REGION'}:${
    accountFault(accountId) ? 'ACCOUNT' : accountId
  }:service/CLUSTER`;
  const useExample = `Write the ARN of a service: ${example}/SERVICE.`;

  if (service !== 'ecs') {
    return malformed(
      'not-ecs',
      `'${arn}' belongs to ${service}, not to ECS`,
      useExample,
    );
  }
  const [type, ...names] = resource.split('/');
  if (type !== 'service' || names.length === 0 || names.includes('')) {
    return malformed(
      'not-a-service',
      `'${arn}' is not the ARN of an ECS service`,
      useExample,
    );
  }
  const fault = accountFault(accountId);
  if (fault) {
    return malformed('bad-account', `'${arn}': ${fault}`, useExample);
  }
  if (!names.every(isName)) {
    return malformed(
      'not-a-service',
      `'${arn}' is not the ARN of an ECS service: names of clusters and services are to be 1 to 255 letters, digits, '_' and '-'`,
      useExample,
    );
  }
  if (region === '') {
    return malformed('no-region', `'${arn}' names no region`, useExample);
  }
  if (names.length === 1) {
    return malformed(
      'no-cluster',
      `'${arn}' has the old form, which names no cluster`,
      `Write the long form, which names the cluster: ${example}/${names[0]}.`,
    );
  }
  if (names.length > 2) {
    return malformed(
      'not-a-service',
      `'${arn}' has more parts than service/CLUSTER/SERVICE`,
      useExample,
    );
  }
  const [clusterName, serviceName] = names;
  return parsed({
    arn,
    partition,
    region,
    accountId,
    clusterName,
    clusterArn: `arn:${partition}:ecs:${region}:${accountId}:cluster/${clusterName}`,
    serviceName,
  });
}

// Source: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html, API_CreateCluster.html
function isName(name: string): boolean {
  return /^[\w-]{1,255}$/.test(name);
}
