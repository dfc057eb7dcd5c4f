import { secretArn } from '../../fleet/build/names';
import { errorBody } from '../../replay/errorBody';
import { isAt, isCall, withAnswer, withBody } from './amend';
import type { Asked } from './amend';

/** What is asked beside ECS, EC2 and IAM: keys of secrets, registries, and machines of ECS Anywhere. */
export function amendElsewhere(asked: Asked): Asked {
  return machines(registry(secret(asked)));
}

/** Secrets Manager ends each ARN in characters of its own, and the recorded server in others than the fleet names. */
function secret(asked: Asked): Asked {
  if (!isCall(asked, 'secretsmanager', 'DescribeSecret')) {
    return asked;
  }
  const because = 'the recorded server ends ARNs of secrets as it likes';
  const id = `${asked.call.params.SecretId}`;
  const found = asked.fleet.secrets.find(
    each =>
      each.kind === 'secret' &&
      isAt(asked.place, each) &&
      [each.name, secretArn(each, each.name)].includes(id),
  );
  return found
    ? withAnswer(
        asked,
        {
          ARN: secretArn(found, found.name),
          Name: found.name,
          ...(found.key && { KmsKeyId: found.key }),
        },
        because,
      )
    : withBody(
        { ...asked, answer: { ...asked.answer, status: 400 } },
        errorBody(
          'secretsmanager',
          'ResourceNotFoundException',
          "Secrets Manager can't find the specified secret.",
        ),
        because,
      );
}

function registry(asked: Asked): Asked {
  return isCall(asked, 'ecr', 'DescribePullThroughCacheRules')
    ? withAnswer(
        asked,
        {
          pullThroughCacheRules: asked.fleet.pullThroughCaches
            .filter(each => isAt(asked.place, each))
            .map(({ account, prefix, upstream }) => ({
              ecrRepositoryPrefix: prefix,
              upstreamRegistryUrl: upstream,
              registryId: account,
            })),
        },
        'the recorded server has no pull-through cache',
      )
    : asked;
}

function machines(asked: Asked): Asked {
  if (!isCall(asked, 'ssm', 'DescribeInstanceInformation')) {
    return asked;
  }
  const wanted = JSON.stringify(asked.call.params.Filters ?? []);
  const external = asked.fleet.clusters
    .filter(each => isAt(asked.place, each))
    .flatMap(({ hosts }) => hosts.flatMap(host => host.external ?? []));
  return withAnswer(
    asked,
    {
      InstanceInformationList: external
        .filter(({ id }) => wanted.includes(`"${id}"`))
        .map(({ id, role }) => ({
          InstanceId: id,
          PingStatus: 'Online',
          ResourceType: 'ManagedInstance',
          IamRole: role,
        })),
    },
    'the recorded server has no ECS Anywhere',
  );
}
