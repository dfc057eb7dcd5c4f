import { clusterOf, host } from '../../fleet/build/hosts';
import { ec2, external, fargate, hostsOf } from '../../fleet/build/placements';
import { service } from '../../fleet/build/service';
import { taskFamily } from '../../fleet/build/taskFamily';
import { edge, prodEu } from '../../fleet/sites';
import { amended, fleetOf, notImplemented } from '../../testSupport/amended';

const onHosts = { profile: 'hosts', capacityProvider: 'hosts' };

const fleet = fleetOf(
  {
    clusters: [
      {
        ...clusterOf(prodEu),
        capacityProviders: ['hosts'],
        defaultStrategy: ['hosts'],
        hosts: [host(onHosts), host(onHosts), host({ profile: null })],
      },
      {
        ...clusterOf(edge),
        capacityProviders: [],
        defaultStrategy: [],
        hosts: [host({ external: { id: 'mi-1', role: 'anywhere' } })],
      },
    ],
  },
  service(prodEu, {
    name: 'cart',
    team: 'shop',
    on: hostsOf('hosts'),
    desired: 3,
    running: 1,
    revision: 7,
    executeCommand: true,
  }),
  service(prodEu, { name: 'pricing', team: 'shop', on: ec2(), desired: 2 }),
  service(prodEu, { name: 'storefront', team: 'shop', on: fargate() }),
  service(edge, {
    name: 'labels',
    team: 'shop',
    on: external(),
    desired: 1,
  }),
  taskFamily(prodEu, { name: 'import', team: 'shop', on: fargate() }, [
    {
      overrides: {
        taskRoleArn: 'arn:aws:iam::111122223333:role/repair',
        environmentFiles: ['arn:aws:s3:::files/repair.env'],
      },
      volumeRole: 'arn:aws:iam::111122223333:role/volumes',
    },
  ]),
);

const arn = 'arn:aws:ecs:eu-west-1:111122223333';
const taskArn = (cluster: string, place: number) =>
  `${arn}:task/${cluster}/de40000000000000000000000000000${place}`;

function described(cluster: string, tasks: readonly string[]) {
  return amended(fleet, 'DescribeTasks', notImplemented.body, {
    ...notImplemented,
    params: { cluster: `${arn}:cluster/${cluster}`, tasks: [...tasks] },
  });
}

describe('the tasks of a recording', () => {
  it('are those on hosts, and those that no service runs', () => {
    const { body } = amended(
      fleet,
      'ListTasks',
      { taskArns: [] },
      { params: { cluster: `${arn}:cluster/prod-eu` } },
    );
    expect(body).toEqual({
      taskArns: [1, 2, 3, 4].map(place => taskArn('prod-eu', place)),
    });
  });

  it('sit on the hosts that may run them, one after the other', () => {
    const { body, because } = described(
      'prod-eu',
      [1, 2, 3].map(place => taskArn('prod-eu', place)),
    );
    expect(because).toHaveLength(1);
    expect(body).toMatchObject({
      failures: [],
      tasks: [
        {
          group: 'service:cart',
          taskDefinitionArn: `${arn}:task-definition/cart:7`,
          containerInstanceArn: 'prod-eu/host-0',
          capacityProviderName: 'hosts',
          launchType: 'EC2',
          enableExecuteCommand: true,
          overrides: { containerOverrides: [] },
        },
        { group: 'service:pricing', containerInstanceArn: 'prod-eu/host-1' },
        { group: 'service:pricing', containerInstanceArn: 'prod-eu/host-0' },
      ],
    });
  });

  it('have what they were given in place of what their revision says', () => {
    const { body } = described('prod-eu', [taskArn('prod-eu', 4)]);
    expect(body).toEqual({
      failures: [],
      tasks: [
        {
          taskArn: taskArn('prod-eu', 4),
          clusterArn: `${arn}:cluster/prod-eu`,
          taskDefinitionArn: `${arn}:task-definition/import:1`,
          group: 'family:import',
          lastStatus: 'RUNNING',
          desiredStatus: 'RUNNING',
          launchType: 'FARGATE',
          platformVersion: '1.4.0',
          enableExecuteCommand: false,
          overrides: {
            taskRoleArn: 'arn:aws:iam::111122223333:role/repair',
            containerOverrides: [
              {
                name: 'app',
                environmentFiles: [
                  { value: 'arn:aws:s3:::files/repair.env', type: 's3' },
                ],
              },
            ],
          },
          attachments: [
            {
              type: 'AmazonElasticBlockStorage',
              status: 'ATTACHED',
              details: [
                {
                  name: 'roleArn',
                  value: 'arn:aws:iam::111122223333:role/volumes',
                },
              ],
            },
          ],
        },
      ],
    });
  });

  it('also run on machines of the company', () => {
    const { body } = described('edge-warehouses', [
      taskArn('edge-warehouses', 1),
    ]);
    expect(body).toMatchObject({
      tasks: [
        {
          group: 'service:labels',
          containerInstanceArn: 'edge-warehouses/host-0',
          launchType: 'EXTERNAL',
        },
      ],
    });
  });
});

describe('the hosts of a recording', () => {
  it('count their tasks, and name their capacity provider', () => {
    const instance = (place: number) => ({
      containerInstanceArn: `prod-eu/host-${place}`,
      runningTasksCount: 99,
    });
    const { body } = amended(
      fleet,
      'DescribeContainerInstances',
      { containerInstances: [2, 0, 1].map(instance) },
      { params: { cluster: 'prod-eu' } },
    );
    expect(body).toEqual({
      containerInstances: [
        { ...instance(2), runningTasksCount: 0 },
        {
          ...instance(0),
          runningTasksCount: 2,
          capacityProviderName: 'hosts',
        },
        {
          ...instance(1),
          runningTasksCount: 1,
          capacityProviderName: 'hosts',
        },
      ],
    });
  });

  it('are authored where they are not in EC2', () => {
    const list = amended(
      fleet,
      'ListContainerInstances',
      { containerInstanceArns: [] },
      { params: { cluster: 'edge-warehouses' } },
    );
    expect(list.body).toEqual({
      containerInstanceArns: ['edge-warehouses/host-0'],
    });
    const { body } = amended(fleet, 'DescribeContainerInstances', '', {
      status: 400,
      params: { cluster: 'edge-warehouses' },
    });
    expect(body).toMatchObject({
      containerInstances: [{ ec2InstanceId: 'mi-1', runningTasksCount: 1 }],
    });
  });
});
