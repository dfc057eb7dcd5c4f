import { joinParts } from '../build/fleetPart';
import { dataHosts } from './data';
import { managed } from './managedInstances';
import { production } from './production';
import { stagingHosts } from './staging';
import { warehouses } from './warehouses';

/** The clusters, their hosts, and the roles of the hosts. */
export const hosts = joinParts(
  production,
  managed,
  warehouses,
  stagingHosts,
  dataHosts,
);
