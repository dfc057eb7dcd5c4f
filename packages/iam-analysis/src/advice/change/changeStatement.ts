import type { Statement } from '../../policy/types';
import { addCondition } from './addCondition';
import type { Change, NarrowedPart } from './change';
import { dropActions, keepActions, nameWildcards } from './changeActions';
import { withoutPrincipal } from './withoutPrincipal';

/** A change of one statement. */
export type StatementChange = Extract<Change, { at: string }>;

/**
 * @returns the statement after the change; none when nothing is left of it, more than one when a part of it gets a
 * condition or resources of its own
 */
export function changeStatement(
  statement: Statement,
  change: StatementChange,
): Statement[] {
  switch (change.kind) {
    case 'remove-statement':
      return [];
    case 'drop-actions':
      return dropActions(statement, change.actions);
    case 'keep-actions':
      return keepActions(statement, change.actions);
    case 'name-actions':
      return [nameWildcards(statement, change.patterns)];
    case 'narrow-resources':
      return narrowResources(statement, change.parts);
    case 'drop-resources':
      return dropResources(statement, change.resources);
    case 'add-condition':
      return addCondition(statement, change.to, change.condition);
    case 'remove-principal':
      return withoutPrincipal(statement, change.principal);
    case 'set-principals':
      return [
        {
          ...statement,
          principals: { kind: 'only', principals: change.principals },
        },
      ];
    default:
      return change satisfies never;
  }
}

// The first part that is alone keeps the Sid, for no Sid stands twice.
function narrowResources(
  statement: Statement,
  parts: readonly NarrowedPart[],
): Statement[] {
  const rest = dropActions(
    statement,
    parts.flatMap(({ actions }) => actions),
  );
  const narrowed = parts.map(
    ({ actions, resources }, index): Statement => ({
      ...statement,
      sid: rest.length === 0 && index === 0 ? statement.sid : null,
      actions: { kind: 'only', patterns: actions },
      resources: { kind: 'only', patterns: resources },
      at: `${statement.at}/Resource/${index}`,
    }),
  );
  return [...rest, ...narrowed];
}

// A pattern more in `NotResource` would be less, but no rule asks for that.
function dropResources(
  statement: Statement,
  dropped: readonly string[],
): Statement[] {
  const { resources } = statement;
  if (resources?.kind !== 'only') {
    return [statement];
  }
  const patterns = resources.patterns.filter(each => !dropped.includes(each));
  return patterns.length === 0
    ? []
    : [{ ...statement, resources: { kind: 'only', patterns } }];
}
