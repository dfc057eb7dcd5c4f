import type { Site } from './build/names';
import { accounts } from './types';

/** The clusters of the company. */
export const prodEu: Site = {
  account: accounts.prod,
  region: 'eu-west-1',
  cluster: 'prod-eu',
};
export const prodEuFargate: Site = { ...prodEu, cluster: 'serverless-eu' };
/** Card data: watched by GuardDuty, and each session in a container is kept. */
export const pci: Site = { ...prodEu, cluster: 'pci-eu' };
export const windows: Site = { ...prodEu, cluster: 'windows-eu' };
export const edge: Site = { ...prodEu, cluster: 'edge-warehouses' };
export const prodUs: Site = {
  account: accounts.prod,
  region: 'us-east-1',
  cluster: 'prod-us',
};
export const prodUsManaged: Site = { ...prodUs, cluster: 'managed-us' };
export const staging: Site = {
  account: accounts.staging,
  region: 'eu-west-1',
  cluster: 'staging-eu',
};
export const sandbox: Site = {
  account: accounts.staging,
  region: 'us-east-1',
  cluster: 'sandbox',
};
export const analytics: Site = {
  account: accounts.data,
  region: 'eu-west-1',
  cluster: 'analytics',
};
export const machineLearning: Site = {
  account: accounts.data,
  region: 'us-east-1',
  cluster: 'ml',
};
