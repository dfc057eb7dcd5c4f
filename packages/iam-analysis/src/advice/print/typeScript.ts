import { indent } from './indent';

/** A text that is code already, such as `iam.Effect.ALLOW`; lines after the first are relative to the first. */
export class Code {
  readonly lines: readonly string[];

  constructor(...lines: readonly string[]) {
    this.lines = lines;
  }
}

const WIDTH = 80;

/**
 * A value as lines of TypeScript: strings in single quotes, a list on one line when it fits, objects open.
 *
 * @param value - JSON, with {@link Code} where it is no literal
 */
export function typeScriptOf(value: unknown): string[] {
  if (value instanceof Code) {
    return [...value.lines];
  }
  if (typeof value === 'string') {
    return [typeScriptString(value)];
  }
  if (Array.isArray(value)) {
    return listOf(value.map(typeScriptOf));
  }
  if (typeof value === 'object' && value !== null) {
    return objectOf(value);
  }
  return [String(value)];
}

function listOf(items: readonly (readonly string[])[]): string[] {
  const line = `[${items.map(lines => lines.join('')).join(', ')}]`;
  return items.every(lines => lines.length === 1) && line.length <= WIDTH / 2
    ? [line]
    : ['[', ...indent(items.flatMap(withComma)), ']'];
}

function objectOf(fields: object): string[] {
  const entries = Object.entries(fields).map(([key, value]) => {
    const [first, ...rest] = typeScriptOf(value);
    return withComma([`${propertyName(key)}: ${first}`, ...rest]);
  });
  return ['{', ...indent(entries.flat()), '}'];
}

function withComma(lines: readonly string[]): string[] {
  return [...lines.slice(0, -1), `${lines[lines.length - 1]},`];
}

// `__proto__: ...` in a literal sets the prototype, also in quotes.
function propertyName(key: string): string {
  if (key === '__proto__') {
    return "['__proto__']";
  }
  return /^[A-Za-z_$][\w$]*$/.test(key) ? key : typeScriptString(key);
}

/** A text as a string in single quotes, in which `${` is plain text. */
export function typeScriptString(text: string): string {
  const escaped = JSON.stringify(text)
    .slice(1, -1)
    .replace(/\\"/g, '"')
    .replace(/'/g, "\\'")
    .replace(
      NOT_PRINTABLE,
      character =>
        `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
    );
  return `'${escaped}'`;
}

const NOT_PRINTABLE = /[\u007F-\u009F\u2028\u2029\uFEFF]/g;
