import { isRegion } from '../config/regions';
import type { TargetOrigin } from '../config/EcsIamConfig';
import type { NamedFamily } from '../entities/EntityMatch';
import type { StoredGap } from '../inventory/Inventory';
import {
  notATarget,
  notListed,
  notScanned,
  type ServiceProblem,
} from './missingService';
import { servicesGap, type TargetCoverage } from './TargetCoverage';

/**
 * Tells why the tasks of a family that an annotation names are not shown, and what to do.
 *
 * @param around - what is scanned, by which part of the configuration, and what could not be read
 */
export function explainMissingFamily(
  named: NamedFamily,
  around: Readonly<{
    coverage: TargetCoverage;
    targetsFrom: TargetOrigin;
    gaps: readonly StoredGap[];
  }>,
): ServiceProblem {
  const { family, place } = named;
  const { coverage, targetsFrom, gaps } = around;
  if (place === null) {
    return isNowhere(around)
      ? notFound(
          `No account that is scanned has a task definition '${family}'.`,
        )
      : notFoundSoFar(family);
  }
  if (!coverage.isTarget(place)) {
    return targetsFrom === 'catalog' && isRegion(place.region)
      ? notScanned(place, null)
      : notATarget(place, coverage, targetsFrom);
  }
  const state = coverage.state(place);
  if (!state || state.lastSuccess === null) {
    return notScanned(place, state?.error ?? null);
  }
  const gap = servicesGap(gaps, place);
  return gap
    ? notListed(place, gap)
    : notFound(
        `Account ${place.accountId}, ${place.region}, has no active task definition '${family}', as of the last scan.`,
      );
}

/** Whether all targets were read in full, as far as they tell of families. */
function isNowhere({
  coverage,
  gaps,
}: Readonly<{
  coverage: TargetCoverage;
  gaps: readonly StoredGap[];
}>): boolean {
  return coverage.targets.every(
    target =>
      (coverage.state(target)?.lastSuccess ?? null) !== null &&
      !servicesGap(gaps, target),
  );
}

// Which accounts these are, and why they were not read, is for those to know who may see the fleet.
function notFoundSoFar(family: string): ServiceProblem {
  return {
    state: 'not-scanned',
    problem: {
      message: `No account that was read in full has a task definition '${family}', but some accounts were not read in full yet.`,
      fix: 'Wait for the next scan of all accounts, or name the family by its ARN, which tells the account and the region.',
      snippet: null,
    },
  };
}

function notFound(message: string): ServiceProblem {
  return {
    state: 'not-found',
    problem: {
      message,
      fix: 'Correct the annotation, or scan again when the family is new.',
      snippet: null,
    },
  };
}
