import type { Finding } from '../../analysis/finding';
import type { Change } from '../change/change';
import { placesOf } from '../findingData';
import type { Situation } from '../situation';
import { onInlinePolicies } from './managed';
import {
  breakSet,
  denyActions,
  denyServiceConnectKeys,
  dropActions,
  dropIam,
  dropNamedActions,
  dropNamedResources,
  dropServices,
  keepUsedOrRemove,
  nameWildcards,
  narrowService,
  narrowToNeeds,
  removeRedundant,
  removeStatements,
  type Candidates,
} from './ofActions';
import {
  addMissingKey,
  bindPassRole,
  bindResourceAccount,
  askForValues,
} from './ofConditions';
import {
  removePolicy,
  replacePolicy,
  rewritePolicy,
  weakenPolicy,
} from './ofPolicies';
import {
  bindSourceAccount,
  keepServiceOfSlot,
  removePrincipals,
} from './ofTrust';

/**
 * Changes that may clear a finding, the smallest first.
 *
 * @param finding - of any rule; one that is not known here names its actions in `data.actions`, or nothing is proposed
 * @param situation - in which it was found
 */
export function* candidatesFor(
  finding: Finding,
  situation: Situation,
): Generator<readonly Change[]> {
  const candidates = BY_RULE.get(finding.ruleId) ?? dropNamedActions;
  for (const changes of candidates(finding, situation)) {
    if (changes.length > 0) {
      yield onInlinePolicies(changes, situation.policies);
    }
  }
}

/**
 * Changes for where those of {@link candidatesFor} do not fit into the policies of a role, such as what is taken out of the
 * long wildcards of a managed policy: a Deny beside it does.
 */
export function* lastResortsFor(
  finding: Finding,
): Generator<readonly Change[]> {
  if (placesOf(finding).some(at => !at.startsWith('trust#'))) {
    yield* denyActions(finding);
    if (finding.at.startsWith('managed:')) {
      yield* removePolicy(finding);
    }
  }
}

const BY_RULE: ReadonlyMap<string, Candidates> = new Map<string, Candidates>([
  ['iam.admin-access', dropIam],
  ['iam.admin-managed-policy', weakenPolicy],
  ['iam.deprecated-managed-policy', replacePolicy],
  ['iam.service-wildcard', narrowService],
  ['iam.action-wildcard', nameWildcards],
  ['iam.privesc', breakSet],
  ['iam.cross-account-write', dropNamedResources],
  ['iam.passrole-wildcard', bindPassRole],
  ['iam.missing-condition', addMissingKey],
  ['iam.weak-condition', askForValues],
  ['iam.marketplace-subscribe', dropActions('aws-marketplace:Subscribe')],
  ['iam.not-action', keepUsedOrRemove],
  ['iam.not-resource', removeStatements],
  ['iam.redundant', removeRedundant],
  ['iam.malformed', rewritePolicy],
  ['trust.any-principal', removePrincipals],
  ['trust.any-principal-conditioned', removePrincipals],
  ['trust.not-principal', keepServiceOfSlot],
  ['trust.cross-account', removePrincipals],
  ['trust.account-root', removePrincipals],
  ['trust.missing-external-id', removePrincipals],
  ['trust.extra-service', removePrincipals],
  ['trust.federated-unbounded', removePrincipals],
  ['trust.self-assume', removePrincipals],
  ['trust.confused-deputy', bindSourceAccount],
  ['ecs.excess-permission', narrowToNeeds],
  ['ecs.missing-resource-account', bindResourceAccount],
  ['ecs.instance-role-can-assume-task-roles', dropActions('sts:AssumeRole')],
  ['ecs.service-connect-keys-readable', denyServiceConnectKeys],
  ['usage.unused-service', dropServices],
  ['usage.long-unused', dropServices],
]);
