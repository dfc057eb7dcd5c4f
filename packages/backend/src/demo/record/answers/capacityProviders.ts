import type { JsonObject } from '@backstage/types';
import { objects } from '../../fleet/build/jsonObjects';
import type { ManagedInstancesDefinition } from '../../fleet/types';
import { ecsAnswer, isAt, shortName, withBody } from './amend';
import type { Asked } from './amend';

const fargateProviders = ['FARGATE', 'FARGATE_SPOT'];

/** moto has neither the capacity providers of Fargate nor those of Managed Instances. */
export function amendCapacityProviders(asked: Asked): Asked {
  const body = ecsAnswer(asked, 'DescribeCapacityProviders');
  if (!body) {
    return asked;
  }
  const named = objects(body.failures).map(({ arn }) => shortName(arn));
  const managed = asked.fleet.managedInstances.filter(
    each => isAt(asked.place, each) && named.includes(each.name),
  );
  const fargate = named.filter(name => fargateProviders.includes(name));
  const found = [...fargate, ...managed.map(({ name }) => name)];
  return withBody(
    asked,
    {
      ...body,
      capacityProviders: [
        ...objects(body.capacityProviders),
        ...fargate.map(name => ({
          ...base(asked.place, name),
          type: name,
        })),
        ...managed.map(managedProvider),
      ],
      failures: objects(body.failures).filter(
        ({ arn }) => !found.includes(shortName(arn)),
      ),
    },
    ...(managed.length > 0
      ? ['the recorded server has no Managed Instances']
      : []),
  );
}

function managedProvider(provider: ManagedInstancesDefinition): JsonObject {
  const { account, name, cluster, infrastructureRole, instanceProfile } =
    provider;
  return {
    ...base(provider, name),
    cluster,
    type: 'MANAGED_INSTANCES',
    managedInstancesProvider: {
      infrastructureRoleArn: infrastructureRole,
      instanceLaunchTemplate: {
        ec2InstanceProfileArn: `arn:aws:iam::${account}:instance-profile/${instanceProfile}`,
        networkConfiguration: { subnets: [], securityGroups: [] },
      },
      propagateTags: 'CAPACITY_PROVIDER',
    },
  };
}

function base(
  { account, region }: Readonly<{ account: string; region: string }>,
  name: string,
): JsonObject {
  return {
    capacityProviderArn: `arn:aws:ecs:${region}:${account}:capacity-provider/${name}`,
    name,
    status: 'ACTIVE',
    tags: [],
  };
}
