import { keyTypeFault } from './keyTypeFault';

const fault = (operator: string, key: string) =>
  keyTypeFault({ operator, set: null, ifExists: false, key, values: ['x'] });

it.each([
  ['StringLike', 'aws:SourceIp', 'an IP address'],
  ['NumericEquals', 'aws:SourceVpc', 'text'],
  ['ArnLike', 'aws:SourceAccount', 'text'],
  ['DateLessThan', 'aws:RequestedRegion', 'text'],
  ['Bool', 'aws:PrincipalArn', 'an ARN'],
  ['StringEquals', 'aws:SecureTransport', 'true or false'],
])('%s does not compare %s', (operator, key, type) => {
  expect(fault(operator, key)).toBe(
    `'${key}' is ${type}, which '${operator}' does not compare`,
  );
});

it.each([
  ['IpAddress', 'aws:SourceIp'],
  ['StringNotEquals', 'aws:SourceVpc'],
  ['ArnLike', 'aws:SourceArn'],
  ['StringLike', 'aws:SourceArn'],
  ['NumericLessThan', 'aws:EpochTime'],
  ['Null', 'aws:SourceIp'],
  // Nothing is known of the type of these.
  ['NumericEquals', 's3:max-keys'],
  ['NoOperator', 'aws:SourceIp'],
])('%s compares %s', (operator, key) => {
  expect(fault(operator, key)).toBeNull();
});
