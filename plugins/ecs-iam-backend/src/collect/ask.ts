import {
  known,
  unknown,
  type Known,
  type Unknown,
} from '@ecs-iam/iam-analysis';
import type { FactKind } from '@ecs-iam/plugin-ecs-iam-node';
import { failureOf } from './errors';
import type { Gaps } from './Gaps';
import type { Permission } from './permissions';

export type Question = Readonly<{
  api: Permission;
  /** ARNs or names of what is asked for; empty for a list of everything. */
  resources: readonly string[];
  /** The kinds whose listing is incomplete without an answer. */
  leavesIncomplete: readonly FactKind[];
}>;

/** Where the failures go, and what ends the reading early. */
export type Asker = Readonly<{ gaps: Gaps; signal?: AbortSignal }>;

/**
 * Makes one call to AWS.
 *
 * @returns the answer, or why there is none. Everything but "it does not exist" is a gap as well.
 * @throws the reason of the signal when it aborts the read
 */
export async function ask<T>(
  asker: Asker,
  question: Question,
  call: () => Promise<T>,
): Promise<Known<T>> {
  asker.signal?.throwIfAborted();
  try {
    return known(await call());
  } catch (error) {
    return noteFailure(asker, question, error);
  }
}

/**
 * Makes the calls of a paged list.
 *
 * @returns the items of all pages, and of those before the failure when there is one
 * @throws the reason of the signal when it aborts the read
 */
export async function askPages<Page, Item>(
  asker: Asker,
  question: Question,
  pages: AsyncIterable<Page>,
  itemsOf: (page: Page) => readonly Item[] | undefined,
): Promise<Readonly<{ items: readonly Item[]; failure?: Unknown }>> {
  asker.signal?.throwIfAborted();
  const items: Item[] = [];
  try {
    for await (const page of pages) items.push(...(itemsOf(page) ?? []));
    return { items };
  } catch (error) {
    return { items, failure: noteFailure(asker, question, error) };
  }
}

/**
 * Makes a gap of what a call threw, unless AWS said that the thing does not exist.
 *
 * @throws the reason of the signal when it aborts the read
 */
export function noteFailure(
  { gaps, signal }: Asker,
  question: Question,
  error: unknown,
): Unknown {
  signal?.throwIfAborted();
  const { cause, message } = failureOf(error);
  if (cause === 'NotFound') return unknown(cause);
  gaps.add({
    api: question.api,
    because: cause,
    message,
    resources: question.resources,
    leavesIncomplete: question.leavesIncomplete,
  });
  return unknown(cause, cause === 'AccessDenied' ? question.api : undefined);
}
