import type { EntityRoles } from '@ecs-iam/plugin-ecs-iam-common';
import type { TagMatch } from '../entities/EntityMatch';
import type { TargetCoverage } from './TargetCoverage';

/** Tells that no service carries the tags of an annotation, and what to do. */
export function explainUnmatchedTags(
  { annotation, tags }: TagMatch,
  coverage: TargetCoverage,
): EntityRoles['problems'][number] {
  const value = Object.entries(tags)
    .map(([key, tag]) => `${key}=${tag}`)
    .join(',');
  const everywhere = coverage.targets.every(
    target => (coverage.state(target)?.lastSuccess ?? null) !== null,
  );
  return {
    annotation,
    value,
    message: everywhere
      ? 'No service carries all of these tags.'
      : 'No service carries all of these tags so far, but some accounts were not scanned yet.',
    fix: everywhere
      ? 'Compare the tags with those of the ECS service: letter case counts, and the task definition has tags of its own.'
      : 'Wait for the first scan of all accounts.',
    snippet: null,
  };
}
