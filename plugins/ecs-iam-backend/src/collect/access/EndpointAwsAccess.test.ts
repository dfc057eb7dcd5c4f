import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { Socket } from 'node:net';
import { mockServices } from '@backstage/backend-test-utils';
import { CLUSTER, production } from '../../testSupport/awsMocks';
import { collectAll } from '../../testSupport/collectAll';
import { AwsCollector } from '../AwsCollector';
import { EndpointAwsAccess } from './EndpointAwsAccess';

/** Who signed a request for which service, and for which account by header. */
type Seen = Readonly<{ service: string; keyId: string; account: string }>;

const ECS_ANSWERS: Readonly<Record<string, object>> = {
  ListClusters: { clusterArns: [CLUSTER] },
  DescribeClusters: {
    clusters: [
      {
        clusterArn: CLUSTER,
        clusterName: 'shop',
        capacityProviders: ['hosts'],
        registeredContainerInstancesCount: 1,
      },
    ],
  },
  ListContainerInstances: { containerInstanceArns: ['instance'] },
  DescribeContainerInstances: {
    containerInstances: [
      { containerInstanceArn: 'instance', ec2InstanceId: 'i-0a1' },
    ],
  },
  DescribeCapacityProviders: {
    capacityProviders: [
      {
        capacityProviderArn: 'provider',
        name: 'hosts',
        autoScalingGroupProvider: { autoScalingGroupArn: 'hosts-asg' },
      },
    ],
  },
};

const ASSUMED = `<AssumeRoleResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><AssumeRoleResult><Credentials>
  <AccessKeyId>assumed</AccessKeyId><SecretAccessKey>placeholder</SecretAccessKey>
  <SessionToken>placeholder</SessionToken><Expiration>2099-01-01T00:00:00Z</Expiration>
  </Credentials></AssumeRoleResult></AssumeRoleResponse>`;

const DENIED =
  '<ErrorResponse><Error><Code>AccessDenied</Code><Message>no</Message></Error></ErrorResponse>';

function answer(service: string, request: IncomingMessage) {
  const operation = String(request.headers['x-amz-target']).split('.')[1];
  switch (service) {
    case 'ecs':
      return {
        status: 200,
        body: JSON.stringify(ECS_ANSWERS[operation] ?? {}),
      };
    case 'sts':
      return { status: 200, body: ASSUMED };
    default:
      return { status: 403, body: DENIED };
  }
}

describe('EndpointAwsAccess', () => {
  const environment = { ...process.env };
  let seen: Seen[];
  let server: Server;
  let endpoint: string;
  let connect: jest.SpyInstance;

  beforeEach(async () => {
    seen = [];
    server = createServer((request, response) => {
      const [, keyId = '', service = ''] =
        /Credential=([^/]+)\/\d+\/[^/]+\/([^/]+)\//.exec(
          request.headers.authorization ?? '',
        ) ?? [];
      const account = String(request.headers['x-moto-account-id'] ?? '');
      seen.push({ service, keyId, account });
      const { status, body } = answer(service, request);
      response.writeHead(status).end(body);
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    endpoint = `http://127.0.0.1:${
      typeof address === 'object' ? address?.port : address
    }`;
    connect = jest.spyOn(Socket.prototype, 'connect');
    // All that the SDK would otherwise consult; none of it may be.
    Object.assign(process.env, {
      AWS_ACCESS_KEY_ID: 'ambient',
      AWS_SECRET_ACCESS_KEY: 'ambient',
      AWS_PROFILE: 'ambient',
      AWS_DEFAULTS_MODE: 'auto',
      AWS_CONFIG_FILE: '/nowhere/config',
      AWS_ENDPOINT_URL: 'http://ambient.invalid',
      AWS_ENDPOINT_URL_STS: 'http://ambient.invalid',
      AWS_EC2_METADATA_SERVICE_ENDPOINT: 'http://ambient.invalid',
      AWS_CONTAINER_CREDENTIALS_FULL_URI: 'http://ambient.invalid',
      AWS_USE_FIPS_ENDPOINT: 'true',
      AWS_USE_DUALSTACK_ENDPOINT: 'true',
    });
  });

  afterEach(async () => {
    connect.mockRestore();
    process.env = environment;
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  });

  const collect = (aws: object) =>
    collectAll(
      AwsCollector.create({
        access: EndpointAwsAccess.fromConfig(
          mockServices.rootConfig({ data: { aws } }),
          { endpoint },
        ),
      }),
      production,
      { roleArns: ['arn:aws:iam::111122223333:role/task'] },
    );

  /** Where sockets were opened to; the arguments of `connect` are normalised into a list by Node. */
  const places = () =>
    connect.mock.calls.flat(2).flatMap((argument: unknown) => {
      const isPlace =
        typeof argument === 'object' && argument !== null && 'port' in argument;
      if (!isPlace) return [];
      const { host, port }: { host?: unknown; port: unknown } = argument;
      return [`http://${host}:${port}`];
    });

  it('contacts nothing but the endpoint, STS included, and uses no credentials of the environment', async () => {
    const { host } = await collect({
      accountDefaults: { roleName: 'backstage' },
    });

    expect(host).toHaveLength(1);
    expect(new Set(seen.map(({ service }) => service))).toEqual(
      new Set(['sts', 'ecs', 'ec2', 'autoscaling', 'iam']),
    );
    expect(new Set(places())).toEqual(new Set([endpoint]));
    expect(new Set(seen.map(({ keyId }) => keyId))).toEqual(
      new Set(['111122223333', 'assumed']),
    );
  });

  it('names the account in key and header where no role is configured', async () => {
    await collect({});

    expect(new Set(seen.map(({ service }) => service))).toEqual(
      new Set(['ecs', 'ec2', 'autoscaling', 'iam']),
    );
    expect(new Set(places())).toEqual(new Set([endpoint]));
    expect(
      new Set(seen.map(({ keyId, account }) => `${keyId} ${account}`)),
    ).toEqual(new Set(['111122223333 111122223333']));
  });

  it('assumes the role with the configured keys of the main account', async () => {
    await collect({
      mainAccount: { accessKeyId: 'main', secretAccessKey: 'placeholder' },
      accountDefaults: { roleName: 'backstage' },
    });

    expect(seen[0]).toEqual({ service: 'sts', keyId: 'main', account: '' });
  });
});
