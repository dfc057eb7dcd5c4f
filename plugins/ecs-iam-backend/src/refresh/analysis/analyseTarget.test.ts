import { known, unknown } from '@ecs-iam/iam-analysis';
import type { Role, Service } from '@ecs-iam/iam-analysis';
import {
  aCluster,
  aDeployment,
  aHost,
  anInstanceProfile,
  aRole,
  aRolePolicy,
  aService,
  aTaskDefinition,
  roleArn,
  taskDefinitionArn,
} from '@ecs-iam/iam-analysis/testUtils';
import type { FactPage, Gap, Target } from '@ecs-iam/plugin-ecs-iam-node';
import type { Knex } from 'knex';
import { at, IRELAND, VIRGINIA } from '../../testSupport/anInventory';
import { aScanner } from '../../testSupport/aScanner';
import type { Scanner } from '../../testSupport/aScanner';
import { testDatabases } from '../../testSupport/databases';
import { aGap } from '../../testSupport/inventoryFixtures';

const databases = testDatabases();

/** How rules are judged is what these tests are about, so a rule or two of each kind will do. */
const ruleIds = [
  'ecs.role-not-found',
  'ecs.role-shared',
  'ecs.task-role-is-execution-role',
  'iam.admin-access',
  'iam.malformed',
  'trust.wrong-principal',
  'usage.unused-role',
  'usage.unused-service',
];

const denied = unknown('AccessDenied', 'iam:GetRole');

/** A service of an own family with the task role `shared`, and its revision. */
function aSharer(name: string, region: string): readonly FactPage[] {
  const moved = (arn: string) => arn.replace('eu-west-1', region);
  const taskDefinition = aTaskDefinition({
    arn: moved(taskDefinitionArn(`${name}:1`)),
    family: name,
    revision: 1,
    taskRoleArn: roleArn('shared'),
    executionRoleArn: roleArn('execution'),
  });
  const service = aService({ name });
  return [
    {
      kind: 'cluster',
      facts: [aCluster({ arn: moved(service.clusterArn) })],
    },
    {
      kind: 'service',
      facts: [
        {
          ...service,
          arn: moved(service.arn),
          clusterArn: moved(service.clusterArn),
          region,
          deployments: [aDeployment({ taskDefinitionArn: taskDefinition.arn })],
        },
      ],
    },
    { kind: 'taskDefinition', facts: [taskDefinition] },
    {
      kind: 'role',
      facts: [aRole({ name: 'shared' }), aRole({ name: 'execution' })],
    },
  ];
}

const web = aService({ name: 'web' }).arn;
const worker = aService({ name: 'worker' }).arn.replace(
  'eu-west-1',
  'us-east-1',
);

const administrator = aRolePolicy({
  document: known(
    JSON.stringify({
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }],
    }),
  ),
});

