import { known, unknown } from '../../../known';
import {
  aContainer,
  aNeedsInput,
  aTaskDefinition,
  needLines,
} from '../../../testUtils';
import type { NeedsInput } from '../derivation';
import { executionPermissions } from '../executionPermissions';

const SIGN_IN = 'E1 ecr:GetAuthorizationToken on *';

const pulling = (images: readonly string[], parts: Partial<NeedsInput> = {}) =>
  executionPermissions(
    aNeedsInput({
      taskDefinition: aTaskDefinition({
        containers: images.map(image => aContainer({ image })),
      }),
      ...parts,
    }),
  );

const pull = (row: string, arn: string) =>
  `${row} ecr:BatchGetImage ecr:GetDownloadUrlForLayer on ${arn}`;

describe('E4, an image that ECR fills from another registry', () => {
  const image =
    '111122223333.dkr.ecr.eu-west-1.amazonaws.com/docker-hub/library/nginx:1';
  const arn = 'arn:aws:ecr:eu-west-1:111122223333:repository';
  const registry = (...pullThroughCachePrefixes: string[]) => ({
    registry: known({
      accountId: '111122223333',
      region: 'eu-west-1',
      pullThroughCachePrefixes,
    }),
  });

  it('needs to fetch it and to create its repository, unless the registry grants that', () => {
    const { needs } = pulling([image], registry('quay', 'docker-hub'));

    expect(needLines({ needs })).toEqual([
      SIGN_IN,
      pull('E1', `${arn}/docker-hub/library/nginx`),
      `E4 ecr:BatchImportUpstreamImage on ${arn}/docker-hub/* (tolerated)`,
      `E4 ecr:CreateRepository on ${arn}/docker-hub/* (tolerated)`,
    ]);
    expect(needs[2]).toMatchObject({
      probes: [`${arn}/docker-hub/library/nginx`],
      alsoNeeds: 'the policy of the registry',
      failure:
        "CannotPullContainerError: the repository with name 'docker-hub/library/nginx' does not exist in the registry",
    });
  });

  it('may be any repository by the prefix ROOT, unless another prefix has it', () => {
    const needs = pulling([image], registry('ROOT', 'quay'));

    expect(needs.needs.map(({ row }) => row)).toEqual(['E1', 'E1']);
    expect(needs.accepted).toContainEqual({
      actions: ['ecr:BatchImportUpstreamImage', 'ecr:CreateRepository'],
      resources: [`${arn}/docker-hub/library/nginx`],
      why: 'ECR fills repositories without a prefix of their own from another registry, perhaps this one too',
    });
    expect(
      pulling([image], registry('ROOT', 'docker-hub')).needs.map(
        ({ row }) => row,
      ),
    ).toEqual(['E1', 'E1', 'E4', 'E4']);
  });

  it.each([
    ['a prefix that only begins alike', image, registry('docker')],
    [
      'the registry of another account',
      image.replace('1111', '9999'),
      registry('docker-hub'),
    ],
    [
      'the registry of another region',
      image.replace('eu-west-1', 'eu-west-3'),
      registry('docker-hub'),
    ],
  ])('is not meant by %s', (_, other, parts) => {
    expect(pulling([other], parts).needs.map(({ row }) => row)).not.toContain(
      'E4',
    );
  });

  it('cannot be told while the rules of the registry are not known', () => {
    const needs = pulling([image], { registry: unknown('AccessDenied') });

    expect(needs.needs.map(({ row }) => row)).toEqual(['E1', 'E1']);
    expect(needs.unresolved).toEqual([
      {
        row: 'E4',
        certain: false,
        because: 'containerDefinitions[0].image',
        phrase: 'fetches docker-hub/library/nginx from another registry',
        why: 'whether ECR fills the repository from another registry is not known: with ecr:DescribePullThroughCacheRules it is',
        actions: ['ecr:BatchImportUpstreamImage', 'ecr:CreateRepository'],
      },
    ]);
  });

  it('is no question for a repository without a prefix', () => {
    const needs = pulling(
      ['111122223333.dkr.ecr.eu-west-1.amazonaws.com/nginx'],
      { registry: unknown('AccessDenied') },
    );

    expect(needs.unresolved).toEqual([]);
  });
});
