import { printConditions } from '../../policy/printConditions';
import type {
  Clause,
  Condition,
  Principals,
  Statement,
} from '../../policy/types';
import type { ProposedPolicy } from '../../policy/proposedPolicy';
import { hclPolicyString, hclString, isMistakenForVariable } from './hclString';
import { indent } from './indent';
import { printJson } from './printJson';
import { resourceNames, snakeCase } from './resourceNames';

/**
 * @param policies - of one role
 * @param roleName - to which they belong
 * @returns Terraform: a document as data source for each policy, and an inline policy of the role made of it. The trust
 * policy is the data source alone: it belongs into the `aws_iam_role` that is already there
 * @public
 */
export function printTerraform(
  policies: readonly ProposedPolicy[],
  roleName: string,
): string {
  const labels = resourceNames(
    policies.map(({ name }) => name),
    snakeCase,
  );
  const blocks = policies.flatMap((policy, index) =>
    printOne(policy, labels[index], roleName),
  );
  return blocks.map(lines => `${lines.join('\n')}\n`).join('\n');
}

function printOne(
  policy: ProposedPolicy,
  label: string,
  roleName: string,
): string[][] {
  const document = isExpressible(policy)
    ? {
        blocks: [dataSource(policy, label)],
        value: [`data.aws_iam_policy_document.${label}.json`],
      }
    : { blocks: [], value: heredoc(printJson(policy)) };
  switch (policy.kind) {
    case 'trust':
      return [
        ...document.blocks,
        [
          `# In the resource "aws_iam_role" of ${JSON.stringify(roleName)}:`,
          ...commented(assignment('assume_role_policy', document.value)),
        ],
      ];
    case 'identity':
      return [
        ...document.blocks,
        block(`resource "aws_iam_role_policy" "${label}"`, [
          `name   = ${hclString(policy.name)}`,
          `role   = ${hclString(roleName)}`,
          ...assignment('policy', document.value),
        ]),
      ];
    default:
      return policy.kind satisfies never;
  }
}

function commented(lines: readonly string[]): string[] {
  return lines.map(line => `# ${line}`);
}

function assignment(name: string, [first, ...rest]: readonly string[]) {
  return [`${name} = ${first}`, ...rest];
}

// Only resources, principals and the values of conditions have variables.
function isExpressible({ statements }: ProposedPolicy): boolean {
  const texts = statements.flatMap(({ resources, principals, conditions }) => [
    ...(resources?.patterns ?? []),
    ...(principals?.principals.map(({ value }) => value) ?? []),
    ...conditions.flatMap(({ values }) => values),
  ]);
  return !texts.some(isMistakenForVariable);
}

function heredoc(json: string): string[] {
  const lines = json
    .replace(/[$%](?=\{)/g, character => character.repeat(2))
    .split('\n');
  return ['<<-JSON', ...indent(lines), 'JSON'];
}

function dataSource({ statements }: ProposedPolicy, label: string): string[] {
  return block(
    `data "aws_iam_policy_document" "${label}"`,
    separated(statements.map(statementBlock)),
  );
}

function statementBlock(statement: Statement): string[] {
  const { sid, effect, principals, actions, resources, conditions } = statement;
  return block(
    'statement',
    separated([
      [
        ...(sid ? [`sid    = ${hclString(sid)}`] : []),
        `effect = ${hclString(effect)}`,
      ],
      ...(principals ? principalBlocks(principals) : []),
      clause(actions, 'actions', hclString),
      ...(resources ? [clause(resources, 'resources', hclPolicyString)] : []),
      ...conditionBlocks(conditions),
    ]),
  );
}

function principalBlocks({ kind, principals }: Principals): string[][] {
  const types = [...new Set(principals.map(({ type }) => type))];
  return types.map(type => {
    const identifiers = principals
      .filter(principal => principal.type === type)
      .map(({ value }) => hclPolicyString(value));
    return block(kind === 'only' ? 'principals' : 'not_principals', [
      `type        = ${hclString(type)}`,
      `identifiers = [${identifiers.join(', ')}]`,
    ]);
  });
}

function clause(
  { kind, patterns }: Clause,
  name: string,
  print: (text: string) => string,
): string[] {
  return [
    `${kind === 'only' ? name : `not_${name}`} = [`,
    ...indent(patterns.map(pattern => `${print(pattern)},`)),
    ']',
  ];
}

function conditionBlocks(conditions: readonly Condition[]): string[][] {
  return Object.entries(printConditions(conditions)).flatMap(
    ([operator, keys]) =>
      Object.entries(keys).map(([key, values]) =>
        conditionBlock(operator, key, [values].flat().map(String)),
      ),
  );
}

function conditionBlock(
  operator: string,
  key: string,
  values: readonly string[],
): string[] {
  return block('condition', [
    `test     = ${hclString(operator)}`,
    `variable = ${hclString(key)}`,
    `values   = [${values.map(hclPolicyString).join(', ')}]`,
  ]);
}

function block(head: string, body: readonly string[]): string[] {
  return [`${head} {`, ...indent(body), '}'];
}

function separated(parts: readonly (readonly string[])[]): string[] {
  return parts.flatMap((lines, index) =>
    index === 0 ? lines : ['', ...lines],
  );
}
