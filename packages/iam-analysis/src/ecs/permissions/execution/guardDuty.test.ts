import { known, unknown } from '../../../known';
import {
  aContainer,
  aNeedsInput,
  aService,
  aTaskDefinition,
  needLines,
} from '../../../testUtils';
import type { Service } from '../../service';
import type { NeedsInput } from '../derivation';
import { executionPermissions } from '../executionPermissions';
import { guardDutyAccounts } from './guardDutyRepositories';

const SIGN_IN = 'ecr:GetAuthorizationToken on *';
const PULL = ['ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'];
const REPOSITORY =
  'arn:aws:ecr:eu-west-1:694911143906:repository/aws-guardduty-agent-fargate';

const watched = (service: Partial<Service>, parts: Partial<NeedsInput> = {}) =>
  executionPermissions(aNeedsInput({ service: aService(service), ...parts }));

describe('E15, GuardDuty on Fargate', () => {
  it('pulls its agent from the account that AWS names for the region', () => {
    const needs = watched({ guardDuty: known(true) });

    expect(needs.required).toBe(true);
    expect(needLines(needs)).toEqual([
      `E15 ${SIGN_IN}`,
      `E15 ${PULL.join(' ')} on ${REPOSITORY}`,
    ]);
    expect(needs.needs[1]).toMatchObject({
      because: 'service.guardDutyEnabled',
      phrase: 'pulls the agent of GuardDuty Runtime Monitoring from ECR',
      breaks: true,
      alsoNeeds: null,
    });
    expect(needs.accepted).toEqual([
      {
        actions: ['ecr:BatchCheckLayerAvailability'],
        resources: [REPOSITORY],
        why: 'the guide of GuardDuty grants it with the other actions of a pull',
      },
    ]);
  });

  it('signs in as the images of the task do', () => {
    const needs = watched(
      { guardDuty: known(true) },
      {
        taskDefinition: aTaskDefinition({
          containers: [
            aContainer({
              image: '111122223333.dkr.ecr.eu-west-1.amazonaws.com/shop',
            }),
          ],
        }),
      },
    );

    expect(needs.needs.map(({ row, actions }) => [row, actions[0]])).toEqual([
      ['E1', 'ecr:GetAuthorizationToken'],
      ['E1', 'ecr:BatchGetImage'],
      ['E15', 'ecr:BatchGetImage'],
    ]);
  });

  it('is named in the partition of the region', () => {
    expect(
      needLines(
        watched(
          { guardDuty: known(true) },
          {
            home: {
              partition: 'aws-us-gov',
              region: 'us-gov-west-1',
              accountId: '111122223333',
            },
          },
        ),
      )[1],
    ).toBe(
      `E15 ${PULL.join(
        ' ',
      )} on arn:aws-us-gov:ecr:us-gov-west-1:383110348953:repository/aws-guardduty-agent-fargate`,
    );
  });

  it('has no repository that is known where AWS names none, and still needs a role', () => {
    const needs = watched(
      { guardDuty: known(true) },
      {
        home: {
          partition: 'aws-cn',
          region: 'cn-north-1',
          accountId: '111122223333',
        },
      },
    );

    expect(needs.required).toBe(true);
    expect(needLines(needs)).toEqual([`E15 ${SIGN_IN}`]);
    expect(needs.unresolved).toEqual([
      {
        row: 'E15',
        certain: true,
        because: 'service.guardDutyEnabled',
        phrase: 'pulls the agent of GuardDuty Runtime Monitoring from ECR',
        why: 'the documentation of GuardDuty names no repository for cn-north-1: find the account in the events of the service',
        actions: [...PULL, 'ecr:BatchCheckLayerAvailability'],
      },
    ]);
  });

  it.each<[string, Partial<Service>, Partial<NeedsInput>]>([
    ['that is off', { guardDuty: known(false) }, {}],
    ['on EC2', { guardDuty: known(true) }, { compute: ['ec2'] }],
    [
      'on Managed Instances',
      { guardDuty: known(true) },
      { compute: ['managed-instances'] },
    ],
    [
      'of Windows tasks',
      { guardDuty: known(true) },
      {
        taskDefinition: aTaskDefinition({
          operatingSystem: 'WINDOWS_SERVER_2022_CORE',
        }),
      },
    ],
    [
      'of a platform version before 1.4.0',
      { guardDuty: known(true), platformVersion: '1.3.0' },
      {},
    ],
  ])('needs nothing %s', (_, service, parts) => {
    expect(watched(service, parts)).toMatchObject({
      required: false,
      needs: [],
      accepted: [],
      unresolved: [],
    });
  });

  it.each(['1.4.0', 'LATEST'])('watches the platform version %s', version => {
    expect(
      watched({ guardDuty: known(true), platformVersion: version }).required,
    ).toBe(true);
  });
});

