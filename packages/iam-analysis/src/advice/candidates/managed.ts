import type { Change } from '../change/change';
import type { ProposedPolicy } from '../../policy/proposedPolicy';

/**
 * A managed policy cannot be changed for one role, so where a change meets one, an inline policy of its statements takes
 * its place first.
 *
 * @param changes - of statements and policies
 * @param policies - of the role
 */
export function onInlinePolicies(
  changes: readonly Change[],
  policies: readonly ProposedPolicy[],
): Change[] {
  const touched = new Set(changes.flatMap(placeOfChange));
  const managed = policies.filter(
    ({ id }) => id.startsWith('managed:') && touched.has(id),
  );
  return [
    ...managed.map(({ id, name }) => replacement(id, name, policies)),
    ...changes,
  ];
}

/** @param id - of a managed policy */
export function replacement(
  id: string,
  name: string,
  policies: readonly ProposedPolicy[],
): Change {
  const taken = new Set(
    policies
      .filter(policy => policy.id.startsWith('inline:'))
      .map(policy => policy.name),
  );
  let free = name;
  for (let n = 2; taken.has(free); n++) {
    free = `${name}-${n}`;
  }
  return { kind: 'replace-policy', policy: id, name: free };
}

function placeOfChange(change: Change): string[] {
  switch (change.kind) {
    case 'remove-policy':
    case 'replace-policy':
    case 'add-deny':
      return [];
    case 'rewrite-policy':
      return [change.policy];
    case 'remove-statement':
    case 'drop-actions':
    case 'keep-actions':
    case 'name-actions':
    case 'narrow-resources':
    case 'drop-resources':
    case 'add-condition':
    case 'remove-principal':
    case 'set-principals':
      return change.at.split('#', 1);
    default:
      return change satisfies never;
  }
}
