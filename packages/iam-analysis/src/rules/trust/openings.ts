import { holdAlways } from '../../grants/holdAlways';
import type {
  Clause,
  Condition,
  PolicyDocument,
  Principal,
  Principals,
  Statement,
} from '../../policy/types';
import { matches } from '../../policy/wildcard';
import { imposedBy, type Caller } from './imposedBy';
import { accountPrincipal, isAnyone } from './principals';

/** An Allow statement with which somebody can assume the role. */
export type Opening = Readonly<{
  /** `trust#/Statement/0` */
  at: string;
  principals: Principals;
  /** Those of {@link ASSUMING} that it allows. */
  actions: readonly AssumeAction[];
  /** Its own, and those that a Deny statement puts on everyone who is no service. */
  conditions: readonly Condition[];
  /** Its own, and those that a Deny statement puts on every service. */
  serviceConditions: readonly Condition[];
  /** Whom Deny statements shut out again, whatever the request. */
  denied: readonly Principals[];
}>;

/** The actions that give credentials of a role. `sts:TagSession` and `sts:SetSourceIdentity` alone do not. */
const ASSUMING = [
  'sts:AssumeRole',
  'sts:AssumeRoleWithSAML',
  'sts:AssumeRoleWithWebIdentity',
] as const;

export type AssumeAction = (typeof ASSUMING)[number];

/** Every way into the role that its trust policy leaves open. */
export function openingsOf(document: PolicyDocument): readonly Opening[] {
  const before = remembered.get(document);
  if (before) {
    return before;
  }
  const openings = findOpenings(document);
  remembered.set(document, openings);
  return openings;
}

// A document never changes, and every rule about trust asks for the same.
const remembered = new WeakMap<PolicyDocument, readonly Opening[]>();

function findOpenings({ statements }: PolicyDocument): Opening[] {
  const denies = statements.filter(({ effect }) => effect === 'Deny');
  return statements
    .filter(({ effect }) => effect === 'Allow')
    .flatMap(statement => openingOf(statement, denies) ?? []);
}

function openingOf(
  { at, principals, actions: clause, conditions }: Statement,
  denies: readonly Statement[],
): Opening | null {
  const actions = ASSUMING.filter(action => includes(clause, action));
  if (principals === null || actions.length === 0) {
    return null;
  }
  const denying = denies.filter(deny =>
    actions.every(action => includes(deny.actions, action)),
  );
  const imposed = (caller: Caller) =>
    denying.filter(isForEveryone).flatMap(deny => imposedBy(deny, caller));
  return {
    at: `trust#${at}`,
    principals,
    actions,
    conditions: [...conditions, ...imposed('other')],
    serviceConditions: [...conditions, ...imposed('service')],
    denied: denying
      .filter(deny => holdAlways(deny.conditions))
      .flatMap(deny => deny.principals ?? []),
  };
}

function includes({ kind, patterns }: Clause, action: AssumeAction): boolean {
  const named = patterns.some(pattern =>
    matches(pattern.toLowerCase(), action.toLowerCase()),
  );
  return kind === 'only' ? named : !named;
}

function isForEveryone({ principals }: Statement): boolean {
  return principals?.kind === 'only' && principals.principals.some(isAnyone);
}

/** The principals of an opening that a rule is about. */
export type Concerned = Readonly<{
  principals: readonly Principal[];
  /** All of them are shut out again. */
  mitigatedBy?: 'deny';
}>;

/**
 * @param isConcerned - whether the rule is about a principal
 * @returns those that get in; when there are none, those that a Deny shuts out again; `null` without any
 */
export function concerned(
  { principals: { kind, principals }, denied }: Opening,
  isConcerned: (principal: Principal) => boolean,
): Concerned | null {
  const all = kind === 'only' ? principals.filter(isConcerned) : [];
  if (all.length === 0) {
    return null;
  }
  const admitted = all.filter(
    principal => !denied.some(each => takesIn(each, principal)),
  );
  return admitted.length > 0
    ? { principals: admitted }
    : { principals: all, mitigatedBy: 'deny' };
}

function takesIn({ kind, principals }: Principals, one: Principal): boolean {
  const named = principals.some(each => isPartOf(one, each));
  return kind === 'only' ? named : !named;
}

// A Deny of an account denies each of its principals.
// Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
function isPartOf(one: Principal, of: Principal): boolean {
  if (isAnyone(of) || (one.type === of.type && one.value === of.value)) {
    return true;
  }
  const account = accountPrincipal(of);
  return (
    account !== null &&
    account.isWhole &&
    account.accountId === accountPrincipal(one)?.accountId
  );
}
