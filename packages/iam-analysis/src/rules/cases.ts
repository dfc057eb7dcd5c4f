import { cases as agentActions } from './ecs/agent-actions.cases';
import { cases as capabilities } from './ecs/capabilities.cases';
import { cases as conditionedEcrToken } from './ecs/conditioned-ecr-token.cases';
import { cases as defaultRoleExtended } from './ecs/default-role-extended.cases';
import { cases as ecscapeColocation } from './ecs/ecscape-colocation.cases';
import { cases as efsPlain } from './ecs/efs-plain.cases';
import { cases as envSecrets } from './ecs/env-secrets.cases';
import { cases as excessPermission } from './ecs/excess-permission.cases';
import { cases as execEnabled } from './ecs/exec-enabled.cases';
import { cases as executionRoleAppPermissions } from './ecs/execution-role-app-permissions.cases';
import { cases as executionRoleBroadSecrets } from './ecs/execution-role-broad-secrets.cases';
import { cases as hostMount } from './ecs/host-mount.cases';
import { cases as hostNetwork } from './ecs/host-network.cases';
import { cases as hostPid } from './ecs/host-pid.cases';
import { cases as hostRoleDrift } from './ecs/host-role-drift.cases';
import { cases as imdsHopLimit } from './ecs/imds-hop-limit.cases';
import { cases as imdsReachable } from './ecs/imds-reachable.cases';
import { cases as imdsv1Allowed } from './ecs/imdsv1-allowed.cases';
import { cases as instanceRoleCanAssumeTaskRoles } from './ecs/instance-role-can-assume-task-roles.cases';
import { cases as instanceRoleIsTaskRole } from './ecs/instance-role-is-task-role.cases';
import { cases as instanceRoleOverprivileged } from './ecs/instance-role-overprivileged.cases';
import { cases as internetFacingInstanceProfile } from './ecs/internet-facing-instance-profile.cases';
import { cases as ipcMode } from './ecs/ipc-mode.cases';
import { cases as logBlocking } from './ecs/log-blocking.cases';
import { cases as managedInstancesRoleName } from './ecs/managed-instances-role-name.cases';
import { cases as missingExecutionRole } from './ecs/missing-execution-role.cases';
import { cases as missingPermission } from './ecs/missing-permission.cases';
import { cases as missingResourceAccount } from './ecs/missing-resource-account.cases';
import { cases as missingTaskRole } from './ecs/missing-task-role.cases';
import { cases as noLogging } from './ecs/no-logging.cases';
import { cases as platformVersion } from './ecs/platform-version.cases';
import { cases as privileged } from './ecs/privileged.cases';
import { cases as publicIp } from './ecs/public-ip.cases';
import { cases as roleNotFound } from './ecs/role-not-found.cases';
import { cases as roleOverridden } from './ecs/role-overridden.cases';
import { cases as roleShared } from './ecs/role-shared.cases';
import { cases as rootUser } from './ecs/root-user.cases';
import { cases as rwRootfs } from './ecs/rw-rootfs.cases';
import { cases as serviceConnectKeysReadable } from './ecs/service-connect-keys-readable.cases';
import { cases as staleRevision } from './ecs/stale-revision.cases';
import { cases as taskRoleIsExecutionRole } from './ecs/task-role-is-execution-role.cases';
import { cases as toolShapedExcess } from './ecs/tool-shaped-excess.cases';
import { cases as actionWildcard } from './iam/action-wildcard.cases';
import { cases as adminAccess } from './iam/admin-access.cases';
import { cases as adminManagedPolicy } from './iam/admin-managed-policy.cases';
import { cases as assumeRoleWildcard } from './iam/assume-role-wildcard.cases';
import { cases as auditTampering } from './iam/audit-tampering.cases';
import { cases as boundaryIneffective } from './iam/boundary-ineffective.cases';
import { cases as boundaryMissing } from './iam/boundary-missing.cases';
import { cases as bucketPolicyPrivesc } from './iam/bucket-policy-privesc.cases';
import { cases as credentialsExposure } from './iam/credentials-exposure.cases';
import { cases as crossAccountWrite } from './iam/cross-account-write.cases';
import { cases as dataDestruction } from './iam/data-destruction.cases';
import { cases as dataExfiltration } from './iam/data-exfiltration.cases';
import { cases as deprecatedManagedPolicy } from './iam/deprecated-managed-policy.cases';
import { cases as effectiveStar } from './iam/effective-star.cases';
import { cases as ineffectiveDeny } from './iam/ineffective-deny.cases';
import { cases as ineffectiveResource } from './iam/ineffective-resource.cases';
import { cases as infrastructureModification } from './iam/infrastructure-modification.cases';
import { cases as inlinePolicy } from './iam/inline-policy.cases';
import { cases as kmsBroadDecrypt } from './iam/kms-broad-decrypt.cases';
import { cases as malformed } from './iam/malformed.cases';
import { cases as marketplaceSubscribe } from './iam/marketplace-subscribe.cases';
import { cases as missingCondition } from './iam/missing-condition.cases';
import { cases as networkExposure } from './iam/network-exposure.cases';
import { cases as notAction } from './iam/not-action.cases';
import { cases as notResource } from './iam/not-resource.cases';
import { cases as orgControl } from './iam/org-control.cases';
import { cases as passroleWildcard } from './iam/passrole-wildcard.cases';
import { cases as privesc } from './iam/privesc.cases';
import { cases as redundant } from './iam/redundant.cases';
import { cases as resourceExposure } from './iam/resource-exposure.cases';
import { cases as resourceWildcardRead } from './iam/resource-wildcard-read.cases';
import { cases as serviceWildcard } from './iam/service-wildcard.cases';
import { cases as unknownAction } from './iam/unknown-action.cases';
import { cases as weakCondition } from './iam/weak-condition.cases';
import type { AnyCases } from './testRule';
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

