import { prodEu } from '../../fleet/sites';
import { role } from '../../fleet/build/role';
import { external, hostsOf } from '../../fleet/build/placements';
import { managedVolume } from '../../fleet/build/infrastructureRoles';
import { service } from '../../fleet/build/service';
import { accounts } from '../../fleet/types';
import { amended, fleetOf } from '../../testSupport/amended';

const arn = 'arn:aws:ecs:eu-west-1:111122223333';
const described = {
  serviceArn: `${arn}:service/prod-eu/vault`,
  serviceName: 'vault',
  clusterArn: `${arn}:cluster/prod-eu`,
  launchType: 'EC2',
  capacityProviderStrategy: [{ capacityProvider: 'hosts', weight: 1, base: 0 }],
  deployments: [{ id: 'ecs-svc/1', status: 'PRIMARY', launchType: 'EC2' }],
};

describe('what is done to an answer before it is recorded', () => {
  it('takes the launch type from services with a capacity provider strategy, and counts their tasks', () => {
    const vault = service(prodEu, {
      name: 'vault',
      team: 'payments',
      on: hostsOf('hosts'),
      desired: 3,
      running: 1,
    });
    const strategy = described.capacityProviderStrategy;
    const counts = { desiredCount: 3, runningCount: 1, pendingCount: 2 };
    const { launchType: _launchType, ...others } = described;
    expect(
      amended(fleetOf(vault), 'DescribeServices', { services: [described] }),
    ).toEqual({
      status: 200,
      because: ['the recorded server has no service revisions'],
      body: {
        services: [
          {
            ...others,
            ...counts,
            currentServiceRevisions: [
              {
                arn: `${arn}:service-revision/prod-eu/vault/4444444444444449000`,
                requestedTaskCount: 3,
                runningTaskCount: 1,
                pendingTaskCount: 2,
              },
            ],
            deployments: [
              {
                id: 'ecs-svc/1',
                status: 'PRIMARY',
                capacityProviderStrategy: strategy,
                ...counts,
                rolloutState: 'IN_PROGRESS',
                rolloutStateReason: 'ECS deployment ecs-svc/1 in progress.',
              },
            ],
          },
        ],
      },
    });
  });

  it('adds what only the definition knows, and says why', () => {
    const vault = service(prodEu, {
      name: 'vault',
      team: 'payments',
      on: hostsOf('hosts'),
      amendments: [managedVolume('disk', 'arn:aws:iam::111122223333:role/v')],
    });
    const { body, because } = amended(fleetOf(vault), 'DescribeServices', {
      services: [described],
    });
    expect(because).toEqual([
      'the recorded server keeps no volume configuration of a service',
      'the recorded server has no service revisions',
    ]);
    expect(body).toMatchObject({
      services: [
        {
          deployments: [
            {
              volumeConfigurations: [
                {
                  name: 'disk',
                  managedEBSVolume: {
                    roleArn: 'arn:aws:iam::111122223333:role/v',
                  },
                },
              ],
            },
          ],
        },
      ],
    });
  });

  it('leaves a service of the same name in another cluster alone', () => {
    const vault = service(
      { ...prodEu, cluster: 'other' },
      { name: 'vault', team: 'payments', on: external() },
    );
    expect(
      amended(fleetOf(vault), 'DescribeServices', { services: [described] }),
    ).toEqual({ status: 200, body: { services: [described] }, because: [] });
  });

  it('tells the age and the last use of a role', () => {
    const fleet = fleetOf({
      roles: [
        role(accounts.prod, 'app', {
          createdDaysAgo: 2,
          lastUsed: { hoursAgo: 3, region: 'us-east-1' },
        }),
      ],
    });
    expect(
      amended(
        fleet,
        'GetRole',
        '<Role><CreateDate>2020-01-01T00:00:00Z</CreateDate><RoleLastUsed/></Role>',
        { service: 'iam', params: { RoleName: 'app' } },
      ),
    ).toEqual({
      status: 200,
      body: '<Role><CreateDate>2026-10-31T09:00:00.000Z</CreateDate><RoleLastUsed><LastUsedDate>2026-11-02T06:00:00.000Z</LastUsedDate><Region>us-east-1</Region></RoleLastUsed></Role>',
      because: [
        'the recorded server does not know when roles were made and last used',
      ],
    });
  });

  it.each([
    ['GetRole', accounts.data, 403],
    ['GetRole', accounts.prod, 200],
    ['ListRolePolicies', accounts.data, 200],
  ])('answers iam:%s in account %s with %d', (operation, account, status) => {
    expect(
      amended(fleetOf(), operation, '<a/>', {
        service: 'iam',
        params: { RoleName: 'app' },
        account,
      }).status,
    ).toBe(status);
  });

  it('replaces a policy by one that does not parse', () => {
    const fleet = fleetOf({
      roles: [role(accounts.prod, 'app', { malformed: { broken: '{"a' } })],
    });
    const of = (PolicyName: string) =>
      amended(fleet, 'GetRolePolicy', '<PolicyDocument>x</PolicyDocument>', {
        service: 'iam',
        params: { RoleName: 'app', PolicyName },
      }).body;
    expect(of('broken')).toBe('<PolicyDocument>%7B%22a</PolicyDocument>');
    expect(of('sound')).toBe('<PolicyDocument>x</PolicyDocument>');
  });

  it('names the providers of Fargate, and leaves others missing', () => {
    const failure = (name: string) => ({
      arn: `${arn}:capacity_provider/${name}`,
      reason: 'MISSING',
    });
    const { body, because } = amended(fleetOf(), 'DescribeCapacityProviders', {
      capacityProviders: [],
      failures: [failure('FARGATE'), failure('gone')],
    });
    expect(because).toEqual([]);
    expect(body).toEqual({
      capacityProviders: [
        {
          capacityProviderArn: `${arn}:capacity-provider/FARGATE`,
          name: 'FARGATE',
          status: 'ACTIVE',
          tags: [],
          type: 'FARGATE',
        },
      ],
      failures: [failure('gone')],
    });
  });

  it('makes request ids and young dates the same in each recording', () => {
    const now = new Date().toISOString();
    expect(
      amended(
        fleetOf(),
        'GetPolicy',
        `<a><CreateDate>${now}</CreateDate><UpdateDate>2019-02-03T04:05:06Z</UpdateDate><RequestId>1-2</RequestId></a>`,
        { service: 'iam' },
      ).body,
    ).toBe(
      '<a><CreateDate>2026-09-23T09:00:00.000Z</CreateDate><UpdateDate>2019-02-03T04:05:06.000Z</UpdateDate><RequestId>demo</RequestId></a>',
    );
  });
});
