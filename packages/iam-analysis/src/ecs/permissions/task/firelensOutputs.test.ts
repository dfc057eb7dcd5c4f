import {
  aContainer,
  aNeedsInput,
  aTaskDefinition,
  needLines,
} from '../../../testUtils';
import { taskPermissions } from '../taskPermissions';

const FIELD = 'containerDefinitions[0].logConfiguration.options';
const AWS = 'eu-west-1:111122223333';
const ROLE = 'arn:aws:iam::444455556666:role/logs/log-writer';
const TAG = 'app-firelens-0123456789abcdef0123456789abcdef';

const logging = (
  options: Readonly<Record<string, string>>,
  driver = 'awsfirelens',
) =>
  aTaskDefinition({
    containers: [
      aContainer({ logConfiguration: { driver, options, secretOptions: [] } }),
    ],
  });

const sending = (...logs: Parameters<typeof logging>) =>
  taskPermissions(aNeedsInput({ taskDefinition: logging(...logs) }));

describe('T6, a FireLens output', () => {
  it.each<[string, Record<string, string>, string]>([
    [
      'Firehose',
      { Name: 'firehose', delivery_stream: 'logs' },
      `firehose:PutRecordBatch on arn:aws:firehose:${AWS}:deliverystream/logs`,
    ],
    [
      'Firehose in another region',
      {
        name: 'kinesis_firehose',
        region: 'us-east-1',
        delivery_stream: 'logs',
      },
      'firehose:PutRecordBatch on arn:aws:firehose:us-east-1:111122223333:deliverystream/logs',
    ],
    [
      'Kinesis',
      { Name: 'kinesis', stream: 'logs' },
      `kinesis:PutRecords on arn:aws:kinesis:${AWS}:stream/logs`,
    ],
    [
      'Kinesis of Fluentd',
      { '@type': 'kinesis_streams', stream_name: 'logs' },
      `kinesis:PutRecords on arn:aws:kinesis:${AWS}:stream/logs`,
    ],
    [
      'CloudWatch Logs',
      { Name: 'cloudwatch_logs', log_group_name: '/app', region: 'eu-west-3' },
      'logs:CreateLogStream logs:PutLogEvents on arn:aws:logs:eu-west-3:111122223333:log-group:/app:log-stream:*',
    ],
    [
      'S3',
      { Name: 's3', bucket: 'shop-logs' },
      's3:PutObject on arn:aws:s3:::shop-logs/*',
    ],
    [
      'S3 of Fluentd',
      { '@type': 's3', s3_bucket: 'shop-logs' },
      's3:PutObject on arn:aws:s3:::shop-logs/*',
    ],
    [
      'OpenSearch',
      {
        Name: 'es',
        Host: `vpc-shop-logs-${'a'.repeat(26)}.eu-west-1.es.amazonaws.com`,
        AWS_Auth: 'On',
      },
      `es:ESHttpPost on arn:aws:es:${AWS}:domain/shop-logs/*`,
    ],
    [
      'OpenSearch by the dual-stack endpoint',
      {
        Name: 'opensearch',
        Host: `search-shop-${'a'.repeat(26)}.aos.us-east-1.on.aws`,
        AWS_Auth: 'On',
      },
      'es:ESHttpPost on arn:aws:es:us-east-1:111122223333:domain/shop/*',
    ],
  ])('to %s needs its target', (_, options, expected) => {
    const needs = sending(options);

    expect(needs).toMatchObject({ required: true, unresolved: [] });
    expect(needLines(needs)).toEqual([`T6 ${expected}`]);
  });

  it('to OpenSearch in China is named in its partition', () => {
    const needs = taskPermissions(
      aNeedsInput({
        home: {
          partition: 'aws-cn',
          region: 'cn-north-1',
          accountId: '111122223333',
        },
        taskDefinition: logging({
          Name: 'es',
          Host: `vpc-shop-${'a'.repeat(26)}.cn-north-1.es.amazonaws.com.cn`,
          AWS_Auth: 'On',
        }),
      }),
    );

    expect(needLines(needs)).toEqual([
      'T6 es:ESHttpPost on arn:aws-cn:es:cn-north-1:111122223333:domain/shop/*',
    ]);
  });

  it('tells field, phrase and failure', () => {
    expect(
      sending({ Name: 'firehose', Delivery_Stream: 'logs' }).needs,
    ).toMatchObject([
      {
        because: `${FIELD}.Delivery_Stream`,
        phrase: 'sends logs to Firehose logs',
        failure:
          'FireLens cannot send logs to Firehose and drops them: AccessDeniedException',
      },
    ]);
  });

  it('to CloudWatch Logs that creates the group needs that too', () => {
    const { needs } = sending({
      Name: 'cloudwatch_logs',
      log_group_name: '/app',
      log_stream_prefix: 'web-',
      auto_create_group: 'true',
    });

    expect(needLines({ needs })).toEqual([
      `T6 logs:CreateLogStream logs:PutLogEvents on arn:aws:logs:${AWS}:log-group:/app:log-stream:*`,
      `T6 logs:CreateLogGroup on arn:aws:logs:${AWS}:log-group:/app:*`,
    ]);
    expect(needs.map(({ probes }) => probes)).toEqual([
      [`arn:aws:logs:${AWS}:log-group:/app:log-stream:web-${TAG}`],
      [`arn:aws:logs:${AWS}:log-group:/app:log-stream:`],
    ]);
  });

  it.each<[Record<string, string>, string]>([
    [
      { Name: 's3', bucket: 'b' },
      'fluent-bit-logs/app-firelens-0123456789abcdef/2026/01/01/01/01/01',
    ],
    [
      { Name: 's3', bucket: 'b', s3_key_format: '/shop/$TAG[2]/%Y/$UUID.gz' },
      'shop/app-firelens-0123456789abcdef/2026/01234567.gz',
    ],
    [{ '@type': 's3', s3_bucket: 'b', path: 'shop/' }, 'shop/20260101_0.gz'],
  ])('to S3 by %p asks for %p', (options, key) => {
    expect(
      sending({ ...options, bucket: 'shop-logs' }).needs[0].probes,
    ).toEqual([`arn:aws:s3:::shop-logs/${key}`]);
  });

  it.each<[string, Record<string, string>]>([
    [
      'outside AWS',
      { Name: 'datadog', Host: 'http-intake.logs.datadoghq.com' },
    ],
    ['to a collector', { Name: 'forward', Host: 'collector.local' }],
    [
      'to an Elasticsearch of one’s own',
      { Name: 'es', Host: 'search.example.com' },
    ],
    [
      'to OpenSearch with unsigned requests',
      {
        Name: 'opensearch',
        Host: `search-shop-${'a'.repeat(26)}.eu-west-1.es.amazonaws.com`,
        AWS_Auth: 'Off',
      },
    ],
  ])('%s needs nothing', (_, options) => {
    expect(sending(options)).toMatchObject({
      required: false,
      needs: [],
      unresolved: [],
    });
  });

  it.each<[string, Record<string, string>]>([
    [
      'Firehose',
      { Name: 'kinesis_firehose', delivery_stream: 'logs', role_arn: ROLE },
    ],
    ['CloudWatch Logs', { Name: 'cloudwatch', role_arn: ROLE }],
    [
      'OpenSearch',
      {
        Name: 'es',
        Host: `vpc-shop-${'a'.repeat(26)}.eu-west-1.es.amazonaws.com`,
        AWS_Auth: 'On',
        AWS_Role_ARN: ROLE,
      },
    ],
  ])('to %s by another role needs that role alone', (_, options) => {
    const needs = sending(options);

    expect(needs).toMatchObject({
      required: true,
      unresolved: [],
      needs: [
        {
          phrase: 'assumes role log-writer to send logs',
          failure:
            'FireLens cannot send logs to its output and drops them: AccessDeniedException',
          alsoNeeds: 'the trust policy of that role',
        },
      ],
    });
    expect(needLines(needs)).toEqual([`T6 sts:AssumeRole on ${ROLE}`]);
  });

  it('to OpenSearch with unsigned requests takes no role', () => {
    expect(
      sending({ Name: 'es', Host: 'search.example.com', AWS_Role_ARN: ROLE }),
    ).toMatchObject({ required: false, needs: [] });
  });

  it.each([
    'https://vpce-0a1b2c3d-4e5f.firehose.eu-west-1.vpce.amazonaws.com',
    'firehose-fips.us-east-1.api.aws',
    'https://firehose.cn-north-1.amazonaws.com.cn/',
  ])('to Firehose by its endpoint %s needs the stream', endpoint => {
    expect(
      needLines(
        sending({ Name: 'firehose', delivery_stream: 'logs', endpoint }),
      ),
    ).toEqual([
      `T6 firehose:PutRecordBatch on arn:aws:firehose:${AWS}:deliverystream/logs`,
    ]);
  });

  it.each([
    ['endpoint', 'http://minio.local:9000'],
    ['S3_Endpoint', 'https://s3.amazonaws.com.example.com'],
  ])('to S3 with %s %s need not be one of AWS', (option, endpoint) => {
    expect(
      sending({ Name: 's3', bucket: 'logs', [option]: endpoint }),
    ).toMatchObject({
      required: null,
      needs: [],
      unresolved: [
        {
          row: 'T6',
          certain: false,
          because: `${FIELD}.${option}`,
          phrase: `sends logs to ${endpoint}`,
        },
      ],
    });
  });

  it('is none of another driver', () => {
    expect(
      sending({ Name: 'firehose', delivery_stream: 'logs' }, 'fluentd'),
    ).toMatchObject({ required: false, needs: [] });
  });
});

