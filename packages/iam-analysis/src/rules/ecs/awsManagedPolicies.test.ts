import { analyse } from '../../analysis/analyse';
import type { Finding } from '../../analysis/finding';
import { roleFacts } from '../../analysis/roleFacts';
import { baselinePolicies } from '../../ecs/baselinePolicies';
import { neededPrincipal } from '../../ecs/neededPrincipal';
import type { RoleNeeds } from '../../ecs/permissions/permission';
import type { RoleSlot } from '../../ecs/slots';
import { known, unknown } from '../../known';
import { aNeed, aRole, aRolePolicy, needsOf } from '../../testUtils';
import { rules } from '../index';

const ACCOUNT = '111122223333';
const NOW = new Date('2026-11-02T09:00:00Z');

/**
 * The policies that AWS has for the roles of ECS, each alone in its slot, with all around it that could make things worse.
 * Source: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security-iam-awsmanpol.html
 */
const cases: readonly Readonly<{
  slot: RoleSlot;
  policies: readonly string[];
  /** What can be named in place of everything. */
  things: readonly string[];
  /** How many patterns leave account or region open. */
  open: number;
}>[] = [
  {
    slot: 'execution',
    policies: ['AmazonECSTaskExecutionRolePolicy'],
    things: ['repositories', 'log-groups'],
    open: 0,
  },
  {
    slot: 'daemon-execution',
    policies: ['AmazonECSTaskExecutionRolePolicy'],
    things: ['repositories', 'log-groups'],
    open: 0,
  },
  {
    slot: 'instance',
    policies: ['AmazonEC2ContainerServiceforEC2Role'],
    things: ['repositories', 'cluster', 'log-groups'],
    open: 2,
  },
  {
    slot: 'instance',
    policies: ['AmazonECSInstanceRolePolicyForManagedInstances'],
    things: [],
    open: 2,
  },
  {
    slot: 'instance',
    policies: [
      'AmazonSSMManagedInstanceCore',
      'AmazonEC2ContainerServiceforEC2Role',
    ],
    things: ['ssm', 'parameters', 'repositories', 'cluster', 'log-groups'],
    open: 2,
  },
  {
    slot: 'infrastructure-volumes',
    policies: ['AmazonECSInfrastructureRolePolicyForVolumes'],
    things: [],
    open: 3,
  },
  {
    slot: 'infrastructure-service-connect',
    policies: [
      'AmazonECSInfrastructureRolePolicyForServiceConnectTransportLayerSecurity',
    ],
    things: ['certificate-authority'],
    open: 1,
  },
  {
    slot: 'infrastructure-lattice',
    policies: ['AmazonECSInfrastructureRolePolicyForVpcLattice'],
    things: [],
    open: 1,
  },
  {
    slot: 'infrastructure-load-balancers',
    policies: ['AmazonECSInfrastructureRolePolicyForLoadBalancers'],
    things: [],
    open: 4,
  },
  {
    slot: 'infrastructure-managed-instances',
    policies: ['AmazonECSInfrastructureRolePolicyForManagedInstances'],
    things: ['cloudformation', 'resource-groups'],
    open: 10,
  },
  {
    slot: 'infrastructure-express',
    policies: ['AmazonECSInfrastructureRoleforExpressGatewayServices'],
    things: ['service-linked-roles'],
    open: 11,
  },
  {
    slot: 'service',
    policies: ['AmazonEC2ContainerServiceRole'],
    things: ['ec2', 'load-balancers', 'target-groups'],
    open: 0,
  },
  {
    slot: 'code-deploy',
    policies: ['AWSCodeDeployRoleForECS'],
    things: [
      'alarms',
      'services',
      'listeners',
      'listener-rules',
      'functions',
      'objects',
      'topics',
      'roles-of-ecs-tasks',
    ],
    open: 0,
  },
  {
    slot: 'code-deploy',
    policies: ['AWSCodeDeployRoleForECSLimited'],
    things: ['alarms', 'services', 'listeners', 'listener-rules', 'objects'],
    open: 4,
  },
];

