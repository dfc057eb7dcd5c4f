import { parseArn } from './names/arn';
import type { RevisionShare } from './roleUse';
import type { Deployment, Service } from './service';

/**
 * The task definition revisions that a service uses now, with the share of its tasks that each has. During a rollout,
 * and with CodeDeploy or an external controller, there are several.
 *
 * @param service - the service with all its deployments and task sets
 * @returns the primary one first, then by share; the shares sum to 100; empty when nothing is deployed
 * @public
 */
export function activeRevisions(service: Service): readonly RevisionShare[] {
  const inUse = service.deployments.filter(isInUse);
  const arns = [
    ...new Set(
      [...inUse].sort(primaryFirst).map(each => each.taskDefinitionArn),
    ),
  ];
  const counts = arns.map(arn =>
    inUse
      .filter(each => each.taskDefinitionArn === arn)
      .reduce(
        (sum, each) => ({
          running: sum.running + each.runningCount,
          desired: sum.desired + each.desiredCount,
          primary: sum.primary || each.status === 'PRIMARY',
        }),
        { running: 0, desired: 0, primary: false },
      ),
  );
  // Running tasks tell most; a service that runs none still says what it is to run.
  const measures = [
    counts.map(each => each.running),
    counts.map(each => each.desired),
  ];
  const shares = percentages(
    measures.find(parts => parts.some(part => part > 0)) ??
      counts.map(each => (each.primary ? 1 : 0)),
  );
  return arns.map((taskDefinitionArn, index) => ({
    taskDefinitionArn,
    revision: revisionOf(taskDefinitionArn),
    sharePercent: shares[index],
  }));
}

/**
 * @param deployment - a deployment or task set
 * @returns whether it has tasks, is about to have some, or is the one that the service is to run
 */
export function isInUse(deployment: Deployment): boolean {
  const { status, runningCount, pendingCount, desiredCount } = deployment;
  return (
    status === 'PRIMARY' ||
    runningCount > 0 ||
    pendingCount > 0 ||
    (status !== 'INACTIVE' && status !== 'DRAINING' && desiredCount > 0)
  );
}

/**
 * Whole percentages that sum to 100, by largest remainder. Whoever has a part gets at least 1, so that one task of a
 * thousand does not read as none.
 *
 * @param parts - counts, not negative
 * @returns as many percentages; all 0 when there is nothing to share
 */
export function percentages(parts: readonly number[]): readonly number[] {
  const total = parts.reduce((sum, part) => sum + part, 0);
  if (total === 0) {
    return parts.map(() => 0);
  }
  const exact = parts.map(part => (part * 100) / total);
  const whole = exact.map(share =>
    share > 0 ? Math.max(1, Math.floor(share)) : 0,
  );
  let missing = 100 - whole.reduce((sum, share) => sum + share, 0);
  while (missing !== 0) {
    const step = Math.sign(missing);
    // The one that is furthest from its exact share, in the direction of the step.
    const gaps = whole.map((share, index) =>
      parts[index] === 0 || share + step < 1
        ? -Infinity
        : (exact[index] - share) * step,
    );
    const widest = gaps.indexOf(Math.max(...gaps));
    if (gaps[widest] === -Infinity) {
      break;
    }
    whole[widest] += step;
    missing -= step;
  }
  return whole;
}

function primaryFirst(a: Deployment, b: Deployment): number {
  return (
    Number(b.status === 'PRIMARY') - Number(a.status === 'PRIMARY') ||
    b.runningCount - a.runningCount ||
    revisionOf(b.taskDefinitionArn) - revisionOf(a.taskDefinitionArn)
  );
}

/**
 * @param taskDefinitionArn - with its revision
 * @returns the number of the revision; 0 when the ARN has none
 */
export function revisionOf(taskDefinitionArn: string): number {
  const result = parseArn(taskDefinitionArn);
  const text = result.ok ? result.value.resource : taskDefinitionArn;
  return Number(/:(\d+)$/.exec(text)?.[1] ?? 0);
}
