import { DescribePullThroughCacheRulesCommand } from '@aws-sdk/client-ecr';
import {
  anyAccess,
  awsError,
  mockAws,
  mockFleet,
  production,
} from '../testSupport/awsMocks';
import { collectAll } from '../testSupport/collectAll';
import { AwsCollector } from './AwsCollector';

const aws = mockAws();
const collect = () =>
  collectAll(AwsCollector.create({ access: anyAccess }), production);

const OWN = '111122223333.dkr.ecr.eu-west-1.amazonaws.com/checkout:1';

const mockImages = (...images: readonly string[]) =>
  mockFleet(aws, {
    definition: {
      containerDefinitions: images.map((image, index) => ({
        name: `c${index}`,
        image,
      })),
    },
  });

beforeEach(() => Object.values(aws).forEach(mock => mock.reset()));
afterAll(() => Object.values(aws).forEach(mock => mock.restore()));

it('reads the prefixes of all pages of rules as one registry', async () => {
  mockImages(OWN);
  aws.ecr
    .on(DescribePullThroughCacheRulesCommand)
    .resolvesOnce({
      pullThroughCacheRules: [{ ecrRepositoryPrefix: 'docker-hub' }, {}],
      nextToken: 'more',
    })
    .resolvesOnce({ pullThroughCacheRules: [{ ecrRepositoryPrefix: 'quay' }] });

  const { pages, gaps } = await collect();

  expect(pages.filter(({ kind }) => kind === 'registry')).toEqual([
    {
      kind: 'registry',
      facts: [
        {
          accountId: '111122223333',
          region: 'eu-west-1',
          pullThroughCachePrefixes: ['docker-hub', 'quay'],
        },
      ],
    },
  ]);
  expect(gaps).toEqual([]);
});

it('knows a registry without rules', async () => {
  mockImages(OWN);
  aws.ecr.on(DescribePullThroughCacheRulesCommand).resolves({});

  const { registry } = await collect();

  expect(registry).toMatchObject([{ pullThroughCachePrefixes: [] }]);
});

it.each([
  ['another account', OWN.replace('111122223333', '444455556666')],
  ['another region', OWN.replace('eu-west-1', 'us-east-1')],
  ['elsewhere', 'public.ecr.aws/nginx/nginx:1.29'],
])('is not asked where all images come from %s', async (_, image) => {
  mockImages(image);

  const { registry } = await collect();

  expect(registry).toEqual([]);
  expect(aws.ecr.calls()).toEqual([]);
});

it.each([
  ['AccessDeniedException', []],
  ['UnknownOperationException', []],
  ['ThrottlingException', ['ecr:DescribePullThroughCacheRules']],
])('is unknown after %s, with gaps %p', async (code, apis) => {
  mockImages(OWN);
  aws.ecr.on(DescribePullThroughCacheRulesCommand).rejects(awsError(code));

  const { registry, gaps } = await collect();

  expect(registry).toEqual([]);
  expect(gaps.map(({ api }) => api)).toEqual(apis);
});
