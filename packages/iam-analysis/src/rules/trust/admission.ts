import { operatorTraits } from '../../policy/conditionOperators';
import type {
  Condition,
  Principal,
  Principals,
  Statement,
} from '../../policy/types';
import { matches } from '../../policy/wildcard';
import { comparableActions, coversPattern } from '../../grants/clauses';
import { holdAlways } from '../../grants/holdAlways';

/** Whether a service may assume a role, and if not, the statement that stands in the way. */
export type Admission =
  | Readonly<{ kind: 'admitted' }>
  | Readonly<{ kind: 'not-named' }>
  | Readonly<{ kind: 'denied'; at: string }>
  | Readonly<{ kind: 'other-action'; at: string; actions: readonly string[] }>
  | Readonly<{ kind: 'condition'; at: string; condition: Condition }>;

/**
 * @param statements - of the trust policy
 * @param service - such as `ecs-tasks.amazonaws.com`
 * @param accountId - of the role: the service calls on behalf of this account
 */
export function admissionOf(
  statements: readonly Statement[],
  service: string,
  accountId: string,
): Admission {
  const naming = statements.filter(
    ({ principals }) => principals !== null && includes(principals, service),
  );
  const denial = naming.find(
    each =>
      each.effect === 'Deny' && assumes(each) && holdAlways(each.conditions),
  );
  if (denial) {
    return { kind: 'denied', at: denial.at };
  }
  const allowing = naming.filter(each => each.effect === 'Allow');
  const assuming = allowing.filter(assumes);
  const [obstacle] = assuming.flatMap(each =>
    obstacleIn(each, service, accountId),
  );
  if (
    assuming.some(each => obstacleIn(each, service, accountId).length === 0)
  ) {
    return { kind: 'admitted' };
  }
  if (obstacle) {
    return obstacle;
  }
  return allowing.length === 0
    ? { kind: 'not-named' }
    : {
        kind: 'other-action',
        at: allowing[0].at,
        actions: allowing[0].actions.patterns,
      };
}

/** The names in `Principal` of the Allow statements, each once. */
export function trustedNames(statements: readonly Statement[]): string[] {
  const names = statements
    .filter(each => each.effect === 'Allow' && each.principals?.kind === 'only')
    .flatMap(each => each.principals?.principals ?? [])
    .map(({ value }) => value);
  return [...new Set(names)];
}

function assumes({ actions }: Statement): boolean {
  return coversPattern(comparableActions(actions), 'sts:assumerole');
}

function includes({ kind, principals }: Principals, service: string): boolean {
  const named = principals.some(principal => isService(principal, service));
  return kind === 'only' ? named : !named;
}

// "*" and { "AWS": "*" } stand for everyone, services too.
// Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
function isService({ type, value }: Principal, service: string): boolean {
  switch (type) {
    case '*':
      return true;
    case 'AWS':
      return value === '*';
    case 'Service':
      return value === '*' || canonicalService(value) === service;
    case 'Federated':
    case 'CanonicalUser':
      return false;
    default:
      return type satisfies never;
  }
}

/** The name by which a service is compared: in China, EC2 goes by both names. */
export function canonicalService(service: string): string {
  const lower = service.toLowerCase();
  return lower === 'ec2.amazonaws.com.cn' ? 'ec2.amazonaws.com' : lower;
}

function obstacleIn(
  { at, conditions }: Statement,
  service: string,
  accountId: string,
): Extract<Admission, { kind: 'condition' }>[] {
  return conditions
    .filter(condition => cannotHold(condition, service, accountId))
    .map(condition => ({ kind: 'condition', at, condition }));
}

// Only what is certain: keys that no AWS service sends, and the account of somebody else.
function cannotHold(
  { operator, set, ifExists, key, values }: Condition,
  service: string,
  accountId: string,
): boolean {
  const traits = operatorTraits(operator);
  if (
    traits === undefined ||
    traits.negated ||
    ifExists ||
    set === 'ForAllValues' ||
    operator.toLowerCase() === 'null'
  ) {
    return false;
  }
  switch (key.toLowerCase()) {
    case 'sts:externalid':
    case 'aws:multifactorauthpresent':
    case 'aws:multifactorauthage':
      return !values.some(value => value.toLowerCase() === 'false');
    case 'aws:sourceaccount':
      return (
        sendsNoSource(service) ||
        !values.some(value => matches(value, accountId))
      );
    case 'aws:sourcearn':
      return (
        sendsNoSource(service) ||
        !values.some(value => matches(accountOf(value), accountId))
      );
    default:
      return false;
  }
}

// EC2 assumes an instance role without telling for which resource.
function sendsNoSource(service: string): boolean {
  return service === 'ec2.amazonaws.com';
}

function accountOf(arn: string): string {
  return arn.split(':')[4] ?? '*';
}
