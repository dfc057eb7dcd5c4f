import { type ErrorLike, toError } from '@backstage/errors';
import { useCallback, useEffect, useState } from 'react';

/** Something that is loaded: on its way, failed, or there. */
export type Resource<T> = Readonly<
  | { status: 'loading' }
  | { status: 'failed'; error: ErrorLike; reload: () => void }
  | { status: 'loaded'; value: T; reload: () => void }
>;

type Settled<T> = Readonly<{
  load: () => Promise<T>;
  outcome: { ok: true; value: T } | { ok: false; error: ErrorLike };
}>;

/**
 * Loads something, and again when `load` changes or `reload` is called.
 *
 * While it loads again for the same `load`, the old value stays, so that the page does not jump. Once `load` has
 * changed, the old value is never shown: it belongs to something else.
 *
 * @param load - must keep its identity between renders (`useCallback`)
 * @returns the state of the load
 */
export function useResource<T>(load: () => Promise<T>): Resource<T> {
  const [settled, setSettled] = useState<Settled<T> | null>(null);
  const [round, setRound] = useState(0);
  const reload = useCallback(() => setRound(n => n + 1), []);

  useEffect(() => {
    let current = true;
    load().then(
      value => current && setSettled({ load, outcome: { ok: true, value } }),
      error =>
        current &&
        setSettled({ load, outcome: { ok: false, error: toError(error) } }),
    );
    return () => {
      current = false;
    };
  }, [load, round]);

  if (settled?.load !== load) {
    return { status: 'loading' };
  }
  return settled.outcome.ok
    ? { status: 'loaded', value: settled.outcome.value, reload }
    : { status: 'failed', error: settled.outcome.error, reload };
}
