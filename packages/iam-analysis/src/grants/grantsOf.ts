import type { Policy } from '../policy/roleDocuments';
import type { Grant } from './grant';

/**
 * @public
 */
export function grantsOf(
  policies: readonly Policy[],
  boundary: Policy | null,
): Grant[] {
  return policies.length === 0 && boundary === null ? [] : [];
}
