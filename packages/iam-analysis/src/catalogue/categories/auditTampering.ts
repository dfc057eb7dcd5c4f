import { subtract, unite, type ActionSet } from '../actionSet';
import { actionsNamed, actionsWhere, writes } from './select';

/**
 * Actions that stop, delete or alter what records and finds an attack: CloudTrail, Config, GuardDuty, Security Hub,
 * Inspector, Detective, flow logs and log groups.
 */
export function auditTampering(): ActionSet {
  const altering = actionsWhere(
    (nature, name) => writes(nature) && ALTERS.test(name),
    SERVICES,
  );
  return unite(
    subtract(altering, actionsNamed(harmless)),
    actionsNamed(furtherTampering),
  );
}

const SERVICES = [
  'cloudtrail',
  'config',
  'detective',
  'guardduty',
  'inspector',
  'inspector2',
  'securityhub',
];

// To create, start or enable something adds to what is seen.
const ALTERS =
  /^(Batch)?(Archive|Delete|Deregister|Disable|Disassociate|Put|Remove|Reset|Stop|Unsubscribe|Update)/;

/** They change what people look at, what is written into a service, or an invitation: nothing is seen less by it. */
export const harmless: readonly string[] = [
  'cloudtrail:DeleteDashboard',
  'cloudtrail:UpdateDashboard',
  'config:DeletePendingAggregationRequest',
  'config:DeleteResourceConfig',
  'config:DeleteStoredQuery',
  'config:PutEvaluations',
  'config:PutExternalEvaluation',
  'config:PutResourceConfig',
  'config:PutStoredQuery',
  'detective:UpdateInvestigationState',
  'guardduty:DeleteInvitations',
  'guardduty:UpdateFindingsFeedback',
  'inspector2:ResetEncryptionKey',
  'inspector2:StopCisSession',
  'inspector2:UpdateEncryptionKey',
  'inspector:RemoveAttributesFromFindings',
  'securityhub:DeleteActionTarget',
  'securityhub:DeleteInsight',
  'securityhub:DeleteInvitations',
  'securityhub:UpdateActionTarget',
  'securityhub:UpdateInsight',
];

/** Filters and trusted addresses hide findings; the rest are flow logs and log groups, and what watches them. */
export const furtherTampering: readonly string[] = [
  'ec2:DeleteFlowLogs',
  'guardduty:CreateFilter',
  'guardduty:CreateIPSet',
  'guardduty:CreateTrustedEntitySet',
  'inspector2:CreateFilter',
  'logs:DeleteLogGroup',
  'logs:DeleteLogStream',
  'logs:DeleteMetricFilter',
  'logs:DeleteSubscriptionFilter',
  'logs:PutLogGroupDeletionProtection',
  'logs:PutRetentionPolicy',
  'securityhub:StartConfigurationPolicyDisassociation',
];
