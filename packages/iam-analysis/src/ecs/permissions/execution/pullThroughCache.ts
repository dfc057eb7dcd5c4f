import type { ImageReference } from '../../names/image';
import { ownArn } from '../arns/ownArn';
import type { NeedsInput } from '../derivation';
import type { RoleNeeds } from '../permission';
import { needOf, NOTHING, roleNeeds } from '../roleNeeds';

const IMPORT = 'ecr:BatchImportUpstreamImage';
const CREATE = 'ecr:CreateRepository';

/**
 * Row E4: an image that ECR may have to fetch from another registry first. The policy of the registry can grant that
 * instead, so its lack is never certain to break anything.
 * Source: https://docs.aws.amazon.com/AmazonECR/latest/userguide/pull-through-cache-iam.html
 *
 * @param image - in private ECR
 * @param because - the field that names it
 */
export function pullThroughCache(
  image: Extract<ImageReference, { registry: 'ecr-private' }>,
  because: string,
  { home, registry }: NeedsInput,
): RoleNeeds {
  const { accountId, region, repository } = image;
  const isOwn = accountId === home.accountId && region === home.region;
  if (!registry.known) {
    return isOwn && repository.includes('/')
      ? notRead(because, repository)
      : NOTHING;
  }
  const { pullThroughCachePrefixes: prefixes, ...owner } = registry.value;
  if (owner.accountId !== accountId || owner.region !== region) {
    return NOTHING;
  }
  const all = ownArn({ ...home, accountId }, 'ecr', 'repository', region);
  if (!all.ok) {
    return NOTHING;
  }
  const arn = `${all.value}/${repository}`;
  const prefix = prefixes.find(each => repository.startsWith(`${each}/`));
  if (prefix === undefined) {
    return prefixes.includes(NO_PREFIX) ? perhaps(arn) : NOTHING;
  }
  return roleNeeds({
    needs: [
      [IMPORT, `fetches ${repository} from another registry into ECR`],
      [CREATE, `creates ${repository} in ECR when it is first fetched`],
    ].map(([action, phrase]) =>
      needOf({
        row: 'E4',
        actions: [action],
        resources: [`${all.value}/${prefix}/*`],
        probes: [arn],
        because,
        phrase,
        breaks: false,
        failure: `CannotPullContainerError: the repository with name '${repository}' does not exist in the registry`,
        alsoNeeds: 'the policy of the registry',
      }),
    ),
  });
}

// Stands for each repository that no other prefix has. It may also be one that images are pushed to.
const NO_PREFIX = 'ROOT';

function perhaps(repository: string): RoleNeeds {
  return roleNeeds({
    accepted: [
      {
        actions: [IMPORT, CREATE],
        resources: [repository],
        why: 'ECR fills repositories without a prefix of their own from another registry, perhaps this one too',
      },
    ],
  });
}

function notRead(because: string, repository: string): RoleNeeds {
  return roleNeeds({
    unresolved: [
      {
        row: 'E4',
        certain: false,
        because,
        phrase: `fetches ${repository} from another registry`,
        why: 'whether ECR fills the repository from another registry is not known: with ecr:DescribePullThroughCacheRules it is',
        actions: [IMPORT, CREATE],
      },
    ],
  });
}
