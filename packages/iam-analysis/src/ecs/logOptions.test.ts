import { publicLogOptions } from './logOptions';

it('keeps where the logs go', () => {
  const options = {
    'awslogs-group': '/ecs/checkout',
    'awslogs-region': 'eu-west-1',
    'awslogs-create-group': 'true',
    mode: 'non-blocking',
    'max-buffer-size': '25m',
    Name: 'firehose',
    delivery_stream: 'logs',
  };

  expect(publicLogOptions(options)).toEqual(options);
});

it.each<Record<string, string>>([
  {
    Name: 'es',
    Host: 'search-logs.eu-west-1.es.amazonaws.com',
    AWS_Auth: 'On',
  },
  { '@type': 's3', s3_bucket: 'example-logs', path: 'checkout/' },
  { Name: 's3', bucket: 'example-logs', s3_key_format: '/checkout/$TAG/%Y' },
  { '@type': 'kinesis_streams', stream_name: 'logs' },
  {
    Name: 'firehose',
    delivery_stream: 'logs',
    role_arn: 'arn:aws:iam::444455556666:role/logs',
  },
  { Name: 's3', bucket: 'logs', endpoint: 'http://minio.local:9000' },
])('keeps the destination of the FireLens output %p', options => {
  expect(publicLogOptions(options)).toEqual(options);
});

it.each<Record<string, string>>([
  { host: 'https://app:example@logs.example.com' },
  { 'splunk-token': 'example' },
  { 'splunk-url': 'https://splunk.example.com' },
  { HTTP_Passwd: 'example' },
  { Header: 'Authorization Bearer example' },
  { 'fluentd-address': 'https://app:example@logs.example.com' },
  { bucket: 'https://app:example@logs.example.com' },
  { endpoint: 'https://app:example@logs.example.com' },
])('drops %p', options => {
  expect(publicLogOptions(options)).toEqual({});
});

it('has no options where there are none', () => {
  expect(publicLogOptions(undefined)).toEqual({});
});
