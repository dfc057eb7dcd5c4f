import {
  asList,
  fault,
  faultUnknownKeys,
  isObject,
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
  const faults: Fault[] = [];
  const root: Place = { at: '', faults };
  const value = parseJson(text, root);
  if (value === undefined) {
    return { version: null, id: null, statements: [], faults };
  }
  if (!isObject(value)) {
    fault(root, `expected a policy object, found ${typeName(value)}`);
    return { version: null, id: null, statements: [], faults };
  }
  faultUnknownKeys(value, ['Version', 'Id', 'Statement'], root);
  return {
    version: parseVersion(value.Version, under(root, 'Version')),
    id: parseText(value.Id, under(root, 'Id')),
    statements: parseStatements(
      value.Statement,
      kind,
      under(root, 'Statement'),
    ),
    faults,
  };
}

function parseJson(text: string, root: Place): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    fault(
      root,
      `not valid JSON: ${error instanceof Error ? error.message : error}`,
    );
    return undefined;
  }
}

// Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_version.html
function parseVersion(value: unknown, place: Place): string | null {
  if (value === undefined) {
    return fault(
      place,
      `Version is missing, so AWS takes '${OLD_VERSION}', in which policy variables are plain text; expected '${VERSION}'`,
    );
  }
  if (typeof value !== 'string') {
    return fault(place, `expected '${VERSION}', found ${typeName(value)}`);
  }
  if (value === OLD_VERSION) {
    fault(
      place,
      `Version '${OLD_VERSION}' is the old policy language, in which policy variables are plain text; expected '${VERSION}'`,
    );
  } else if (value !== VERSION) {
    fault(place, `unknown Version '${value}'; expected '${VERSION}'`);
  }
  return value;
}

function parseText(value: unknown, place: Place): string | null {
  if (value === undefined || typeof value === 'string') {
    return value ?? null;
  }
  return fault(place, `expected a string, found ${typeName(value)}`);
}

function parseStatements(
  value: unknown,
  kind: PolicyKind,
  place: Place,
): Statement[] {
  if (value === undefined) {
    fault(place, 'Statement is missing');
    return [];
  }
  if (!Array.isArray(value)) {
    // A single statement needs no list: its pointer has no index.
    return present([parseStatement(value, kind, place)]);
  }
  if (value.length === 0) {
    fault(place, 'expected at least one statement');
  }
  const statements = asList(value).map((item, index) =>
    parseStatement(item, kind, under(place, index)),
  );
  faultDuplicateSids(present(statements), place);
  return present(statements);
}

function present(statements: readonly (Statement | null)[]): Statement[] {
  return statements.filter((s): s is Statement => s !== null);
}

function faultDuplicateSids(
  statements: readonly Statement[],
  { faults }: Place,
): void {
  const seen = new Set<string>();
  for (const { sid, at } of statements) {
    if (sid !== null && sid !== '' && seen.has(sid)) {
      fault({ at: `${at}/Sid`, faults }, `Sid '${sid}' is used more than once`);
    }
    seen.add(sid ?? '');
  }
}
