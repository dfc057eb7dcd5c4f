import type { CapacityProvider as SdkCapacityProvider } from '@aws-sdk/client-ecs';
import { known, type Cluster } from '@ecs-iam/iam-analysis';
import type { CollectRequest } from '@ecs-iam/plugin-ecs-iam-node';
import { providerNames } from '../providerNames';
import type { ProviderReader } from '../ProviderReader';
import type { Reading } from '../reading';
import { kindOf } from '../toCapacityProvider';
import { readDaemons } from './readDaemons';

/**
 * @returns the daemons of a cluster. They run on Managed Instances alone, so that a cluster without them is known to
 *   have none, and no call is made
 */
export async function daemonsOf(
  reading: Reading,
  providers: ProviderReader,
  cluster: Omit<Cluster, 'daemons'>,
  request: CollectRequest,
): Promise<Cluster['daemons']> {
  const names = providerNames([cluster], []).flatMap(named => named.names);
  const found = await providers.of(cluster, names);
  return names.some(name => mayBeManaged(name, found))
    ? readDaemons(reading, cluster.arn, request)
    : known([]);
}

/** One that could not be read may be one for Managed Instances. */
function mayBeManaged(
  name: string,
  found: readonly SdkCapacityProvider[],
): boolean {
  const provider = found.find(each =>
    [each.name, each.capacityProviderArn].includes(name),
  );
  return provider === undefined || kindOf(provider) === 'managed-instances';
}
