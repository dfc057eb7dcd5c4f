import type { AnyRule } from './defineRule';
import { agentActions } from './ecs/agent-actions';
import { capabilities } from './ecs/capabilities';
import { conditionedEcrToken } from './ecs/conditioned-ecr-token';
import { defaultRoleExtended } from './ecs/default-role-extended';
import { ecscapeColocation } from './ecs/ecscape-colocation';
import { efsPlain } from './ecs/efs-plain';
import { envSecrets } from './ecs/env-secrets';
import { excessPermission } from './ecs/excess-permission';
import { execEnabled } from './ecs/exec-enabled';
import { executionRoleAppPermissions } from './ecs/execution-role-app-permissions';
import { executionRoleBroadSecrets } from './ecs/execution-role-broad-secrets';
import { hostMount } from './ecs/host-mount';
import { hostNetwork } from './ecs/host-network';
import { hostPid } from './ecs/host-pid';
import { hostRoleDrift } from './ecs/host-role-drift';
import { imdsHopLimit } from './ecs/imds-hop-limit';
import { imdsReachable } from './ecs/imds-reachable';
import { imdsv1Allowed } from './ecs/imdsv1-allowed';
import { instanceRoleCanAssumeTaskRoles } from './ecs/instance-role-can-assume-task-roles';
import { instanceRoleIsTaskRole } from './ecs/instance-role-is-task-role';
import { instanceRoleOverprivileged } from './ecs/instance-role-overprivileged';
import { internetFacingInstanceProfile } from './ecs/internet-facing-instance-profile';
import { ipcMode } from './ecs/ipc-mode';
import { logBlocking } from './ecs/log-blocking';
import { managedInstancesRoleName } from './ecs/managed-instances-role-name';
import { missingExecutionRole } from './ecs/missing-execution-role';
import { missingPermission } from './ecs/missing-permission';
import { missingResourceAccount } from './ecs/missing-resource-account';
import { missingTaskRole } from './ecs/missing-task-role';
import { noLogging } from './ecs/no-logging';
import { platformVersion } from './ecs/platform-version';
import { privileged } from './ecs/privileged';
import { publicIp } from './ecs/public-ip';
import { roleNotFound } from './ecs/role-not-found';
import { roleOverridden } from './ecs/role-overridden';
import { roleShared } from './ecs/role-shared';
import { rootUser } from './ecs/root-user';
import { rwRootfs } from './ecs/rw-rootfs';
import { serviceConnectKeysReadable } from './ecs/service-connect-keys-readable';
import { staleRevision } from './ecs/stale-revision';
import { taskRoleIsExecutionRole } from './ecs/task-role-is-execution-role';
import { toolShapedExcess } from './ecs/tool-shaped-excess';
import { actionWildcard } from './iam/action-wildcard';
import { adminAccess } from './iam/admin-access';
import { adminManagedPolicy } from './iam/admin-managed-policy';
import { assumeRoleWildcard } from './iam/assume-role-wildcard';
import { auditTampering } from './iam/audit-tampering';
import { boundaryIneffective } from './iam/boundary-ineffective';
import { boundaryMissing } from './iam/boundary-missing';
import { bucketPolicyPrivesc } from './iam/bucket-policy-privesc';
import { credentialsExposure } from './iam/credentials-exposure';
import { crossAccountWrite } from './iam/cross-account-write';
import { dataDestruction } from './iam/data-destruction';
import { dataExfiltration } from './iam/data-exfiltration';
import { deprecatedManagedPolicy } from './iam/deprecated-managed-policy';
import { effectiveStar } from './iam/effective-star';
import { ineffectiveDeny } from './iam/ineffective-deny';
import { ineffectiveResource } from './iam/ineffective-resource';
import { infrastructureModification } from './iam/infrastructure-modification';
import { inlinePolicy } from './iam/inline-policy';
import { kmsBroadDecrypt } from './iam/kms-broad-decrypt';
import { malformed } from './iam/malformed';
import { marketplaceSubscribe } from './iam/marketplace-subscribe';
import { missingCondition } from './iam/missing-condition';
import { networkExposure } from './iam/network-exposure';
import { notAction } from './iam/not-action';
import { notResource } from './iam/not-resource';
import { orgControl } from './iam/org-control';
import { passroleWildcard } from './iam/passrole-wildcard';
import { privesc } from './iam/privesc';
import { redundant } from './iam/redundant';
import { resourceExposure } from './iam/resource-exposure';
import { resourceWildcardRead } from './iam/resource-wildcard-read';
import { serviceWildcard } from './iam/service-wildcard';
import { unknownAction } from './iam/unknown-action';
import { weakCondition } from './iam/weak-condition';
import { accountRoot } from './trust/account-root';
import { anyPrincipal } from './trust/any-principal';
import { anyPrincipalConditioned } from './trust/any-principal-conditioned';
import { clusterSourceArn } from './trust/cluster-source-arn';
import { confusedDeputy } from './trust/confused-deputy';
import { crossAccount } from './trust/cross-account';
import { extraService } from './trust/extra-service';
import { federatedUnbounded } from './trust/federated-unbounded';
import { missingExternalId } from './trust/missing-external-id';
import { notPrincipal } from './trust/not-principal';
import { selfAssume } from './trust/self-assume';
import { wrongPrincipal } from './trust/wrong-principal';
import { longUnused } from './usage/long-unused';
import { unusedAction } from './usage/unused-action';
import { unusedRole } from './usage/unused-role';
import { unusedService } from './usage/unused-service';

