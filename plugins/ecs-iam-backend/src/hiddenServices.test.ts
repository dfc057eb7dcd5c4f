import { known } from '@ecs-iam/iam-analysis';
import type { Role } from '@ecs-iam/iam-analysis';
import {
  aCluster,
  aContainer,
  aDeployment,
  anInstanceProfile,
  aRole,
  aRolePolicy,
  aService,
  aTaskDefinition,
  roleArn,
  taskDefinitionArn,
} from '@ecs-iam/iam-analysis/testUtils';
import { annotations, roleDetailSchema } from '@ecs-iam/plugin-ecs-iam-common';
import { aBackend } from './testSupport/aBackend';
import type { Policy } from './testSupport/aBackend';
import { component } from './testSupport/aFleet';
import { hostTasks, openHost } from './testSupport/aHostFleet';
import { aGap } from './testSupport/inventoryFixtures';
import { IRELAND } from './testSupport/anInventory';
import { rolesOf } from './testSupport/aScannedBackend';
import { FixtureCollector } from './testSupport/FixtureCollector';

/** All that belongs to the service of others bears its name. */
const HIDDEN = /zebra/i;

const own = component('web', {
  [annotations.amazonEcsServiceArn]: aService({ name: 'web' }).arn,
});
const others = [
  component('zebra', {
    [annotations.amazonEcsServiceArn]: aService({ name: 'zebra' }).arn,
  }),
  component('zebra-jobs', { [annotations.taskFamilies]: 'web' }),
];

function definitionOf(name: string) {
  return aTaskDefinition({
    family: name,
    revision: 1,
    networkMode: 'bridge',
    taskRoleArn: roleArn(`${name}-task`),
    executionRoleArn: roleArn('shared-exec'),
    containers: [
      aContainer({
        name,
        image: `111122223333.dkr.ecr.eu-west-1.amazonaws.com/${name}:1`,
        secrets: [
          {
            name: 'KEY',
            valueFrom: `arn:aws:secretsmanager:eu-west-1:111122223333:secret:${name}-AbCdEf`,
          },
        ],
        environmentFiles: [`$\{${name}}`],
        logConfiguration: {
          driver: 'awslogs',
          options: {
            'awslogs-group': `/ecs/${name}`,
            'awslogs-region': 'eu-west-1',
            'awslogs-stream-prefix': name,
          },
          secretOptions: [],
        },
      }),
    ],
  });
}

function allowing(name: string, Action: readonly string[], Resource: string) {
  const Statement = [{ Effect: 'Allow', Action, Resource }];
  const document = JSON.stringify({ Version: '2012-10-17', Statement });
  return aRolePolicy({ name, document: known(document) });
}

const sharedRoles: readonly Role[] = [
  aRole({
    name: 'shared-exec',
    policies: known([
      allowing('all', ['secretsmanager:GetSecretValue'], '*'),
      allowing('logs', ['logs:PutLogEvents', 'logs:CreateLogStream'], '*'),
      allowing('pull', ['ecr:*'], '*'),
    ]),
  }),
  aRole({
    name: 'ecsInstanceRole',
    policies: known([
      allowing('agent', ['ecs:Poll', 'ecs:DiscoverPollEndpoint'], '*'),
      allowing('more', ['sts:AssumeRole', 's3:GetObject'], '*'),
    ]),
  }),
];

/** A service `web` that shares its hosts and its execution role with one of others. */
async function aSharingBackend(policy: Policy) {
  const collector = FixtureCollector.create();
  const names = ['web', 'zebra'];
  collector.answer(IRELAND, [
    { kind: 'cluster', facts: [aCluster()] },
    {
      kind: 'service',
      facts: [
        ...names.map(name =>
          aService({
            name,
            launchType: 'EC2',
            enableExecuteCommand: true,
            deployments: [
              aDeployment({
                taskDefinitionArn: taskDefinitionArn(`${name}:1`),
              }),
            ],
          }),
        ),
        aService({
          kind: 'task-family',
          name: 'web',
          arn: `${taskDefinitionArn('web')}@prod-eu`,
          launchType: 'EC2',
          deployments: [
            aDeployment({ taskDefinitionArn: taskDefinitionArn('zebra:1') }),
          ],
        }),
      ],
    },
    { kind: 'taskDefinition', facts: names.map(definitionOf) },
    {
      kind: 'host',
      facts: [
        openHost('i-1', {
          tasks: known([
            hostTasks('web'),
            hostTasks('zebra', { executionRoleArn: roleArn('zebra-exec') }),
            hostTasks('zebra', { serviceName: null, count: 2 }),
          ]),
        }),
      ],
    },
    { kind: 'instanceProfile', facts: [anInstanceProfile()] },
    {
      kind: 'role',
      facts: [
        ...sharedRoles,
        ...['web-task', 'zebra-task', 'zebra-exec'].map(name =>
          aRole({ name, policies: known([allowing('all', ['s3:*'], '*')]) }),
        ),
      ],
    },
    {
      kind: 'gap',
      gap: aGap({
        api: 'ecs:DescribeTaskDefinition',
        because: 'Throttled',
        resources: [taskDefinitionArn('zebra')],
        leavesIncomplete: [],
      }),
    },
  ]);
  let allowed: Policy = () => true;
  const backend = await aBackend({
    collector,
    entities: [own, ...others],
    policy: (name, ref) => allowed(name, ref),
  });
  await backend.scan();
  allowed = policy;
  return backend;
}

