import {
  aContainer,
  aNeedsInput,
  aService,
  aTaskDefinition,
  needLines,
} from '../../../testUtils';
import type { LogConfiguration } from '../../taskDefinition';
import type { NeedsInput } from '../derivation';
import { executionPermissions } from '../executionPermissions';

const GROUP = 'arn:aws:logs:eu-west-1:111122223333:log-group:/ecs/checkout';
const FIELD = 'containerDefinitions[0].logConfiguration.options';
const ID = '0123456789abcdef0123456789abcdef';

const logs = (
  options: LogConfiguration['options'],
  driver = 'awslogs',
): LogConfiguration => ({ driver, options, secretOptions: [] });

const logging = (
  configuration: LogConfiguration | null,
  parts: Partial<NeedsInput> = {},
) =>
  executionPermissions(
    aNeedsInput({
      taskDefinition: aTaskDefinition({
        containers: [
          aContainer({ name: 'web', logConfiguration: configuration }),
        ],
      }),
      ...parts,
    }),
  );

describe('E7, the awslogs driver', () => {
  it('needs to write the streams of its group, and is left alone with the group itself', () => {
    expect(
      logging(
        logs({
          'awslogs-group': '/ecs/checkout',
          'awslogs-region': 'eu-west-1',
          'awslogs-stream-prefix': 'shop',
        }),
      ),
    ).toEqual({
      required: true,
      needs: [
        {
          row: 'E7',
          actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
          resources: [`${GROUP}:log-stream:*`],
          probes: [`${GROUP}:log-stream:shop/web/${ID}`],
          conditions: [],
          context: {},
          because: `${FIELD}.awslogs-group`,
          phrase: 'writes /ecs/checkout',
          breaks: true,
          failure:
            'failed to initialize logging driver: failed to create Cloudwatch log stream: AccessDeniedException',
          alsoNeeds: null,
        },
      ],
      accepted: [
        {
          actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
          resources: [`${GROUP}:*`],
          why: 'the streams of the log group are written this way too',
        },
      ],
      unresolved: [],
      closed: true,
    });
  });

  it.each([
    ['in the region of the option', 'us-east-1', 'us-east-1'],
    ['in the region of the task without the option', undefined, 'eu-west-1'],
  ])('writes %s', (_, option, region) => {
    const { needs } = logging(
      logs({
        'awslogs-group': 'checkout',
        ...(option ? { 'awslogs-region': option } : {}),
      }),
    );

    expect(needLines({ needs })).toEqual([
      `E7 logs:CreateLogStream logs:PutLogEvents on arn:aws:logs:${region}:111122223333:log-group:checkout:log-stream:*`,
    ]);
  });

  it('names streams by the id of the container alone without a prefix', () => {
    expect(
      logging(logs({ 'awslogs-group': '/ecs/checkout' })).needs[0].probes,
    ).toEqual([`${GROUP}:log-stream:${ID}${ID}`]);
  });

  it('names the group in the partition of the task', () => {
    const needs = logging(logs({ 'awslogs-group': 'checkout' }), {
      home: {
        partition: 'aws-cn',
        region: 'cn-north-1',
        accountId: '111122223333',
      },
    });

    expect(needs.needs[0].resources).toEqual([
      'arn:aws-cn:logs:cn-north-1:111122223333:log-group:checkout:log-stream:*',
    ]);
  });
});

describe('E8, the group that the driver creates', () => {
  it.each(['true', 'True', '1'])('is needed with the option %p', option => {
    const { needs } = logging(
      logs({
        'awslogs-group': '/ecs/checkout',
        'awslogs-create-group': option,
      }),
    );

    expect(needs[1]).toEqual({
      row: 'E8',
      actions: ['logs:CreateLogGroup'],
      resources: [`${GROUP}:*`],
      probes: [`${GROUP}:log-stream:`],
      conditions: [],
      context: {},
      because: `${FIELD}.awslogs-create-group`,
      phrase: 'creates log group /ecs/checkout',
      breaks: true,
      failure:
        'failed to initialize logging driver: failed to create Cloudwatch log group: AccessDeniedException',
      alsoNeeds: null,
    });
  });

  it.each(['false', '0', ''])('is not with the option %p', option => {
    const { needs } = logging(
      logs({
        'awslogs-group': '/ecs/checkout',
        'awslogs-create-group': option,
      }),
    );

    expect(needs.map(({ row }) => row)).toEqual(['E7']);
  });

  it('cannot be told from a variable, while the writing can', () => {
    const { needs, unresolved } = logging(
      logs({
        'awslogs-group': '/ecs/checkout',
        'awslogs-create-group': '${Create}',
      }),
    );

    expect(needs.map(({ row }) => row)).toEqual(['E7']);
    expect(unresolved).toEqual([
      {
        row: 'E8',
        certain: true,
        because: `${FIELD}.awslogs-create-group`,
        phrase: 'creates log group /ecs/checkout',
        why: 'the option awslogs-create-group holds ${Create}, a variable of a template: with its value it can be resolved',
        actions: ['logs:CreateLogGroup'],
      },
    ]);
  });
});

