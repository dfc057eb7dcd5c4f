import type { NeedsInput } from './derivation';
import type { RoleNeeds } from './permission';

/** @param _input - a revision and where it runs */
export function taskPermissions(_input: NeedsInput): RoleNeeds {
  return {
    required: null,
    needs: [],
    accepted: [],
    unresolved: [],
    closed: false,
  };
}
