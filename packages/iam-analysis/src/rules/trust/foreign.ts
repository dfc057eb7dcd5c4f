import { concerned, type Concerned, type Opening } from './openings';
import { accountOf } from './principals';
import type { Principal } from '../../policy/types';

/**
 * @param opening - a way into the role
 * @param own - accounts that are no strangers
 * @returns the AWS principals of other accounts that it lets in; `null` without any
 */
export function foreignIn(
  opening: Opening,
  own: readonly string[],
): Concerned | null {
  // The other actions are for identity providers.
  return opening.actions.includes('sts:AssumeRole')
    ? concerned(opening, principal => {
        const account = accountOf(principal);
        return account !== null && !own.includes(account);
      })
    : null;
}

/** The accounts of principals, each once. */
export function accountsOf(principals: readonly Principal[]): string[] {
  return [...new Set(principals.flatMap(each => accountOf(each) ?? []))];
}
