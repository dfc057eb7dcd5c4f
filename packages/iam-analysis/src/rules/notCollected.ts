import { unknown, type Unknown } from '../known';
import type { EvidenceKind } from './evidence';

/** What is known of evidence that nobody asked for. Nothing waits to be read then. */
export function notCollected(kind: EvidenceKind): Unknown {
  return unknown(`no evidence of '${kind}' was collected`);
}
