import { operatorTraits } from '../policy/conditionOperators';
import type { Condition } from '../policy/types';
import { ALWAYS_PRESENT, isFalse, isTrue, takesAnyText } from './conditionKeys';

/**
 * Whether every request meets the conditions for certain. That is more than "not known to hold anything back": a Deny of
 * requests without TLS (`aws:SecureTransport` is `false`) denies none of those that there are.
 */
export function holdAlways(conditions: readonly Condition[]): boolean {
  return conditions.every(holdsAlways);
}

function holdsAlways({
  operator,
  set,
  ifExists,
  key: written,
  values,
}: Condition): boolean {
  const key = written.toLowerCase();
  const isPresent = ALWAYS_PRESENT.test(key);
  switch (operator.toLowerCase()) {
    case 'null':
      // `NullIfExists` is no operator.
      return !ifExists && isPresent && values.some(isFalse);
    case 'bool':
      // The endpoints of AWS take requests over TLS only.
      return key === 'aws:securetransport' && values.some(isTrue);
    default:
      return (
        (isPresent || ifExists || set === 'ForAllValues') &&
        takesEveryText(operator, values)
      );
  }
}

// ARNs are compared part by part, so that `*` alone is like none of them.
// Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
function takesEveryText(operator: string, values: readonly string[]): boolean {
  return operatorTraits(operator)?.family === 'arn'
    ? values.some(value => /^(arn|\*)(:\*){5}$/.test(value)) &&
        !operatorTraits(operator)?.negated
    : takesAnyText(operator, values);
}
