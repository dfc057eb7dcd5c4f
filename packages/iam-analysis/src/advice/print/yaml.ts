import { indent } from './indent';

type Fields = Readonly<Record<string, unknown>>;

/**
 * A JSON value as lines of YAML. Every string is in double quotes, in which YAML reads what JSON writes, so that none is
 * taken for a date, a number or a tag such as `!Sub`.
 * Source: https://yaml.org/spec/1.2.2/, sections 5.7 and 7.3.1
 */
export function yamlOf(value: unknown): string[] {
  if (Array.isArray(value)) {
    return value.length === 0 ? ['[]'] : value.flatMap(itemOf);
  }
  if (typeof value === 'object' && value !== null) {
    const fields: Fields = { ...value };
    const keys = Object.keys(fields);
    return keys.length === 0
      ? ['{}']
      : keys.flatMap(key => fieldOf(key, fields[key]));
  }
  return [yamlScalar(value)];
}

function itemOf(value: unknown): string[] {
  const [first, ...rest] = yamlOf(value);
  return [`- ${first}`, ...indent(rest)];
}

function fieldOf(name: string, value: unknown): string[] {
  const key = isPlain(name) ? name : yamlScalar(name);
  const lines = yamlOf(value);
  return isCollection(value)
    ? [`${key}:`, ...indent(lines)]
    : [`${key}: ${lines[0]}`];
}

function isCollection(value: unknown): boolean {
  return (
    typeof value === 'object' && value !== null && Object.keys(value).length > 0
  );
}

// What YAML 1.1, which CloudFormation reads, takes for a boolean or nothing is no plain text.
function isPlain(text: string): boolean {
  return (
    /^[A-Za-z][A-Za-z0-9]*$/.test(text) &&
    !/^(y|n|yes|no|on|off|true|false|null)$/i.test(text)
  );
}

function yamlScalar(value: unknown): string {
  return JSON.stringify(value).replace(
    NOT_PRINTABLE,
    character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

const NOT_PRINTABLE = /[\u007F-\u009F\u2028\u2029\uFEFF\uFFFE\uFFFF]/g;