describe('E9, other drivers', () => {
  it.each([
    'splunk',
    'fluentd',
    'gelf',
    'json-file',
    'journald',
    'syslog',
    'awsfirelens',
  ])('%s needs nothing', driver => {
    expect(
      logging(logs({ 'awslogs-group': '/ecs/checkout' }, driver)),
    ).toMatchObject({ required: false, needs: [], unresolved: [] });
  });

  it('nor does a container without one', () => {
    expect(logging(null)).toMatchObject({ required: false, needs: [] });
  });
});

describe('a log group that cannot be resolved', () => {
  it.each<[Record<string, string>, string]>([
    [{}, 'the log group is not named: name it'],
    [{ 'awslogs-group': '' }, 'the log group is not named: name it'],
    [
      { 'awslogs-group': '/ecs/${Service}' },
      'the log group holds ${Service}, a variable of a template: with its value it can be resolved',
    ],
    [
      { 'awslogs-group': '/ecs/*' },
      "'/ecs/*' cannot be the name of the log group: correct it",
    ],
    [
      { 'awslogs-group': 'checkout', 'awslogs-region': '${AWS::Region}' },
      'the region of the log group holds ${AWS::Region}, a variable of a template: with its value it can be resolved',
    ],
    [
      { 'awslogs-group': 'checkout', 'awslogs-region': 'Ireland' },
      "'Ireland' is not a region: correct it",
    ],
    [
      { 'awslogs-group': 'checkout', 'awslogs-stream-prefix': 'a*' },
      "'a*/web/0123456789abcdef0123456789abcdef' cannot be the name of the log stream: correct it",
    ],
    [
      { 'awslogs-group': 'checkout', 'awslogs-stream-prefix': '${Stage}' },
      'the log stream holds ${Stage}, a variable of a template: with its value it can be resolved',
    ],
  ])('%p says why, and still demands a role', (options, why) => {
    expect(logging(logs(options))).toEqual({
      required: true,
      needs: [],
      accepted: [],
      unresolved: [
        {
          row: 'E7',
          certain: true,
          because: FIELD,
          phrase: 'writes logs',
          why,
          actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
        },
      ],
      closed: true,
    });
  });

  it.each([
    [{ region: '' }, 'the region where the tasks run must be known for it'],
    [{ accountId: '' }, 'the account where the tasks run must be known for it'],
    [
      { region: '', accountId: '', partition: '' },
      'the partition and the region and the account where the tasks run must be known for it',
    ],
  ])('is one of tasks of which %p', (unknownParts, why) => {
    const input = aNeedsInput();
    const { needs, unresolved } = logging(logs({ 'awslogs-group': 'x' }), {
      home: { ...input.home, ...unknownParts },
    });

    expect(needs).toEqual([]);
    expect(unresolved.map(each => each.why)).toEqual([why]);
  });
});

describe('E16, the logs of the Service Connect proxy', () => {
  const FIELD_OF_SERVICE =
    'service.serviceConnectConfiguration.logConfiguration';

  it('need the same as those of a container, and the secrets of the driver', () => {
    const needs = executionPermissions(
      aNeedsInput({
        service: aService({
          serviceConnectLogs: {
            driver: 'awslogs',
            options: {
              'awslogs-group': '/ecs/checkout',
              'awslogs-create-group': 'true',
            },
            secretOptions: [
              {
                name: 'token',
                valueFrom:
                  'arn:aws:secretsmanager:eu-west-1:111122223333:secret:token-AbCdEf',
              },
            ],
          },
        }),
      }),
    );

    expect(needLines(needs)).toEqual([
      `E16 logs:CreateLogStream logs:PutLogEvents on ${GROUP}:log-stream:*`,
      `E16 logs:CreateLogGroup on ${GROUP}:*`,
      'E16 secretsmanager:GetSecretValue on arn:aws:secretsmanager:eu-west-1:111122223333:secret:token-AbCdEf',
    ]);
    expect(needs.needs.map(({ because }) => because)).toEqual([
      `${FIELD_OF_SERVICE}.options.awslogs-group`,
      `${FIELD_OF_SERVICE}.options.awslogs-create-group`,
      `${FIELD_OF_SERVICE}.secretOptions[0].valueFrom`,
    ]);
    expect(needs.required).toBe(true);
  });

  it('need nothing with a driver outside AWS', () => {
    const needs = executionPermissions(
      aNeedsInput({
        service: aService({ serviceConnectLogs: logs({}, 'splunk') }),
      }),
    );

    expect(needs).toMatchObject({ required: false, needs: [], unresolved: [] });
  });
});
