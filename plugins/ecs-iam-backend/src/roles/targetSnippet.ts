import type { TargetOrigin } from '../config/EcsIamConfig';
import { isRegion } from '../config/regions';
import type { TargetCoverage, TargetName } from './TargetCoverage';

/**
 * The lines of configuration that make an account and region a target, beside those that are targets already.
 *
 * @param targetsFrom - the part of the configuration that says what is scanned
 * @returns YAML to copy; `null` when the region does not exist
 */
export function targetSnippet(
  name: TargetName,
  coverage: TargetCoverage,
  targetsFrom: TargetOrigin,
): string | null {
  if (!isRegion(name.region)) {
    return null;
  }
  const regions = new Set([
    ...coverage.ofAccount(name.accountId).map(({ region }) => region),
    name.region,
  ]);
  switch (targetsFrom) {
    case 'aws.locator.resourceTaggingApi':
      return [
        'aws:',
        '  locator:',
        '    resourceTaggingApi:',
        `      accounts: ['${name.accountId}'] # beside those that are there`,
        `      regions: [${name.region}] # beside those that are there`,
      ].join('\n');
    case 'ecsIam.targets':
    case 'catalog':
      return [
        'ecsIam:',
        '  targets:',
        `    - accountId: '${name.accountId}'`,
        `      regions: [${[...regions].join(', ')}]`,
      ].join('\n');
    default:
      return targetsFrom satisfies never;
  }
}
