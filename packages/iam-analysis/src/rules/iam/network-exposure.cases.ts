import { allow, held } from '../caseBuilders';
import type { RuleCases } from '../testRule';
import type { networkExposure } from './network-exposure';

const AT = 'inline:app#/Statement/0';

export const cases: RuleCases<typeof networkExposure> = {
  flagged: [
    {
      name: 'opens any security group',
      given: held([
        allow([
          'ec2:AuthorizeSecurityGroupIngress',
          'ec2:DescribeSecurityGroups',
        ]),
      ]),
      expect: [opening('ec2:AuthorizeSecurityGroupIngress')],
    },
    {
      name: 'redirects any route',
      given: held([
        allow('ec2:*eRoute', 'arn:aws:ec2:*:111122223333:route-table/*'),
      ]),
      expect: [
        opening('ec2:CreateRoute', 'ec2:DeleteRoute', 'ec2:ReplaceRoute'),
      ],
    },
    {
      name: 'takes the blocks of public access away',
      given: held([
        allow([
          'ec2:DisableSnapshotBlockPublicAccess',
          's3:PutAccountPublicAccessBlock',
          's3:PutBucketPublicAccessBlock',
        ]),
      ]),
      expect: [
        opening(
          'ec2:DisableSnapshotBlockPublicAccess',
          's3:PutAccountPublicAccessBlock',
          's3:PutBucketPublicAccessBlock',
        ),
      ],
    },
    {
      name: 'takes public addresses away, or gives them to another account',
      given: held([
        allow(['ec2:DisassociateAddress', 'ec2:EnableAddressTransfer']),
      ]),
      expect: [opening('ec2:DisassociateAddress', 'ec2:EnableAddressTransfer')],
    },
    {
      name: 'in one VPC: mitigated',
      given: held([
        allow('ec2:AuthorizeSecurityGroupIngress', '*', {
          ArnEquals: {
            'ec2:Vpc': 'arn:aws:ec2:eu-west-1:111122223333:vpc/vpc-1',
          },
        }),
      ]),
      expect: [
        {
          ...opening('ec2:AuthorizeSecurityGroupIngress'),
          mitigatedBy: 'condition',
        },
      ],
    },
  ],
  accepted: [
    {
      name: 'one security group',
      given: held([
        allow(
          'ec2:AuthorizeSecurityGroupIngress',
          'arn:aws:ec2:eu-west-1:111122223333:security-group/sg-0123456789abcdef0',
        ),
      ]),
    },
    {
      name: 'describes rules, and looks at routes',
      given: held([
        allow([
          'ec2:UpdateSecurityGroupRuleDescriptionsIngress',
          'ec2:DescribeRouteTables',
          'ec2:ExportTransitGatewayRoutes',
        ]),
      ]),
    },
    {
      name: 'looks at the block of public access',
      given: held([allow('s3:GetBucketPublicAccessBlock')]),
    },
    {
      name: 'routes that are none of a network',
      given: held([allow(['appmesh:CreateRoute', 'apigateway:POST'])]),
    },
    {
      name: 'administrator: `iam.admin-access` speaks of it',
      given: held([allow('*')]),
    },
  ],
};

function opening(...actions: string[]) {
  return {
    message: 'opens',
    data: { actions },
    at: AT,
    severity: 'medium',
  } as const;
}
