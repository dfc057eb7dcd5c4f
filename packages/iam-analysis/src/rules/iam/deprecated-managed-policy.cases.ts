import { managed } from '../caseBuilders';
import type { RuleCases } from '../testRule';
import type { deprecatedManagedPolicy } from './deprecated-managed-policy';

export const cases: RuleCases<typeof deprecatedManagedPolicy> = {
  flagged: [
    {
      name: 'a policy that AWS withdrew for what it grants',
      given: attaching(
        'arn:aws:iam::aws:policy/service-role/AmazonEC2RoleforSSM',
      ),
      expect: [
        {
          message: 'policy',
          data: {
            policies: ['AmazonEC2RoleforSSM'],
            successor: 'AmazonSSMManagedInstanceCore',
          },
          at: 'managed:arn:aws:iam::aws:policy/service-role/AmazonEC2RoleforSSM#',
          severity: 'medium',
        },
      ],
    },
    {
      name: 'the former policy for all of ECS, in another partition',
      given: attaching(
        'arn:aws-us-gov:iam::aws:policy/AmazonEC2ContainerServiceFullAccess',
      ),
      expect: [
        {
          message: 'policy',
          data: {
            policies: ['AmazonEC2ContainerServiceFullAccess'],
            successor: 'AmazonECS_FullAccess',
          },
          at: 'managed:arn:aws-us-gov:iam::aws:policy/AmazonEC2ContainerServiceFullAccess#',
          severity: 'medium',
        },
      ],
    },
    {
      name: 'a role that a service-linked one replaced: low',
      given: attaching(
        'arn:aws:iam::aws:policy/service-role/AmazonEC2ContainerServiceRole',
      ),
      expect: [
        {
          message: 'serviceLinkedRole',
          data: {
            policies: ['AmazonEC2ContainerServiceRole'],
            successor: 'AWSServiceRoleForECS',
          },
          at: 'managed:arn:aws:iam::aws:policy/service-role/AmazonEC2ContainerServiceRole#',
          severity: 'low',
        },
      ],
    },
  ],
  accepted: [
    {
      name: 'its successor',
      given: attaching('arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore'),
    },
    {
      name: 'a customer policy of that name',
      given: attaching('arn:aws:iam::111122223333:policy/AmazonEC2RoleforSSM'),
    },
    {
      name: 'a policy whose name only begins alike',
      given: attaching('arn:aws:iam::aws:policy/AWSLambda_FullAccess'),
    },
    { name: 'a role without policies', given: { policies: [] } },
  ],
};

function attaching(...arns: string[]) {
  return { policies: arns.map(arn => managed(arn)) };
}
