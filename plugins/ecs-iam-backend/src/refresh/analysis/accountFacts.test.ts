import { known } from '@ecs-iam/iam-analysis';
import type { RoleSlot } from '@ecs-iam/iam-analysis';
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
import {
  anInventory,
  IRELAND,
  STAGING,
  VIRGINIA,
} from '../../testSupport/anInventory';
import { testDatabases } from '../../testSupport/databases';
import {
  aGap,
  aRead,
  aUse,
  everyKind,
} from '../../testSupport/inventoryFixtures';
import { aScanner } from '../../testSupport/aScanner';
import type { DatabaseInventory } from '../../inventory/DatabaseInventory';
import { accountCoverage } from './accountCoverage';
import { accountFacts } from './accountFacts';

const databases = testDatabases();

/** An inline policy that allows actions on everything. */
function allows(...actions: readonly string[]) {
  return known([
    aRolePolicy({
      document: known(
        JSON.stringify({
          Version: '2012-10-17',
          Statement: [{ Effect: 'Allow', Action: actions, Resource: '*' }],
        }),
      ),
    }),
  ]);
}

function trusts(service: string) {
  return known(
    JSON.stringify({
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Principal: { Service: service },
          Action: 'sts:AssumeRole',
        },
      ],
    }),
  );
}

/** Whom a function of Lambda may run as. */
const administrator = aRole({
  name: 'deployer',
  policies: allows('*'),
  trustPolicy: trusts('lambda.amazonaws.com'),
});

const pageOf = (...facts: ReturnType<typeof aRole>[]): FactPage => ({
  kind: 'role',
  facts,
});