/** The cases of every rule, by id: for the pages and for the tests of the registry. */
export const casesByRule: Readonly<Record<string, AnyCases>> = {
  'ecs.agent-actions': agentActions,
  'ecs.capabilities': capabilities,
  'ecs.conditioned-ecr-token': conditionedEcrToken,
  'ecs.default-role-extended': defaultRoleExtended,
  'ecs.ecscape-colocation': ecscapeColocation,
  'ecs.efs-plain': efsPlain,
  'ecs.env-secrets': envSecrets,
  'ecs.excess-permission': excessPermission,
  'ecs.exec-enabled': execEnabled,
  'ecs.execution-role-app-permissions': executionRoleAppPermissions,
  'ecs.execution-role-broad-secrets': executionRoleBroadSecrets,
  'ecs.host-mount': hostMount,
  'ecs.host-network': hostNetwork,
  'ecs.host-pid': hostPid,
  'ecs.host-role-drift': hostRoleDrift,
  'ecs.imds-hop-limit': imdsHopLimit,
  'ecs.imds-reachable': imdsReachable,
  'ecs.imdsv1-allowed': imdsv1Allowed,
  'ecs.instance-role-can-assume-task-roles': instanceRoleCanAssumeTaskRoles,
  'ecs.instance-role-is-task-role': instanceRoleIsTaskRole,
  'ecs.instance-role-overprivileged': instanceRoleOverprivileged,
  'ecs.internet-facing-instance-profile': internetFacingInstanceProfile,
  'ecs.ipc-mode': ipcMode,
  'ecs.log-blocking': logBlocking,
  'ecs.managed-instances-role-name': managedInstancesRoleName,
  'ecs.missing-execution-role': missingExecutionRole,
  'ecs.missing-permission': missingPermission,
  'ecs.missing-resource-account': missingResourceAccount,
  'ecs.missing-task-role': missingTaskRole,
  'ecs.no-logging': noLogging,
  'ecs.platform-version': platformVersion,
  'ecs.privileged': privileged,
  'ecs.public-ip': publicIp,
  'ecs.role-not-found': roleNotFound,
  'ecs.role-overridden': roleOverridden,
  'ecs.role-shared': roleShared,
  'ecs.root-user': rootUser,
  'ecs.rw-rootfs': rwRootfs,
  'ecs.service-connect-keys-readable': serviceConnectKeysReadable,
  'ecs.stale-revision': staleRevision,
  'ecs.task-role-is-execution-role': taskRoleIsExecutionRole,
  'ecs.tool-shaped-excess': toolShapedExcess,
  'iam.action-wildcard': actionWildcard,
  'iam.admin-access': adminAccess,
  'iam.admin-managed-policy': adminManagedPolicy,
  'iam.assume-role-wildcard': assumeRoleWildcard,
  'iam.audit-tampering': auditTampering,
  'iam.boundary-ineffective': boundaryIneffective,
  'iam.boundary-missing': boundaryMissing,
  'iam.bucket-policy-privesc': bucketPolicyPrivesc,
  'iam.credentials-exposure': credentialsExposure,
  'iam.cross-account-write': crossAccountWrite,
  'iam.data-destruction': dataDestruction,
  'iam.data-exfiltration': dataExfiltration,
  'iam.deprecated-managed-policy': deprecatedManagedPolicy,
  'iam.effective-star': effectiveStar,
  'iam.ineffective-deny': ineffectiveDeny,
  'iam.ineffective-resource': ineffectiveResource,
  'iam.infrastructure-modification': infrastructureModification,
  'iam.inline-policy': inlinePolicy,
  'iam.kms-broad-decrypt': kmsBroadDecrypt,
  'iam.malformed': malformed,
  'iam.marketplace-subscribe': marketplaceSubscribe,
  'iam.missing-condition': missingCondition,
  'iam.network-exposure': networkExposure,
  'iam.not-action': notAction,
  'iam.not-resource': notResource,
  'iam.org-control': orgControl,
  'iam.passrole-wildcard': passroleWildcard,
  'iam.privesc': privesc,
  'iam.redundant': redundant,
  'iam.resource-exposure': resourceExposure,
  'iam.resource-wildcard-read': resourceWildcardRead,
  'iam.service-wildcard': serviceWildcard,
  'iam.unknown-action': unknownAction,
  'iam.weak-condition': weakCondition,
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
