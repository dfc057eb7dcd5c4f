import type { Condition } from '../../policy/types';

/** The operator as a policy writes it, such as `ForAnyValue:StringLikeIfExists`. */
export function writtenOperator({
  set,
  operator,
  ifExists,
}: Pick<Condition, 'set' | 'operator' | 'ifExists'>): string {
  return `${set ? `${set}:` : ''}${operator}${ifExists ? 'IfExists' : ''}`;
}
