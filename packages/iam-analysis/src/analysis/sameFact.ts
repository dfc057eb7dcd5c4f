import type { Known } from '../known';
import type { Policy } from '../policy/roleDocuments';

/**
 * Whether two facts say the same. Policies are compared by name and document, which is the same object when its text is the
 * same; all else by identity, so that `false` means "not known to".
 */
export function sameFact(
  a: Known<unknown> | undefined,
  b: Known<unknown> | undefined,
): boolean {
  if (a === b) {
    return true;
  }
  if (a === undefined || b === undefined) {
    return false;
  }
  if (a.known && b.known) {
    return sameValue(a.value, b.value);
  }
  return !a.known && !b.known && a.because === b.because && a.needs === b.needs;
}

function sameValue(a: unknown, b: unknown): boolean {
  if (a === b) {
    return true;
  }
  if (Array.isArray(a) && Array.isArray(b)) {
    return (
      a.length === b.length &&
      a.every((item, index) => sameValue(item, b[index]))
    );
  }
  return (
    isPolicy(a) &&
    isPolicy(b) &&
    a.id === b.id &&
    a.name === b.name &&
    sameFact(a.document, b.document)
  );
}

function isPolicy(value: unknown): value is Policy {
  return (
    typeof value === 'object' &&
    value !== null &&
    'document' in value &&
    'id' in value
  );
}
