import type { AwsAccess } from '@ecs-iam/plugin-ecs-iam-node';
import { anyAccess, CLUSTER, production } from '../testSupport/awsMocks';
import { collectAll } from '../testSupport/collectAll';
import { scriptedHandler, type Answer } from '../testSupport/scriptedHandler';
import { AwsCollector } from './AwsCollector';

function collect(answer: (operation: string, attempt: number) => Answer) {
  const access: AwsAccess = {
    clientConfig: async target => ({
      ...(await anyAccess.clientConfig(target)),
      requestHandler: scriptedHandler(answer),
    }),
  };
  return collectAll(AwsCollector.create({ access }), production);
}

const json = (body: object, status?: number): Answer => ({
  status,
  body: JSON.stringify(body),
});

function oneCluster(operation: string): Answer {
  switch (operation) {
    case 'ListClusters':
      return json({ clusterArns: [CLUSTER] });
    case 'DescribeClusters':
      return json({
        clusters: [
          { clusterArn: CLUSTER, registeredContainerInstancesCount: 0 },
        ],
      });
    default:
      return json({});
  }
}

it('repeats a call that AWS throttles', async () => {
  const throttled = json({ __type: 'ThrottlingException', message: 'no' }, 400);

  const { cluster, gaps } = await collect((operation, attempt) =>
    operation === 'ListClusters' && attempt < 2
      ? throttled
      : oneCluster(operation),
  );

  expect(cluster.map(({ arn }) => arn)).toEqual([CLUSTER]);
  expect(gaps).toEqual([]);
});

it.each([
  {
    what: 'an HTML page of a server that does not know the call',
    answer: { status: 501, type: 'text/html', body: '<!doctype html><p>no' },
    because: 'ServiceError',
    message: 'The answer (HTTP 501) is not one that the AWS SDK understands.',
  },
  {
    what: 'a denial in XML where JSON was due',
    answer: {
      status: 403,
      type: 'text/xml',
      body: '<ErrorResponse><Error><Code>AccessDenied</Code></Error></ErrorResponse>',
    },
    because: 'AccessDenied',
    message: 'The answer (HTTP 403) is not one that the AWS SDK understands.',
  },
])('makes a gap of $what', async ({ answer, because, message }) => {
  const { cluster, gaps } = await collect(operation =>
    operation === 'ListServices' ? answer : oneCluster(operation),
  );

  expect(cluster).toHaveLength(1);
  expect(gaps).toEqual([
    expect.objectContaining({ api: 'ecs:ListServices', because, message }),
  ]);
});
