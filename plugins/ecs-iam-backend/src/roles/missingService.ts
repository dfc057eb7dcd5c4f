import type { EntityService } from '@ecs-iam/plugin-ecs-iam-common';
import type { TargetOrigin } from '../config/EcsIamConfig';
import type { StoredGap } from '../inventory/Inventory';
import type { MissingService } from './findServices';
import { isRegion } from '../config/regions';
import { servicesGap } from './TargetCoverage';
import type { TargetCoverage, TargetName } from './TargetCoverage';
import { targetSnippet } from './targetSnippet';

export type ServiceProblem = Readonly<{
  state: Exclude<EntityService['state'], 'active' | 'gone'>;
  problem: NonNullable<EntityService['problem']>;
}>;

/**
 * Tells why a service that an annotation names is not shown, and what to do.
 *
 * @param around - what is scanned, by which part of the configuration, and what could not be read
 */
export function explainMissing(
  { named, clusterNames }: MissingService,
  around: Readonly<{
    coverage: TargetCoverage;
    targetsFrom: TargetOrigin;
    gaps: readonly StoredGap[];
  }>,
): ServiceProblem {
  const { coverage, targetsFrom, gaps } = around;
  if (!coverage.isTarget(named)) {
    // Annotations make targets by themselves then, from the next scan on.
    return targetsFrom === 'catalog' && isRegion(named.region)
      ? notScanned(named, null)
      : notATarget(named, coverage, targetsFrom);
  }
  if (clusterNames.length > 1) {
    const longForm = longArn(named, clusterNames[0]);
    return {
      state: 'malformed',
      problem: {
        message: `'${named.arn}' names no cluster, and ${
          clusterNames.length
        } clusters have a service '${named.serviceName}': ${clusterNames.join(
          ', ',
        )}.`,
        fix: `Write the long form, which names the cluster: ${longForm}`,
        snippet: null,
      },
    };
  }
  const state = coverage.state(named);
  if (!state || state.lastSuccess === null) {
    return notScanned(named, state?.error ?? null);
  }
  const gap = servicesGap(gaps, named);
  return gap ? notListed(named, gap) : notFound(named);
}

/** @param named - what lies, or should lie, in an account and region that are not scanned */
export function notATarget(
  named: TargetName,
  coverage: TargetCoverage,
  targetsFrom: TargetOrigin,
): ServiceProblem {
  const snippet = targetSnippet(named, coverage, targetsFrom);
  return {
    state: 'not-a-target',
    problem: {
      message: `${place(named)} is not scanned.`,
      fix:
        snippet === null
          ? `Correct the region in the ARN: AWS has no region '${named.region}'.`
          : 'Add these lines to the configuration of the backend, and let the scanning role be assumed in that account.',
      snippet,
    },
  };
}

/** @param error - of the last scan; `null` before the first */
export function notScanned(
  name: TargetName,
  error: string | null,
): ServiceProblem {
  return {
    state: 'not-scanned',
    problem: {
      message:
        error === null
          ? `${place(name)} was not scanned yet.`
          : `${place(name)} could not be scanned: ${error}`,
      fix:
        error === null
          ? 'Wait for the first scan, or start one.'
          : 'Correct what the message says, then scan again.',
      snippet: null,
    },
  };
}

/** @param gap - that left the services of the target incomplete */
export function notListed(name: TargetName, gap: StoredGap): ServiceProblem {
  return {
    state: 'not-scanned',
    problem: {
      message: `The services of account ${name.accountId}, ${name.region}, could not all be listed: ${gap.api} answered ${gap.because}. So nothing can be said of this one.`,
      fix: `Let the scanning role call ${gap.api}, then scan again.`,
      snippet: null,
    },
  };
}

function notFound(named: MissingService['named']): ServiceProblem {
  const where = `account ${named.accountId}, ${named.region}`;
  return {
    state: 'not-found',
    problem: {
      message:
        named.clusterName === null
          ? `There is no service '${named.serviceName}' in any cluster of ${where}.`
          : `There is no service '${named.serviceName}' in cluster '${named.clusterName}' of ${where}.`,
      fix:
        named.clusterName === null
          ? `Correct the annotation, in the long form that names the cluster: ${longArn(
              named,
              'CLUSTER',
            )}`
          : 'Correct the annotation, or take it out when the service was deleted.',
      snippet: null,
    },
  };
}

function longArn(
  { partition, region, accountId, serviceName }: MissingService['named'],
  clusterName: string,
): string {
  return `arn:${partition}:ecs:${region}:${accountId}:service/${clusterName}/${serviceName}`;
}

function place({ accountId, region }: TargetName): string {
  return `Account ${accountId}, ${region},`;
}
