import type { ProposedPolicy } from '../../policy/proposedPolicy';
import { hclString } from './hclString';
import { resourceNames, snakeCase } from './resourceNames';
import { assignment, block, terraformDocument } from './terraformDocument';

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
  const document = terraformDocument(policy, label);
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
