import {
  fault,
  faultUnknownKeys,
  isObject,
  parseText,
  typeName,
  under,
  type Place,
} from './faultList';
import { parseStatement, type PolicyKind } from './parseStatement';
import type { Fault, PolicyDocument, Statement } from './types';

const VERSION = '2012-10-17';
const OLD_VERSION = '2008-10-17';

/**
 * Parses a policy document. Never throws: what does not fit the grammar is a fault with its place, and the statements
 * that do fit are kept.
 * Grammar: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
 *
 * @param text - the JSON text as IAM holds it, URL-decoded
 * @param kind - `trust` for a role's trust policy (names principals, no resources), else `identity`
 * @public
 */
export function parsePolicy(
  text: string,
  kind: PolicyKind = 'identity',
): PolicyDocument {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : error;
    return nothing([{ at: '', message: `not valid JSON: ${reason}` }]);
  }
  return parsePolicyValue(value, kind);
}

/**
 * Parses a policy document that is JSON already, as in the output of a program. Like {@link parsePolicy} otherwise.
 *
 * @param value - any JSON value; it is not kept, so that it may change later
 * @param kind - `trust` for a role's trust policy (names principals, no resources), else `identity`
 * @public
 */
export function parsePolicyValue(
  value: unknown,
  kind: PolicyKind = 'identity',
): PolicyDocument {
  const faults: Fault[] = [];
  const root: Place = { at: '', faults };
  if (!isObject(value)) {
    fault(root, `expected a policy object, found ${typeName(value)}`);
    return nothing(faults);
  }
  faultUnknownKeys(value, DOCUMENT_KEYS, root);
  return {
    version: parseVersion(value.Version, root),
    id: parseText(value.Id, root, 'Id'),
    ...parseStatements(value.Statement, kind, root),
    faults,
  };
}

const DOCUMENT_KEYS = new Set(['Version', 'Id', 'Statement']);

function nothing(faults: readonly Fault[]): PolicyDocument {
  return { version: null, id: null, statements: [], unread: [''], faults };
}

// Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_version.html
function parseVersion(value: unknown, root: Place): string | null {
  if (value === VERSION) {
    return value;
  }
  const place = under(root, 'Version');
  if (value === undefined) {
    return fault(
      place,
      `Version is missing, so AWS takes '${OLD_VERSION}', in which policy variables are plain text; expected '${VERSION}'`,
    );
  }
  if (typeof value !== 'string') {
    return fault(place, `expected '${VERSION}', found ${typeName(value)}`);
  }
  fault(
    place,
    value === OLD_VERSION
      ? `Version '${OLD_VERSION}' is the old policy language, in which policy variables are plain text; expected '${VERSION}'`
      : `unknown Version '${value}'; expected '${VERSION}'`,
  );
  return value;
}

type Statements = Pick<PolicyDocument, 'statements' | 'unread'>;

function parseStatements(
  value: unknown,
  kind: PolicyKind,
  { faults }: Place,
): Statements {
  const at = '/Statement';
  if (value === undefined) {
    fault({ at, faults }, 'Statement is missing');
    return { statements: [], unread: [at] };
  }
  if (!Array.isArray(value)) {
    // A single statement needs no list: its pointer has no index.
    const statement = parseStatement(value, kind, { at, faults });
    return statement
      ? { statements: [statement], unread: [] }
      : { statements: [], unread: [at] };
  }
  if (value.length === 0) {
    fault({ at, faults }, 'expected at least one statement');
  }
  const statements: Statement[] = [];
  const unread: string[] = [];
  for (let index = 0; index < value.length; index++) {
    const place = { at: `${at}/${index}`, faults };
    const statement = parseStatement(value[index], kind, place);
    if (statement) {
      statements.push(statement);
    } else {
      unread.push(place.at);
    }
  }
  faultDuplicateSids(statements, faults);
  return { statements, unread };
}

function faultDuplicateSids(
  statements: readonly Statement[],
  faults: Fault[],
): void {
  const seen = new Set<string>();
  for (const { sid, at } of statements) {
    if (sid !== null && sid !== '') {
      if (seen.has(sid)) {
        fault(
          { at: `${at}/Sid`, faults },
          `Sid '${sid}' is used more than once`,
        );
      }
      seen.add(sid);
    }
  }
}
