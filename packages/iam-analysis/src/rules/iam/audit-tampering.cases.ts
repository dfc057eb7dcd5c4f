import { allow, held } from '../caseBuilders';
import type { RuleCases } from '../testRule';
import type { auditTampering } from './audit-tampering';

const AT = 'inline:app#/Statement/0';

export const cases: RuleCases<typeof auditTampering> = {
  flagged: [
    {
      name: 'stops any trail, recorder and detector',
      given: held([
        allow([
          'cloudtrail:StopLogging',
          'config:StopConfigurationRecorder',
          'guardduty:DeleteDetector',
        ]),
      ]),
      expect: [
        tampering(
          'cloudtrail:StopLogging',
          'config:StopConfigurationRecorder',
          'guardduty:DeleteDetector',
        ),
      ],
    },
    {
      name: 'deletes flow logs and log groups',
      given: held([allow(['ec2:DeleteFlowLogs', 'logs:DeleteLog*'])]),
      expect: [
        tampering(
          'ec2:DeleteFlowLogs',
          'logs:DeleteLogGroup',
          'logs:DeleteLogStream',
        ),
      ],
    },
    {
      name: 'an action that takes no resource counts too',
      given: held([allow(['inspector2:Disable', 'guardduty:ArchiveFindings'])]),
      expect: [tampering('guardduty:ArchiveFindings', 'inspector2:Disable')],
    },
    {
      name: 'a filter that hides findings',
      given: held([
        allow('guardduty:CreateF*', 'arn:aws:guardduty:*:*:detector/*'),
      ]),
      expect: [tampering('guardduty:CreateFilter')],
    },
    {
      name: 'a boundary that keeps the trails out: mitigated',
      given: held(
        [allow(['cloudtrail:UpdateTrail', 'cloudtrail:Delete*Trail'])],
        [allow({ not: 'cloudtrail:*' })],
      ),
      expect: [
        {
          ...tampering('cloudtrail:DeleteTrail', 'cloudtrail:UpdateTrail'),
          mitigatedBy: 'boundary',
        },
      ],
    },
  ],
  accepted: [
    {
      name: 'the log group of the application',
      given: held([
        allow(
          ['logs:DeleteLogStream', 'logs:PutRetentionPolicy'],
          'arn:aws:logs:eu-west-1:111122223333:log-group:/ecs/checkout:*',
        ),
      ]),
    },
    {
      name: 'writes logs',
      given: held([
        allow([
          'logs:CreateLogGroup',
          'logs:CreateLogStream',
          'logs:PutLogEvents',
        ]),
      ]),
    },
    {
      name: 'reads what was recorded',
      given: held([
        allow([
          'cloudtrail:LookupEvents',
          'config:Describe*',
          'guardduty:Get*',
        ]),
      ]),
    },
    {
      name: 'sets up a trail, and starts it',
      given: held([
        allow(['cloudtrail:CreateTrail', 'cloudtrail:StartLogging']),
      ]),
    },
    {
      name: 'reports to Config and Security Hub what a check of its own found',
      given: held([
        allow(['config:PutEvaluations', 'securityhub:BatchImportFindings']),
      ]),
    },
    {
      name: 'administrator: `iam.admin-access` speaks of it',
      given: held([allow('*')]),
    },
  ],
};

function tampering(...actions: string[]) {
  return {
    message: 'tampers',
    data: { actions },
    at: AT,
    severity: 'high',
  } as const;
}
