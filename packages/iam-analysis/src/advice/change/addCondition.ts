import type { Condition, Statement } from '../../policy/types';
import type { ConditionedPart } from './change';
import { dropActions } from './changeActions';
import { withoutPrincipal } from './withoutPrincipal';

/**
 * @returns the statement under a condition; or the rest of it as it is, which the condition would shut out, and the part
 * under the condition as a statement of its own
 */
export function addCondition(
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

function operatorAndKey({ operator, set, ifExists, key }: Condition): string {
  return [set, operator, ifExists, key].join(' ').toLowerCase();
}
