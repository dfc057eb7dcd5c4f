export { known, mapKnown, unknown } from './known';
export type { Known, Unknown } from './known';
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
export type { LastUsed, Role, RolePolicy } from './ecs/role';
export type { Required, RevisionShare, RoleUse } from './ecs/roleUse';
export type {
  CapacityProvider,
  CapacityProviderStrategyItem,
  Cluster,
  Deployment,
  Host,
  HostTemplate,
  InstanceProfile,
  MetadataOptions,
  NamedRole,
  Service,
} from './ecs/service';
export type {
  Container,
  EnvironmentVariable,
  LogConfiguration,
  SecretReference,
  TaskDefinition,
  Volume,
} from './ecs/taskDefinition';
export type { Grant } from './grants/grant';
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
export type {
  AnyRule,
  Messages,
  Report,
  Rule,
  RuleContext,
  RuleDocs,
} from './rules/defineRule';
export type { Evidence, EvidenceInput, EvidenceKind } from './rules/evidence';
