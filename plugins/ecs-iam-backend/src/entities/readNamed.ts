import { parseArn, parseRoleArn, parseServiceArn } from '@ecs-iam/iam-analysis';
import type { Parsed, RoleArn } from '@ecs-iam/iam-analysis';
import { annotations } from '@ecs-iam/plugin-ecs-iam-common';
import type { NamedService } from './EntityMatch';

/**
 * Reads the ARN of a service, in the long form or in the old one without a cluster.
 *
 * @returns its parts, or what is wrong with it in words
 */
export function readService(
  text: string,
): Parsed<Omit<NamedService, 'matchedBy'>> {
  const parsed = parseServiceArn(text);
  if (parsed.ok) {
    const { arn, partition, accountId, region, clusterName, serviceName } =
      parsed.value;
    return {
      ok: true,
      value: { arn, partition, accountId, region, clusterName, serviceName },
    };
  }
  if (parsed.reason === 'no-cluster') {
    const arn = parseArn(text);
    if (arn.ok) {
      const { partition, accountId, region, resource } = arn.value;
      const serviceName = resource.slice('service/'.length);
      return {
        ok: true,
        value: {
          arn: arn.value.arn,
          partition,
          accountId,
          region,
          clusterName: null,
          serviceName,
        },
      };
    }
  }
  return parsed.reason === 'several-arns'
    ? { ...parsed, fix: listFix(annotations.serviceArns) }
    : parsed;
}

/**
 * Reads the ARN of a role.
 *
 * @returns its parts, or what is wrong with it in words
 */
export function readRole(text: string): Parsed<RoleArn> {
  const parsed = parseRoleArn(text);
  return !parsed.ok && parsed.reason === 'several-arns'
    ? { ...parsed, fix: listFix(annotations.roleArns) }
    : parsed;
}

function listFix(annotation: string): string {
  return `Write one ARN here, and a list of them in the annotation ${annotation}.`;
}
