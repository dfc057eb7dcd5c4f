import { cases as missingExecutionRole } from './ecs/missing-execution-role.cases';
import { cases as missingTaskRole } from './ecs/missing-task-role.cases';
import { cases as roleNotFound } from './ecs/role-not-found.cases';
import { cases as roleShared } from './ecs/role-shared.cases';
import { cases as taskRoleIsExecutionRole } from './ecs/task-role-is-execution-role.cases';
import { cases as adminAccess } from './iam/admin-access.cases';
import { cases as assumeRoleWildcard } from './iam/assume-role-wildcard.cases';
import { cases as auditTampering } from './iam/audit-tampering.cases';
import { cases as credentialsExposure } from './iam/credentials-exposure.cases';
import { cases as dataDestruction } from './iam/data-destruction.cases';
import { cases as dataExfiltration } from './iam/data-exfiltration.cases';
import { cases as infrastructureModification } from './iam/infrastructure-modification.cases';
import { cases as kmsBroadDecrypt } from './iam/kms-broad-decrypt.cases';
import { cases as malformed } from './iam/malformed.cases';
import { cases as marketplaceSubscribe } from './iam/marketplace-subscribe.cases';
import { cases as networkExposure } from './iam/network-exposure.cases';
import { cases as orgControl } from './iam/org-control.cases';
import { cases as passroleWildcard } from './iam/passrole-wildcard.cases';
import { cases as privesc } from './iam/privesc.cases';
import { cases as resourceExposure } from './iam/resource-exposure.cases';
import { cases as resourceWildcardRead } from './iam/resource-wildcard-read.cases';
import { cases as serviceWildcard } from './iam/service-wildcard.cases';
import { cases as accountRoot } from './trust/account-root.cases';
import { cases as anyPrincipal } from './trust/any-principal.cases';
import { cases as anyPrincipalConditioned } from './trust/any-principal-conditioned.cases';
import { cases as clusterSourceArn } from './trust/cluster-source-arn.cases';
import { cases as confusedDeputy } from './trust/confused-deputy.cases';
import { cases as crossAccount } from './trust/cross-account.cases';
import { cases as extraService } from './trust/extra-service.cases';
import { cases as federatedUnbounded } from './trust/federated-unbounded.cases';
import { cases as missingExternalId } from './trust/missing-external-id.cases';
import { cases as notPrincipal } from './trust/not-principal.cases';
import { cases as selfAssume } from './trust/self-assume.cases';
import { cases as wrongPrincipal } from './trust/wrong-principal.cases';
import { cases as longUnused } from './usage/long-unused.cases';
import { cases as unusedAction } from './usage/unused-action.cases';
import { cases as unusedRole } from './usage/unused-role.cases';
import { cases as unusedService } from './usage/unused-service.cases';
import type { AnyCases } from './testRule';

/** The cases of every rule, by id: for the pages and for the tests of the registry. */
export const casesByRule: Readonly<Record<string, AnyCases>> = {
  'ecs.missing-execution-role': missingExecutionRole,
  'ecs.missing-task-role': missingTaskRole,
  'ecs.role-not-found': roleNotFound,
  'ecs.role-shared': roleShared,
  'ecs.task-role-is-execution-role': taskRoleIsExecutionRole,
  'iam.admin-access': adminAccess,
  'iam.assume-role-wildcard': assumeRoleWildcard,
  'iam.audit-tampering': auditTampering,
  'iam.credentials-exposure': credentialsExposure,
  'iam.data-destruction': dataDestruction,
  'iam.data-exfiltration': dataExfiltration,
  'iam.infrastructure-modification': infrastructureModification,
  'iam.kms-broad-decrypt': kmsBroadDecrypt,
  'iam.malformed': malformed,
  'iam.marketplace-subscribe': marketplaceSubscribe,
  'iam.network-exposure': networkExposure,
  'iam.org-control': orgControl,
  'iam.passrole-wildcard': passroleWildcard,
  'iam.privesc': privesc,
  'iam.resource-exposure': resourceExposure,
  'iam.resource-wildcard-read': resourceWildcardRead,
  'iam.service-wildcard': serviceWildcard,
  'trust.account-root': accountRoot,
  'trust.any-principal': anyPrincipal,
  'trust.any-principal-conditioned': anyPrincipalConditioned,
  'trust.cluster-source-arn': clusterSourceArn,
  'trust.confused-deputy': confusedDeputy,
  'trust.cross-account': crossAccount,
  'trust.extra-service': extraService,
  'trust.federated-unbounded': federatedUnbounded,
  'trust.missing-external-id': missingExternalId,
  'trust.not-principal': notPrincipal,
  'trust.self-assume': selfAssume,
  'trust.wrong-principal': wrongPrincipal,
  'usage.long-unused': longUnused,
  'usage.unused-action': unusedAction,
  'usage.unused-role': unusedRole,
  'usage.unused-service': unusedService,
};