describe.each(databases.engines)('accountFacts, %s', engine => {
  let inventory: DatabaseInventory;

  beforeEach(async () => {
    inventory = await anInventory(await databases.init(engine));
  });

  const ofAccount = async () => {
    const { accountId } = IRELAND;
    const coverage = await accountCoverage(accountId, inventory);
    return accountFacts(accountId, inventory, coverage);
  };

  describe('other roles', () => {
    beforeEach(async () => {
      await inventory.registerTargets([IRELAND, VIRGINIA], new Date(0));
    });

    it('are those that any region of the account saw, and none of another account', async () => {
      await inventory.registerTargets(
        [IRELAND, VIRGINIA, STAGING],
        new Date(0),
      );
      await aRead(inventory, [pageOf(aRole())], '10:00', { target: IRELAND });
      await aRead(inventory, [pageOf(administrator)], '10:00', {
        target: VIRGINIA,
      });
      const elsewhere = {
        ...administrator,
        arn: administrator.arn.replace(IRELAND.accountId, STAGING.accountId),
        accountId: STAGING.accountId,
      };
      await aRead(inventory, [pageOf(elsewhere)], '10:00', { target: STAGING });
      const { otherRoles } = await ofAccount();
      expect(otherRoles).toEqual(
        known(
          expect.arrayContaining([
            {
              arn: aRole().arn,
              isAdministrator: false,
              trustedServices: ['ecs-tasks.amazonaws.com'],
            },
            {
              arn: administrator.arn,
              isAdministrator: true,
              trustedServices: ['lambda.amazonaws.com'],
            },
          ]),
        ),
      );
      expect(otherRoles?.known && otherRoles.value.length).toBe(2);
    });

    it('leave out a role that is gone, one that could not be read, and those of a region that is no target any more', async () => {
      await aRead(inventory, [pageOf(administrator)], '10:00');
      await aRead(inventory, [pageOf(aRole())], '10:02');
      const unread = aRole({
        name: 'unread',
        policies: { known: false, because: 'AccessDenied' },
      });
      await aRead(inventory, [pageOf(aRole(), unread)], '10:04');
      await aRead(inventory, [pageOf(aRole({ name: 'former' }))], '10:06', {
        target: VIRGINIA,
      });
      await inventory.registerTargets([IRELAND], new Date(0));
      const { otherRoles } = await ofAccount();
      expect(
        otherRoles?.known && otherRoles.value.map(({ arn }) => arn),
      ).toEqual([aRole().arn]);
    });
  });

  describe('EC2 hosts', () => {
    const service = aService().arn;
    const instanceRole = aRole({
      name: 'ecsInstanceRole',
      trustPolicy: trusts('ec2.amazonaws.com'),
    });

    /** Ireland and Virginia were read, and a service in Ireland runs on EC2 with an instance role. */
    async function withHosts() {
      await inventory.registerTargets([IRELAND, VIRGINIA], new Date(0));
      await aRead(inventory, [...everyKind, pageOf(instanceRole)], '10:00');
      await aRead(inventory, [], '10:00', { target: VIRGINIA });
      await inventory.writeRoleUses(
        service,
        ['ec2'],
        [
          {
            ...aUse({ slot: 'instance', roleArn: known(instanceRole.arn) }),
            undecided: [],
          },
        ],
      );
    }

    async function withoutHosts(options: { gapIn?: Target; api?: string }) {
      await inventory.registerTargets([IRELAND, VIRGINIA], new Date(0));
      for (const target of [IRELAND, VIRGINIA]) {
        const gap = aGap({
          api: options.api ?? 'ecs:ListContainerInstances',
          leavesIncomplete: options.api ? ['role'] : ['host'],
        });
        await aRead(inventory, [], '10:00', {
          target,
          gaps: target === options.gapIn ? [gap] : [],
        });
      }
    }

    it('are known when a service runs on them, whatever else could not be read', async () => {
      await withHosts();
      expect((await ofAccount()).ec2Hosts).toEqual(known(true));
    });

    it('are known not to be there when every region was read and none has any', async () => {
      await withoutHosts({});
      expect((await ofAccount()).ec2Hosts).toEqual(known(false));
    });

    it.each([IRELAND, VIRGINIA])(
      'are not known when those of one region could not be listed ($region)',
      async gapIn => {
        await withoutHosts({ gapIn });
        expect((await ofAccount()).ec2Hosts).toEqual({
          known: false,
          because: 'AccessDenied',
          needs: 'ecs:ListContainerInstances',
        });
      },
    );

    it('are known not to be there though something else could not be read', async () => {
      await withoutHosts({ gapIn: IRELAND, api: 'iam:GetRole' });
      expect((await ofAccount()).ec2Hosts).toEqual(known(false));
    });

    it('are not known before every region was scanned', async () => {
      await inventory.registerTargets([IRELAND, VIRGINIA], new Date(0));
      await aRead(inventory, [], '10:00');
      expect((await ofAccount()).ec2Hosts).toEqual({
        known: false,
        because: 'the region us-east-1 of the account was not scanned yet',
      });
    });
  });

  describe('what services name', () => {
    const service = aService().arn;
    const role = aRole().arn;

    async function withUses(
      slots: readonly RoleSlot[],
      gaps: readonly Gap[] = [],
    ) {
      await inventory.registerTargets([IRELAND], new Date(0));
      await aRead(inventory, everyKind, '10:00', { gaps });
      await inventory.writeRoleUses(
        service,
        ['fargate'],
        slots.map(slot => ({ ...aUse({ slot }), undecided: [] })),
      );
      return ofAccount();
    }
    const denied = {
      known: false,
      because: 'AccessDenied',
      needs: 'ecs:ListServices',
    };

    it('are the slots of tasks in which each role is used', async () => {
      const { rolesInSlots } = await withUses(['task', 'execution', 'service']);
      expect(rolesInSlots).toEqual(
        known(new Map([[role, ['task', 'execution']]])),
      );
    });

    it('are no slots of tasks where a role is used elsewhere', async () => {
      const { rolesInSlots } = await withUses(['instance']);
      expect(rolesInSlots).toEqual(known(new Map()));
    });

    it('are not known when services could not be listed', async () => {
      expect((await withUses(['task'], [aGap()])).rolesInSlots).toEqual(denied);
    });

    it.each<[string, RoleSlot, readonly Gap[], unknown]>([
      ['there', 'infrastructure-service-connect', [aGap()], known(true)],
      ['not there', 'infrastructure-lattice', [], known(false)],
      ['not known', 'infrastructure-lattice', [aGap()], denied],
    ])('tell that TLS of Service Connect is %s', async (_, slot, gaps, tls) => {
      expect((await withUses([slot], gaps)).serviceConnectTls).toEqual(tls);
    });
  });
});

