import { isAwsEndpoint } from './awsEndpoint';

describe('isAwsEndpoint', () => {
  it.each([
    'https://firehose.eu-west-1.amazonaws.com',
    's3.cn-north-1.amazonaws.com.cn',
    'https://vpce-0a1b2c3d-4e5f.logs.eu-west-1.vpce.amazonaws.com/',
    'https://firehose.us-east-1.api.aws:443',
    ' https://bucket.s3.dualstack.eu-west-1.on.aws ',
  ])('knows %p', endpoint => {
    expect(isAwsEndpoint(endpoint)).toBe(true);
  });

  it.each([
    'http://minio.local:9000',
    'https://amazonaws.com.example.com',
    'https://example.com/s3.amazonaws.com',
    'https://notamazonaws.com',
    '${Endpoint}',
    '',
  ])('does not take %p for one', endpoint => {
    expect(isAwsEndpoint(endpoint)).toBe(false);
  });
});
