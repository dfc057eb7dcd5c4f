import type { Role } from '@ecs-iam/iam-analysis';
import type { StoredGap } from '../inventory/Inventory';
import type { RoleFacts } from './loadRoleFacts';

/**
 * Leaves of the gaps of a target what concerns some services and roles, so that nobody reads here which other roles
 * and services an account has.
 *
 * @returns gaps that name one of them, and those of whole lists; of what they name, no role, service or task
 * definition of others
 */
export function ownGaps(
  gaps: readonly StoredGap[],
  facts: Pick<RoleFacts, 'services' | 'uses' | 'roles'>,
): readonly StoredGap[] {
  const own = new Set(
    [
      ...facts.services.flatMap(({ fact }) => [
        fact.arn,
        fact.name,
        fact.clusterArn,
        ...fact.deployments.flatMap(({ taskDefinitionArn }) => [
          taskDefinitionArn,
          familyArn(taskDefinitionArn),
        ]),
      ]),
      ...[...facts.roles.values()].flatMap(({ fact }) => [
        fact.arn,
        fact.name,
        ...policyArns(fact),
      ]),
      ...[...facts.uses.values()]
        .flat()
        .flatMap(({ roleArn }) => (roleArn.known ? [roleArn.value] : [])),
    ].filter(name => name !== null),
  );
  return gaps.flatMap(gap => {
    const resources = gap.resources.filter(
      name => own.has(name) || !isPersonal(gap, name),
    );
    return gap.resources.length === 0 || resources.length > 0
      ? [{ ...gap, resources }]
      : [];
  });
}

function policyArns({ policies, boundary }: Role): readonly string[] {
  return [
    ...(policies.known ? policies.value : []),
    ...(boundary.known && boundary.value !== null ? [boundary.value] : []),
  ].flatMap(({ arn }) => (arn === null ? [] : [arn]));
}

/** The ARN of a revision without its number. */
function familyArn(taskDefinitionArn: string): string {
  return taskDefinitionArn.replace(/:\d+$/, '');
}

/** Roles, policies, services and task definitions belong to somebody; a host or a capacity provider serves all. */
function isPersonal({ api }: StoredGap, name: string): boolean {
  return (
    api.startsWith('iam:') ||
    (/^arn:[^:]*:ecs:/.test(name) && !SERVES_ALL.test(name))
  );
}

const SERVES_ALL =
  /^arn:[^:]*:ecs:[^:]*:[^:]*:(cluster|container-instance|capacity-provider|daemon)\//;
