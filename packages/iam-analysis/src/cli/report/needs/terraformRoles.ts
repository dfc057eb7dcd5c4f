import { hclString } from '../../../advice/print/hclString';
import { resourceNames, snakeCase } from '../../../advice/print/resourceNames';
import {
  assignment,
  block,
  terraformDocument,
} from '../../../advice/print/terraformDocument';
import type { RoleCode } from './RoleCode';

/** Roles with their policies in Terraform. */
export function terraformRoles(roles: readonly RoleCode[]): string {
  const labels = resourceNames(
    roles.flatMap(({ name }) => [name, `${name}-trust`]),
    snakeCase,
  );
  return roles
    .flatMap((role, index) =>
      blocksOf(role, labels[2 * index], labels[2 * index + 1]),
    )
    .map(lines => `${lines.join('\n')}\n`)
    .join('\n');
}

function blocksOf(
  { name, path, remark, trust, policy }: RoleCode,
  label: string,
  trustLabel: string,
): readonly string[][] {
  const trusted = terraformDocument(trust, trustLabel);
  const allowed = policy && terraformDocument(policy, label);
  return [
    ...trusted.blocks,
    [
      `# ${remark}`,
      ...block(`resource "aws_iam_role" "${label}"`, [
        `name               = ${hclString(name)}`,
        ...(path === '/' ? [] : [`path               = ${hclString(path)}`]),
        ...assignment('assume_role_policy', trusted.value),
      ]),
    ],
    ...(policy && allowed
      ? [
          ...allowed.blocks,
          block(`resource "aws_iam_role_policy" "${label}"`, [
            `name   = ${hclString(policy.name)}`,
            `role   = aws_iam_role.${label}.name`,
            ...assignment('policy', allowed.value),
          ]),
        ]
      : []),
  ];
}
