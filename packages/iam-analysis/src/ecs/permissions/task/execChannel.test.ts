import { known, unknown } from '../../../known';
import {
  aCluster,
  aContainer,
  aNeedsInput,
  aService,
  aTaskDefinition,
  needLines,
  unresolvedLines,
} from '../../../testUtils';
import type { Cluster } from '../../service';
import type { NeedsInput } from '../derivation';
import { taskPermissions } from '../taskPermissions';

const CHANNELS =
  'T1 ssmmessages:CreateControlChannel ssmmessages:CreateDataChannel ssmmessages:OpenControlChannel ssmmessages:OpenDataChannel on *';
const SETTINGS = 'cluster.configuration.executeCommandConfiguration';
const LOGS = 'arn:aws:logs:eu-west-1:111122223333:log-group';
const SESSION = 'ecs-execute-command-0123456789abcdef0';

const settings = (
  parts: Partial<NonNullable<Cluster['executeCommand']>>,
): Partial<NeedsInput> => ({
  cluster: known(
    aCluster({
      executeCommand: {
        logging: 'OVERRIDE',
        kmsKeyId: null,
        cloudWatchLogGroupName: null,
        s3BucketName: null,
        ...parts,
      },
    }),
  ),
});

const exec = (parts: Partial<NeedsInput> = {}) =>
  taskPermissions(
    aNeedsInput({
      service: aService({ enableExecuteCommand: true }),
      ...parts,
    }),
  );

const logging = (group: string) =>
  aTaskDefinition({
    containers: [
      aContainer({
        logConfiguration: {
          driver: 'awslogs',
          options: { 'awslogs-group': group },
          secretOptions: [],
        },
      }),
    ],
  });

describe('T1, ECS Exec', () => {
  it('opens channels with the task role, which is required', () => {
    const needs = exec();

    expect(needs).toMatchObject({
      required: true,
      closed: false,
      unresolved: [],
    });
    expect(needs.needs).toEqual([
      {
        row: 'T1',
        actions: [
          'ssmmessages:CreateControlChannel',
          'ssmmessages:CreateDataChannel',
          'ssmmessages:OpenControlChannel',
          'ssmmessages:OpenDataChannel',
        ],
        resources: ['*'],
        conditions: [],
        context: {},
        because: 'service.enableExecuteCommand',
        phrase: 'opens the channels of ECS Exec',
        breaks: true,
        failure:
          'TargetNotConnectedException: the execute command failed because execute command was not enabled or the SSM agent is not running',
        alsoNeeds: null,
      },
    ]);
  });

  it.each<[string, Partial<NeedsInput>]>([
    ['that is off', { service: aService() }],
    ['of no service', { service: null }],
  ])('%s needs nothing of its settings either', (_, parts) => {
    const needs = exec({
      ...settings({ kmsKeyId: 'alias/exec', s3BucketName: 'sessions' }),
      ...parts,
    });

    expect(needs).toMatchObject({
      required: false,
      needs: [],
      unresolved: [],
    });
  });
});

describe('T1a, sessions that are logged to a log group', () => {
  it('need to find it, and to write its streams', () => {
    const needs = exec(settings({ cloudWatchLogGroupName: '/exec' }));

    expect(needLines(needs)).toEqual([
      CHANNELS,
      'T1a logs:DescribeLogGroups on *',
      `T1a logs:CreateLogStream logs:DescribeLogStreams logs:PutLogEvents on ${LOGS}:/exec:*`,
    ]);
    expect(needs.needs[2]).toMatchObject({
      probes: [`${LOGS}:/exec:log-stream:${SESSION}`],
      because: `${SETTINGS}.logConfiguration.cloudWatchLogGroupName`,
      phrase: 'logs ECS Exec sessions to /exec',
    });
  });

  it('cannot be resolved from a variable', () => {
    const needs = exec(settings({ cloudWatchLogGroupName: '${Group}' }));

    expect(needLines(needs)).toEqual([CHANNELS]);
    expect(needs.unresolved).toEqual([
      {
        row: 'T1a',
        certain: true,
        because: `${SETTINGS}.logConfiguration.cloudWatchLogGroupName`,
        phrase: 'logs ECS Exec sessions',
        why: 'the log group holds ${Group}, a variable of a template: with its value it can be resolved',
        actions: [
          'logs:DescribeLogGroups',
          'logs:CreateLogStream',
          'logs:DescribeLogStreams',
          'logs:PutLogEvents',
        ],
      },
    ]);
  });

  it('are not known, nor is their key, where the cluster was not read', () => {
    const needs = exec({ cluster: unknown('AccessDenied') });

    expect(needLines(needs)).toEqual([CHANNELS]);
    expect(unresolvedLines(needs)).toEqual([
      `T1a ${SETTINGS} (perhaps)`,
      `T1c ${SETTINGS}.kmsKeyId (perhaps)`,
    ]);
    expect(needs.unresolved[0]).toMatchObject({
      why: 'the settings of the cluster are not known (AccessDenied): with ecs:DescribeClusters they are',
      actions: [
        'logs:DescribeLogGroups',
        'logs:CreateLogStream',
        'logs:DescribeLogStreams',
        'logs:PutLogEvents',
        's3:GetBucketLocation',
        's3:GetEncryptionConfiguration',
        's3:PutObject',
      ],
    });
  });
});

