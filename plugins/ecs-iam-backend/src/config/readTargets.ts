import type { Config } from '@backstage/config';
import type { Target } from '@ecs-iam/plugin-ecs-iam-node';
import { z } from 'zod';
import { accountIdSchema } from './accountId';
import type { ConfigProblems } from './ConfigProblems';
import type { TargetOrigin } from './EcsIamConfig';
import { partitionOfRegion } from './regions';

const LOCATOR = 'aws.locator.resourceTaggingApi';

const regionSchema = z
  .string('must be the name of an AWS region, such as eu-west-1')
  .refine(region => partitionOfRegion(region) !== undefined, {
    error: issue =>
      `'${issue.input}' is no AWS region; write one such as eu-west-1 (a region that opened lately needs a newer version of this plugin)`,
  });

const regionsSchema = z
  .array(regionSchema, 'must be a list of AWS regions, such as [eu-west-1]')
  .min(1, 'names no region; write at least one, such as [eu-west-1]');

const targetsSchema = z
  .array(
    z.strictObject(
      { accountId: accountIdSchema, regions: regionsSchema },
      "must be an account with its regions: { accountId: '111122223333', regions: [eu-west-1] }",
    ),
    'must be a list of accounts with their regions',
  )
  .min(
    1,
    'is empty; name at least one account, or leave the key out to take the accounts and regions of the catalog annotations',
  );

/**
 * Reads what to scan: `ecsIam.targets`, else the accounts and regions of the AWS Labs tag locator, else what the
 * annotations in the catalog name.
 *
 * @returns each account and region once
 */
export function readTargets(
  config: Config,
  problems: ConfigProblems,
): Readonly<{ targets: readonly Target[]; from: TargetOrigin }> {
  const own = config.getOptional('ecsIam.targets');
  if (own !== undefined) {
    const entries = problems.parse('ecsIam.targets', own, targetsSchema) ?? [];
    return {
      targets: targetsOf('ecsIam.targets', entries, problems),
      from: 'ecsIam.targets',
    };
  }
  const accounts = config.getOptional(`${LOCATOR}.accounts`);
  const regions = config.getOptional(`${LOCATOR}.regions`);
  if (isFilled(accounts) && isFilled(regions)) {
    const accountIds = problems.parse(
      `${LOCATOR}.accounts`,
      accounts,
      z.array(accountIdSchema),
    );
    const names = problems.parse(`${LOCATOR}.regions`, regions, regionsSchema);
    const entries = (accountIds ?? []).map(accountId => ({
      accountId,
      regions: names ?? [],
    }));
    return { targets: targetsOf(LOCATOR, entries, problems), from: LOCATOR };
  }
  return { targets: [], from: 'catalog' };
}

function isFilled(value: unknown): boolean {
  return Array.isArray(value) && value.length > 0;
}

function targetsOf(
  key: string,
  entries: readonly Readonly<{
    accountId: string;
    regions: readonly string[];
  }>[],
  problems: ConfigProblems,
): readonly Target[] {
  const targets = new Map<string, Target>();
  const partitions = new Map<string, string>();
  for (const { accountId, regions } of entries) {
    for (const region of regions) {
      const partition = partitionOfRegion(region) ?? 'aws';
      const before = partitions.get(accountId) ?? partition;
      partitions.set(accountId, before);
      if (before !== partition) {
        problems.add(
          key,
          `account '${accountId}' has regions of two partitions (${before} and ${partition}), but an AWS account lies in one`,
        );
      }
      targets.set(`${accountId}/${region}`, { accountId, region, partition });
    }
  }
  return [...targets.values()];
}
