import { clusterOf, host } from '../../fleet/build/hosts';
import { edge, prodEu } from '../../fleet/sites';
import { amended, fleetOf, notImplemented } from '../../testSupport/amended';

const place = { account: prodEu.account, region: prodEu.region };
const key = 'arn:aws:kms:eu-west-1:111122223333:key/1';
const secretArn = (name: string) =>
  `arn:aws:secretsmanager:eu-west-1:111122223333:secret:${name}-Xk7Qp2`;

const fleet = fleetOf({
  secrets: [
    { ...place, kind: 'secret', name: 'own-key', key },
    { ...place, kind: 'secret', name: 'plain', key: null },
    { ...place, kind: 'parameter', name: 'no-secret', key },
  ],
  pullThroughCaches: [
    { ...place, prefix: 'docker-hub', upstream: 'registry-1.docker.io' },
    {
      account: prodEu.account,
      region: 'us-east-1',
      prefix: 'quay',
      upstream: 'quay.io',
    },
  ],
  clusters: [
    {
      ...clusterOf(edge),
      capacityProviders: [],
      defaultStrategy: [],
      hosts: ['mi-1', 'mi-2'].map(id =>
        host({ external: { id, role: 'anywhere' } }),
      ),
    },
  ],
});

describe('answers from beside ECS', () => {
  it.each([
    [secretArn('own-key'), { Name: 'own-key', KmsKeyId: key }],
    ['own-key', { Name: 'own-key', KmsKeyId: key }],
    [secretArn('plain'), { Name: 'plain' }],
  ])('tell the key of %s', (SecretId, expected) => {
    expect(
      amended(fleet, 'DescribeSecret', '', {
        service: 'secretsmanager',
        status: 400,
        params: { SecretId },
      }),
    ).toMatchObject({
      status: 200,
      body: { ARN: secretArn(expected.Name), ...expected },
    });
  });

  it.each(['no-secret', 'gone'])('know no secret %s', SecretId => {
    expect(
      amended(fleet, 'DescribeSecret', '', {
        service: 'secretsmanager',
        status: 400,
        params: { SecretId },
      }),
    ).toMatchObject({
      status: 400,
      body: { __type: 'ResourceNotFoundException' },
    });
  });

  it('tell what the registry of the region fills from others', () => {
    expect(
      amended(fleet, 'DescribePullThroughCacheRules', notImplemented.body, {
        ...notImplemented,
        service: 'ecr',
      }).body,
    ).toEqual({
      pullThroughCacheRules: [
        {
          ecrRepositoryPrefix: 'docker-hub',
          upstreamRegistryUrl: 'registry-1.docker.io',
          registryId: prodEu.account,
        },
      ],
    });
  });

  it('tell the role of a machine that is asked for, and of no other', () => {
    expect(
      amended(fleet, 'DescribeInstanceInformation', notImplemented.body, {
        ...notImplemented,
        service: 'ssm',
        params: { Filters: [{ Key: 'InstanceIds', Values: ['mi-2'] }] },
      }).body,
    ).toEqual({
      InstanceInformationList: [
        {
          InstanceId: 'mi-2',
          PingStatus: 'Online',
          ResourceType: 'ManagedInstance',
          IamRole: 'anywhere',
        },
      ],
    });
  });

  it('have policies of AWS in the version of the day', () => {
    const PolicyArn =
      'arn:aws:iam::aws:policy/AmazonECSInstanceRolePolicyForManagedInstances';
    const ask = (operation: string, body: string, params: object) =>
      `${
        amended(fleet, operation, body, {
          service: 'iam',
          params: { PolicyArn, ...params },
        }).body
      }`;
    expect(
      ask('GetPolicy', '<DefaultVersionId>v3</DefaultVersionId>', {}),
    ).toContain('<DefaultVersionId>v4<');
    expect(ask('GetPolicyVersion', '', { VersionId: 'v4' })).toContain(
      encodeURIComponent('arn:aws:ecs:*:*:task-set/*'),
    );
    expect(ask('GetPolicyVersion', '<old/>', { VersionId: 'v3' })).toBe(
      '<old/>',
    );
  });
});
