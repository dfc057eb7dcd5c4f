import { documentOf } from '../../../advice/print/printJson';
import { pascalCase, resourceNames } from '../../../advice/print/resourceNames';
import { yamlOf } from '../../../advice/print/yaml';
import type { RoleCode } from './RoleCode';

/** Roles with their policies as a template of CloudFormation, in YAML. */
export function cloudFormationRoles(roles: readonly RoleCode[]): string {
  if (roles.length === 0) {
    return '';
  }
  const names = resourceNames(
    roles.map(({ name }) => name),
    pascalCase,
  );
  const resources = roles.map((role, index) => [names[index], resource(role)]);
  return [
    ...roles.map(({ remark }, index) => `# ${names[index]}: ${remark}`),
    ...yamlOf({ Resources: Object.fromEntries(resources) }),
  ]
    .map(line => `${line}\n`)
    .join('');
}

// Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iam-role.html
function resource({ name, path, trust, policy }: RoleCode) {
  return {
    Type: 'AWS::IAM::Role',
    Properties: {
      RoleName: name,
      ...(path === '/' ? {} : { Path: path }),
      AssumeRolePolicyDocument: documentOf(trust),
      ...(policy
        ? {
            Policies: [
              { PolicyName: policy.name, PolicyDocument: documentOf(policy) },
            ],
          }
        : {}),
    },
  };
}
