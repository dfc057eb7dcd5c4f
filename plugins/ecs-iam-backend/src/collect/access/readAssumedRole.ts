import type { Config } from '@backstage/config';
import type { Target } from '@ecs-iam/plugin-ecs-iam-node';

export type AssumedRole = Readonly<{
  arn: string;
  externalId?: string;
  /** The configured keys that assume the role. */
  source?: Readonly<{ accessKeyId: string; secretAccessKey: string }>;
}>;

/**
 * @param config - the root configuration
 * @returns the role that Backstage's `aws` configuration assumes in the account, by the rules of
 * `DefaultAwsCredentialsManager`: an entry of `aws.accounts` hides `aws.accountDefaults`
 */
export function readAssumedRole(
  config: Config,
  { accountId, partition }: Pick<Target, 'accountId' | 'partition'>,
): AssumedRole | undefined {
  const account = config
    .getOptionalConfigArray('aws.accounts')
    ?.find(candidate => candidate.getString('accountId') === accountId);
  const settings = account ?? config.getOptionalConfig('aws.accountDefaults');
  const roleName = settings?.getOptionalString('roleName');
  if (settings === undefined || roleName === undefined) return undefined;
  return {
    arn: `arn:${
      settings.getOptionalString('partition') ?? partition
    }:iam::${accountId}:role/${roleName}`,
    externalId: settings.getOptionalString('externalId'),
    source: keys(account) ?? keys(config.getOptionalConfig('aws.mainAccount')),
  };
}

function keys(settings: Config | undefined): AssumedRole['source'] {
  const accessKeyId = settings?.getOptionalString('accessKeyId');
  const secretAccessKey = settings?.getOptionalString('secretAccessKey');
  return accessKeyId !== undefined && secretAccessKey !== undefined
    ? { accessKeyId, secretAccessKey }
    : undefined;
}
