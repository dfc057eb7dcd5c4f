/**
 * How an operator compares.
 *
 * @remarks
 * `negated` operators hold when the key is absent from the request.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 */
export type OperatorTraits = Readonly<{
  negated: boolean;
  /** `*` and `?` in its values are wildcards. */
  wildcards: boolean;
  /** Policy variables in its values are replaced; elsewhere they are plain text. */
  variables: boolean;
}> &
  Family;

/** What the values of an operator are, and what else tells the operators of that family apart. */
type Family = Readonly<
  | { family: 'string'; ignoresCase: boolean }
  | { family: 'numeric' | 'date'; relation: Relation }
  | { family: 'bool' | 'binary' | 'ip' | 'arn' | 'null' }
>;

/** @see {@link OperatorTraits} */
export type OperatorFamily = Family['family'];

/** How the value of the request stands to the value of the policy. */
export type Relation =
  | 'equals'
  | 'less'
  | 'less-or-equals'
  | 'greater'
  | 'greater-or-equals';

const string = {
  family: 'string',
  negated: false,
  wildcards: false,
  variables: true,
  ignoresCase: false,
} as const;

// "You can not use a policy variable with the Numeric condition operator", and so on for each family.
const numeric = {
  family: 'numeric',
  negated: false,
  wildcards: false,
  variables: false,
} as const;

const date = { ...numeric, family: 'date' } as const;

// "ArnEquals and ArnLike behave identically", and so do their negations.
const arn = {
  family: 'arn',
  negated: false,
  wildcards: true,
  variables: true,
} as const;

const ip = { ...numeric, family: 'ip' } as const;

const TRAITS: Readonly<Record<string, OperatorTraits>> = {
  StringEquals: string,
  StringNotEquals: { ...string, negated: true },
  StringEqualsIgnoreCase: { ...string, ignoresCase: true },
  StringNotEqualsIgnoreCase: { ...string, ignoresCase: true, negated: true },
  StringLike: { ...string, wildcards: true },
  StringNotLike: { ...string, wildcards: true, negated: true },
  NumericEquals: { ...numeric, relation: 'equals' },
  NumericNotEquals: { ...numeric, relation: 'equals', negated: true },
  NumericLessThan: { ...numeric, relation: 'less' },
  NumericLessThanEquals: { ...numeric, relation: 'less-or-equals' },
  NumericGreaterThan: { ...numeric, relation: 'greater' },
  NumericGreaterThanEquals: { ...numeric, relation: 'greater-or-equals' },
  DateEquals: { ...date, relation: 'equals' },
  DateNotEquals: { ...date, relation: 'equals', negated: true },
  DateLessThan: { ...date, relation: 'less' },
  DateLessThanEquals: { ...date, relation: 'less-or-equals' },
  DateGreaterThan: { ...date, relation: 'greater' },
  DateGreaterThanEquals: { ...date, relation: 'greater-or-equals' },
  // "You can use a policy variable with the Boolean condition operator."
  Bool: { ...numeric, family: 'bool', variables: true },
  BinaryEquals: { ...numeric, family: 'binary' },
  IpAddress: ip,
  NotIpAddress: { ...ip, negated: true },
  ArnEquals: arn,
  ArnLike: arn,
  ArnNotEquals: { ...arn, negated: true },
  ArnNotLike: { ...arn, negated: true },
  Null: { ...numeric, family: 'null' },
};

const BY_LOWER_CASE: ReadonlyMap<string, OperatorTraits> = new Map(
  Object.entries(TRAITS).map(([name, traits]) => [name.toLowerCase(), traits]),
);

/** The names of all condition operators as AWS spells them. */
export const conditionOperators: readonly string[] = Object.keys(TRAITS);

/**
 * @param operator - without set prefix and `IfExists`, in any letter case
 * @returns `undefined` for an operator that IAM does not know
 */
export function operatorTraits(operator: string): OperatorTraits | undefined {
  return BY_LOWER_CASE.get(operator.toLowerCase());
}
