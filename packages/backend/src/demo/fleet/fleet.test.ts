import { fleet } from '.';
import { roleArn } from './build/role';

const roleArns = new Set(fleet.roles.map(roleArn));

describe('the fleet', () => {
  it('is as large and as varied as promised', () => {
    expect(fleet.services.length).toBeGreaterThanOrEqual(60);
    expect(new Set(fleet.services.map(({ team }) => team)).size).toBe(6);
    const places = new Set(
      fleet.services.map(({ account, region }) => `${account} ${region}`),
    );
    expect([...places].sort()).toEqual([
      '111122223333 eu-west-1',
      '111122223333 us-east-1',
      '444455556666 eu-west-1',
      '444455556666 us-east-1',
      '777788889999 eu-west-1',
      '777788889999 us-east-1',
    ]);
  });

  it.each([
    ['roles', fleet.roles.map(roleArn)],
    [
      'services',
      fleet.services.map(
        ({ account, region, cluster, name }) =>
          `${account} ${region} ${cluster} ${name}`,
      ),
    ],
    [
      'instance profiles',
      fleet.profiles.map(({ account, name }) => `${account} ${name}`),
    ],
  ])('has no two %s of one name', (_kind, names) => {
    expect(names).toEqual([...new Set(names)]);
  });

  it('names roles that exist, but for the one that was deleted', () => {
    const named = fleet.services.flatMap(({ taskDefinitions }) =>
      taskDefinitions.flatMap(({ input }) => [
        ...(input.taskRoleArn ? [input.taskRoleArn] : []),
        ...(input.executionRoleArn ? [input.executionRoleArn] : []),
      ]),
    );
    expect(named.filter(arn => !roleArns.has(arn))).toEqual([
      'arn:aws:iam::111122223333:role/payouts-task',
    ]);
  });

  it('runs services on clusters and capacity providers that exist', () => {
    const lost = fleet.services.filter(service => {
      const cluster = fleet.clusters.find(
        ({ account, region, name }) =>
          account === service.account &&
          region === service.region &&
          name === service.cluster,
      );
      return !(service.placement.capacityProviderStrategy ?? []).every(
        ({ capacityProvider }) =>
          cluster?.capacityProviders.includes(`${capacityProvider}`),
      );
    });
    expect(lost).toEqual([]);
  });

  it('gives hosts instance profiles that exist', () => {
    const profiles = fleet.profiles.map(
      ({ account, name }) => `${account} ${name}`,
    );
    const named = fleet.clusters.flatMap(({ account, hosts }) =>
      hosts.flatMap(({ profile }) =>
        profile === null ? [] : [`${account} ${profile}`],
      ),
    );
    expect(named.filter(name => !profiles.includes(name))).toEqual([]);
  });

  it('holds no value in an environment but harmless ones', () => {
    const values = fleet.services.flatMap(({ taskDefinitions }) =>
      taskDefinitions.flatMap(({ input }) =>
        (input.containerDefinitions ?? []).flatMap(({ environment }) =>
          (environment ?? []).map(({ value }) => value),
        ),
      ),
    );
    expect([...new Set(values)].sort()).toEqual([
      'example-not-a-secret',
      'prod',
    ]);
  });
});