describe('a FireLens output to AWS that cannot be resolved', () => {
  const template = (what: string, variable: string) =>
    `${what} holds ${variable}, a variable of a template: with its value it can be resolved`;

  it.each<[Record<string, string>, string, readonly string[]]>([
    [
      { Name: 'firehose' },
      'the Firehose stream is not named: name it',
      ['firehose:PutRecordBatch'],
    ],
    [
      { Name: 'firehose', delivery_stream: '${Stream}' },
      template('the Firehose stream', '${Stream}'),
      ['firehose:PutRecordBatch'],
    ],
    [
      { Name: 'kinesis', stream: 'logs', region: '${AWS_REGION}' },
      template('the region of the output', '${AWS_REGION}'),
      ['kinesis:PutRecords'],
    ],
    [
      { Name: 'cloudwatch', log_group_name: '/app/$(ecs_task_id)' },
      'the log group is named by a template of Fluent Bit: grant the groups that it makes',
      ['logs:CreateLogStream', 'logs:PutLogEvents'],
    ],
    [
      {
        Name: 'cloudwatch_logs',
        log_group_name: '/app',
        auto_create_group: '${Create}',
      },
      template('the option auto_create_group', '${Create}'),
      ['logs:CreateLogStream', 'logs:PutLogEvents', 'logs:CreateLogGroup'],
    ],
    [
      { Name: 'firehose', delivery_stream: 'logs', role_arn: '${Role}' },
      template('the role', '${Role}'),
      ['sts:AssumeRole'],
    ],
    [
      { Name: 's3', bucket: 'logs', role_arn: 'log-writer' },
      "'log-writer' is not the ARN of a role: write arn:aws:iam::ACCOUNT:role/NAME",
      ['sts:AssumeRole'],
    ],
    [
      { Name: 's3', bucket: '${Bucket}' },
      template('the bucket', '${Bucket}'),
      ['s3:PutObject'],
    ],
    [
      { Name: 's3', bucket: 'shop-logs', s3_key_format: '/${Stage}/%Y' },
      template('the object', '${Stage}'),
      ['s3:PutObject'],
    ],
    [
      { Name: 'es', AWS_Auth: 'On' },
      'the host is not named: name it',
      ['es:ESHttpPost'],
    ],
    [
      { Name: 'es', AWS_Auth: 'On', Host: 'logs.example.com' },
      'the host logs.example.com does not tell which domain it belongs to: grant es:ESHttpPost on the domain',
      ['es:ESHttpPost'],
    ],
    [
      {
        Name: 'opensearch',
        AWS_Auth: 'On',
        Host: '0123456789.eu-west-1.aoss.amazonaws.com',
      },
      'the host 0123456789.eu-west-1.aoss.amazonaws.com is one of OpenSearch Serverless: grant aoss:APIAccessAll on its collection',
      ['aoss:APIAccessAll'],
    ],
  ])('by %p says why, and still demands a role', (options, why, actions) => {
    const needs = sending(options);

    expect(needs).toMatchObject({ required: true, needs: [] });
    expect(
      needs.unresolved.map(each => [each.row, each.why, each.actions]),
    ).toEqual([['T6', why, actions]]);
  });

  it.each<[Record<string, string>, string, boolean]>([
    [
      {},
      'the options name no output: the FireLens configuration does, and it is not read here',
      false,
    ],
    [
      { Name: '${Output}' },
      template('the name of the output', '${Output}'),
      true,
    ],
  ])('may be none of AWS by %p', (options, why, certain) => {
    expect(sending(options)).toMatchObject({
      required: null,
      needs: [],
      unresolved: [{ row: 'T6', certain, because: FIELD, why, actions: [] }],
    });
  });
});
