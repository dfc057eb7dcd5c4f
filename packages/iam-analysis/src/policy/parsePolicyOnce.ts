import { parsePolicy } from './parsePolicy';
import type { PolicyKind } from './parseStatement';
import type { PolicyDocument } from './types';

/**
 * {@link parsePolicy}, with the documents that were parsed last remembered by their text: in a company, thousands of
 * roles have the same managed policies and the same trust policy.
 *
 * @param text - the JSON text
 * @param kind - `trust` for a role's trust policy, else `identity`
 */
export function parsePolicyOnce(
  text: string,
  kind: PolicyKind,
): PolicyDocument {
  const memory = remembered[kind];
  const before = memory.get(text);
  if (before !== undefined) {
    return before;
  }
  const document = parsePolicy(text, kind);
  if (memory.size >= MOST_REMEMBERED) {
    // A map keeps the order of insertion: the oldest goes.
    for (const oldest of memory.keys()) {
      memory.delete(oldest);
      break;
    }
  }
  memory.set(text, document);
  return document;
}

// A document takes some ten kilobytes, and all that was found out of it some more: together about a hundred megabytes.
const MOST_REMEMBERED = 2_000;

const remembered: Readonly<Record<PolicyKind, Map<string, PolicyDocument>>> = {
  identity: new Map(),
  trust: new Map(),
};
