import { actionsIn, holds, intersect, NO_ACTIONS } from '../actionSet';
import { actionName, findAction, isRestrictable } from '../catalogue';
import { furtherTampering, harmless } from './auditTampering';
import { dataDestruction } from './dataDestruction';
import {
  credentialsActions,
  dataActions,
  deletingActions,
  destroyingActions,
  exposureActions,
  modifyingActions,
  networkActions,
  organizationActions,
  readingActions,
  secretActions,
  tamperingActions,
} from './index';
import { elasticAddresses } from './networkExposure';

describe('the names of categories', () => {
  it.each([
    ['of destruction', dataDestruction],
    ['of tampering', furtherTampering],
    ['of what is no tampering', harmless],
    ['of addresses', elasticAddresses],
  ])('are all known to the catalogue: %s', (_, names) => {
    expect(names.filter(name => findAction(name) === undefined)).toEqual([]);
    expect(new Set(names).size).toBe(names.length);
  });

  it('take from tampering only what its pattern would take in', () => {
    const altering = /:(Batch)?(Delete|Put|Remove|Reset|Stop|Update)/;
    expect(harmless.filter(name => !altering.test(name))).toEqual([]);
    expect(harmless.filter(held(tamperingActions()))).toEqual([]);
  });
});

describe('the categories', () => {
  it('of changes hold nothing that a category of its own speaks of', () => {
    for (const own of [
      credentialsActions(),
      dataActions(),
      destroyingActions(),
      exposureActions(),
    ]) {
      expect(intersect(modifyingActions(), own)).toEqual(NO_ACTIONS);
    }
  });

  it('of reads hold no data, and no change', () => {
    expect(intersect(readingActions(), dataActions())).toEqual(NO_ACTIONS);
    expect(intersect(readingActions(), modifyingActions())).toEqual(NO_ACTIONS);
  });

  it.each([
    ['changes', modifyingActions],
    ['reads', readingActions],
    ['exposures', exposureActions],
  ])('of %s hold only what can be bound to a resource', (_, actions) => {
    expect(
      [...actionsIn(actions())]
        .filter(action => !isRestrictable(action))
        .map(actionName),
    ).toEqual([]);
  });

  it.each([
    [
      'deletions',
      deletingActions,
      ['ec2:TerminateInstances', 'lambda:DeleteFunction', 'sqs:PurgeQueue'],
      ['ec2:DeleteTags', 'lambda:UpdateFunctionCode', 's3:DeleteBucket'],
    ],
    [
      'secrets',
      secretActions,
      ['secretsmanager:GetSecretValue', 'ssm:GetParameter'],
      ['ssm:GetDocument', 'secretsmanager:DescribeSecret'],
    ],
    [
      'tampering',
      tamperingActions,
      [
        'cloudtrail:PutEventSelectors',
        'config:DeleteDeliveryChannel',
        'detective:DeleteGraph',
        'ec2:DeleteFlowLogs',
        'guardduty:UpdateDetector',
        'inspector2:Disable',
        'inspector:StopAssessmentRun',
        'logs:PutRetentionPolicy',
        'securityhub:DisableSecurityHub',
      ],
      [
        'cloudtrail:RemoveTags',
        'cloudtrail:StartLogging',
        'config:PutEvaluations',
        'logs:PutLogEvents',
        'securityhub:BatchImportFindings',
      ],
    ],
    [
      'networks',
      networkActions,
      [
        'ec2:AuthorizeSecurityGroupIngress',
        'ec2:CreateRoute',
        'ec2:DisassociateAddress',
        'ec2:EnableAddressTransfer',
        'ec2:ModifyVpcBlockPublicAccessOptions',
        'elasticloadbalancing:SetSecurityGroups',
        's3:PutAccountPublicAccessBlock',
      ],
      [
        'ec2:DeleteIpamRoutingPolicyRegistration',
        'ec2:ExportTransitGatewayRoutes',
        'ec2:UpdateSecurityGroupRuleDescriptionsEgress',
      ],
    ],
    [
      'the organization',
      organizationActions,
      [
        'account:CloseAccount',
        'controltower:DisableControl',
        'organizations:AttachPolicy',
        'sso:CreateAccountAssignment',
      ],
      ['organizations:TagResource', 'organizations:ListAccounts'],
    ],
  ])('of %s', (_, actions, inside, outside) => {
    expect(inside.filter(held(actions()))).toEqual(inside);
    expect(outside.filter(held(actions()))).toEqual([]);
  });
});

function held(set: readonly number[]) {
  return (name: string) => {
    const action = findAction(name);
    return action !== undefined && holds(set, action);
  };
}
