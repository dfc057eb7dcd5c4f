import type { Condition, Statement } from '../policy/types';
import { judgeCondition } from './judgeCondition';
import { namesAction, namesResource } from './nameMatch';
import type { RequestContext } from './requestContext';

/** A request as the statements are asked about it. */
export type Question = Readonly<{
  action: string;
  /** `*` for an action that cannot be restricted to resources, whatever was asked for. */
  resource: string;
  context: RequestContext;
}>;

/** A statement that names the action and the resource of a request, or might with another context. */
export type StatementVerdict = Readonly<{
  /** It has its effect on the request. */
  applies: boolean;
  open: readonly Condition[];
  failed: readonly Condition[];
  lacks: readonly string[];
}>;

/**
 * @param replacesVariables - in the new policy language only
 * @returns `null` for a statement about other actions or resources
 */
export function judgeStatement(
  statement: Statement,
  { action, resource, context }: Question,
  replacesVariables: boolean,
): StatementVerdict | null {
  const { actions, resources, conditions } = statement;
  if (resources === null || !namesAction(actions, action)) {
    return null;
  }
  const named = namesResource(
    resources,
    resource,
    replacesVariables ? context : null,
  );
  if (!named.isNamed && named.lacks.length === 0) {
    return null;
  }
  const judged = conditions.map(condition => ({
    condition,
    ...judgeCondition(condition, context, replacesVariables),
  }));
  return {
    applies: named.isNamed && judged.every(({ holds }) => holds),
    open: judged.filter(({ isOpen }) => isOpen).map(c => c.condition),
    failed: judged
      .filter(({ holds, isOpen }) => !holds && !isOpen)
      .map(c => c.condition),
    lacks: [
      ...new Set([...named.lacks, ...judged.flatMap(({ lacks }) => lacks)]),
    ],
  };
}
