import { known, type Known } from '@ecs-iam/iam-analysis';
import { noteFailure, type Asker, type Question } from './ask';
import type { Refusals } from './Refusals';

export type OptionalAsker = Asker & Readonly<{ refusals: Refusals }>;

/**
 * Makes one call that an account need not allow. A refusal is no gap: an account that grants only what everything rests
 * on is read as a whole.
 *
 * @returns the answer, or why there is none. Throttling and other failures are gaps, as with any call
 * @throws the reason of the signal when it aborts the read
 */
export async function askOptional<T>(
  asker: OptionalAsker,
  question: Question,
  call: () => Promise<T>,
): Promise<Known<T>> {
  const refused = asker.refusals.of(question.api);
  if (refused) return refused;
  asker.signal?.throwIfAborted();
  try {
    return known(await call());
  } catch (error) {
    return (
      asker.refusals.note(question.api, error) ??
      noteFailure(asker, question, error)
    );
  }
}

/**
 * Makes the calls of a paged list that an account need not allow.
 *
 * @returns the items of all pages; of none when one of them failed, because half a list would look like all of it
 * @throws the reason of the signal when it aborts the read
 */
export function askPagesOptional<Page, Item>(
  asker: OptionalAsker,
  question: Question,
  pages: AsyncIterable<Page>,
  itemsOf: (page: Page) => readonly Item[] | undefined,
): Promise<Known<readonly Item[]>> {
  return askOptional(asker, question, async () => {
    const items: Item[] = [];
    for await (const page of pages) items.push(...(itemsOf(page) ?? []));
    return items;
  });
}
