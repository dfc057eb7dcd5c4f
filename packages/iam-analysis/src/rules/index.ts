import type { AnyRule } from './defineRule';

/**
 * Every rule that this package brings.
 *
 * @public
 */
export const rules: readonly AnyRule[] = [];
