import type { EntityMatch } from '../entities/EntityMatch';
import type { ServicesOfEntity } from './findServices';
import { distinctTargets } from './TargetCoverage';
import type { TargetCoverage, TargetName } from './TargetCoverage';

/**
 * The targets on which the tab of an entity depends: where its services lie, or should lie, and where its roles lie.
 * Tags that no service carries, and families that are named without a place, may appear in any target.
 */
export function concernedTargets(
  match: EntityMatch,
  services: ServicesOfEntity,
  coverage: TargetCoverage,
): readonly TargetName[] {
  if (mayBeAnywhere(services)) {
    return coverage.targets;
  }
  const ofServices = [
    ...services.found.map(({ stored }) => stored.fact),
    ...services.missing.map(({ named }) => named),
    ...services.missingFamilies.flatMap(({ place }) => place ?? []),
  ]
    .map(({ accountId, region }) => ({ accountId, region }))
    .filter(name => coverage.isTarget(name));
  const covered = new Set(ofServices.map(({ accountId }) => accountId));
  // IAM is the same from every region, so that one target of an account stands for its roles.
  const ofRoles = match.roles
    .filter(({ accountId }) => !covered.has(accountId))
    .flatMap(({ accountId }) => coverage.ofAccount(accountId).slice(0, 1))
    .map(({ accountId, region }) => ({ accountId, region }));
  return distinctTargets([...ofServices, ...ofRoles]);
}

/** Whether something is asked for that may appear in any target: tags, or a family that is named without a place. */
export function mayBeAnywhere({
  unmatchedTags,
  missingFamilies,
}: Pick<ServicesOfEntity, 'unmatchedTags' | 'missingFamilies'>): boolean {
  return (
    unmatchedTags.length > 0 ||
    missingFamilies.some(({ place }) => place === null)
  );
}
