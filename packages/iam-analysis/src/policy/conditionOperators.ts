/**
 * How an operator compares. `negated` operators hold when the key is absent from the request.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 */
export type OperatorTraits = Readonly<{
  negated: boolean;
  /** `*` and `?` in its values are wildcards. */
  wildcards: boolean;
}>;

const PLAIN: OperatorTraits = { negated: false, wildcards: false };
const NEGATED: OperatorTraits = { negated: true, wildcards: false };
const LIKE: OperatorTraits = { negated: false, wildcards: true };
const NOT_LIKE: OperatorTraits = { negated: true, wildcards: true };

const OPERATORS: ReadonlyMap<string, OperatorTraits> = new Map([
  ['stringequals', PLAIN],
  ['stringnotequals', NEGATED],
  ['stringequalsignorecase', PLAIN],
  ['stringnotequalsignorecase', NEGATED],
  ['stringlike', LIKE],
  ['stringnotlike', NOT_LIKE],
  ['numericequals', PLAIN],
  ['numericnotequals', NEGATED],
  ['numericlessthan', PLAIN],
  ['numericlessthanequals', PLAIN],
  ['numericgreaterthan', PLAIN],
  ['numericgreaterthanequals', PLAIN],
  ['dateequals', PLAIN],
  ['datenotequals', NEGATED],
  ['datelessthan', PLAIN],
  ['datelessthanequals', PLAIN],
  ['dategreaterthan', PLAIN],
  ['dategreaterthanequals', PLAIN],
  ['bool', PLAIN],
  ['binaryequals', PLAIN],
  ['ipaddress', PLAIN],
  ['notipaddress', NEGATED],
  // "ArnEquals and ArnLike behave identically", and so do their negations.
  ['arnequals', LIKE],
  ['arnlike', LIKE],
  ['arnnotequals', NOT_LIKE],
  ['arnnotlike', NOT_LIKE],
  ['null', PLAIN],
]);

/**
 * @param operator - without set prefix and `IfExists`, in any letter case
 * @returns `undefined` for an operator that IAM does not know
 */
export function operatorTraits(operator: string): OperatorTraits | undefined {
  return OPERATORS.get(operator.toLowerCase());
}
