import { fleet } from '.';
import { roleArn } from './build/role';
import { hostsFor, runningTasks } from './build/runningTasks';

const roleArns = new Set(fleet.roles.map(roleArn));
const taskDefinitions = [...fleet.services, ...fleet.taskFamilies].flatMap(
  each => each.taskDefinitions,
);

describe('the fleet', () => {
  it('is as large and as varied as promised', () => {
    expect(fleet.services.length).toBeGreaterThanOrEqual(70);
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
    [
      'families',
      [...fleet.services, ...fleet.taskFamilies].map(
        ({ account, region, taskDefinitions: [{ family }] }) =>
          `${account} ${region} ${family}`,
      ),
    ],
    [
      'secrets',
      fleet.secrets.map(
        ({ account, region, kind, name }) =>
          `${account} ${region} ${kind} ${name}`,
      ),
    ],
  ])('has no two %s of one name', (_kind, names) => {
    expect(names).toEqual([...new Set(names)]);
  });

  it('names roles that exist, but for the one that was deleted', () => {
    const named = [
      ...taskDefinitions.map(({ input }) => input),
      ...fleet.daemons.map(({ taskDefinition }) => taskDefinition),
      ...fleet.taskFamilies.flatMap(({ tasks }) =>
        tasks.map(({ overrides }) => overrides),
      ),
    ].flatMap(({ taskRoleArn, executionRoleArn }) =>
      [taskRoleArn, executionRoleArn].filter(arn => arn !== undefined),
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

  it('gives each service on hosts a host for each of its tasks, and none where none may run', () => {
    const counts = fleet.clusters.flatMap(cluster => {
      const tasks = runningTasks(fleet, cluster);
      return fleet.services
        .filter(
          service =>
            service.account === cluster.account &&
            service.region === cluster.region &&
            service.cluster === cluster.name &&
            hostsFor(service, cluster).length > 0,
        )
        .map(service => ({
          name: service.name,
          running: service.running,
          tasks: tasks.filter(
            ({ group, host }) =>
              group === `service:${service.name}` &&
              host !== null &&
              hostsFor(service, cluster).includes(host),
          ).length,
        }));
    });
    expect(counts.filter(({ running, tasks }) => running !== tasks)).toEqual(
      [],
    );
    expect(counts.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['checkout', 'label-printer', 'search-indexer']),
    );
  });

  it('puts tasks of several services on one host', () => {
    const [production] = fleet.clusters;
    const onFirst = runningTasks(fleet, production).filter(
      ({ host }) => host === 0,
    );
    expect(new Set(onFirst.map(({ group }) => group)).size).toBeGreaterThan(3);
  });

  it('runs daemons where there are hosts for them', () => {
    const providers = fleet.managedInstances.map(({ name }) => name);
    expect(
      fleet.daemons.flatMap(({ capacityProviders }) =>
        capacityProviders.filter(name => !providers.includes(name)),
      ),
    ).toEqual([]);
  });

  it('holds no value in an environment but harmless ones', () => {
    const values = taskDefinitions.flatMap(({ input }) =>
      (input.containerDefinitions ?? []).flatMap(({ environment }) =>
        (environment ?? []).map(({ value }) => value),
      ),
    );
    expect([...new Set(values)].sort()).toEqual([
      'example-not-a-secret',
      // The name of a role, as AWS FIS demands it.
      'fis-managed-instance',
      'prod',
    ]);
  });
});
