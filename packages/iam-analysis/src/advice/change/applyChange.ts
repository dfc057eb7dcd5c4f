import type { Statement } from '../../policy/types';
import { placeOf } from '../proposedPolicy';
import type { ProposedPolicy } from '../../policy/proposedPolicy';
import type { Change } from './change';
import { changeStatement, type StatementChange } from './changeStatement';

/**
 * @param policies - of a role, as they are or as they were proposed so far
 * @param change - one whose place may be gone already: then nothing changes
 * @returns the policies after the change. A policy of a role that has no statement left is gone; a trust policy stays
 * @public
 */
export function applyChange(
  policies: readonly ProposedPolicy[],
  change: Change,
): ProposedPolicy[] {
  switch (change.kind) {
    case 'remove-policy':
      return policies.filter(each => !isPolicy(each, change.policy));
    case 'replace-policy':
      return policies.map(each =>
        each.id === change.policy ? inlined(each, change.name) : each,
      );
    case 'rewrite-policy':
      // Every proposed policy is written so: it only has to be another one than today's.
      return policies.map(each =>
        isPolicy(each, change.policy) ? { ...each } : each,
      );
    case 'add-deny':
      return withDeny(policies, change);
    case 'remove-statement':
    case 'drop-actions':
    case 'keep-actions':
    case 'name-actions':
    case 'narrow-resources':
    case 'drop-resources':
    case 'add-condition':
    case 'remove-principal':
    case 'set-principals':
      return policies.flatMap(policy => changePolicy(policy, change));
    default:
      return change satisfies never;
  }
}

/** Applies changes one after the other; see {@link applyChange}. @public */
export function applyChanges(
  policies: readonly ProposedPolicy[],
  changes: readonly Change[],
): readonly ProposedPolicy[] {
  return changes.reduce(applyChange, policies);
}

function isPolicy({ id, replaces }: ProposedPolicy, wanted: string): boolean {
  return id === wanted || replaces === wanted;
}

function inlined(policy: ProposedPolicy, name: string): ProposedPolicy {
  return { ...policy, id: `inline:${name}`, name, replaces: policy.id };
}

function withDeny(
  policies: readonly ProposedPolicy[],
  { name, actions, resources = ['*'] }: Extract<Change, { kind: 'add-deny' }>,
): ProposedPolicy[] {
  const id = `inline:${name}`;
  const before = policies.find(each => each.id === id) ?? {
    id,
    replaces: null,
    name,
    kind: 'identity',
    statements: [],
  };
  const after = {
    ...before,
    statements: [
      ...before.statements,
      deny(actions, resources, before.statements),
    ],
  };
  return policies.some(each => each.id === id)
    ? policies.map(each => (each.id === id ? after : each))
    : [...policies, after];
}

function deny(
  actions: readonly string[],
  resources: readonly string[],
  others: readonly Statement[],
): Statement {
  // Places outlive changes, so that the next number may be taken after one is gone.
  const taken = new Set(others.map(({ at }) => at));
  let index = others.length;
  while (taken.has(`/Statement/${index}`)) {
    index++;
  }
  return {
    sid: null,
    effect: 'Deny',
    actions: { kind: 'only', patterns: actions },
    resources: { kind: 'only', patterns: resources },
    principals: null,
    conditions: [],
    at: `/Statement/${index}`,
  };
}

function changePolicy(
  policy: ProposedPolicy,
  change: StatementChange,
): ProposedPolicy[] {
  const isMeant = (statement: Statement) =>
    placeOf(policy, statement) === change.at;
  if (!policy.statements.some(isMeant)) {
    return [policy];
  }
  const statements = policy.statements.flatMap(statement =>
    isMeant(statement) ? changeStatement(statement, change) : [statement],
  );
  return statements.length === 0 && policy.kind === 'identity'
    ? []
    : [{ ...policy, statements }];
}
