import { uniteAll, type ActionSet } from '../actionSet';
import { actionsNamed, actionsWhere, writes } from './select';

/**
 * Actions that open a network: writes of security groups, routes and blocks of public access, and those that take an
 * Elastic IP address from its owner.
 */
export function networkExposure(): ActionSet {
  return uniteAll([
    writing(SECURITY_GROUP, [
      'ec2',
      'elasticache',
      'elasticfilesystem',
      'elasticloadbalancing',
      'rds',
      'redshift',
    ]),
    writing(ROUTE, ['ec2']),
    writing(PUBLIC_ACCESS_BLOCK, ['ec2', 'elasticmapreduce', 's3']),
    actionsNamed(elasticAddresses),
  ]);
}

// What describes a rule leaves it as it is.
const SECURITY_GROUP = /SecurityGroup(?!RuleDescriptions)/;
const ROUTE = /^(?!Export).*Route/;
const PUBLIC_ACCESS_BLOCK = /BlockPublicAccess|PublicAccessBlock/;

export const elasticAddresses: readonly string[] = [
  'ec2:DisassociateAddress',
  'ec2:EnableAddressTransfer',
];

function writing(what: RegExp, prefixes: readonly string[]): ActionSet {
  return actionsWhere(
    (nature, name) => writes(nature) && what.test(name),
    prefixes,
  );
}
