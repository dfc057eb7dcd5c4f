import type { Principal, Statement } from '../../policy/types';
import { placeOf } from '../proposedPolicy';
import type { ProposedPolicy } from '../../policy/proposedPolicy';
import { conditionsImply } from './conditionsImply';
import {
  partsOf,
  principalParts,
  takesInActions,
  takesInPrincipals,
} from './takesIn';

/**
 * Principals whom a statement of the trust policy of today lets in and a proposal does not.
 *
 * @public
 */
export type DroppedPrincipals = Readonly<{
  at: string;
  /** For `NotPrincipal`, whom the statement of today leaves out. */
  kind: 'only' | 'all-but';
  principals: readonly Principal[];
  remains: 'nothing' | 'under-conditions';
}>;

/**
 * @param before - the policies of today
 * @param after - the proposed ones
 * @returns whom the proposed trust policy keeps out, or lets in under more conditions only
 */
export function droppedPrincipals(
  before: readonly ProposedPolicy[],
  after: readonly ProposedPolicy[],
): DroppedPrincipals[] {
  const left = after.flatMap(({ statements }) => statements).filter(isAllow);
  return before.flatMap(policy =>
    policy.statements
      .filter(isAllow)
      .flatMap(statement => [
        ...droppedOf(statement, left, placeOf(policy, statement)),
      ]),
  );
}

function isAllow({ effect }: Statement): boolean {
  return effect === 'Allow';
}

function droppedOf(
  statement: Statement,
  left: readonly Statement[],
  at: string,
): DroppedPrincipals[] {
  const { principals, conditions } = statement;
  if (principals === null) {
    return [];
  }
  const asOpen = left.filter(each =>
    conditionsImply(conditions, each.conditions),
  );
  const gone = principalParts(principals).filter(
    part => !isAdmitted(statement, part, asOpen),
  );
  const conditioned = gone.filter(part => isAdmitted(statement, part, left));
  const out = gone.filter(part => !conditioned.includes(part));
  return (
    [
      [out, 'nothing'],
      [conditioned, 'under-conditions'],
    ] as const
  ).flatMap(([parts, remains]) =>
    parts.length === 0
      ? []
      : [
          {
            at,
            kind: principals.kind,
            principals: parts.flatMap(part => part.principals),
            remains,
          },
        ],
  );
}

function isAdmitted(
  { actions }: Statement,
  part: NonNullable<Statement['principals']>,
  by: readonly Statement[],
): boolean {
  return partsOf(actions).every(action =>
    by.some(
      each =>
        each.principals !== null &&
        takesInActions(each.actions, action) &&
        takesInPrincipals(each.principals, part),
    ),
  );
}