describe('T1b, sessions that are logged to a bucket', () => {
  it('need its region, its encryption and its objects', () => {
    const needs = exec(settings({ s3BucketName: 'sessions' }));

    expect(needLines(needs)).toEqual([
      CHANNELS,
      'T1b s3:GetBucketLocation on *',
      'T1b s3:GetEncryptionConfiguration on arn:aws:s3:::sessions',
      'T1b s3:PutObject on arn:aws:s3:::sessions/*',
    ]);
    expect(needs.needs.slice(1).map(({ probes }) => probes)).toEqual([
      ['arn:aws:s3:::sessions'],
      undefined,
      [`arn:aws:s3:::sessions/${SESSION}.log`],
    ]);
  });

  it.each(['exec', 'exec/'])(
    'are asked for under the key prefix %p',
    s3KeyPrefix => {
      const { needs } = exec(
        settings({ s3BucketName: 'sessions', s3KeyPrefix }),
      );

      expect(needs[3].probes).toEqual([
        `arn:aws:s3:::sessions/exec/${SESSION}.log`,
      ]);
    },
  );

  it('are named in the partition of the task', () => {
    const needs = exec({
      ...settings({ s3BucketName: 'sessions' }),
      home: {
        partition: 'aws-cn',
        region: 'cn-north-1',
        accountId: '111122223333',
      },
    });

    expect(needs.needs[2].resources).toEqual(['arn:aws-cn:s3:::sessions']);
  });

  it.each([
    [{ s3BucketName: '${Bucket}' }],
    [{ s3BucketName: 'a bucket' }],
    [{ s3BucketName: 'sessions', s3KeyPrefix: '${Stage}' }],
  ])('cannot be resolved from %p', parts => {
    const needs = exec(settings(parts));

    expect(needLines(needs)).toEqual([CHANNELS]);
    expect(unresolvedLines(needs)).toEqual([
      `T1b ${SETTINGS}.logConfiguration.s3BucketName`,
    ]);
  });
});

describe('T1c, the key of sessions', () => {
  const KEY = 'arn:aws:kms:eu-west-1:111122223333:key/1234abcd';

  it('is needed by its ARN, and its policy must allow it', () => {
    const needs = exec(settings({ kmsKeyId: KEY }));

    expect(needLines(needs)).toEqual([CHANNELS, `T1c kms:Decrypt on ${KEY}`]);
    expect(needs.needs[1]).toMatchObject({
      because: `${SETTINGS}.kmsKeyId`,
      conditions: [],
      alsoNeeds: 'the policy of the key',
    });
    expect(needs.accepted[0]).toEqual({
      actions: ['kms:GenerateDataKey'],
      resources: [KEY],
      why: 'CDK grants it for ECS Exec too, though whoever runs the command needs it',
    });
  });

  it.each([
    '1234abcd-12ab-34cd-56ef-1234567890ab',
    'alias/exec',
    'arn:aws:kms:eu-west-1:111122223333:alias/exec',
    'arn:aws:kms:${AWS::Region}:111122223333:key/1234abcd',
  ])('cannot be named by %p', kmsKeyId => {
    const needs = exec(settings({ kmsKeyId }));

    expect(needLines(needs)).toEqual([CHANNELS]);
    expect(needs.unresolved).toMatchObject([
      { row: 'T1c', actions: ['kms:Decrypt'] },
    ]);
  });

  it('is none of AWS by default', () => {
    expect(exec(settings({}))).toMatchObject({ unresolved: [] });
  });
});

describe('T1d, sessions that are logged as the task is', () => {
  const expected = [
    CHANNELS,
    'T1d logs:DescribeLogGroups on * (tolerated)',
    `T1d logs:CreateLogStream logs:DescribeLogStreams logs:PutLogEvents on ${LOGS}:/ecs/checkout:* (tolerated)`,
  ];

  it.each<[string, Partial<NeedsInput>]>([
    ['by DEFAULT', settings({ logging: 'DEFAULT' })],
    ['without a setting of it', settings({ logging: null })],
    ['without any settings', {}],
  ])('%s may need its awslogs group', (_, parts) => {
    expect(
      needLines(exec({ ...parts, taskDefinition: logging('/ecs/checkout') })),
    ).toEqual(expected);
  });

  it.each<[string, Partial<NeedsInput>]>([
    [
      'when they are not logged',
      { ...settings({ logging: 'NONE' }), taskDefinition: logging('/ecs/x') },
    ],
    [
      'when the group is overridden with none',
      { ...settings({}), taskDefinition: logging('/ecs/x') },
    ],
    ['when the task has no awslogs group', settings({ logging: 'DEFAULT' })],
  ])('need nothing %s', (_, parts) => {
    const needs = exec(parts);

    expect(needLines(needs)).toEqual([CHANNELS]);
    expect(needs.unresolved).toEqual([]);
  });

  it.each<[string, Partial<NeedsInput>, string]>([
    [
      'the group is a variable',
      { taskDefinition: logging('${Group}') },
      `T1d ${SETTINGS}.logging`,
    ],
    [
      'the setting is a variable',
      settings({ logging: '${Logging}' }),
      `T1a ${SETTINGS}.logging`,
    ],
  ])('cannot be resolved when %s', (_, parts, line) => {
    const needs = exec(parts);

    expect(needLines(needs)).toEqual([CHANNELS]);
    expect(unresolvedLines(needs)).toEqual([line]);
  });
});