const ownOnly: Policy = (name, ref) =>
  name === 'ecs-iam.roles.read' && ref === 'component:default/web';

describe('who may see one of two services that share hosts and a role', () => {
  it('learns no name of the other, of what it needs, nor of its roles', async () => {
    const backend = await aSharingBackend(ownOnly);
    const tab = await rolesOf(backend, 'web');
    expect(JSON.stringify(tab)).not.toMatch(HIDDEN);
    const ids = tab.services.flatMap(({ roles }) =>
      roles.flatMap(({ role }) => role?.id ?? []),
    );
    expect(ids.length).toBe(3);
    for (const id of ids) {
      const { body } = await backend.api
        .get(`/api/ecs-iam/v1/roles/${id}`)
        .expect(200);
      expect(JSON.stringify(body)).not.toMatch(HIDDEN);
    }
    const { body: list } = await backend.api
      .get('/api/ecs-iam/v1/services')
      .expect(200);
    expect(JSON.stringify(list)).not.toMatch(HIDDEN);
  });

  it('reads of an excess that is shared that less would do', async () => {
    const { findings } = await rolesOf(await aSharingBackend(ownOnly), 'web');
    expect(
      findings
        .filter(({ ruleId }) =>
          [
            'ecs.execution-role-broad-secrets',
            'ecs.excess-permission',
          ].includes(ruleId),
        )
        .filter(({ slot }) => slot === 'execution')
        .map(({ message }) => message),
    ).toEqual([
      '`secretsmanager:GetSecretValue` on `*` reaches all that the account has.',
      'Nothing that uses the role needs `ecr:BatchImportUpstreamImage` and `ecr:CreateRepository` on `*`.',
      'What AWS grants in this slot can be narrowed: `logs:CreateLogStream` and `logs:PutLogEvents` to fewer resources; `ecr:BatchCheckLayerAvailability`, `ecr:BatchGetImage` and `ecr:GetDownloadUrlForLayer` to fewer resources.',
    ]);
  });

  it('cannot open a role of the other by its id', async () => {
    const all = await aSharingBackend(() => true);
    const { services } = await rolesOf(all, 'zebra');
    const { body } = await all.api.get('/api/ecs-iam/v1/services').expect(200);
    expect(JSON.stringify(body)).toMatch(HIDDEN);
    const id = services[0].roles.find(({ slot }) => slot === 'task')?.role?.id;
    await all.api.get(`/api/ecs-iam/v1/roles/${id}`).expect(200);
    const backend = await aSharingBackend(ownOnly);
    await backend.api.get(`/api/ecs-iam/v1/roles/${id}`).expect(404);
  });
});

describe('who may see the fleet', () => {
  it('is shown what all services need of a shared role, with the policy for them', async () => {
    const backend = await aSharingBackend(
      (name, ref) =>
        name === 'ecs-iam.fleet.read' || ref === 'component:default/web',
    );
    const { services } = await rolesOf(backend, 'web');
    const id = services[0].roles.find(({ slot }) => slot === 'execution')?.role
      ?.id;
    const { body } = await backend.api
      .get(`/api/ecs-iam/v1/roles/${id}`)
      .expect(200);
    const { needs, usedBy } = roleDetailSchema.parse(body);
    expect(usedBy.visible.map(({ serviceName }) => serviceName)).toEqual([
      'web',
      'web',
      'zebra',
    ]);
    const [slot] = needs.known ? needs.value : [];
    expect(slot.proposal?.permissions?.json).toMatch(HIDDEN);
  });
});
