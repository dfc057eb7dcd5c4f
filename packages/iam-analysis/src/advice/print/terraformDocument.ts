import { printConditions } from '../../policy/printConditions';
import type { ProposedPolicy } from '../../policy/proposedPolicy';
import type {
  Clause,
  Condition,
  Principals,
  Statement,
} from '../../policy/types';
import { hclPolicyString, hclString, isMistakenForVariable } from './hclString';
import { indent } from './indent';
import { printJson } from './printJson';

/** A document in Terraform: blocks that must be there, and an expression for it. */
export type TerraformDocument = Readonly<{
  blocks: readonly string[][];
  value: readonly string[];
}>;

/**
 * @param policy - whose document it is
 * @param label - of the data source
 */
export function terraformDocument(
  policy: ProposedPolicy,
  label: string,
): TerraformDocument {
  return isExpressible(policy)
    ? {
        blocks: [dataSource(policy, label)],
        value: [`data.aws_iam_policy_document.${label}.json`],
      }
    : { blocks: [], value: heredoc(printJson(policy)) };
}

/** An argument of a block, with a value of one line or more. */
export function assignment(name: string, [first, ...rest]: readonly string[]) {
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

/** A block of HCL. */
export function block(head: string, body: readonly string[]): string[] {
  return [`${head} {`, ...indent(body), '}'];
}

function separated(parts: readonly (readonly string[])[]): string[] {
  return parts.flatMap((lines, index) =>
    index === 0 ? lines : ['', ...lines],
  );
}
