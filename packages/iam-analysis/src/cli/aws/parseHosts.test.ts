import { known, unknown } from '../../known';
import { rootOf } from '../input/place';
import { parseHosts } from './parseHosts';

const INSTANCE = {
  containerInstanceArn:
    'arn:aws:ecs:eu-west-1:111122223333:container-instance/shop/0abc',
  ec2InstanceId: 'i-1',
  status: 'ACTIVE',
  agentConnected: true,
  runningTasksCount: 2,
  attributes: [{ name: 'ecs.capability.task-eni' }],
};
const MACHINE = {
  InstanceId: 'i-1',
  State: { Name: 'running' },
  PublicIpAddress: '198.51.100.7',
  IamInstanceProfile: {
    Arn: 'arn:aws:iam::111122223333:instance-profile/hosts',
  },
  MetadataOptions: {
    HttpEndpoint: 'enabled',
    HttpTokens: 'required',
    HttpPutResponseHopLimit: 1,
  },
};
const HOST = {
  arn: INSTANCE.containerInstanceArn,
  clusterArn: 'arn:aws:ecs:eu-west-1:111122223333:cluster/shop',
  instanceId: 'i-1',
  external: false,
  capacityProviderName: null,
  status: 'ACTIVE',
  agentConnected: true,
  runningTasksCount: 2,
  attributes: ['ecs.capability.task-eni'],
  registeredRoleArn: known(null),
  tasks: unknown('the input holds no tasks', 'ecs:DescribeTasks'),
};
const OF_MACHINE = {
  instanceProfileArn: known('arn:aws:iam::111122223333:instance-profile/hosts'),
  metadataOptions: known({
    httpEndpoint: 'enabled',
    httpTokens: 'required',
    httpPutResponseHopLimit: 1,
  }),
  publicIp: known(true),
};

describe('parseHosts', () => {
  it.each([
    [
      'both answers in a list',
      [
        { containerInstances: [INSTANCE], failures: [] },
        { Reservations: [{ Instances: [MACHINE] }] },
      ],
    ],
    [
      'both answers in one object',
      {
        containerInstances: [INSTANCE],
        Reservations: [{ Instances: [MACHINE] }],
      },
    ],
    ['the items of both', [INSTANCE, MACHINE]],
  ])('joins a container instance and its machine: %s', (_, value) => {
    expect(parseHosts(rootOf(value))).toEqual([{ ...HOST, ...OF_MACHINE }]);
  });

  it('leaves the machine unknown that was not handed in', () => {
    const missing = unknown(
      'facts.hosts holds no instance i-1',
      'ec2:DescribeInstances',
    );
    expect(parseHosts(rootOf({ containerInstances: [INSTANCE] }))).toEqual([
      {
        ...HOST,
        instanceProfileArn: missing,
        metadataOptions: missing,
        publicIp: missing,
      },
    ]);
  });

  it('takes a machine alone for a host', () => {
    expect(
      parseHosts(rootOf({ Reservations: [{ Instances: [MACHINE] }] })),
    ).toEqual([
      {
        arn: 'i-1',
        clusterArn: '',
        instanceId: 'i-1',
        external: false,
        capacityProviderName: null,
        status: 'UNKNOWN',
        agentConnected: false,
        runningTasksCount: 0,
        attributes: [],
        registeredRoleArn: HOST.registeredRoleArn,
        tasks: HOST.tasks,
        ...OF_MACHINE,
      },
    ]);
  });

  it('knows nothing of how a terminated machine ran', () => {
    const gone = { ...MACHINE, State: { Name: 'terminated' } };
    const [host] = parseHosts(rootOf([INSTANCE, gone]));
    expect(host.instanceProfileArn).toEqual(
      unknown('the instance is terminated'),
    );
  });

  it('knows an external host by its id of Systems Manager', () => {
    const [host] = parseHosts(rootOf([{ ...INSTANCE, ec2InstanceId: 'mi-1' }]));
    expect(host.external).toBe(true);
    expect(host.registeredRoleArn).toEqual(
      unknown(
        'the input does not tell with which role the machine is registered',
        'ssm:DescribeInstanceInformation',
      ),
    );
  });

  it('knows that a machine without a public address has none', () => {
    const { PublicIpAddress: _, ...hidden } = MACHINE;
    const [host] = parseHosts(rootOf([INSTANCE, hidden]));
    expect(host.publicIp).toEqual(known(false));
  });

  it.each([
    ['a text', 'i-1', /^expected hosts, .*, found "i-1"$/],
    [
      'something else in the list',
      [INSTANCE, {}],
      /^\/1: expected hosts, .*, found an object$/,
    ],
    [
      'a count that is a text',
      [{ ...INSTANCE, runningTasksCount: '2' }],
      '/0/runningTasksCount: expected a whole number, found "2"',
    ],
  ])('refuses %s, and names the place', (_, value, message) => {
    expect(() => parseHosts(rootOf(value))).toThrow(message);
  });
});
