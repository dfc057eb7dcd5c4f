import { parseImage } from '../names/image';
import type { SecretReader } from '../names/secretReference';
import type { Container } from '../taskDefinition';
import { distinct, groupBy, shortList } from './phrases';

/**
 * Private ECR repositories that the containers are pulled from. Public ECR and other registries need no role.
 *
 * @param containers - of one task definition
 * @param home - account and region of the task, which need not be said
 * @returns a phrase for each registry, in the order of the containers; last, one for images that cannot be told
 */
export function imagePullPhrases(
  containers: readonly Container[],
  home: SecretReader,
): readonly string[] {
  const images = containers.flatMap(container => {
    const image = parseImage(container.image);
    return image.ok && image.value.registry === 'ecr-private'
      ? [image.value]
      : [];
  });
  const byRegistry = groupBy(images, ({ accountId, region }) =>
    [
      'ECR',
      ...(accountId === home.accountId ? [] : [`of account ${accountId}`]),
      ...(region === home.region ? [] : [`in ${region}`]),
    ].join(' '),
  );
  const isUnnamed = containers.some(
    ({ image }) => !parseImage(image).ok && isOfEcr(image),
  );
  return [
    ...[...byRegistry].map(([registry, group]) => {
      const names = distinct(group.map(image => image.repository));
      return `pulls ${shortList(names, 'images')} from ${registry}`;
    }),
    ...(isUnnamed ? ['pulls an image from ECR'] : []),
  ];
}

/** A template that names the host of private ECR tells that much at least. */
export function isOfEcr(image: string): boolean {
  return /\.dkr[.-]ecr/.test(image);
}

/**
 * @param containers - of one task definition
 * @returns registries that are opened with a secret, each once
 */
export function registriesWithCredentials(
  containers: readonly Container[],
): readonly string[] {
  return distinct(
    containers
      .filter(container => container.repositoryCredentials !== null)
      .map(container => {
        const image = parseImage(container.image);
        return image.ok ? image.value.host : 'a private registry';
      }),
  );
}
