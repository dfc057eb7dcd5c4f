import { call, policyStatement } from '../../../advice/print/printCdk';
import { pascalCase, resourceNames } from '../../../advice/print/resourceNames';
import { Code, typeScriptString } from '../../../advice/print/typeScript';
import type { ProposedPolicy } from '../../../policy/proposedPolicy';
import type { RoleCode } from './RoleCode';

/**
 * Roles with their policies in AWS CDK, inside a construct. They are `CfnRole`: an `iam.Role` would write the trust
 * policy itself.
 */
export function cdkRoles(roles: readonly RoleCode[]): string {
  const names = resourceNames(
    roles.map(({ name }) => name),
    pascalCase,
  );
  return roles
    .map((role, index) => `${linesOf(role, names[index]).join('\n')}\n`)
    .join('\n');
}

// Source: https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_iam.CfnRole.html
function linesOf(
  { name, path, remark, trust, policy }: RoleCode,
  id: string,
): readonly string[] {
  return [
    `// ${remark}`,
    ...call(
      `new iam.CfnRole(this, ${typeScriptString(id)}, `,
      {
        roleName: name,
        ...(path === '/' ? {} : { path }),
        assumeRolePolicyDocument: documentOf(trust),
        ...(policy
          ? {
              policies: [
                { policyName: policy.name, policyDocument: documentOf(policy) },
              ],
            }
          : {}),
      },
      ');',
    ),
  ];
}

function documentOf({ statements }: ProposedPolicy): Code {
  return new Code(
    ...call(
      'new iam.PolicyDocument(',
      { statements: statements.map(policyStatement) },
      ')',
    ),
  );
}
