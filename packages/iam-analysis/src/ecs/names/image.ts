import { malformed, parsed } from './parsed';
import type { Parsed } from './parsed';

/**
 * A container image as a task definition names it.
 *
 * @public
 */
export type ImageReference = Readonly<{
  /** Lower case; `docker.io` when the image names no registry. */
  host: string;
  repository: string;
  tag: string | null;
  digest: string | null;
}> &
  (
    | Readonly<{ registry: 'ecr-private'; accountId: string; region: string }>
    | Readonly<{ registry: 'ecr-public' }>
    | Readonly<{ registry: 'other' }>
  );

/** @public */
export type ImageFault = 'not-an-image';

// IPv4 `ACCOUNT.dkr.ecr.REGION.amazonaws.com`, dual-stack `ACCOUNT.dkr-ecr.REGION.on.aws`, each with `-fips`;
// the end differs by partition (the list is that of Kubernetes' provider of ECR credentials).
// https://docs.aws.amazon.com/AmazonECR/latest/userguide/ecr-requests.html
// https://docs.aws.amazon.com/general/latest/gr/ecr.html
const ECR_HOST =
  /^(\d{12})\.dkr(?:\.ecr|-ecr)(?:-fips)?\.([a-z0-9-]+)\.(?:amazonaws\.com|amazonaws\.com\.cn|amazonaws\.eu|on\.aws|on\.amazonwebservices\.com\.cn|c2s\.ic\.gov|sc2s\.sgov\.gov|csp\.hci\.ic\.gov|cloud\.adc-e\.uk)$/;

// https://docs.aws.amazon.com/AmazonECR/latest/public/public-ecr-requests.html
const PUBLIC_ECR_HOSTS = ['public.ecr.aws', 'ecr-public.aws.com'];

const REFERENCE =
  /^([\w][\w.-]*(?::\d+(?=\/))?(?:\/[\w][\w.-]*)*)(?::([\w][\w.-]{0,127}))?(?:@([a-z0-9+._-]+:[0-9a-fA-F]{32,}))?$/;

/**
 * Reads an image name by the rules of Docker: the first part is a registry when it holds a dot or a port, or is
 * `localhost`.
 * Source: https://pkg.go.dev/github.com/distribution/reference
 *
 * @param image - as the container definition has it
 * @returns its parts, or what is wrong with it in words
 * @public
 */
export function parseImage(image: string): Parsed<ImageReference, ImageFault> {
  const match = REFERENCE.exec(image.trim());
  if (!match) {
    return malformed(
      'not-an-image',
      `'${image}' is not the name of an image`,
      'Write REGISTRY/REPOSITORY:TAG or REGISTRY/REPOSITORY@DIGEST.',
    );
  }
  const [, name, tag = null, digest = null] = match;
  const { host, repository } = splitRegistry(name);
  const common = { host, repository, tag, digest };

  const ecr = ECR_HOST.exec(host.replace(/:\d+$/, ''));
  if (ecr) {
    const [, accountId, region] = ecr;
    return parsed({ ...common, registry: 'ecr-private', accountId, region });
  }
  return parsed({
    ...common,
    registry: PUBLIC_ECR_HOSTS.includes(host) ? 'ecr-public' : 'other',
  });
}

function splitRegistry(name: string): { host: string; repository: string } {
  const slash = name.indexOf('/');
  const first = slash < 0 ? '' : name.slice(0, slash);
  return /[.:]/.test(first) || first === 'localhost'
    ? { host: first.toLowerCase(), repository: name.slice(slash + 1) }
    : { host: 'docker.io', repository: name };
}
