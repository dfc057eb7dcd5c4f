import type { Service } from '@aws-sdk/client-ecs';
import type { NamedRole } from '@ecs-iam/iam-analysis';
import { namedRoles } from './namedRoles';

const role = (name: string) => `arn:aws:iam::111122223333:role/${name}`;

const SERVICE_LINKED = role(
  'aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS',
);

it.each<Readonly<{ place: string; service: Service; named: NamedRole[] }>>([
  { place: 'nowhere', service: {}, named: [] },
  {
    place: 'EBS volumes of two deployments, once',
    service: {
      deployments: [0, 1].map(() => ({
        volumeConfigurations: [
          { name: 'v', managedEBSVolume: { roleArn: role('volumes') } },
          { name: 'w' },
        ],
      })),
    },
    named: [{ slot: 'infrastructure-volumes', roleArn: role('volumes') }],
  },
  {
    place: 'Service Connect TLS',
    service: {
      deployments: [
        {
          serviceConnectConfiguration: {
            enabled: true,
            services: [
              { portName: 'plain' },
              {
                portName: 'tls',
                tls: {
                  issuerCertificateAuthority: {},
                  roleArn: role('connect'),
                },
              },
            ],
          },
        },
      ],
    },
    named: [
      { slot: 'infrastructure-service-connect', roleArn: role('connect') },
    ],
  },
  {
    place: 'VPC Lattice',
    service: {
      deployments: [
        {
          vpcLatticeConfigurations: [
            {
              roleArn: role('lattice'),
              targetGroupArn: 'arn',
              portName: 'http',
            },
          ],
        },
      ],
    },
    named: [{ slot: 'infrastructure-lattice', roleArn: role('lattice') }],
  },
  {
    place: 'load balancers of the service and of a task set',
    service: {
      loadBalancers: [
        { advancedConfiguration: { roleArn: role('balancers') } },
        { targetGroupArn: 'arn' },
      ],
      taskSets: [
        {
          loadBalancers: [
            { advancedConfiguration: { roleArn: role('green') } },
          ],
        },
      ],
    },
    named: [
      { slot: 'infrastructure-load-balancers', roleArn: role('balancers') },
      { slot: 'infrastructure-load-balancers', roleArn: role('green') },
    ],
  },
  {
    place: 'lifecycle hooks',
    service: {
      deploymentConfiguration: {
        lifecycleHooks: [{ roleArn: role('hook') }, {}],
      },
    },
    named: [{ slot: 'lifecycle-hook', roleArn: role('hook') }],
  },
  {
    place: 'the legacy service role',
    service: { roleArn: role('ecsServiceRole') },
    named: [{ slot: 'service', roleArn: role('ecsServiceRole') }],
  },
  {
    place: 'the service-linked role, which ECS echoes in the same field',
    service: { roleArn: SERVICE_LINKED },
    named: [{ slot: 'service-linked', roleArn: SERVICE_LINKED }],
  },
  {
    place: 'two slots with one role',
    service: {
      roleArn: role('one'),
      deploymentConfiguration: { lifecycleHooks: [{ roleArn: role('one') }] },
    },
    named: [
      { slot: 'lifecycle-hook', roleArn: role('one') },
      { slot: 'service', roleArn: role('one') },
    ],
  },
])('finds roles in: $place', ({ service, named }) => {
  expect(namedRoles(service)).toEqual(named);
});
