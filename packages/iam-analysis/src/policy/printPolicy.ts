import { printStatement } from './printStatement';
import type { PolicyDocument } from './types';

/** @public */
export type PolicyJson = {
  Version?: string;
  Id?: string;
  Statement: Record<string, unknown>[];
};

/**
 * A policy document as a JSON value of the policy language. Parsed again, it has equal statements, but for their places:
 * they are always printed as a list.
 *
 * @param document - as parsed; what could not be kept of it is not printed
 * @public
 */
export function printPolicy({
  version,
  id,
  statements,
}: Pick<PolicyDocument, 'version' | 'id' | 'statements'>): PolicyJson {
  return {
    ...(version === null ? {} : { Version: version }),
    ...(id === null ? {} : { Id: id }),
    Statement: statements.map(statement => printStatement(statement)),
  };
}
