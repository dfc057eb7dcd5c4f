import type { Clause, Condition, Principals, Statement } from './types';

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
  return { [key]: mapValues(byType, scalarOrList) };
}

function printConditions(conditions: readonly Condition[]): Json {
  const byOperator = new Map<string, Map<string, readonly string[]>>();
  for (const { set, operator, ifExists, key, values } of conditions) {
    const written = `${set ? `${set}:` : ''}${operator}${
      ifExists ? 'IfExists' : ''
    }`;
    const keys = byOperator.get(written) ?? new Map();
    byOperator.set(written, keys.set(key, values));
  }
  return mapValues(byOperator, keys => mapValues(keys, scalarOrList));
}

function named(kind: Clause['kind'], name: string): string {
  return kind === 'only' ? name : `Not${name}`;
}

function scalarOrList(values: readonly string[]): unknown {
  return values.length === 1 ? values[0] : values;
}

function mapValues<T>(
  map: ReadonlyMap<string, T>,
  print: (value: T) => unknown,
): Json {
  return Object.fromEntries(
    [...map].map(([key, value]) => [key, print(value)]),
  );
}
