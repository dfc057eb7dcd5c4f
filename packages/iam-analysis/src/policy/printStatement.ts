import { printConditions, scalarOrList } from './printConditions';
import type { Clause, Principals, Statement } from './types';

type Json = Record<string, unknown>;

/**
 * A statement as JSON of the policy language. Lists of one are printed as scalars.
 *
 * @param statement - as parsed; its place is not printed
 */
export function printStatement(
  statement: Omit<Statement, 'at' | 'sid'> & Readonly<{ sid?: string | null }>,
): Json {
  const { sid, effect, principals, actions, resources, conditions } = statement;
  return {
    ...(typeof sid === 'string' ? { Sid: sid } : {}),
    Effect: effect,
    ...(principals ? printPrincipals(principals) : {}),
    ...printClause(actions, 'Action'),
    ...(resources ? printClause(resources, 'Resource') : {}),
    ...(conditions.length > 0
      ? { Condition: printConditions(conditions) }
      : {}),
  };
}

function printClause({ kind, patterns }: Clause, name: string): Json {
  return { [named(kind, name)]: scalarOrList(patterns) };
}

function printPrincipals({ kind, principals }: Principals): Json {
  const key = named(kind, 'Principal');
  if (principals.some(({ type }) => type === '*')) {
    return { [key]: '*' };
  }
  const byType = new Map<string, string[]>();
  for (const { type, value } of principals) {
    byType.set(type, [...(byType.get(type) ?? []), value]);
  }
  return {
    [key]: Object.fromEntries(
      [...byType].map(([type, values]) => [type, scalarOrList(values)]),
    ),
  };
}

function named(kind: Clause['kind'], name: string): string {
  return kind === 'only' ? name : `Not${name}`;
}
