import { known } from '@ecs-iam/iam-analysis';
import {
  aCluster,
  aDeployment,
  aRole,
  aService,
  aTaskDefinition,
  ecsArn,
  roleArn,
  taskDefinitionArn,
} from '@ecs-iam/iam-analysis/testUtils';
import {
  annotations,
  roleDetailSchema,
  serviceListSchema,
} from '@ecs-iam/plugin-ecs-iam-common';
import type { FactPage } from '@ecs-iam/plugin-ecs-iam-node';
import { aBackend } from './testSupport/aBackend';
import { component, theFleet } from './testSupport/aFleet';
import { IRELAND } from './testSupport/anInventory';
import { rolesOf } from './testSupport/aScannedBackend';

/** Tasks of a family without a service, on Fargate in cluster `prod-eu`, of two revisions while there are any. */
function tasksOf(family: string, running: number): readonly FactPage[] {
  const revision = taskDefinitionArn(`${family}:3`);
  const before = taskDefinitionArn(`${family}:2`);
  return [
    { kind: 'cluster', facts: [aCluster()] },
    {
      kind: 'service',
      facts: [
        {
          ...aService({ name: family }),
          kind: 'task-family',
          arn: ecsArn(`task-definition/${family}${running ? '@prod-eu' : ''}`),
          clusterArn: running ? aCluster().arn : '',
          tags: known({ component: family }),
          desiredCount: running,
          runningCount: running,
          deployments: [
            aDeployment({
              taskDefinitionArn: revision,
              runningCount: running,
              desiredCount: running,
            }),
            ...(running ? [aDeployment({ taskDefinitionArn: before })] : []),
          ],
        },
      ],
    },
    {
      kind: 'taskDefinition',
      facts: [revision, before].map(arn =>
        aTaskDefinition({
          arn,
          family,
          revision: arn === revision ? 3 : 2,
          taskRoleArn: roleArn(`${family}-task`),
        }),
      ),
    },
    { kind: 'role', facts: [aRole({ name: `${family}-task` })] },
  ];
}

async function scanned(
  value: string,
  pages: readonly FactPage[] = tasksOf('nightly-report', 2),
) {
  const collector = theFleet();
  collector.answer(IRELAND, pages);
  const backend = await aBackend({
    collector,
    entities: [component('reports', { [annotations.taskFamilies]: value })],
    only: ['iam.boundary-missing'],
  });
  await backend.scan();
  return { backend, collector, found: await rolesOf(backend, 'reports') };
}

describe('an entity that names task families', () => {
  it.each([
    ['by name', 'nightly-report'],
    [
      'by ARN',
      'arn:aws:ecs:eu-west-1:111122223333:task-definition/nightly-report',
    ],
  ])('shows the roles of their tasks (%s)', async (_, value) => {
    const { collector, found } = await scanned(value);
    expect(
      collector.reads.find(({ target }) => target.region === IRELAND.region),
    ).toMatchObject({ taskFamilies: ['nightly-report'] });
    expect(found.services).toEqual([
      expect.objectContaining({
        kind: 'task-family',
        name: 'nightly-report',
        state: 'active',
        cluster: { arn: aCluster().arn, name: 'prod-eu' },
        runningCount: 2,
        deploymentInProgress: false,
        matchedBy: [annotations.taskFamilies],
        consoleUrl:
          'https://console.aws.amazon.com/ecs/v2/task-definitions/nightly-report?region=eu-west-1',
      }),
    ]);
    expect(
      found.services[0]?.roles.map(({ slot, role }) => [slot, role?.name]),
    ).toEqual([
      ['execution', undefined],
      ['task', 'nightly-report-task'],
      ['instance', undefined],
    ]);
    expect(
      found.findings.map(({ ruleId, roleName }) => [ruleId, roleName]),
    ).toEqual([['iam.boundary-missing', 'nightly-report-task']]);
  });

  it('shows them also when none runs, in no cluster then', async () => {
    const { backend, found } = await scanned(
      'nightly-report',
      tasksOf('nightly-report', 0),
    );
    const id = found.services[0].roles.find(({ slot }) => slot === 'task')?.role
      ?.id;
    const { body: role } = await backend.api
      .get(`/api/ecs-iam/v1/roles/${id}`)
      .expect(200);
    expect(roleDetailSchema.parse(role).usedBy.visible).toEqual([
      expect.objectContaining({
        serviceName: 'nightly-report',
        clusterName: null,
      }),
    ]);
    const { body: list } = await backend.api
      .get('/api/ecs-iam/v1/services')
      .expect(200);
    expect(serviceListSchema.parse(list).items).toEqual([
      expect.objectContaining({
        name: 'nightly-report',
        clusterArn: null,
        clusterName: null,
      }),
    ]);
    expect(found.services).toEqual([
      expect.objectContaining({
        state: 'active',
        cluster: null,
        runningCount: 0,
      }),
    ]);
  });

  it('is not taken for one that names a service, whose tags are the same', async () => {
    const collector = theFleet();
    collector.answer(IRELAND, tasksOf('checkout', 1));
    const backend = await aBackend({
      collector,
      entities: [
        component('by-arn', {
          [annotations.amazonEcsServiceArn]:
            'arn:aws:ecs:eu-west-1:111122223333:service/checkout',
        }),
      ],
    });
    await backend.scan();
    expect((await rolesOf(backend, 'by-arn')).services).toEqual([
      expect.objectContaining({ state: 'not-found', kind: 'service' }),
    ]);
  });

  it.each([
    [
      'cleanup',
      'not-found',
      "No account that is scanned has a task definition 'cleanup'.",
    ],
    [
      'arn:aws:ecs:eu-west-1:111122223333:task-definition/cleanup',
      'not-found',
      "Account 111122223333, eu-west-1, has no active task definition 'cleanup', as of the last scan.",
    ],
    [
      'arn:aws:ecs:eu-west-1:999988887777:task-definition/cleanup',
      'not-a-target',
      'Account 999988887777, eu-west-1, is not scanned.',
    ],
    [
      'arn:aws:ecs:eu-west-1:111122223333:service/prod-eu/checkout',
      'malformed',
      "'arn:aws:ecs:eu-west-1:111122223333:service/prod-eu/checkout' names no family of task definitions",
    ],
  ])('says why %s is not shown: %s', async (value, state, message) => {
    const { found } = await scanned(value);
    expect(found.services).toEqual([
      expect.objectContaining({
        state,
        problem: expect.objectContaining({ message }),
        roles: [],
      }),
    ]);
  });
});
