import type { Principal, Statement } from '../../policy/types';

/** @returns the statement without a principal that it names; none when nobody is left */
export function withoutPrincipal(
  statement: Statement,
  { type, value }: Principal,
): Statement[] {
  if (statement.principals?.kind !== 'only') {
    return [statement];
  }
  const principals = statement.principals.principals.filter(
    each => each.type !== type || each.value !== value,
  );
  return principals.length === 0
    ? []
    : [{ ...statement, principals: { kind: 'only', principals } }];
}