describe.each(databases.engines)('escalation, %s', engine => {
  const name = 'builder';
  const arn = roleArn(name);

  /** A service in a region of the account, whose task role is `builder`. */
  function pages(
    region: string,
    actions: readonly string[],
    ...more: readonly FactPage[]
  ): readonly FactPage[] {
    const moved = (text: string) => text.replace('eu-west-1', region);
    const taskDefinition = aTaskDefinition({
      arn: moved(taskDefinitionArn('builder:1')),
      family: 'builder',
      taskRoleArn: arn,
      executionRoleArn: null,
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
            launchType: more.length > 0 ? 'EC2' : 'FARGATE',
            deployments: [
              aDeployment({ taskDefinitionArn: taskDefinition.arn }),
            ],
          },
        ],
      },
      { kind: 'taskDefinition', facts: [taskDefinition] },
      pageOf(aRole({ name, policies: allows(...actions) })),
      ...more,
    ];
  }

  async function scanned(
    ...regions: readonly (readonly [Target, readonly FactPage[]])[]
  ) {
    const scanner = await aScanner(
      await databases.init(engine),
      [...new Set(regions.map(([target]) => target))],
      ['iam.privesc'],
    );
    for (const [target, fixture] of regions) {
      scanner.collector.answer(target, fixture);
      scanner.clock.now = new Date(scanner.clock.now.getTime() + 120_000);
      const { id } = await scanner.scans.request([target]);
      while ((await scanner.scans.get(id))?.finishedAt === null) {
        await new Promise(resolve => {
          setImmediate(resolve);
        });
      }
      expect((await scanner.scans.get(id))?.targets[0]?.error).toBeNull();
      await scanner.scheduler.idle();
    }
    return {
      found: (await scanner.inventory.findings([arn])).map(
        ({ message, severity, data }) => ({
          message,
          severity,
          administrator: data.administrator,
        }),
      ),
      undecided: (await scanner.inventory.usesOfRoles([arn], ['task'])).map(
        ({ undecided }) => undecided,
      ),
    };
  }

  const passes = [
    'iam:PassRole',
    'lambda:CreateFunction',
    'lambda:InvokeFunction',
  ];
  const starts = ['ecs:RegisterTaskDefinition', 'ecs:RunTask'];
  const hosts: readonly FactPage[] = [
    { kind: 'host', facts: [aHost()] },
    { kind: 'instanceProfile', facts: [anInstanceProfile()] },
    pageOf(
      aRole({
        name: 'ecsInstanceRole',
        trustPolicy: trusts('ec2.amazonaws.com'),
      }),
    ),
  ];

  it('is high while no administrator is known that could be passed', async () => {
    expect(
      (await scanned([IRELAND, pages('eu-west-1', passes)])).found,
    ).toEqual([
      { message: 'newPassrole', severity: 'high', administrator: null },
    ]);
  });

  it('is critical when an administrator of the account trusts the service', async () => {
    const fixture = [...pages('eu-west-1', passes), pageOf(administrator)];
    expect((await scanned([IRELAND, fixture])).found).toEqual([
      {
        message: 'newPassrole',
        severity: 'critical',
        administrator: administrator.arn,
      },
    ]);
  });

  it('stays high when the administrator trusts another service', async () => {
    const fixture = [
      ...pages('eu-west-1', passes),
      pageOf({ ...administrator, trustPolicy: trusts('ec2.amazonaws.com') }),
    ];
    expect((await scanned([IRELAND, fixture])).found).toMatchObject([
      { severity: 'high', administrator: null },
    ]);
  });

  it('is the same whichever region is read last', async () => {
    const withAdministrator: readonly FactPage[] = [
      ...pages('us-east-1', passes),
      pageOf(administrator),
    ];
    const critical = [
      {
        message: 'newPassrole',
        severity: 'critical',
        administrator: administrator.arn,
      },
    ];
    const ireland = [IRELAND, pages('eu-west-1', passes)] as const;
    const virginia = [VIRGINIA, withAdministrator] as const;
    expect((await scanned(ireland, virginia)).found).toEqual(critical);
    expect((await scanned(virginia, ireland)).found).toEqual(critical);
  });

  it('reaches the hosts of the account where there are any, in whichever region', async () => {
    const escape = [
      {
        message: 'ecsHostEscape',
        severity: 'medium',
        administrator: null,
      },
    ];
    const onHosts = [IRELAND, pages('eu-west-1', starts, ...hosts)] as const;
    const onFargate = [VIRGINIA, pages('us-east-1', starts)] as const;
    expect(await scanned(onHosts)).toEqual({ found: escape, undecided: [[]] });
    expect((await scanned(onHosts, onFargate)).found).toEqual(escape);
    expect((await scanned(onFargate, onHosts)).found).toEqual(escape);
    expect(await scanned(onFargate)).toEqual({ found: [], undecided: [[]] });
  });

  it('is undecided when hosts could not be listed', async () => {
    const gap = aGap({
      api: 'ecs:ListContainerInstances',
      leavesIncomplete: ['host'],
    });
    expect(
      await scanned([
        IRELAND,
        [...pages('eu-west-1', starts), { kind: 'gap', gap }],
      ]),
    ).toEqual({
      found: [],
      undecided: [
        [
          {
            ruleId: 'iam.privesc',
            because: 'AccessDenied',
            needs: 'ecs:ListContainerInstances',
          },
        ],
      ],
    });
  });
});
