import { parseImage } from './image';

const DIGEST = `sha256:${'0123456789abcdef'.repeat(4)}`;

describe('parseImage', () => {
  it.each([
    ['111122223333.dkr.ecr.eu-west-1.amazonaws.com', 'eu-west-1'],
    ['111122223333.dkr.ecr.cn-north-1.amazonaws.com.cn', 'cn-north-1'],
    ['111122223333.dkr.ecr-fips.us-east-1.amazonaws.com', 'us-east-1'],
    ['111122223333.dkr-ecr.eu-west-1.on.aws', 'eu-west-1'],
    ['111122223333.dkr-ecr-fips.us-east-1.on.aws', 'us-east-1'],
    [
      '111122223333.dkr-ecr.cn-north-1.on.amazonwebservices.com.cn',
      'cn-north-1',
    ],
    ['111122223333.dkr.ecr.us-iso-east-1.c2s.ic.gov', 'us-iso-east-1'],
    ['111122223333.dkr.ecr.eusc-de-east-1.amazonaws.eu', 'eusc-de-east-1'],
  ])('knows private ECR by its host %s', (host, region) => {
    expect(parseImage(`${host}/shop/checkout:1.4`)).toEqual({
      ok: true,
      value: {
        registry: 'ecr-private',
        host,
        accountId: '111122223333',
        region,
        repository: 'shop/checkout',
        tag: '1.4',
        digest: null,
      },
    });
  });

  it.each([
    ['a tag', 'shop/checkout:1.4', 'shop/checkout', '1.4', null],
    ['a digest', `shop/checkout@${DIGEST}`, 'shop/checkout', null, DIGEST],
    [
      'tag and digest',
      `shop/checkout:1.4@${DIGEST}`,
      'shop/checkout',
      '1.4',
      DIGEST,
    ],
    ['neither', 'checkout', 'checkout', null, null],
  ])('reads an ECR image with %s', (_, rest, repository, tag, digest) => {
    const host = '111122223333.dkr.ecr.eu-west-1.amazonaws.com';
    expect(parseImage(`${host}/${rest}`)).toMatchObject({
      ok: true,
      value: { registry: 'ecr-private', repository, tag, digest },
    });
  });

  it.each([
    ['public ECR', 'public.ecr.aws/nginx/nginx:1.29', 'ecr-public'],
    [
      'public ECR, dual-stack',
      'ecr-public.aws.com/nginx/nginx:1.29',
      'ecr-public',
    ],
    ['Docker Hub', 'nginx:1.29', 'other'],
    ['a registry of one’s own', 'registry.example.com:5000/app:1', 'other'],
    [
      'an account id of eleven digits',
      '11112222333.dkr.ecr.eu-west-1.amazonaws.com/app',
      'other',
    ],
    [
      'a host that only begins like ECR',
      '111122223333.dkr.ecr.eu-west-1.amazonaws.com.example.com/app',
      'other',
    ],
    ['the API host of ECR', 'api.ecr.eu-west-1.amazonaws.com/app', 'other'],
    ['a repository called like ECR', 'example/dkr.ecr.aws:1', 'other'],
  ])('takes %s for what it is', (_, image, registry) => {
    expect(parseImage(image)).toMatchObject({ ok: true, value: { registry } });
  });

  it.each([
    ['nginx:1.29', 'docker.io', 'nginx', '1.29'],
    ['nginx:5000', 'docker.io', 'nginx', '5000'],
    ['shop/checkout', 'docker.io', 'shop/checkout', null],
    ['localhost/app:1', 'localhost', 'app', '1'],
    [
      'Registry.Example.com:5000/a/b:1',
      'registry.example.com:5000',
      'a/b',
      '1',
    ],
  ])('splits %s', (image, host, repository, tag) => {
    expect(parseImage(image)).toEqual({
      ok: true,
      value: { registry: 'other', host, repository, tag, digest: null },
    });
  });

  it.each(['', ' ', 'https://example.com/app', 'app:', 'a b', '@sha256:00'])(
    'refuses %j',
    image => {
      expect(parseImage(image)).toEqual({
        ok: false,
        reason: 'not-an-image',
        message: `'${image}' is not the name of an image`,
        fix: 'Write REGISTRY/REPOSITORY:TAG or REGISTRY/REPOSITORY@DIGEST.',
      });
    },
  );
});
