import type { AnnotatedRole, SharedWith } from '@ecs-iam/plugin-ecs-iam-common';
import type { TargetOrigin } from '../config/EcsIamConfig';
import { globalRegionOfPartition } from '../config/regions';
import type { MalformedValue, NamedRole } from '../entities/EntityMatch';
import type { StoredFinding, StoredRole } from '../inventory/Inventory';
import type { ConsoleLinks } from './present/ConsoleLinks';
import { presentRoleRef } from './present/presentRole';
import type { TargetCoverage } from './TargetCoverage';
import { targetSnippet } from './targetSnippet';

/** A role that an annotation names, whether or not a service of the entity uses it. */
export function presentAnnotatedRole(
  named: NamedRole,
  around: Readonly<{
    role: StoredRole | undefined;
    findings: readonly StoredFinding[];
    sharedWith: SharedWith;
    coverage: TargetCoverage;
    targetsFrom: TargetOrigin;
    links: ConsoleLinks;
  }>,
): AnnotatedRole {
  const { role, findings, links } = around;
  return {
    arn: named.arn,
    matchedBy: [...named.matchedBy],
    role: role ? presentRoleRef(role, links) : null,
    problem: role ? problemOf(role) : explainAbsence(named, around),
    lastUsed: role ? role.fact.lastUsed : null,
    sharedWith: around.sharedWith,
    findings: findings.map(({ id }) => id),
  };
}

/** A value of an annotation that is no ARN of a role. */
export function presentMalformedRole({
  value,
  matchedBy,
  message,
  fix,
}: MalformedValue): AnnotatedRole {
  return {
    arn: value,
    matchedBy: [...matchedBy],
    role: null,
    problem: { message, fix, snippet: null },
    lastUsed: null,
    sharedWith: { visible: [], hidden: 0 },
    findings: [],
  };
}

function problemOf({ fact, goneAt }: StoredRole): AnnotatedRole['problem'] {
  if (goneAt !== null) {
    return {
      message: 'The role was deleted: scans do not find it any more.',
      fix: 'Take it out of the annotation, or name its successor.',
      snippet: null,
    };
  }
  return fact.existence.known && fact.existence.value === 'not-found'
    ? {
        message: `There is no role '${fact.name}' in account ${fact.accountId}.`,
        fix: 'Correct the annotation, or take the role out of it.',
        snippet: null,
      }
    : null;
}

function explainAbsence(
  named: NamedRole,
  around: Readonly<{ coverage: TargetCoverage; targetsFrom: TargetOrigin }>,
): AnnotatedRole['problem'] {
  const { coverage, targetsFrom } = around;
  const { accountId, partition } = named;
  if (targetsFrom === 'catalog' || coverage.ofAccount(accountId).length > 0) {
    return {
      message: 'The role was not read yet.',
      fix: 'Wait for the next scan, or start one.',
      snippet: null,
    };
  }
  const region = globalRegionOfPartition(partition);
  return {
    message: `Account ${accountId} is not scanned.`,
    fix: 'Add these lines to the configuration of the backend, and let the scanning role be assumed in that account.',
    snippet: targetSnippet({ accountId, region }, coverage, targetsFrom),
  };
}
