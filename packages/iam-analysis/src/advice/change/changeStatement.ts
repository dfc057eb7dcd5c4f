import { uniteAll } from '../../catalogue/actionSet';
import { expandAction } from '../../catalogue/expandAction';
import type {
  Clause,
  Condition,
  Principal,
  Statement,
} from '../../policy/types';
import { takesInActions } from '../check/takesIn';
import type { Change, ConditionedPart } from './change';
import { nameActions } from './nameActions';
import { withoutActions } from './withoutActions';

/** A change of one statement. */
export type StatementChange = Extract<Change, { at: string }>;

/**
 * @returns the statement after the change; none when nothing is left of it, two when one of its principals gets a condition
 * of its own
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
      return [nameThem(statement, change.patterns)];
    case 'drop-resources':
      return dropResources(statement, change.resources);
    case 'set-resources':
      return [
        {
          ...statement,
          resources: { kind: 'only', patterns: change.resources },
        },
      ];
    case 'add-condition':
      return conditionedIn(statement, change.to, change.condition);
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

function dropActions(
  statement: Statement,
  dropped: readonly string[],
): Statement[] {
  const known = withoutActions(
    statement.actions,
    uniteAll(dropped.map(expandAction)),
  );
  const actions = known && withoutNames(known, dropped);
  return actions === null ? [] : [{ ...statement, actions }];
}

// What the catalogue does not know is dropped as it is written.
function withoutNames(
  { kind, patterns }: Clause,
  dropped: readonly string[],
): Clause | null {
  if (kind === 'all-but') {
    return { kind, patterns };
  }
  const names = new Set(dropped.map(name => name.toLowerCase()));
  const left = patterns.filter(pattern => !names.has(pattern.toLowerCase()));
  return left.length === 0 ? null : { kind, patterns: left };
}

function keepActions(
  statement: Statement,
  kept: readonly string[],
): Statement[] {
  const { actions } = statement;
  const only = (...patterns: readonly string[]): Clause => ({
    kind: 'only',
    patterns,
  });
  const asWritten =
    actions.kind === 'only'
      ? actions.patterns.filter(each =>
          takesInActions(only(...kept), only(each)),
        )
      : [];
  const narrower = kept.filter(each => takesInActions(actions, only(each)));
  const patterns = [...new Set([...asWritten, ...narrower])];
  return patterns.length === 0
    ? []
    : [{ ...statement, actions: only(...patterns) }];
}

function nameThem(
  statement: Statement,
  wildcards: readonly string[],
): Statement {
  const { kind, patterns } = statement.actions;
  return kind === 'all-but'
    ? statement
    : {
        ...statement,
        actions: {
          kind,
          patterns: [
            ...new Set(
              patterns.flatMap(pattern =>
                wildcards.includes(pattern)
                  ? nameActions(expandAction(pattern), () => false)
                  : [pattern],
              ),
            ),
          ],
        },
      };
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

// An operator can have a key only once, so that the values that are in both conditions make one. Without any, no request
// can meet both.
function conditioned(statement: Statement, condition: Condition): Statement[] {
  const isSameKey = (each: Condition) =>
    operatorAndKey(each) === operatorAndKey(condition);
  const before = statement.conditions.find(isSameKey);
  if (before === undefined) {
    return [{ ...statement, conditions: [...statement.conditions, condition] }];
  }
  const values = condition.values.filter(each => before.values.includes(each));
  const conditions = statement.conditions.map(each =>
    isSameKey(each) ? { ...each, values } : each,
  );
  return values.length === 0 ? [] : [{ ...statement, conditions }];
}

// The condition would shut the rest of the statement out.
function conditionedIn(
  statement: Statement,
  to: ConditionedPart,
  condition: Condition,
): Statement[] {
  switch (to.part) {
    case 'statement':
      return conditioned(statement, condition);
    case 'actions':
      return apart(
        dropActions(statement, to.actions),
        {
          ...statement,
          actions: { kind: 'only', patterns: to.actions },
          at: `${statement.at}/Action`,
        },
        condition,
      );
    case 'principal':
      return apart(
        withoutPrincipal(statement, to.principal),
        {
          ...statement,
          principals: { kind: 'only', principals: [to.principal] },
          at: `${statement.at}/Principal`,
        },
        condition,
      );
    default:
      return to satisfies never;
  }
}

function apart(
  rest: readonly Statement[],
  part: Statement,
  condition: Condition,
): Statement[] {
  return [
    ...rest,
    ...conditioned(rest.length > 0 ? { ...part, sid: null } : part, condition),
  ];
}

function withoutPrincipal(
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

function operatorAndKey({ operator, set, ifExists, key }: Condition): string {
  return [set, operator, ifExists, key].join(' ').toLowerCase();
}
