import { joinParts } from '../build/fleetPart';
import { dataHosts } from './data';
import { managed } from './managedInstances';
import { pciCluster } from './pci';
import { production } from './production';
import { stagingHosts } from './staging';
import { warehouses } from './warehouses';
import { windowsHosts } from './windows';

/** The clusters, their hosts, and the roles of the hosts. */
export const hosts = joinParts(
  production,
  pciCluster,
  windowsHosts,
  managed,
  warehouses,
  stagingHosts,
  dataHosts,
);
