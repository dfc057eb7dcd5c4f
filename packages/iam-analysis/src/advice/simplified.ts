import type { Home } from '../grants/home';
import type { Clause, Statement } from '../policy/types';
import { isWithin } from './check/isWithin';
import { takesInActions, takesInResources, type Part } from './check/takesIn';
import type { ProposedPolicy } from '../policy/proposedPolicy';

/**
 * The same policy in fewer words: without patterns and statements that others take in, and with statements that differ in
 * their actions only, or in their resources only, made one. Two that have a Sid each stay apart.
 *
 * @returns the policy itself when there is nothing to simplify
 */
export function simplified(policy: ProposedPolicy, home: Home): ProposedPolicy {
  const shortened = policy.statements.map(each =>
    withoutRedundantPatterns(each, home),
  );
  const statements = merged(
    shortened.reduce<readonly Statement[]>(
      (all, each) => withoutRedundant(all, each, home),
      shortened,
    ),
  );
  return isSame(statements, policy.statements)
    ? policy
    : { ...policy, statements };
}

function withoutRedundant(
  all: readonly Statement[],
  one: Statement,
  home: Home,
): readonly Statement[] {
  const others = all.filter(
    other => other !== one && other.effect === one.effect,
  );
  return isWithin(one, others, home) ? all.filter(each => each !== one) : all;
}

function withoutRedundantPatterns(statement: Statement, home: Home): Statement {
  const { actions, resources } = statement;
  return {
    ...statement,
    actions: fewestPatterns(actions, takesInActions),
    resources:
      resources &&
      fewestPatterns(resources, (outer, part) =>
        takesInResources(outer, part, home),
      ),
  };
}

function fewestPatterns(
  { kind, patterns }: Clause,
  takesIn: (outer: Clause, part: Part) => boolean,
): Clause {
  const only = (some: readonly string[]): Clause => ({
    kind: 'only',
    patterns: some,
  });
  return {
    kind,
    patterns: patterns.reduce(
      (left, pattern) => {
        const others = left.filter(each => each !== pattern);
        return others.length > 0 && takesIn(only(others), only([pattern]))
          ? others
          : left;
      },
      patterns.filter((each, index) => patterns.indexOf(each) === index),
    ),
  };
}

function merged(statements: readonly Statement[]): Statement[] {
  return statements.reduce<Statement[]>((done, next) => {
    const index = done.findIndex(each => merge(each, next) !== null);
    const both = index === -1 ? null : merge(done[index], next);
    return both === null
      ? [...done, next]
      : done.map((each, at) => (at === index ? both : each));
  }, []);
}

function merge(a: Statement, b: Statement): Statement | null {
  const sid = a.sid || b.sid;
  if (
    (a.sid && b.sid) ||
    a.effect !== b.effect ||
    !isSame(a.conditions, b.conditions) ||
    !isSame(a.principals, b.principals)
  ) {
    return null;
  }
  if (isSame(a.resources, b.resources)) {
    const actions = unionOf(a.actions, b.actions);
    return actions && { ...a, sid, actions };
  }
  if (isSame(a.actions, b.actions)) {
    const resources = unionOf(a.resources, b.resources);
    return resources && { ...a, sid, resources };
  }
  return null;
}

function unionOf(a: Clause | null, b: Clause | null): Clause | null {
  return a?.kind === 'only' && b?.kind === 'only'
    ? { kind: 'only', patterns: [...new Set([...a.patterns, ...b.patterns])] }
    : null;
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
