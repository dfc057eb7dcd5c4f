import type { AnyRule } from '@ecs-iam/iam-analysis';
import { mapKnown } from '@ecs-iam/iam-analysis';
import type {
  Gap,
  RoleDetail,
  RoleRef,
  RoleSlot,
  SharedWith,
} from '@ecs-iam/plugin-ecs-iam-common';
import type { StoredFinding, StoredRole } from '../../inventory/Inventory';
import { analysisBasis } from './analysisBasis';
import type { ConsoleLinks } from './ConsoleLinks';
import { boundaryPolicy, rolePolicy, trustPolicy } from './policiesOf';
import { compareFindings, presentFinding } from './presentFinding';
import { presentPolicy } from './presentPolicy';

/** What is shown of a role wherever it is named. */
export function presentRoleRef(
  { id, fact }: StoredRole,
  links: ConsoleLinks,
): RoleRef {
  return {
    id,
    arn: fact.arn,
    name: fact.name,
    accountId: fact.accountId,
    existence: fact.existence,
    consoleUrl: links.role(fact),
  };
}

/** A role with all its documents. */
export function presentRole(
  role: StoredRole,
  around: Readonly<{
    findings: readonly StoredFinding[];
    slots: readonly RoleSlot[];
    usedBy: SharedWith;
    needs: RoleDetail['needs'];
    gaps: Gap[];
    rules: readonly AnyRule[];
    links: ConsoleLinks;
  }>,
): RoleDetail {
  const { fact } = role;
  const { findings, slots, usedBy, needs, gaps, rules, links } = around;
  const view = (policy: Parameters<typeof presentPolicy>[0]) =>
    presentPolicy(policy, fact, findings, links);
  return {
    ...presentRoleRef(role, links),
    path: fact.path,
    partition: fact.partition,
    createdAt: fact.createdAt,
    lastUsed: fact.lastUsed,
    tags: fact.tags,
    slots: [...slots],
    trust: view(trustPolicy(fact)),
    policies: mapKnown(fact.policies, policies =>
      policies.map(policy => view(rolePolicy(policy))),
    ),
    boundary: mapKnown(fact.boundary, boundary =>
      boundary === null ? null : view(boundaryPolicy(boundary)),
    ),
    findings: findings
      .map(finding => presentFinding(finding, role, rules))
      .sort(compareFindings),
    analysis: analysisBasis,
    needs,
    usedBy,
    gaps,
    scannedAt: role.readAt,
  };
}
