import type { ProposedPolicy } from '../../policy/proposedPolicy';
import { documentOf } from './printJson';
import { pascalCase, resourceNames } from './resourceNames';
import { yamlOf } from './yaml';

/**
 * @param policies - of one role
 * @param roleName - to which they belong
 * @returns CloudFormation in YAML: an `AWS::IAM::RolePolicy` for each policy. The trust policy is a property of the
 * `AWS::IAM::Role` that is already there, so it comes alone, after a comment. Policy variables stay as they are:
 * CloudFormation reads `${...}` in `Fn::Sub` only
 * @public
 */
export function printCloudFormation(
  policies: readonly ProposedPolicy[],
  roleName: string,
): string {
  const identity = policies.filter(({ kind }) => kind === 'identity');
  const trust = policies.filter(({ kind }) => kind === 'trust');
  const names = resourceNames(
    identity.map(({ name }) => name),
    pascalCase,
  );
  const resources = identity.map((policy, index) => [
    names[index],
    rolePolicy(policy, roleName),
  ]);
  const lines = [
    ...(identity.length > 0
      ? yamlOf({ Resources: Object.fromEntries(resources) })
      : []),
    ...trust.flatMap(policy => [
      `# Among the Properties of the AWS::IAM::Role ${JSON.stringify(
        roleName,
      )}:`,
      ...yamlOf({ AssumeRolePolicyDocument: documentOf(policy) }),
    ]),
  ];
  return lines.map(line => `${line}\n`).join('');
}

// Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iam-rolepolicy.html
function rolePolicy(policy: ProposedPolicy, roleName: string) {
  return {
    Type: 'AWS::IAM::RolePolicy',
    Properties: {
      PolicyName: policy.name,
      RoleName: roleName,
      PolicyDocument: documentOf(policy),
    },
  };
}
