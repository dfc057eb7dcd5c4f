import type { TaskHome } from '../derivation';

/** One of each partition, and an account with a leading zero. */
export const HOMES: readonly TaskHome[] = [
  { partition: 'aws', region: 'eu-west-1', accountId: '111122223333' },
  { partition: 'aws', region: 'ap-southeast-5', accountId: '012345678901' },
  { partition: 'aws-cn', region: 'cn-north-1', accountId: '111122223333' },
  {
    partition: 'aws-us-gov',
    region: 'us-gov-west-1',
    accountId: '111122223333',
  },
];

/** What is left when nobody tells where the tasks run. */
export const UNKNOWN_HOMES: readonly TaskHome[] = [
  { partition: 'aws', region: '', accountId: '' },
  { partition: 'aws', region: 'eu-west-1', accountId: '' },
  { partition: 'aws', region: '${AWS::Region}', accountId: '111122223333' },
  { partition: '', region: '', accountId: '' },
];

/** Another region of each partition. */
export const OTHER_REGIONS: ReadonlyMap<string, string> = new Map([
  ['aws', 'us-east-1'],
  ['aws-cn', 'cn-northwest-1'],
  ['aws-us-gov', 'us-gov-east-1'],
]);
