import { iamRegion } from './iamRegion';

it.each([
  ['aws', 'eu-west-1', 'us-east-1'],
  ['aws-cn', 'cn-northwest-1', 'cn-north-1'],
  ['aws-us-gov', 'us-gov-east-1', 'us-gov-west-1'],
  ['aws-new', 'new-west-1', 'new-west-1'],
])(
  'signs for IAM in %s, asked from %s, for %s',
  (partition, region, signed) => {
    expect(iamRegion({ partition, region })).toBe(signed);
  },
);
