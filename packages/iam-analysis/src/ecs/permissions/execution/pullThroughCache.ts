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
  const { pullThroughCachePrefixes, ...owner } = registry.value;
  const cached = cachedRepositories(repository, pullThroughCachePrefixes);
  const isOfRegistry = owner.accountId === accountId && owner.region === region;
  if (!isOfRegistry || cached === null) {
    return NOTHING;
  }
  const own = { ...home, accountId };
  const pattern = ownArn(own, 'ecr', `repository/${cached}`, region);
  const probe = ownArn(own, 'ecr', `repository/${repository}`, region);
  return pattern.ok && probe.ok
    ? roleNeeds({
        needs: [
          [IMPORT, `fetches ${repository} from another registry into ECR`],
          [CREATE, `creates ${repository} in ECR when it is first fetched`],
        ].map(([action, phrase]) =>
          needOf({
            row: 'E4',
            actions: [action],
            resources: [pattern.value],
            probes: [probe.value],
            because,
            phrase,
            breaks: false,
            failure: `CannotPullContainerError: the repository with name '${repository}' does not exist in the registry`,
            alsoNeeds: 'the policy of the registry, which may grant it instead',
          }),
        ),
      })
    : NOTHING;
}

// The prefix `ROOT` stands for none: each repository that no other prefix has.
function cachedRepositories(
  repository: string,
  prefixes: readonly string[],
): string | null {
  const prefix = prefixes.find(each => repository.startsWith(`${each}/`));
  if (prefix !== undefined) {
    return `${prefix}/*`;
  }
  return prefixes.includes('ROOT') ? repository : null;
}

function notRead(because: string, repository: string): RoleNeeds {
  return roleNeeds({
    unresolved: [
      {
        row: 'E4',
        because,
        phrase: `fetches ${repository} from another registry`,
        why: 'whether ECR fills the repository from another registry is not known: with ecr:DescribePullThroughCacheRules it is',
        actions: [IMPORT, CREATE],
      },
    ],
  });
}