describe.each(cases)(
  '$policies as $slot',
  ({ slot, policies, ...expected }) => {
    const found = findingsOf(slot, policies);

    it('give no finding above low', () => {
      expect(aboveLow(found)).toEqual([]);
    });

    it('say once what could be narrowed', () => {
      const excess = found.filter(
        ({ ruleId }) => ruleId === 'ecs.excess-permission',
      );
      expect(excess).toEqual([
        expect.objectContaining({
          severity: 'low',
          state: 'active',
          message: 'anyAccount',
        }),
      ]);
      const { things, patterns } = narrowingIn(excess[0]);
      expect(things).toEqual(expected.things);
      expect(patterns).toHaveLength(expected.open);
    });
  },
);

describe.each(['aws-cn', 'aws-us-gov'])('in the partition %s', partition => {
  it.each(cases)('$policies as $slot give none either', each => {
    const { slot, policies } = each;
    expect(aboveLow(findingsOf(slot, policies, null, partition))).toEqual([]);
  });
});

describe('with what ECS needs of the role', () => {
  const host = needsOf([
    aNeed({
      actions: ['ecs:Poll'],
      resources: [
        `arn:aws:ecs:eu-west-1:${ACCOUNT}:container-instance/prod-eu/*`,
      ],
    }),
  ]);
  it.each<[RoleSlot, string, RoleNeeds]>([
    ['execution', 'AmazonECSTaskExecutionRolePolicy', needsOf([aNeed()])],
    ['execution', 'AmazonECSTaskExecutionRolePolicy', needsOf([])],
    ['instance', 'AmazonEC2ContainerServiceforEC2Role', host],
    ['instance', 'AmazonECSInstanceRolePolicyForManagedInstances', host],
  ])('%s with %s says what would do', (slot, name, needs) => {
    const found = findingsOf(slot, [name], needs);
    expect(aboveLow(found)).toEqual([]);
    expect(
      found.filter(({ ruleId }) => ruleId === 'ecs.excess-permission'),
    ).toEqual([expect.objectContaining({ message: 'least', severity: 'low' })]);
  });
});

function findingsOf(
  slot: RoleSlot,
  names: readonly string[],
  needs: RoleNeeds | null = null,
  partition: string = 'aws',
): readonly Finding[] {
  const services = neededPrincipal(slot, unknown('any host'))?.services;
  const role = aRole({
    arn: `arn:${partition}:iam::${ACCOUNT}:role/checkout-task`,
    partition,
    trustPolicy: known(
      JSON.stringify({
        Version: '2012-10-17',
        Statement: {
          Effect: 'Allow',
          Principal: { Service: services },
          Action: 'sts:AssumeRole',
        },
      }),
    ),
    policies: known(names.map(name => managedPolicy(slot, name, partition))),
  });
  const administrator = {
    arn: `arn:${partition}:iam::${ACCOUNT}:role/admin`,
    isAdministrator: true,
    trustedServices: ['ecs-tasks.amazonaws.com', 'ec2.amazonaws.com'],
  };
  return analyse(
    {
      subject: role.arn,
      slot,
      role,
      facts: {
        ...roleFacts(role),
        otherRoles: known([administrator]),
        ec2Hosts: known(true),
        serviceConnectTls: known(true),
        ...(needs ? { needs: known(needs) } : {}),
      },
    },
    { rules, now: NOW },
  ).findings;
}

function managedPolicy(slot: RoleSlot, name: string, partition: string) {
  const policy = baselinePolicies(slot).find(each => each.name === name);
  if (!policy) {
    throw new Error(`AWS has no policy ${name} for ${slot}.`);
  }
  return aRolePolicy({
    kind: 'aws-managed',
    name,
    arn: `arn:${partition}:iam::aws:policy/${name}`,
    document: known(
      JSON.stringify(policy.document).replaceAll(
        'arn:aws:',
        `arn:${partition}:`,
      ),
    ),
  });
}

function aboveLow(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter(
    ({ severity }) => severity !== 'low' && severity !== 'info',
  );
}

function narrowingIn({ data }: Finding) {
  const { things, patterns } = data;
  return {
    things: Array.isArray(things) ? things.map(({ thing }) => thing) : [],
    patterns: Array.isArray(patterns) ? patterns : [],
  };
}
