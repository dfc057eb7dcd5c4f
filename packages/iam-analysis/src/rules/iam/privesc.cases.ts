import { allow, deny, held } from '../caseBuilders';
import type { RuleCases } from '../testRule';
import type { privesc } from './privesc';

const AT = 'inline:app#/Statement/0';
const ADMIN = 'arn:aws:iam::111122223333:role/admin';
const admin = {
  arn: ADMIN,
  isAdministrator: true,
  trustedServices: ['lambda.amazonaws.com', 'ecs-tasks.amazonaws.com'],
};

// Of the AWS managed policy for the infrastructure of Managed Instances.
const PASSING_TO_EC2 = allow(
  'iam:PassRole',
  'arn:aws:iam::*:role/ecsInstanceRole*',
  { StringLike: { 'iam:PassedToService': 'ec2.*' } },
);
const STARTING_INSTANCES = allow('ec2:RunInstances', [
  'arn:aws:ec2:*:*:subnet/*',
  'arn:aws:ec2:*:*:security-group/*',
  'arn:aws:ec2:*::image/*',
  'arn:aws:resource-groups:*:*:group/*',
]);

export const cases: RuleCases<typeof privesc> = {
  flagged: [
    {
      name: 'writing a policy of any role: critical',
      given: held([allow('iam:PutRolePolicy')]),
      expect: [identityWrite(['iam:PutRolePolicy'], 'critical')],
    },
    {
      name: 'writing a policy of any user: high',
      given: held([allow('iam:PutUserPolicy')]),
      expect: [identityWrite(['iam:PutUserPolicy'], 'high')],
    },
    {
      name: 'a set that two statements hold together',
      given: held([allow('iam:PassRole'), allow('glue:CreateDevEndpoint')]),
      expect: [
        passing(['iam:PassRole', 'glue:CreateDevEndpoint'], {
          services: ['glue.amazonaws.com'],
          statements: [AT, 'inline:app#/Statement/1'],
        }),
      ],
    },
    {
      name: 'a role that is known to be an administrator, by its name: critical',
      given: {
        ...held([
          allow('iam:PassRole', ADMIN),
          allow('cloudformation:CreateStack'),
        ]),
        otherRoles: [
          { ...admin, trustedServices: ['cloudformation.amazonaws.com'] },
        ],
      },
      expect: [
        {
          ...passing(['iam:PassRole', 'cloudformation:CreateStack'], {
            services: ['cloudformation.amazonaws.com'],
            statements: [AT, 'inline:app#/Statement/1'],
            administrator: ADMIN,
          }),
          severity: 'critical',
        },
      ],
    },
    {
      name: 'a condition that admits the service holds nothing back',
      given: held([
        allow('iam:PassRole', '*', {
          StringEquals: { 'iam:PassedToService': 'glue.amazonaws.com' },
        }),
        allow('glue:CreateDevEndpoint'),
      ]),
      expect: [
        passing(['iam:PassRole', 'glue:CreateDevEndpoint'], {
          services: ['glue.amazonaws.com'],
          statements: [AT, 'inline:app#/Statement/1'],
        }),
      ],
    },
    {
      name: 'a set that the slot is for: mitigated',
      given: held([PASSING_TO_EC2, STARTING_INSTANCES]),
      context: { slot: 'infrastructure-managed-instances' },
      expect: [
        {
          ...passing(['iam:PassRole', 'ec2:RunInstances'], {
            services: ['ec2.amazonaws.com'],
            statements: [AT, 'inline:app#/Statement/1'],
          }),
          mitigatedBy: 'baseline',
        },
      ],
    },
    {
      name: 'the slot is for one half of the set, and another policy adds the rest',
      given: held([
        allow('iam:PassRole', '*', {
          StringLike: { 'iam:PassedToService': 'ec2.*' },
        }),
        STARTING_INSTANCES,
        allow('ec2:RunInstances'),
      ]),
      context: { slot: 'infrastructure-managed-instances' },
      expect: [
        passing(['iam:PassRole', 'ec2:RunInstances'], {
          services: ['ec2.amazonaws.com'],
          statements: [AT, 'inline:app#/Statement/1'],
        }),
      ],
    },
    {
      name: 'a condition that admits another service only: mitigated',
      given: held([
        allow('iam:PassRole', '*', {
          StringEquals: { 'iam:PassedToService': 'ecs-tasks.amazonaws.com' },
        }),
        allow('glue:CreateDevEndpoint'),
      ]),
      expect: [
        {
          ...passing(['iam:PassRole', 'glue:CreateDevEndpoint'], {
            services: ['glue.amazonaws.com'],
            statements: [AT, 'inline:app#/Statement/1'],
          }),
          mitigatedBy: 'condition',
        },
      ],
    },
    {
      name: 'a boundary that admits the service holds nothing back',
      given: held(
        [allow(['iam:PassRole', 'glue:CreateDevEndpoint'])],
        [
          allow('glue:*'),
          allow('iam:PassRole', '*', {
            StringEquals: { 'iam:PassedToService': 'glue.amazonaws.com' },
          }),
        ],
      ),
      expect: [
        passing(['iam:PassRole', 'glue:CreateDevEndpoint'], {
          services: ['glue.amazonaws.com'],
          statements: [AT],
        }),
      ],
    },
    {
      name: 'a boundary that admits another service only: mitigated',
      given: held(
        [allow(['iam:PassRole', 'glue:CreateDevEndpoint'])],
        [
          allow('glue:*'),
          allow('iam:PassRole', '*', {
            StringEquals: { 'iam:PassedToService': 'ecs-tasks.amazonaws.com' },
          }),
        ],
      ),
      expect: [
        {
          ...passing(['iam:PassRole', 'glue:CreateDevEndpoint'], {
            services: ['glue.amazonaws.com'],
            statements: [AT],
          }),
          mitigatedBy: 'boundary',
        },
      ],
    },
    {
      name: 'an administrator whom a Deny takes out, and one of another account, are not within reach',
      given: {
        ...held([
          allow(['iam:PassRole', 'glue:CreateDevEndpoint']),
          deny('iam:PassRole', ADMIN),
        ]),
        otherRoles: [
          { ...admin, trustedServices: ['glue.amazonaws.com'] },
          {
            ...admin,
            arn: 'arn:aws:iam::999988887777:role/admin',
            trustedServices: ['glue.amazonaws.com'],
          },
        ],
      },
      expect: [
        passing(['iam:PassRole', 'glue:CreateDevEndpoint'], {
          services: ['glue.amazonaws.com'],
          statements: [AT],
        }),
      ],
    },
    {
      name: 'taking a policy off any role, with what it denies: high',
      given: held([allow('iam:DetachRolePolicy')]),
      expect: [identityWrite(['iam:DetachRolePolicy'], 'high')],
    },
    {
      name: 'two roles to two services, of which the condition admits one: mitigated',
      given: held([
        allow('iam:PassRole', '*', {
          StringEquals: { 'iam:PassedToService': 'ec2.amazonaws.com' },
        }),
        allow([
          'autoscaling:CreateAutoScalingGroup',
          'ec2:CreateLaunchTemplate',
          'ecs:CreateCapacityProvider',
          'ecs:PutClusterCapacityProviders',
          'ecs:UpdateService',
        ]),
      ]),
      expect: [
        {
          ...passing(
            [
              'iam:PassRole',
              'autoscaling:CreateAutoScalingGroup',
              'ec2:CreateLaunchTemplate',
              'ecs:CreateCapacityProvider',
              'ecs:PutClusterCapacityProviders',
              'ecs:UpdateService',
            ],
            {
              services: ['ec2.amazonaws.com', 'ecs-tasks.amazonaws.com'],
              statements: [AT, 'inline:app#/Statement/1'],
            },
          ),
          mitigatedBy: 'condition',
        },
        {
          ...passing(['iam:PassRole', 'ecs:UpdateService'], {
            services: ['ecs-tasks.amazonaws.com'],
            statements: [AT, 'inline:app#/Statement/1'],
          }),
          mitigatedBy: 'condition',
        },
      ],
    },
    {
      name: 'one role by name, of which nothing is known: mitigated',
      given: held([
        allow('iam:PassRole', 'arn:aws:iam::111122223333:role/worker'),
        allow('glue:CreateDevEndpoint'),
      ]),
      expect: [
        {
          ...passing(['iam:PassRole', 'glue:CreateDevEndpoint'], {
            services: ['glue.amazonaws.com'],
            statements: [AT, 'inline:app#/Statement/1'],
          }),
          mitigatedBy: 'resource',
        },
      ],
    },
    {
      name: 'an instance without the image and the subnet that it takes: mitigated',
      given: held([
        allow('iam:PassRole'),
        allow('ec2:RunInstances', 'arn:aws:ec2:*:*:instance/*'),
      ]),
      expect: [
        {
          ...passing(['iam:PassRole', 'ec2:RunInstances'], {
            services: ['ec2.amazonaws.com'],
            statements: [AT, 'inline:app#/Statement/1'],
          }),
          mitigatedBy: 'resource',
        },
      ],
    },
    {
      name: 'a Deny of one action of the set: mitigated',
      given: held([
        allow(['iam:PassRole', 'glue:CreateDevEndpoint']),
        deny('iam:PassRole'),
      ]),
      expect: [
        {
          ...passing(['iam:PassRole', 'glue:CreateDevEndpoint'], {
            services: ['glue.amazonaws.com'],
            statements: [AT],
          }),
          mitigatedBy: 'deny',
        },
      ],
    },
    {
      name: 'something that runs already: medium',
      given: held([allow('ssm:StartSession')]),
      expect: [taking(['ssm:StartSession'], 'medium')],
    },
    {
      name: 'tasks, one of which is known to run as an administrator: high',
      given: {
        ...held([allow(['ecs:ExecuteCommand', 'ecs:DescribeTasks'])]),
        otherRoles: [admin],
      },
      expect: [
        {
          ...taking(['ecs:DescribeTasks', 'ecs:ExecuteCommand'], 'high'),
          data: {
            actions: ['ecs:DescribeTasks', 'ecs:ExecuteCommand'],
            services: [],
            statements: [AT],
            administrator: ADMIN,
          },
        },
      ],
    },
    {
      name: 'tasks, of which only its own and those of another account run as an administrator: medium',
      given: {
        ...held([allow(['ecs:ExecuteCommand', 'ecs:DescribeTasks'])]),
        otherRoles: [
          { ...admin, arn: 'arn:aws:iam::111122223333:role/checkout-task' },
          { ...admin, arn: 'arn:aws:iam::999988887777:role/admin' },
        ],
      },
      expect: [taking(['ecs:DescribeTasks', 'ecs:ExecuteCommand'], 'medium')],
    },
    {
      name: 'a task on a host of its own making, where there are EC2 hosts',
      given: {
        ...held([allow(['ecs:RegisterTaskDefinition', 'ecs:StartTask'])]),
        ec2Hosts: true,
      },
      expect: [
        {
          message: 'ecsHostEscape',
          data: {
            actions: ['ecs:RegisterTaskDefinition', 'ecs:StartTask'],
            services: [],
            statements: [AT],
            administrator: null,
          },
          at: AT,
          severity: 'medium',
        },
      ],
    },
    {
      name: 'under a weak condition: one level lower',
      given: held([
        allow('iam:PutRolePolicy', '*', {
          StringEquals: { 'aws:RequestedRegion': 'us-east-1' },
        }),
      ]),
      expect: [identityWrite(['iam:PutRolePolicy'], 'high')],
    },
  ],
  accepted: [
    {
      name: 'passing a role, and nothing to pass it to',
      given: held([allow('iam:PassRole')]),
    },
    {
      name: 'everything on buckets, which is about buckets',
      given: held([allow({ not: 's3:Delete*' }, 'arn:aws:s3:::*')]),
    },
    {
      name: 'half of a set',
      given: held([allow('glue:CreateDevEndpoint')]),
    },
    { name: 'reading IAM', given: held([allow(['iam:Get*', 'iam:List*'])]) },
    {
      name: 'administrator: nothing is left to gain',
      given: held([allow('*')]),
    },
    {
      name: 'a task on a host of its own making, on Fargate',
      given: {
        ...held([allow(['ecs:RegisterTaskDefinition', 'ecs:StartTask'])]),
        ec2Hosts: false,
      },
    },
  ],
  undecided: [
    {
      name: 'a task on a host of its own making, where the hosts are not known',
      given: held([allow(['ecs:RegisterTaskDefinition', 'ecs:StartTask'])]),
      because: 'not read',
    },
  ],
};

function identityWrite(
  actions: readonly string[],
  severity: 'critical' | 'high',
) {
  return {
    message: 'identityWrite',
    data: { actions, services: [], statements: [AT], administrator: null },
    at: AT,
    severity,
  } as const;
}

function taking(actions: readonly string[], severity: 'high' | 'medium') {
  return {
    message: 'existingTarget',
    data: { actions, services: [], statements: [AT], administrator: null },
    at: AT,
    severity,
  } as const;
}

function passing(
  actions: readonly string[],
  rest: Readonly<{
    services: readonly string[];
    statements: readonly string[];
    administrator?: string;
  }>,
) {
  return {
    message: 'newPassrole',
    data: { administrator: null, actions, ...rest },
    at: AT,
    severity: 'high',
  } as const;
}