/**
 * Every rule that this package brings, by id.
 *
 * @public
 */
export const rules: readonly AnyRule[] = [
  agentActions,
  capabilities,
  conditionedEcrToken,
  defaultRoleExtended,
  ecscapeColocation,
  efsPlain,
  envSecrets,
  excessPermission,
  execEnabled,
  executionRoleAppPermissions,
  executionRoleBroadSecrets,
  hostMount,
  hostNetwork,
  hostPid,
  hostRoleDrift,
  imdsHopLimit,
  imdsReachable,
  imdsv1Allowed,
  instanceRoleCanAssumeTaskRoles,
  instanceRoleIsTaskRole,
  instanceRoleOverprivileged,
  internetFacingInstanceProfile,
  ipcMode,
  logBlocking,
  managedInstancesRoleName,
  missingExecutionRole,
  missingPermission,
  missingResourceAccount,
  missingTaskRole,
  noLogging,
  platformVersion,
  privileged,
  publicIp,
  roleNotFound,
  roleOverridden,
  roleShared,
  rootUser,
  rwRootfs,
  serviceConnectKeysReadable,
  staleRevision,
  taskRoleIsExecutionRole,
  toolShapedExcess,
  actionWildcard,
  adminAccess,
  adminManagedPolicy,
  assumeRoleWildcard,
  auditTampering,
  boundaryIneffective,
  boundaryMissing,
  bucketPolicyPrivesc,
  credentialsExposure,
  crossAccountWrite,
  dataDestruction,
  dataExfiltration,
  deprecatedManagedPolicy,
  effectiveStar,
  ineffectiveDeny,
  ineffectiveResource,
  infrastructureModification,
  inlinePolicy,
  kmsBroadDecrypt,
  malformed,
  marketplaceSubscribe,
  missingCondition,
  networkExposure,
  notAction,
  notResource,
  orgControl,
  passroleWildcard,
  privesc,
  redundant,
  resourceExposure,
  resourceWildcardRead,
  serviceWildcard,
  unknownAction,
  weakCondition,
  accountRoot,
  anyPrincipal,
  anyPrincipalConditioned,
  clusterSourceArn,
  confusedDeputy,
  crossAccount,
  extraService,
  federatedUnbounded,
  missingExternalId,
  notPrincipal,
  selfAssume,
  wrongPrincipal,
  longUnused,
  unusedAction,
  unusedRole,
  unusedService,
];