describe('GuardDuty that may or may not be on', () => {
  const maybe = {
    row: 'E15',
    certain: false,
    because: 'service.guardDutyEnabled',
    phrase: 'pulls the agent of GuardDuty Runtime Monitoring from ECR',
    why: 'whether GuardDuty watches the tasks is not known (AccessDenied): with ecs:DescribeServiceRevisions it is',
    actions: [],
  };

  it('leaves open whether a role is needed, and its permissions alone', () => {
    expect(watched({ guardDuty: unknown('AccessDenied') })).toEqual({
      required: null,
      needs: [],
      accepted: [
        {
          actions: ['ecr:GetAuthorizationToken'],
          resources: ['*'],
          why: 'GuardDuty Runtime Monitoring needs it, if it is on',
        },
        {
          actions: [...PULL, 'ecr:BatchCheckLayerAvailability'],
          resources: [REPOSITORY],
          why: 'GuardDuty Runtime Monitoring needs it, if it is on',
        },
      ],
      unresolved: [maybe],
      closed: true,
    });
  });

  it('leaves all pulls alone where the repository is not known', () => {
    const needs = watched(
      { guardDuty: unknown('AccessDenied') },
      { home: { partition: 'aws', region: '', accountId: '' } },
    );

    expect(needs.accepted).toEqual([]);
    expect(needs.unresolved).toEqual([
      {
        ...maybe,
        actions: [
          'ecr:GetAuthorizationToken',
          ...PULL,
          'ecr:BatchCheckLayerAvailability',
        ],
      },
    ]);
  });

  it('is only said of a definition without a service', () => {
    expect(executionPermissions(aNeedsInput({ service: null }))).toMatchObject({
      required: false,
      needs: [],
      unresolved: [
        {
          row: 'E15',
          certain: false,
          why: 'whether GuardDuty watches the tasks is not known: with ecs:DescribeServiceRevisions it is',
        },
      ],
    });
  });
});

it('knows an account of twelve digits for each region, no two alike', () => {
  const accounts = [...guardDutyAccounts.values()];

  expect(accounts.filter(each => !/^\d{12}$/.test(each))).toEqual([]);
  expect(new Set(accounts).size).toBe(accounts.length);
});

describe('E17, Express Mode', () => {
  it('always has an execution role, which signs in to ECR', () => {
    const needs = watched({ express: true });

    expect(needs.required).toBe(true);
    expect(needLines(needs)).toEqual([`E17 ${SIGN_IN} (tolerated)`]);
    expect(needs.needs[0].because).toBe('service.express');
  });

  it('has the needs of image and logs besides', () => {
    const needs = watched(
      { express: true },
      {
        taskDefinition: aTaskDefinition({
          containers: [
            aContainer({
              image: '111122223333.dkr.ecr.eu-west-1.amazonaws.com/shop',
              logConfiguration: {
                driver: 'awslogs',
                options: { 'awslogs-group': '/aws/ecs/shop' },
                secretOptions: [],
              },
            }),
          ],
        }),
      },
    );

    expect(needLines(needs)).toEqual([
      `E1 ${SIGN_IN}`,
      `E1 ${PULL.join(
        ' ',
      )} on arn:aws:ecr:eu-west-1:111122223333:repository/shop`,
      'E7 logs:CreateLogStream logs:PutLogEvents on arn:aws:logs:eu-west-1:111122223333:log-group:/aws/ecs/shop:log-stream:*',
    ]);
  });

  it('is not meant by any other service', () => {
    expect(watched({ express: false })).toMatchObject({
      required: false,
      needs: [],
    });
  });
});
