import type { Condition, Statement } from '../../policy/types';

/** Who calls: an AWS service for itself, or anybody else. */
export type Caller = 'service' | 'other';

/**
 * The condition that a Deny statement puts on all who get past it: what is denied unless the organization is `o-1` is
 * allowed only if it is. A Deny of several conditions denies when all of them hold, so it puts none for certain, but for
 * the one that tells services from others.
 *
 * @param deny - a Deny statement that is about everyone
 * @param caller - of whom it is asked
 * @returns one condition, or none
 */
export function imposedBy(
  { conditions }: Statement,
  caller: Caller,
): Condition[] {
  const [condition, ...others] = conditions.filter(
    each => !holdsFor(caller, each),
  );
  return condition && others.length === 0 ? opposite(condition) : [];
}

// Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html, "aws:PrincipalIsAWSService"
function holdsFor(
  caller: Caller,
  { key, operator, values }: Condition,
): boolean {
  return (
    key.toLowerCase() === 'aws:principalisawsservice' &&
    operator.toLowerCase() === 'bool' &&
    values.every(value => value.toLowerCase() === String(caller === 'service'))
  );
}

const POSITIVE: Readonly<Record<string, string>> = {
  stringnotequals: 'StringEquals',
  stringnotequalsignorecase: 'StringEqualsIgnoreCase',
  stringnotlike: 'StringLike',
  arnnotequals: 'ArnEquals',
  arnnotlike: 'ArnLike',
  notipaddress: 'IpAddress',
};

// A negated operator denies without the key too, so its opposite asks for the key. A plain `Bool` does not: only
// `BoolIfExists` denies without the key.
function opposite(condition: Condition): Condition[] {
  const operator = condition.operator.toLowerCase();
  if (condition.set !== null) {
    return [];
  }
  if (operator === 'null' || (operator === 'bool' && condition.ifExists)) {
    return condition.values.length === 1
      ? [{ ...condition, ifExists: false, values: [not(condition.values[0])] }]
      : [];
  }
  const positive = Object.hasOwn(POSITIVE, operator)
    ? POSITIVE[operator]
    : null;
  return positive === null
    ? []
    : [{ ...condition, operator: positive, ifExists: false }];
}

function not(value: string): string {
  return value.toLowerCase() === 'true' ? 'false' : 'true';
}
