import type { Gap } from '@ecs-iam/plugin-ecs-iam-common';

/** What could not be read in one account. */
export type AccountGaps = Readonly<{
  accountId: string;
  /** Of the first gap: reading has been incomplete since then. */
  since: string;
  /** What to say about it, each sentence once. */
  messages: readonly string[];
  /** Statements that would close the gaps, each once. */
  attach: readonly string[];
}>;

/**
 * Gathers gaps by account: whoever attaches a permission does so in one account.
 *
 * @param gaps - in any order
 * @returns one entry an account, in order of appearance
 */
export function gapsByAccount(gaps: readonly Gap[]): AccountGaps[] {
  const accounts = [...new Set(gaps.map(({ accountId }) => accountId))];
  return accounts.map(accountId => {
    const own = gaps.filter(gap => gap.accountId === accountId);
    const [since] = own.map(gap => gap.since).sort();
    return {
      accountId,
      since,
      messages: [...new Set(own.map(({ message }) => message))],
      attach: [...new Set(own.flatMap(({ attach }) => attach ?? []))],
    };
  });
}
