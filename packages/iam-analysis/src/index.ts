export { known, mapKnown, unknown } from './known';
export type { Known, Unknown } from './known';
export { analyse } from './analysis/analyse';
export type { Analysis, AnalysisOptions } from './analysis/analyse';
export { adviceFor, proposalFor } from './analysis/advise';
export type { Advice, NoAdvice } from './advice/adviceOn';
export type { LeftBecause, LeftFinding } from './advice/leftFinding';
export type { Proposal } from './advice/proposal';
export { proposedOf } from './advice/proposedPolicy';
export type { ProposedPolicy } from './policy/proposedPolicy';
export type { LeftAlone } from './advice/situation';
export type { RoleProposal } from './advice/wholeProposal';
export { applyChange, applyChanges } from './advice/change/applyChange';
export type {
  Change,
  ConditionedPart,
  NarrowedPart,
} from './advice/change/change';
export { checkProposal, isSound } from './advice/check/checkProposal';
export type { ProposalCheck } from './advice/check/checkProposal';
export type { DroppedActions } from './advice/check/droppedActions';
export type { DroppedPrincipals } from './advice/check/droppedPrincipals';
export { diffPolicies, printDiff } from './advice/diff/diffPolicies';
export type { PolicyDiff } from './advice/diff/diffPolicies';
export type { DiffLine } from './advice/diff/diffLines';
export { printCdk } from './advice/print/printCdk';
export { printCloudFormation } from './advice/print/printCloudFormation';
export { printJson } from './advice/print/printJson';
export { printTerraform } from './advice/print/printTerraform';
export { describeFinding } from './analysis/describeFinding';
export { otherRole } from './analysis/otherRole';
export { privilegesOf } from './analysis/privilegesOf';
export { roleFacts } from './analysis/roleFacts';
export { severities } from './analysis/finding';
export type {
  Finding,
  FindingText,
  Mitigation,
  Severity,
  Undecided,
} from './analysis/finding';
export { defaultSettings } from './analysis/settings';
export type { AnalysisSettings } from './analysis/settings';
export { roleSlots } from './ecs/slots';
export type { Compute, RoleSlot } from './ecs/slots';
export type {
  ActionLastAccessed,
  LastAccessed,
  ServiceLastAccessed,
} from './ecs/lastAccessed';
export type { LastUsed, Role, RolePolicy } from './ecs/role';
export type { Required, RevisionShare, RoleUse } from './ecs/roleUse';
export type {
  CapacityProvider,
  CapacityProviderStrategyItem,
  Cluster,
  Daemon,
  Deployment,
  Host,
  HostTask,
  HostTemplate,
  InstanceProfile,
  MetadataOptions,
  NamedRole,
  Registry,
  SecretKey,
  Service,
  TaskDefinitionFamily,
  TaskOverride,
} from './ecs/service';
export { hostGroups } from './ecs/hosts/hostGroups';
export type { HostGroup } from './ecs/hosts/hostGroups';
export { imdsReach } from './ecs/hosts/imdsReach';
export type { ImdsInput, ImdsReach } from './ecs/hosts/imdsReach';
export {
  actsAsAgent,
  reachableRoles,
  rolesOfTask,
} from './ecs/hosts/reachableRoles';
export type {
  ReachableRole,
  ReachableRolesInput,
} from './ecs/hosts/reachableRoles';
export { rolesReachedByImds } from './ecs/hosts/rolesReachedByImds';
export type { ServiceHost } from './ecs/hosts/serviceHost';
export { serviceHosts } from './ecs/hosts/serviceHosts';
export { excessOf } from './ecs/permissions/excessOf';
export { executionPermissions } from './ecs/permissions/executionPermissions';
export { instancePermissions } from './ecs/permissions/instancePermissions';
export { judgeNeeds } from './ecs/permissions/judgeNeeds';
export { minimalPolicy } from './ecs/permissions/minimalPolicy';
export { minimalTrust } from './ecs/permissions/minimalTrust';
export { taskPermissions } from './ecs/permissions/taskPermissions';
export { keyOfNeed, uniteNeeds } from './ecs/permissions/uniteNeeds';
export { needRows } from './ecs/permissions/permission';
export type {
  AcceptedPermission,
  NeedRow,
  PermissionNeed,
  RoleNeeds,
  UnresolvedNeed,
} from './ecs/permissions/permission';
export type {
  Excess,
  ExcessKind,
  JudgedNeed,
} from './ecs/permissions/judgedNeed';
export type { NeedsInput, TaskHome } from './ecs/permissions/derivation';
export type {
  Container,
  EnvironmentVariable,
  LogConfiguration,
  SecretReference,
  TaskDefinition,
  Volume,
} from './ecs/taskDefinition';
export { conditionStrength } from './grants/conditionStrength';
export type { ConditionStrength } from './grants/conditionStrength';
export { decide } from './decide/decide';
export type { DecidingRole } from './decide/decide';
export type {
  Because,
  Decision,
  DecisionRequest,
  DecisionEffect,
} from './decide/decision';
export { grantsOf } from './grants/grantsOf';
export { standingOf } from './grants/standingOf';
export type { Standing } from './grants/standingOf';
export { holdingsOf } from './grants/holdings';
export type { Holding } from './grants/holdings';
export { homeOf } from './grants/home';
export { rolesPassedTo } from './grants/rolesPassedTo';
export type { Home } from './grants/home';
export { reachesAllOf, scopeOf } from './grants/scopeOf';
export type { Scope } from './grants/ResourcePattern';
export type { Denial, Grant, Reach, RoleGrants } from './grants/grant';
export {
  accessLevelsOf,
  actionName,
  actionsOfService,
  catalogueDate,
  findAction,
  isRestrictable,
} from './catalogue/catalogue';
export { actionsIn, holds, setOf } from './catalogue/actionSet';
export type { ActionSet } from './catalogue/actionSet';
export { expandAction } from './catalogue/expandAction';
export { parsePolicy, parsePolicyValue } from './policy/parsePolicy';
export type { PolicyKind } from './policy/parseStatement';
export { printPolicy } from './policy/printPolicy';
export type { PolicyJson } from './policy/printPolicy';
export { covers, intersects, matches } from './policy/wildcard';
export type { Policy } from './policy/roleDocuments';
export type {
  Clause,
  Condition,
  Fault,
  PolicyDocument,
  Principal,
  Principals,
  Statement,
} from './policy/types';
export { defineRule } from './rules/defineRule';
export { rules } from './rules';
export { writtenActions } from './rules/ecs/excess';
export type {
  AnyMessage,
  AnyReport,
  AnyRule,
  Doubt,
  Messages,
  Report,
  Rule,
  RuleContext,
  RuleDocs,
} from './rules/defineRule';
export type {
  CoLocatedRole,
  Evidence,
  EvidenceInput,
  EvidenceKind,
  OtherRole,
  WantedEvidence,
} from './rules/evidence';
export { activeRevisions } from './ecs/activeRevisions';
export { computeOf } from './ecs/computeOf';
export { looksLikeCredential } from './ecs/credentials';
export { publicLogOptions } from './ecs/logOptions';
export { parseArn } from './ecs/names/arn';
export type { Arn, ArnFault } from './ecs/names/arn';
export { parseImage } from './ecs/names/image';
export type { ImageFault, ImageReference } from './ecs/names/image';
export type { Malformed, Parsed } from './ecs/names/parsed';
export { isRoleName, parseRoleArn, resolveRoleArn } from './ecs/names/roleArn';
export type { RoleArn, RoleArnFault } from './ecs/names/roleArn';
export { parseSecretReference } from './ecs/names/secretReference';
export type {
  SecretFault,
  SecretLocation,
  SecretReader,
} from './ecs/names/secretReference';
export { parseTaskFamily } from './ecs/names/taskFamily';
export type { TaskFamily, TaskFamilyFault } from './ecs/names/taskFamily';
export { parseServiceArn } from './ecs/names/serviceArn';
export type { ServiceArn, ServiceArnFault } from './ecs/names/serviceArn';
export { executionRoleNeeds } from './ecs/needs/executionRoleNeeds';
export type {
  ExecutionRoleFeature,
  ExecutionRoleNeed,
  Need,
  TaskRoleFeature,
  TaskRoleNeed,
} from './ecs/needs/need';
export { taskRoleNeeds } from './ecs/needs/taskRoleNeeds';
export { roleUses } from './ecs/roleUses';
export type { ServiceContext } from './ecs/serviceContext';