describe.each(databases.engines)('analyseTarget, %s', engine => {
  let knex: Knex;
  let scanner: Scanner;

  beforeEach(async () => {
    knex = await databases.init(engine);
    scanner = await aScanner(knex, [IRELAND, VIRGINIA], ruleIds);
  });

  /** Scans a target alone, at a time after which it is due again. */
  async function scan(
    target: Target,
    pages: readonly FactPage[],
    time: string,
  ) {
    scanner.sources.targets = async () => [IRELAND, VIRGINIA];
    scanner.collector.answer(target, pages);
    scanner.clock.now = at(time);
    const { id } = await scanner.scans.request([target]);
    while ((await scanner.scans.get(id))?.finishedAt === null) {
      await new Promise(resolve => {
        setImmediate(resolve);
      });
    }
    expect((await scanner.scans.get(id))?.targets[0]?.error).toBeNull();
    await scanner.scheduler.idle();
  }

  async function found(subject: string) {
    return (await scanner.inventory.findings([subject])).map(
      ({ ruleId, slot }) => `${ruleId} ${slot}`,
    );
  }

  const gapPage = (gap: Gap): FactPage => ({ kind: 'gap', gap });

  describe('a task role shared across regions', () => {
    beforeEach(async () => {
      await scan(IRELAND, aSharer('web', 'eu-west-1'), '10:00');
    });

    it('is no finding while one service uses it', async () => {
      expect(await found(web)).toEqual([]);
    });

    it('is a finding of both services as soon as one region reads the second', async () => {
      await scan(VIRGINIA, aSharer('worker', 'us-east-1'), '10:02');
      expect(await found(worker)).toEqual(['ecs.role-shared task']);
      expect(await found(web)).toEqual(['ecs.role-shared task']);
    });

    it('is resolved for both when one of them is gone', async () => {
      await scan(VIRGINIA, aSharer('worker', 'us-east-1'), '10:02');
      await scan(VIRGINIA, [], '10:04');
      expect(await found(worker)).toEqual([]);
      expect(await found(web)).toEqual([]);
    });

    it('stays when the services of the other region cannot be listed any more', async () => {
      await scan(VIRGINIA, aSharer('worker', 'us-east-1'), '10:02');
      await scan(VIRGINIA, [gapPage(aGap())], '10:04');
      expect(await found(web)).toEqual(['ecs.role-shared task']);
    });

    it('leaves the other service as it is while its revision is not stored, as after an upgrade', async () => {
      const before = await scanner.inventory.roleUses([web]);
      await knex('task_definition').delete();
      await scan(VIRGINIA, aSharer('worker', 'us-east-1'), '10:02');
      expect(await found(worker)).toEqual(['ecs.role-shared task']);
      expect(await scanner.inventory.roleUses([web])).toEqual(before);
      await scan(IRELAND, aSharer('web', 'eu-west-1'), '10:04');
      expect(await found(web)).toEqual(['ecs.role-shared task']);
    });

    it('is judged once for the role and each slot, whichever region reads it', async () => {
      await scan(VIRGINIA, aSharer('worker', 'us-east-1'), '10:02');
      const wide: readonly FactPage[] = [
        ...aSharer('worker', 'us-east-1'),
        {
          kind: 'role',
          facts: [
            aRole({ name: 'execution', policies: known([administrator]) }),
          ],
        },
      ];
      await scan(VIRGINIA, wide, '10:04');
      expect(await found(roleArn('execution'))).toEqual([
        'iam.admin-access execution',
      ]);
      await scan(IRELAND, aSharer('web', 'eu-west-1'), '10:06');
      expect(await found(roleArn('execution'))).toEqual([]);
    });
  });

  describe('what cannot be read', () => {
    const pages = aSharer('web', 'eu-west-1');
    const withRole = (role: Role): readonly FactPage[] => [
      ...pages.filter(({ kind }) => kind !== 'role'),
      { kind: 'role', facts: [role, aRole({ name: 'execution' })] },
    ];
    const undecidedOf = async (slot: string) =>
      (await scanner.inventory.roleUses([web])).find(use => use.slot === slot)
        ?.undecided;

    it('leaves rules undecided, with the permission that is missing', async () => {
      await scan(
        IRELAND,
        withRole(
          aRole({
            name: 'shared',
            existence: denied,
            trustPolicy: denied,
            policies: denied,
            boundary: denied,
          }),
        ),
        '10:00',
      );
      const reason = { because: 'AccessDenied', needs: 'iam:GetRole' };
      const undecided = (await undecidedOf('task')) ?? [];
      // One by what it needs: the role itself, all policies at once, each of them, its trust policy.
      for (const ruleId of [
        'ecs.role-not-found',
        'iam.admin-access',
        'iam.malformed',
        'trust.wrong-principal',
      ]) {
        expect(undecided).toContainEqual({ ruleId, ...reason });
      }
      expect(undecided).toEqual(
        undecided.map(({ ruleId }) => ({ ruleId, ...reason })),
      );
      expect(await undecidedOf('execution')).toEqual([]);
    });

    it('resolves no finding', async () => {
      const bad = aRole({ name: 'shared', policies: known([administrator]) });
      await scan(IRELAND, withRole(bad), '10:00');
      expect(await found(bad.arn)).toEqual(['iam.admin-access task']);
      const today = {
        ...bad,
        policies: unknown('AccessDenied', 'iam:ListRolePolicies'),
      };
      await scan(IRELAND, withRole(today), '10:02');
      expect(await found(bad.arn)).toEqual(['iam.admin-access task']);
    });

    it('resolves no finding of a service whose new revision is unknown', async () => {
      const revision = (number: number) => taskDefinitionArn(`web:${number}`);
      const running = (number: number): FactPage => ({
        kind: 'service',
        facts: [
          aService({
            name: 'web',
            deployments: [aDeployment({ taskDefinitionArn: revision(number) })],
          }),
        ],
      });
      await scan(
        IRELAND,
        [
          ...pages.filter(({ kind }) => kind === 'role' || kind === 'cluster'),
          running(2),
          {
            kind: 'taskDefinition',
            facts: [
              aTaskDefinition({
                arn: revision(2),
                family: 'web',
                revision: 2,
                taskRoleArn: roleArn('shared'),
                executionRoleArn: roleArn('shared'),
              }),
            ],
          },
        ],
        '10:00',
      );
      expect(await found(web)).toEqual([
        'ecs.task-role-is-execution-role task',
      ]);
      await scan(
        IRELAND,
        [
          ...pages.filter(({ kind }) => kind === 'role' || kind === 'cluster'),
          running(3),
          gapPage(
            aGap({
              api: 'ecs:DescribeTaskDefinition',
              resources: [revision(3)],
              leavesIncomplete: ['taskDefinition', 'role'],
            }),
          ),
        ],
        '10:02',
      );
      expect(await found(web)).toEqual([
        'ecs.task-role-is-execution-role task',
      ]);
    });

    it('is not waited for when the role does not exist any more', async () => {
      const bad = aRole({ name: 'shared', policies: known([administrator]) });
      await scan(IRELAND, withRole(bad), '10:00');
      const deleted = {
        ...bad,
        existence: known('not-found' as const),
        trustPolicy: unknown('NoSuchEntity'),
        policies: unknown('NoSuchEntity'),
        boundary: unknown('NoSuchEntity'),
      };
      await scan(IRELAND, withRole(deleted), '10:02');
      expect(await found(bad.arn)).toEqual(['ecs.role-not-found task']);
    });

    it('leaves sharing undecided when nobody is known to share and services could not be listed', async () => {
      await scan(IRELAND, [...pages, gapPage(aGap())], '10:00');
      expect(await undecidedOf('task')).toEqual([
        {
          ruleId: 'ecs.role-shared',
          because: 'AccessDenied',
          needs: 'ecs:ListServices',
        },
      ]);
    });

    it('leaves the instance role undecided when the hosts of the cluster are unknown, not when those of another are', async () => {
      const onHosts = (service: Service): FactPage => ({
        kind: 'service',
        facts: [{ ...service, launchType: 'EC2' }],
      });
      const ec2 = pages
        .map(page =>
          page.kind === 'service' ? page.facts.map(onHosts) : [page],
        )
        .flat();
      const hosts: readonly FactPage[] = [
        { kind: 'host', facts: [aHost()] },
        { kind: 'instanceProfile', facts: [anInstanceProfile()] },
        {
          kind: 'role',
          facts: [
            aRole({ name: 'shared' }),
            aRole({ name: 'execution' }),
            aRole({ name: 'ecsInstanceRole' }),
          ],
        },
      ];
      const hostGap = (cluster: string) =>
        gapPage(
          aGap({
            api: 'ecs:ListContainerInstances',
            resources: [aCluster({ name: cluster }).arn],
            leavesIncomplete: ['host'],
          }),
        );
      const instanceRole = async () =>
        (await scanner.inventory.roleUses([web])).find(
          ({ slot }) => slot === 'instance',
        )?.roleArn;

      await scan(IRELAND, [...ec2, ...hosts, hostGap('other')], '10:00');
      expect(await instanceRole()).toEqual(known(roleArn('ecsInstanceRole')));
      expect(await undecidedOf('instance')).toEqual([]);

      await scan(IRELAND, [...ec2, ...hosts, hostGap('prod-eu')], '10:02');
      expect(await instanceRole()).toEqual(
        unknown('AccessDenied', 'ecs:ListContainerInstances'),
      );
      // Not the rule about the services that a role uses, which nobody collects.
      expect(await undecidedOf('instance')).toEqual(
        [
          'ecs.role-not-found',
          'iam.admin-access',
          'iam.malformed',
          'trust.wrong-principal',
          'usage.unused-role',
        ].map(ruleId => ({
          ruleId,
          because: 'AccessDenied',
          needs: 'ecs:ListContainerInstances',
        })),
      );
    });
  });

  it('stores one finding for two revisions with the same fault', async () => {
    const revisions = [1, 2].map(revision =>
      aTaskDefinition({
        arn: taskDefinitionArn(`web:${revision}`),
        family: 'web',
        revision,
        taskRoleArn: roleArn('shared'),
        executionRoleArn: roleArn('shared'),
      }),
    );
    const service = aService({
      name: 'web',
      deployments: revisions.map(({ arn }, index) =>
        aDeployment({
          id: `ecs-svc/${index}`,
          status: index === 0 ? 'PRIMARY' : 'ACTIVE',
          taskDefinitionArn: arn,
        }),
      ),
    });
    await scan(
      IRELAND,
      [
        { kind: 'cluster', facts: [aCluster()] },
        { kind: 'service', facts: [service] },
        { kind: 'taskDefinition', facts: revisions },
        { kind: 'role', facts: [aRole({ name: 'shared' })] },
      ],
      '10:00',
    );
    expect(await found(web)).toEqual(['ecs.task-role-is-execution-role task']);
  });

  it('does not call a role unused that running tasks have, though they never call AWS', async () => {
    const silent = aRole({
      name: 'shared',
      lastUsed: known({ date: null, region: null }),
    });
    const pages = (runningCount: number): readonly FactPage[] => [
      ...aSharer('web', 'eu-west-1').map(page =>
        page.kind === 'service'
          ? {
              ...page,
              facts: page.facts.map(fact => ({ ...fact, runningCount })),
            }
          : page,
      ),
      { kind: 'role', facts: [silent] },
    ];
    const severities = async () =>
      (await scanner.inventory.findings([silent.arn])).map(
        ({ ruleId, message, severity }) => `${ruleId} ${message} ${severity}`,
      );
    await scan(IRELAND, pages(2), '10:00');
    expect(await severities()).toEqual(['usage.unused-role running info']);
    await scan(IRELAND, pages(0), '10:02');
    expect(await severities()).toEqual(['usage.unused-role neverUsed low']);
  });

  it('judges a role that only an annotation names by itself, not by a slot', async () => {
    const lambda = aRole({
      name: 'lambda',
      policies: known([administrator]),
      trustPolicy: known(
        JSON.stringify({
          Version: '2012-10-17',
          Statement: [
            {
              Effect: 'Allow',
              Principal: { Service: 'lambda.amazonaws.com' },
              Action: 'sts:AssumeRole',
            },
          ],
        }),
      ),
    });
    await scan(IRELAND, [{ kind: 'role', facts: [lambda] }], '10:00');
    expect(await found(lambda.arn)).toEqual(['iam.admin-access task']);
  });

  it('writes nothing but dates when nothing changed', async () => {
    await scan(IRELAND, aSharer('web', 'eu-west-1'), '10:00');
    const before = await knex('role_use').orderBy(['service_id', 'position']);
    const statements: string[] = [];
    knex.on('query', ({ sql }: { sql: string }) => {
      if (/^(insert|delete|update) .*(role_use|finding)/.test(sql)) {
        statements.push(sql);
      }
    });
    await scan(IRELAND, aSharer('web', 'eu-west-1'), '10:02');
    expect(statements).toEqual([]);
    expect(await knex('role_use').orderBy(['service_id', 'position'])).toEqual(
      before,
    );
  });
});
