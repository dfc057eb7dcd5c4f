import type { Reach, RoleGrants } from '../grants/grant';
import { printStatement } from '../policy/printStatement';
import type { PolicyDocument } from '../policy/types';
import type { Evidence } from './evidence';

/**
 * The policy behind the evidence of a case, as JSON. Evidence that is no policy is said in the name of the case.
 *
 * @param given - the evidence of a case
 * @returns `null` when it holds no statements
 */
export function exampleOf(given: Partial<Evidence>): string | null {
  if (given.grants) {
    return exampleOfGrants(given.grants);
  }
  return given.trust?.document.known && !given.policies
    ? lines(statementsOf(given.trust.document.value))
    : null;
}

function exampleOfGrants({
  grants,
  denials,
  bounds,
}: RoleGrants): string | null {
  const policy = [
    ...grants.map(grant => printed('Allow', grant)),
    ...denials
      .filter(({ by }) => by === 'deny')
      .map(denial => printed('Deny', denial)),
  ];
  const boundary = [
    ...(bounds ?? []).map(bound => printed('Allow', bound)),
    ...denials
      .filter(({ by }) => by === 'boundary')
      .map(denial => printed('Deny', denial)),
  ];
  return boundary.length === 0
    ? lines(policy)
    : `// policy\n${lines(policy)}\n// permissions boundary\n${lines(
        boundary,
      )}`;
}

function statementsOf({ statements }: PolicyDocument): unknown[] {
  return statements.map(printStatement);
}

function printed(effect: 'Allow' | 'Deny', reach: Reach): unknown {
  return printStatement({ ...reach, effect, principals: null });
}

function lines(statements: readonly unknown[]): string | null {
  return statements.length === 0
    ? null
    : statements.map(each => laidOut(each, '')).join('\n');
}

const WIDTH = 80;

// On one line when it fits, else an entry a line: `JSON.stringify` breaks everything, or nothing.
function laidOut(value: unknown, indent: string, before: number = 0): string {
  const flat = inline(value);
  const fitsLine = indent.length + before + flat.length <= WIDTH;
  if (fitsLine || typeof value !== 'object' || value === null) {
    return flat;
  }
  const deeper = `${indent}  `;
  const isList = Array.isArray(value);
  const entries = Object.entries(value).map(([key, item]) => {
    const label = isList ? '' : `${JSON.stringify(key)}: `;
    return `${deeper}${label}${laidOut(item, deeper, label.length + 1)}`;
  });
  const [open, close] = isList ? ['[', ']'] : ['{', '}'];
  return `${open}\n${entries.join(',\n')}\n${indent}${close}`;
}

function inline(value: unknown): string {
  if (Array.isArray(value)) {
    return `[${value.map(inline).join(', ')}]`;
  }
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).map(
      ([key, item]) => `${JSON.stringify(key)}: ${inline(item)}`,
    );
    return `{ ${entries.join(', ')} }`;
  }
  return JSON.stringify(value);
}
