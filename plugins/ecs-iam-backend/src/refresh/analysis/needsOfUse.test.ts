import { known, unknown } from '@ecs-iam/iam-analysis';
import type { Daemon, RoleUse, TaskOverride } from '@ecs-iam/iam-analysis';
import {
  aCluster,
  aContainer,
  aDeployment,
  aService,
  aServiceContext,
  aTaskDefinition,
  roleArn,
  taskDefinitionArn,
} from '@ecs-iam/iam-analysis/testUtils';
import { aUse } from '../../testSupport/inventoryFixtures';
import { needsByRevision, needsOfUse } from './needsOfUse';

const secret = (name: string) =>
  `arn:aws:secretsmanager:eu-west-1:111122223333:secret:${name}-AbCdEf`;

const revision = (number: number, secretName: string) =>
  aTaskDefinition({
    revision: number,
    executionRoleArn: 'execution',
    containers: [
      aContainer({
        secrets: [{ name: 'SECRET', valueFrom: secret(secretName) }],
      }),
    ],
  });

const share = (number: number) => ({
  taskDefinitionArn: taskDefinitionArn(`checkout:${number}`),
  revision: number,
  sharePercent: 50,
});

const override = (parts: Partial<TaskOverride>): TaskOverride => ({
  taskDefinitionArn: taskDefinitionArn('checkout:7'),
  taskRoleArn: null,
  executionRoleArn: null,
  environmentFiles: [],
  tasks: 1,
  ...parts,
});

const daemon = (name: string, role: string): Daemon => ({
  arn: `arn:aws:ecs:eu-west-1:111122223333:daemon/prod-eu/${name}`,
  name,
  capacityProviders: [],
  enableExecuteCommand: false,
  taskDefinition: known({
    ...revision(1, name),
    arn: `arn:aws:ecs:eu-west-1:111122223333:daemon-task-definition/${name}:1`,
    executionRoleArn: role,
  }),
});

/** The secrets that each revision needs the role to read. */
function secretsOf(
  use: RoleUse,
  context: Parameters<typeof aServiceContext>[0],
) {
  const needs = needsOfUse(use, aServiceContext(context), ['fargate']);
  return needs?.known
    ? needs.value.map(each => [
        each.taskDefinitionArn.split('/').at(-1),
        each.needs.needs.flatMap(({ resources }) => resources),
      ])
    : needs;
}

const execution = (role: string, ...revisions: readonly number[]): RoleUse =>
  aUse({
    slot: 'execution',
    roleArn: known(roleArn(role)),
    revisions: revisions.map(share),
  });

describe('needsOfUse', () => {
  const taskDefinitions = [revision(7, 'old'), revision(8, 'new')];

  it('derives them revision by revision', () => {
    expect(
      secretsOf(execution('execution', 7, 8), { taskDefinitions }),
    ).toEqual([
      ['checkout:7', [secret('old')]],
      ['checkout:8', [secret('new')]],
    ]);
  });

  it('knows nothing when one of the revisions could not be read', () => {
    expect(
      secretsOf(execution('execution', 7, 9), { taskDefinitions }),
    ).toEqual(
      unknown('it was not part of the last scan', 'ecs:DescribeTaskDefinition'),
    );
  });

  it('gives the role of an override what its tasks need, with its environment files', () => {
    const service = aService({
      overrides: known([
        override({
          executionRoleArn: roleArn('special'),
          environmentFiles: ['arn:aws:s3:::files/special.env'],
        }),
        override({ environmentFiles: ['arn:aws:s3:::files/app.env'] }),
      ]),
    });
    const around = { service, taskDefinitions };
    expect(secretsOf(execution('special', 7), around)).toEqual([
      [
        'checkout:7',
        [secret('old'), 'arn:aws:s3:::files/special.env', 'arn:aws:s3:::files'],
      ],
    ]);
    expect(secretsOf(execution('execution', 7), around)).toEqual([
      [
        'checkout:7',
        [secret('old'), 'arn:aws:s3:::files/app.env', 'arn:aws:s3:::files'],
      ],
    ]);
  });

  it('derives the needs of a host from all that the service runs', () => {
    const service = aService({
      deployments: [7, 8].map(number =>
        aDeployment({
          id: `${number}`,
          taskDefinitionArn: taskDefinitionArn(`checkout:${number}`),
        }),
      ),
    });
    const use = aUse({ slot: 'instance', revisions: [] });
    const needs = needsOfUse(
      use,
      aServiceContext({ service, taskDefinitions }),
      ['ec2'],
    );
    expect(
      needs?.known && needs.value.map(each => each.taskDefinitionArn),
    ).toEqual([
      taskDefinitionArn('checkout:8'),
      taskDefinitionArn('checkout:7'),
    ]);
    expect(
      secretsOf(use, { service: aService({ deployments: [] }) }),
    ).toMatchObject({ known: false });
  });

  it('derives those of daemons from the daemons that have the role', () => {
    const daemons = known([daemon('logs', 'logs'), daemon('agent', 'agent')]);
    const cluster = known(aCluster({ daemons }));
    const use = aUse({
      slot: 'daemon-execution',
      roleArn: known(roleArn('logs')),
      revisions: [],
    });
    expect(secretsOf(use, { cluster })).toEqual([['logs:1', [secret('logs')]]]);
    const denied = unknown('AccessDenied', 'ecs:ListDaemons');
    expect(
      secretsOf(use, { cluster: known(aCluster({ daemons: denied })) }),
    ).toEqual(denied);
  });

  it.each(['service', 'lifecycle-hook', 'infrastructure-volumes'] as const)(
    'knows of no needs in the slot %s',
    slot => {
      expect(
        needsOfUse(aUse({ slot }), aServiceContext(), ['fargate']),
      ).toBeNull();
    },
  );
});

describe('needsByRevision', () => {
  const all = needsOfUse(
    execution('execution', 7, 8),
    aServiceContext({ taskDefinitions: [revision(7, 'a'), revision(8, 'b')] }),
    ['fargate'],
  );
  const resourcesBy = (arn: string | null) => {
    const needs = all && needsByRevision(all, arn);
    return needs?.known && needs.value.needs.flatMap(each => each.resources);
  };

  it('takes those of one revision, or of all together', () => {
    expect(resourcesBy(taskDefinitionArn('checkout:8'))).toEqual([secret('b')]);
    expect(resourcesBy(null)).toEqual([secret('a'), secret('b')]);
  });
});
