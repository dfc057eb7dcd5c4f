import type { ClusterDefinition, Fleet } from '../../fleet/types';
import { motoAt } from '../askMoto';
import type { HostArns } from '../hostArns';
import { motoClients } from './motoClients';
import type { MotoClients } from './motoClients';
import { seedCluster } from './seedCluster';
import { seedGroup } from './seedGroup';
import { seedInstanceProfile, seedPolicy, seedRole } from './seedIam';
import { seedParameter } from './seedParameter';
import { seedRevisions } from './seedRevisions';
import { seedService } from './seedService';

/**
 * Fills a moto server, one call after the other: parallel writes fail there, and ids depend on the order.
 *
 * @returns the ARNs that the server gave to hosts
 */
export async function seedFleet(
  endpoint: string,
  fleet: Fleet,
): Promise<HostArns> {
  const hosts = new Map<ClusterDefinition, readonly string[]>();
  const clients = clientsByPlace(endpoint);
  const iamOf = (account: string) =>
    clients({ account, region: 'us-east-1' }).iam;
  for (const policy of fleet.policies) {
    await seedPolicy(iamOf(policy.account), policy);
  }
  for (const role of fleet.roles) {
    await seedRole(iamOf(role.account), role);
  }
  for (const profile of fleet.profiles) {
    await seedInstanceProfile(iamOf(profile.account), profile);
  }
  for (const group of fleet.groups) {
    await seedGroup(clients(group), group);
  }
  for (const cluster of fleet.clusters) {
    hosts.set(cluster, await seedCluster(clients(cluster), cluster));
  }
  for (const service of fleet.services) {
    await seedService(clients(service).ecs, service);
  }
  for (const family of fleet.taskFamilies) {
    await seedRevisions(clients(family).ecs, family.taskDefinitions);
  }
  for (const secret of fleet.secrets) {
    await seedParameter(motoAt(endpoint), secret);
  }
  return (cluster, place) => hosts.get(cluster)?.[place] ?? '';
}

function clientsByPlace(endpoint: string) {
  const made = new Map<string, MotoClients>();
  return (place: { account: string; region: string }): MotoClients => {
    const key = `${place.account}/${place.region}`;
    const clients = made.get(key) ?? motoClients(endpoint, place);
    made.set(key, clients);
    return clients;
  };
}
