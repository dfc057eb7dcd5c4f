import { known, unknown } from '../../known';
import {
  aContainer,
  aDeployment,
  aService,
  aServiceContext,
  aTaskDefinition,
  aVolume,
  roleArn,
  taskDefinitionArn,
} from '../../testUtils';
import type { Service } from '../service';
import type { TaskDefinition } from '../taskDefinition';
import { taskRows } from './taskRows';

const FALLBACK =
  'Without a task role the AWS SDKs in the containers fall back to the role of the host';

function rows(
  definition: Partial<TaskDefinition>,
  service: Partial<Service> = {},
) {
  return taskRows(
    aServiceContext({
      service: aService(service),
      taskDefinitions: [aTaskDefinition(definition)],
    }),
  );
}

describe('taskRows', () => {
  it('tells what ECS demands of the role', () => {
    expect(
      rows(
        {
          taskRoleArn: 'checkout-task',
          volumes: [
            aVolume({
              efs: {
                fileSystemId: 'fs-1',
                accessPointId: null,
                iam: true,
                transitEncryption: true,
              },
            }),
          ],
        },
        { enableExecuteCommand: true },
      ),
    ).toEqual([
      {
        slot: 'task',
        roleArn: known(roleArn('checkout-task')),
        appliesTo: 'the container app',
        revisions: [
          {
            taskDefinitionArn: taskDefinitionArn('checkout:7'),
            revision: 7,
            sharePercent: 100,
          },
        ],
        usedFor: ['ECS Exec', 'mounts EFS fs-1'],
        required: {
          value: 'yes',
          because: ['ECS Exec is on', 'EFS with IAM authorization'],
        },
        notes: [],
      },
    ]);
  });

  it('says that the rest is the app’s own, which ECS cannot tell', () => {
    expect(rows({ taskRoleArn: 'checkout-task' })).toMatchObject([
      {
        usedFor: ['what the app itself calls, which ECS cannot tell'],
        required: {
          value: 'unknown',
          because: ['no ECS feature needs it; the app does if it calls AWS'],
        },
        notes: [],
      },
    ]);
  });

  it('does not require a role for telemetry that may go elsewhere', () => {
    const containers = [
      aContainer({
        image: 'public.ecr.aws/aws-observability/aws-otel-collector',
      }),
    ];
    expect(rows({ taskRoleArn: 'checkout-task', containers })).toMatchObject([
      {
        usedFor: ['sends telemetry (OpenTelemetry collector)'],
        required: { value: 'unknown' },
      },
    ]);
  });

  it.each<[string, string, boolean, object, string[]]>([
    [
      'claim 7: needs none on Fargate',
      'FARGATE',
      false,
      { value: 'no', because: ['no ECS feature in use needs one'] },
      [],
    ],
    [
      'claim 7: needs one for ECS Exec',
      'FARGATE',
      true,
      { value: 'yes', because: ['ECS Exec is on'] },
      [],
    ],
    [
      'claim 15: may need one on EC2, where the host’s role stands in',
      'EC2',
      false,
      {
        value: 'unknown',
        because: [
          'no ECS feature needs one; the app may call AWS with the role of the host',
        ],
      },
      [FALLBACK],
    ],
    [
      'needs one for ECS Exec on EC2 too',
      'EC2',
      true,
      { value: 'yes', because: ['ECS Exec is on'] },
      [FALLBACK],
    ],
  ])('without a role: %s', (_, launchType, exec, required, notes) => {
    expect(rows({}, { launchType, enableExecuteCommand: exec })).toMatchObject([
      { roleArn: known(null), required, notes },
    ]);
  });

  it.each([
    [1, 'the container app'],
    [2, 'both containers'],
    [3, 'all 3 containers'],
  ])('with %d containers applies to %s', (amount, appliesTo) => {
    const containers = Array.from({ length: amount }, () => aContainer());
    expect(rows({ containers })).toMatchObject([{ appliesTo }]);
  });

  it('has a row for the role that running tasks have by override', () => {
    const overrides = known([
      {
        taskDefinitionArn: taskDefinitionArn('checkout:7'),
        taskRoleArn: 'admin',
        executionRoleArn: 'exec-2',
        environmentFiles: [],
        tasks: 2,
      },
    ]);
    expect(rows({ taskRoleArn: 'app' }, { overrides })).toMatchObject([
      { roleArn: known(roleArn('app')), appliesTo: 'the container app' },
      {
        slot: 'task',
        roleArn: known(roleArn('admin')),
        appliesTo: '2 running tasks, by override',
        revisions: [{ revision: 7, sharePercent: 100 }],
        usedFor: ['what the app itself calls, which ECS cannot tell'],
      },
    ]);
  });

  it('has no row for an override that gives the same role', () => {
    const overrides = known([
      {
        taskDefinitionArn: taskDefinitionArn('checkout:7'),
        taskRoleArn: roleArn('app'),
        executionRoleArn: null,
        environmentFiles: [],
        tasks: 2,
      },
    ]);
    expect(rows({ taskRoleArn: 'app' }, { overrides })).toHaveLength(1);
  });

  it('says when overrides could not be read', () => {
    expect(
      rows({}, { overrides: unknown('AccessDenied', 'ecs:DescribeTasks') }),
    ).toMatchObject([
      {
        notes: [
          'Whether running tasks have another role by override is not known: AccessDenied (needs ecs:DescribeTasks)',
        ],
      },
    ]);
  });

  it('says of a family that no task runs', () => {
    expect(rows({}, { kind: 'task-family', deployments: [] })).toMatchObject([
      { required: { value: 'no', because: ['no task runs'] } },
    ]);
  });

  it('says when where ECS Exec logs could not be read', () => {
    expect(
      taskRows(
        aServiceContext({
          service: aService({ enableExecuteCommand: true }),
          cluster: unknown('AccessDenied', 'ecs:DescribeClusters'),
        }),
      ),
    ).toMatchObject([
      {
        required: { value: 'yes' },
        notes: [
          'Where ECS Exec logs its sessions is not known: AccessDenied (needs ecs:DescribeClusters)',
        ],
      },
    ]);
  });

  it('asks nothing of the cluster while ECS Exec is off', () => {
    expect(
      taskRows(aServiceContext({ cluster: unknown('AccessDenied') })),
    ).toMatchObject([{ notes: [] }]);
  });

  it('counts no containers where revisions of the same role differ in them', () => {
    const deployments = [8, 7].map((revision, i) =>
      aDeployment({
        status: i === 0 ? 'PRIMARY' : 'ACTIVE',
        taskDefinitionArn: taskDefinitionArn(`checkout:${revision}`),
      }),
    );
    expect(
      taskRows(
        aServiceContext({
          service: aService({ deployments }),
          taskDefinitions: [
            aTaskDefinition({ taskRoleArn: 'app' }),
            aTaskDefinition({
              revision: 8,
              taskRoleArn: 'app',
              containers: [aContainer(), aContainer({ name: 'envoy' })],
            }),
          ],
        }),
      ),
    ).toMatchObject([{ appliesTo: 'all containers' }]);
  });

  it('has an unknown role when the only revision could not be read', () => {
    expect(taskRows(aServiceContext({ taskDefinitions: [] }))).toEqual([
      {
        slot: 'task',
        roleArn: unknown(
          'the task definition could not be read',
          'ecs:DescribeTaskDefinition',
        ),
        appliesTo: 'all containers',
        revisions: [
          {
            taskDefinitionArn: taskDefinitionArn('checkout:7'),
            revision: 7,
            sharePercent: 100,
          },
        ],
        usedFor: [],
        required: {
          value: 'unknown',
          because: ['the task definition could not be read'],
        },
        notes: [],
      },
    ]);
  });

  it('has a row when nothing is deployed', () => {
    expect(rows({}, { deployments: [] })).toMatchObject([
      {
        roleArn: known(null),
        required: { value: 'no', because: ['nothing is deployed'] },
      },
    ]);
  });
});
