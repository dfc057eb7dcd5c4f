import type { ServiceHost } from '../../ecs/hosts/serviceHost';
import { known, unknown } from '../../known';
import { roleArn } from '../../testUtils';
import type { RuleCases } from '../testRule';
import type { managedInstancesRoleName } from './managed-instances-role-name';

const OF_AWS = 'arn:aws:iam::*:role/ecsInstanceRole*';
const context = contextOf('shop-hosts');

export const cases: RuleCases<typeof managedInstancesRoleName> = {
  flagged: [
    {
      name: 'another name, and an infrastructure role with the policy of AWS',
      given: {
        compute: ['managed-instances'],
        infrastructurePassRole: [OF_AWS],
      },
      context,
      expect: [
        {
          message: 'notPassed',
          data: { role: roleArn('shop-hosts'), patterns: [OF_AWS] },
          at: '',
        },
      ],
    },
    {
      name: 'an infrastructure role that may pass no role at all',
      given: { compute: ['managed-instances'], infrastructurePassRole: [] },
      context: contextOf('ecsInstanceRole'),
      expect: [
        {
          message: 'notPassed',
          data: { role: roleArn('ecsInstanceRole'), patterns: [] },
          at: '',
        },
      ],
    },
    {
      name: 'another name, and what the infrastructure role may pass is not known',
      given: { compute: ['managed-instances', 'fargate'] },
      context,
      expect: [otherName('shop-hosts')],
    },
    {
      name: 'the right name below a path',
      given: { compute: ['managed-instances'] },
      context: contextOf('hosts/ecsInstanceRole'),
      expect: [otherName('hosts/ecsInstanceRole')],
    },
    {
      name: 'the role of hosts of Managed Instances, beside EC2 hosts',
      given: {
        compute: ['ec2', 'managed-instances'],
        hosts: [
          host('ec2', 'ecsInstanceRole'),
          host('managed-instances', 'shop-hosts'),
        ],
      },
      context,
      expect: [otherName('shop-hosts')],
    },
  ],
  accepted: [
    {
      name: 'a name that starts like the policy of AWS asks',
      given: {
        compute: ['managed-instances'],
        infrastructurePassRole: [OF_AWS],
      },
      context: contextOf('ecsInstanceRole-shop'),
    },
    {
      name: 'another name that the infrastructure role may pass',
      given: {
        compute: ['managed-instances'],
        infrastructurePassRole: [OF_AWS, roleArn('shop-*')],
      },
      context,
    },
    {
      name: 'EC2 hosts of an Auto Scaling group',
      given: { compute: ['ec2'] },
      context,
    },
    {
      name: 'the role of EC2 hosts, beside Managed Instances',
      given: {
        compute: ['ec2', 'managed-instances'],
        hosts: [
          host('ec2', 'shop-hosts'),
          host('managed-instances', 'ecsInstanceRole'),
        ],
      },
      context,
    },
    {
      name: 'no instance role',
      given: { compute: ['managed-instances'] },
      context: { role: null },
    },
  ],
  undecided: [
    {
      name: 'EC2 hosts and Managed Instances, and nobody knows which have the role',
      given: { compute: ['ec2', 'managed-instances'] },
      context,
      because: 'on which hosts the role is used is not known',
    },
  ],
};

function contextOf(name: string) {
  const arn = roleArn(name);
  return {
    role: {
      arn,
      accountId: '111122223333',
      name: name.slice(name.lastIndexOf('/') + 1),
    },
  };
}

function otherName(name: string) {
  return {
    message: 'otherName',
    data: { role: roleArn(name) },
    at: '',
  } as const;
}

function host(compute: ServiceHost['compute'], role: string): ServiceHost {
  return {
    name: 'i-1',
    running: true,
    compute,
    capacityProvider: null,
    roleArn: known(roleArn(role)),
    metadataOptions: unknown('not read'),
    attributes: unknown('not read'),
    publicIp: unknown('not read'),
    tasks: unknown('not read'),
  };
}
