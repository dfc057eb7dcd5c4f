import type { Home } from '../../grants/home';
import type { Statement } from '../../policy/types';
import { placeOf } from '../proposedPolicy';
import type { ProposedPolicy } from '../../policy/proposedPolicy';
import { isWithin } from './isWithin';

/**
 * What is wrong with a proposal. Nothing, when both lists are empty: it allows nothing that was not allowed, and denies
 * all that was denied.
 *
 * @public
 */
export type ProposalCheck = Readonly<{
  /** Places of proposed Allow statements that may allow more than today's. */
  grantsMore: readonly string[];
  /** Places of Deny statements of today of which a part is gone. */
  deniesLess: readonly string[];
}>;

/**
 * Compares what is written: each part of an Allow (one action on one resource) must be in one Allow of today, under
 * conditions that are at least as strong. So it holds for the actions that AWS adds later too.
 *
 * @param before - the policies of today
 * @param after - the proposed ones
 * @param home - where the role lives
 * @public
 */
export function checkProposal(
  before: readonly ProposedPolicy[],
  after: readonly ProposedPolicy[],
  home: Home,
): ProposalCheck {
  return {
    grantsMore: notWithin(of(after, 'Allow'), of(before, 'Allow'), home),
    deniesLess: notWithin(of(before, 'Deny'), of(after, 'Deny'), home),
  };
}

/** Whether a proposal has nothing wrong with it. @public */
export function isSound({ grantsMore, deniesLess }: ProposalCheck): boolean {
  return grantsMore.length === 0 && deniesLess.length === 0;
}

type Placed = Readonly<{ statement: Statement; at: string }>;

function of(
  policies: readonly ProposedPolicy[],
  effect: Statement['effect'],
): Placed[] {
  return policies.flatMap(policy =>
    policy.statements
      .filter(statement => statement.effect === effect)
      .map(statement => ({ statement, at: placeOf(policy, statement) })),
  );
}

function notWithin(
  inner: readonly Placed[],
  outer: readonly Placed[],
  home: Home,
): string[] {
  const statements = outer.map(({ statement }) => statement);
  // Most statements stay as they are, and the longest policies have thousands of patterns.
  const unchanged = new Set(statements);
  return inner
    .filter(
      ({ statement }) =>
        !unchanged.has(statement) && !isWithin(statement, statements, home),
    )
    .map(({ at }) => at);
}
