import { findAction, isRestrictable } from '../catalogue/catalogue';
import { known, unknown, type Known, type Unknown } from '../known';
import type { Policy } from '../policy/roleDocuments';
import type {
  Because,
  Decision,
  DecisionEffect,
  DecisionRequest,
} from './decision';
import {
  judgeStatement,
  type Question,
  type StatementVerdict,
} from './judgeStatement';
import { requestContext } from './requestContext';

/**
 * A role as it decides: its policies, and the boundary that it may have.
 *
 * @public
 */
export type DecidingRole = Readonly<{
  policies: readonly Policy[];
  boundary: Policy | null;
}>;

/**
 * Decides a request of a role as AWS documents it: a Deny that applies decides; else the request is allowed when an
 * Allow of the role's policies applies and, where there is a boundary, one of the boundary too.
 *
 * @returns unknown when a document that was not read, or not wholly, may hold a statement that decides otherwise
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html
 * @public
 */
export function decide(
  role: DecidingRole,
  request: DecisionRequest,
): Known<Decision> {
  const question = questionOf(request);
  const policies = role.policies.flatMap(p => judgePolicy(p, question));
  const boundary = role.boundary ? judgePolicy(role.boundary, question) : null;
  const all = [...policies, ...(boundary ?? [])];

  const denies = all.filter(isDenial).filter(({ applies }) => applies);
  if (denies.length > 0) {
    return answer('explicitDeny', because(denies, 'denies'));
  }
  const unread = unreadOf([...role.policies, ...[role.boundary ?? []].flat()]);
  if (unread) {
    return unread;
  }
  const couldDeny = because(
    all.filter(isDenial).filter(({ failed }) => failed.length === 0),
    'could-deny',
  );
  const allows = policies.filter(({ effect }) => effect === 'Allow');
  const grants = allows.filter(({ applies }) => applies);
  if (grants.length === 0) {
    return answer('implicitDeny', because(allows, 'could-grant'), couldDeny);
  }
  if (boundary === null) {
    return answer('allowed', because(grants, 'grants'), couldDeny);
  }
  const limits = boundary.filter(({ effect }) => effect === 'Allow');
  const permits = limits.filter(({ applies }) => applies);
  return permits.length > 0
    ? answer(
        'allowed',
        because(grants, 'grants'),
        because(permits, 'permits'),
        couldDeny,
      )
    : answer(
        'implicitDeny',
        because(grants, 'stops-at-boundary'),
        because(limits, 'could-permit'),
        couldDeny,
      );
}

// "Some services do not let you specify actions for individual resources": such an action is asked for on `*`.
// Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html
function questionOf({ action, resource, context }: DecisionRequest): Question {
  const id = findAction(action);
  const isBound = id === undefined || isRestrictable(id);
  return {
    action,
    resource: isBound ? resource : '*',
    context: requestContext(context),
  };
}

type Judged = StatementVerdict & Pick<Because, 'policy' | 'at' | 'effect'>;

function judgePolicy({ id, document }: Policy, question: Question): Judged[] {
  if (!document.known) {
    return [];
  }
  const { statements, version } = document.value;
  // "Variables were introduced in version 2012-10-17": before, and without a version, they are plain text.
  const replacesVariables = version === '2012-10-17';
  return statements.flatMap(statement => {
    const verdict = judgeStatement(statement, question, replacesVariables);
    const { at, effect } = statement;
    return verdict
      ? [{ ...verdict, policy: id, at: `${id}#${at}`, effect }]
      : [];
  });
}

function isDenial({ effect }: Judged): boolean {
  return effect === 'Deny';
}

function unreadOf(policies: readonly Policy[]): Unknown | null {
  for (const { name, document } of policies) {
    if (!document.known) {
      return document;
    }
    if (document.value.unread.length > 0) {
      return unknown(`a part of the policy '${name}' cannot be read`);
    }
  }
  return null;
}

function because(judged: readonly Judged[], did: DecisionEffect): Because[] {
  return judged.map(({ policy, at, effect, open, failed, lacks }) => ({
    policy,
    at,
    effect,
    did,
    open,
    failed,
    lacks,
  }));
}

function answer(
  decision: Decision['decision'],
  ...reasons: Because[][]
): Known<Decision> {
  return known({ decision, because: reasons.flat() });
}
