import type { EntityService, RoleUse } from '@ecs-iam/plugin-ecs-iam-common';
import type { MalformedValue, NamedFamily } from '../../entities/EntityMatch';
import type { FoundService, MissingService } from '../findServices';
import type { ServiceProblem } from '../missingService';
import { clusterOf } from './clusterOf';
import type { ConsoleLinks } from './ConsoleLinks';

/** A service that the inventory has. One that is gone has no roles any more. */
export function presentFound(
  { arn, matchedBy, stored }: FoundService,
  around: Readonly<{
    roles: readonly RoleUse[];
    hosts: EntityService['hosts'];
    links: ConsoleLinks;
  }>,
): EntityService {
  const { roles, hosts, links } = around;
  const { fact, compute, goneAt, readAt } = stored;
  const cluster = clusterOf(fact);
  return {
    arn,
    name: fact.name,
    state: goneAt === null ? 'active' : 'gone',
    problem: goneAt === null ? null : gone,
    matchedBy: [...matchedBy],
    cluster,
    accountId: fact.accountId,
    region: fact.region,
    compute: [...compute],
    runningCount: goneAt === null ? fact.runningCount : null,
    desiredCount: goneAt === null ? fact.desiredCount : null,
    deploymentInProgress: goneAt === null && isRollingOut(stored),
    consoleUrl:
      fact.kind === 'task-family' || cluster === null
        ? links.taskFamily(fact)
        : links.service({ ...fact, clusterName: cluster.name }),
    goneSince: goneAt,
    scannedAt: readAt,
    roles: goneAt === null ? [...roles] : [],
    kind: fact.kind,
    hosts,
  };
}

/** A service that an annotation names and the inventory does not have, with what to do. */
export function presentMissing(
  { named }: MissingService,
  { state, problem }: ServiceProblem,
): EntityService {
  const { accountId, region, clusterName, partition } = named;
  return {
    ...nothing,
    arn: named.arn,
    name: named.serviceName,
    state,
    problem,
    matchedBy: [...named.matchedBy],
    cluster:
      clusterName === null
        ? null
        : {
            arn: `arn:${partition}:ecs:${region}:${accountId}:cluster/${clusterName}`,
            name: clusterName,
          },
    accountId,
    region,
  };
}

/** A family that an annotation names and that no scanned account has, with what to do. */
export function presentMissingFamily(
  { value, family, place, matchedBy }: NamedFamily,
  { state, problem }: ServiceProblem,
): EntityService {
  return {
    ...nothing,
    kind: 'task-family',
    arn: value,
    name: family,
    state,
    problem,
    matchedBy: [...matchedBy],
    accountId: place?.accountId ?? null,
    region: place?.region ?? null,
  };
}

/** A value of an annotation that is no ARN of a service. */
export function presentMalformed(malformed: MalformedValue): EntityService {
  const { value, matchedBy, message, fix } = malformed;
  return {
    ...nothing,
    arn: value,
    name: value,
    state: 'malformed',
    problem: { message, fix, snippet: null },
    matchedBy: [...matchedBy],
  };
}

const nothing = {
  cluster: null,
  accountId: null,
  region: null,
  compute: [],
  runningCount: null,
  desiredCount: null,
  deploymentInProgress: false,
  consoleUrl: null,
  goneSince: null,
  scannedAt: null,
  roles: [],
  kind: 'service',
  hosts: { known: true, value: [] },
} satisfies Partial<EntityService>;

const gone: EntityService['problem'] = {
  message: 'The service was deleted: scans do not find it any more.',
  fix: 'Take it out of the annotation, or name its successor.',
  snippet: null,
};

// More than one deployment or task set that still has, or wants, tasks. Nobody deploys the tasks of a family: that several
// revisions run is how they were started.
function isRollingOut({ fact }: FoundService['stored']): boolean {
  return (
    fact.kind === 'service' &&
    fact.deployments.filter(
      ({ desiredCount, runningCount, pendingCount }) =>
        desiredCount + runningCount + pendingCount > 0,
    ).length > 1
  );
}
