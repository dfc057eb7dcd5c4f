import { parseClause, type ClauseGrammar } from './parseClause';
import { parseConditions } from './parseConditions';
import { parsePrincipals } from './parsePrincipals';
import {
  fault,
  faultUnknownKeys,
  isObject,
  parseText,
  typeName,
  under,
  type Place,
} from './faultList';
import type { Clause, Principals, Statement } from './types';

/**
 * An identity policy (also a boundary) names resources, a trust policy names principals.
 *
 * @public
 */
export type PolicyKind = 'identity' | 'trust';

type Fields = Readonly<Record<string, unknown>>;

const ACTIONS: ClauseGrammar = {
  only: 'Action',
  allBut: 'NotAction',
  // "*" alone stands for every action; everything else starts with the service.
  fits: pattern => pattern.includes(':') || /^\*+$/.test(pattern),
  expected: "'service:Action' or '*'",
};

const RESOURCES: ClauseGrammar = {
  only: 'Resource',
  allBut: 'NotResource',
  fits: pattern => pattern.startsWith('arn:') || /^[*?$]/.test(pattern),
  expected: "an ARN or '*'",
};

/**
 * Parses one statement.
 *
 * @returns `null` when it cannot be judged: its faults say why
 */
export function parseStatement(
  value: unknown,
  kind: PolicyKind,
  place: Place,
): Statement | null {
  if (!isObject(value)) {
    return fault(
      place,
      `expected a statement object, found ${typeName(value)}`,
    );
  }
  faultUnknownKeys(value, STATEMENT_KEYS, place);
  // Everything is parsed before anything is given up, so that all faults are told at once.
  const effect = parseEffect(value.Effect, place);
  const actions = parseClause(value, ACTIONS, place);
  const target = parseTarget(value, kind, place);
  const conditions = parseConditions(value.Condition, place);
  const sid = parseSid(value.Sid, kind, place);
  if (
    effect === null ||
    actions === null ||
    target === null ||
    conditions === null
  ) {
    return null;
  }
  const { resources, principals } = target;
  return {
    sid,
    effect,
    actions,
    resources,
    principals,
    conditions,
    at: place.at,
  };
}

const STATEMENT_KEYS = new Set([
  'Sid',
  'Effect',
  'Principal',
  'NotPrincipal',
  'Action',
  'NotAction',
  'Resource',
  'NotResource',
  'Condition',
]);

function parseEffect(value: unknown, place: Place): 'Allow' | 'Deny' | null {
  if (value === undefined) {
    return fault(place, "Effect is missing; expected 'Allow' or 'Deny'");
  }
  if (value === 'Allow' || value === 'Deny') {
    return value;
  }
  const found = typeof value === 'string' ? `'${value}'` : typeName(value);
  return fault(
    under(place, 'Effect'),
    `expected 'Allow' or 'Deny', found ${found}`,
  );
}

// Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_sid.html
function parseSid(
  value: unknown,
  kind: PolicyKind,
  place: Place,
): string | null {
  const sid = parseText(value, place, 'Sid');
  if (sid !== null && kind === 'identity' && !/^[A-Za-z0-9]*$/.test(sid)) {
    fault(
      under(place, 'Sid'),
      `expected letters and digits (A-Z, a-z, 0-9) only, found '${sid}'`,
    );
  }
  return sid;
}

type Target = Readonly<{
  resources: Clause | null;
  principals: Principals | null;
}>;

function parseTarget(
  fields: Fields,
  kind: PolicyKind,
  place: Place,
): Target | null {
  switch (kind) {
    case 'identity': {
      faultForeign(fields, FOREIGN_TO_IDENTITY, place, kind);
      const resources = parseClause(fields, RESOURCES, place);
      return resources && { resources, principals: null };
    }
    case 'trust': {
      faultForeign(fields, FOREIGN_TO_TRUST, place, kind);
      const principals = parsePrincipals(fields, place);
      return principals && { resources: null, principals };
    }
    default:
      return kind satisfies never;
  }
}

const FOREIGN_TO_IDENTITY = ['Principal', 'NotPrincipal'];
const FOREIGN_TO_TRUST = ['Resource', 'NotResource'];

function faultForeign(
  fields: Fields,
  keys: readonly string[],
  place: Place,
  kind: PolicyKind,
): void {
  for (const key of keys) {
    if (fields[key] !== undefined) {
      const name = kind === 'trust' ? 'a trust policy' : 'a policy of a role';
      fault(under(place, key), `${name} cannot have ${key}`);
    }
  }
}
