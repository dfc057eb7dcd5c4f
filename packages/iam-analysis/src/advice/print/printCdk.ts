import { printStatement } from '../../policy/printStatement';
import type { Clause, Principal, Statement } from '../../policy/types';
import type { ProposedPolicy } from '../../policy/proposedPolicy';
import { pascalCase, resourceNames } from './resourceNames';
import { Code, typeScriptOf, typeScriptString } from './typeScript';

/**
 * @param policies - of one role
 * @returns AWS CDK in TypeScript, inside a construct whose role is `role`: an `iam.Policy` of the role for each policy.
 * The trust policy is an `iam.PolicyDocument`
 * @public
 */
export function printCdk(policies: readonly ProposedPolicy[]): string {
  const names = resourceNames(
    policies.map(({ name }) => name),
    pascalCase,
  );
  return policies
    .map((policy, index) => `${printOne(policy, names[index]).join('\n')}\n`)
    .join('\n');
}

function printOne(policy: ProposedPolicy, name: string): string[] {
  const statements = policy.statements.map(policyStatement);
  switch (policy.kind) {
    case 'identity':
      return call(
        `new iam.Policy(this, ${typeScriptString(name)}, `,
        { policyName: policy.name, roles: [new Code('role')], statements },
        ');',
      );
    case 'trust':
      return [
        '// For the `assumeRolePolicyDocument` of the role, an `iam.CfnRole` underneath:',
        ...call(
          'const trustPolicy = new iam.PolicyDocument(',
          { statements },
          ');',
        ),
      ];
    default:
      return policy.kind satisfies never;
  }
}

/** A statement as an `iam.PolicyStatement`. */
export function policyStatement(statement: Statement): Code {
  const { sid, effect, principals, actions, resources } = statement;
  const { Condition: conditions } = printStatement(statement);
  return new Code(
    ...call(
      'new iam.PolicyStatement(',
      {
        ...(sid ? { sid } : {}),
        effect: new Code(EFFECTS[effect]),
        ...(principals
          ? {
              [named(principals.kind, 'principals')]:
                principals.principals.map(principalOf),
            }
          : {}),
        [named(actions.kind, 'actions')]: actions.patterns,
        ...(resources
          ? { [named(resources.kind, 'resources')]: resources.patterns }
          : {}),
        ...(conditions ? { conditions } : {}),
      },
      ')',
    ),
  );
}

const EFFECTS = {
  Allow: 'iam.Effect.ALLOW',
  Deny: 'iam.Effect.DENY',
} as const;

// Each prints its name unchanged: `AccountPrincipal` would make the ARN of the root of an account.
// Source: https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_iam-readme.html, "Principals"
function principalOf({ type, value }: Principal): Code {
  const name = typeScriptString(value);
  switch (type) {
    case 'AWS':
      return new Code(`new iam.ArnPrincipal(${name})`);
    case 'Service':
      return new Code(`new iam.ServicePrincipal(${name})`);
    case 'Federated':
      return new Code(`new iam.FederatedPrincipal(${name})`);
    case 'CanonicalUser':
      return new Code(`new iam.CanonicalUserPrincipal(${name})`);
    case '*':
      return new Code('new iam.StarPrincipal()');
    default:
      return type satisfies never;
  }
}

function named(kind: Clause['kind'], name: string): string {
  return kind === 'only' ? name : `not${name[0].toUpperCase()}${name.slice(1)}`;
}

/** A call with one argument, an object, as lines. */
export function call(head: string, argument: object, tail: string): string[] {
  const lines = typeScriptOf(argument);
  return [
    `${head}${lines[0]}`,
    ...lines.slice(1, -1),
    `${lines[lines.length - 1]}${tail}`,
  ];
}
