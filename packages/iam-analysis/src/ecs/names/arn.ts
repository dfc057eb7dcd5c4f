import { malformed, parsed } from './parsed';
import type { Parsed } from './parsed';

/**
 * The parts of an ARN. `region` and `accountId` are empty where the service leaves them out.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html
 *
 * @public
 */
export type Arn = Readonly<{
  arn: string;
  partition: string;
  service: string;
  region: string;
  accountId: string;
  /** All after the fifth colon: further colons belong to it. */
  resource: string;
}>;

/** @public */
export type ArnFault = 'not-an-arn' | 'several-arns';

const ARN = /^arn:(aws[a-z-]*):([a-z0-9-]+):([a-z0-9-]*):([^:/\s]*):(\S+)$/;

/**
 * Splits an ARN. Space around it is ignored.
 *
 * @param text - what should be an ARN
 * @returns its parts, or what is wrong with it in words
 * @public
 */
export function parseArn(text: string): Parsed<Arn, ArnFault> {
  const arn = text.trim();
  if (/[,;\s]\s*arn:/.test(arn)) {
    return malformed(
      'several-arns',
      `'${arn}' holds more than one ARN`,
      'Write one ARN here.',
    );
  }
  const match = ARN.exec(arn);
  if (!match) {
    return malformed(
      'not-an-arn',
      `'${arn}' is not an ARN`,
      'Write an ARN, such as arn:aws:ecs:eu-west-1:111122223333:service/CLUSTER/SERVICE.',
    );
  }
  const [, partition, service, region, accountId, resource] = match;
  return parsed({ arn, partition, service, region, accountId, resource });
}

/**
 * @param accountId - the account field of an ARN
 * @returns why it cannot be an account, or `null`. Account ids are text: leading zeros count.
 */
export function accountFault(accountId: string): string | null {
  if (accountId === '') {
    return 'it names no account';
  }
  if (!/^\d+$/.test(accountId)) {
    return `'${accountId}' is not an account id`;
  }
  return accountId.length === 12
    ? null
    : `its account id '${accountId}' has ${accountId.length} digits, not 12`;
}
