import { parseArgs } from 'node:util';
import type { CommandSpec, Given, OptionSpec } from './Spec';
import { UsageError } from './UsageError';

/**
 * @param spec - of the command
 * @param args - what follows its name
 * @throws a `UsageError` that says what was expected
 */
export function parseArguments<Name extends string>(
  spec: CommandSpec<Name>,
  args: readonly string[],
): Given<Name> {
  const specs: Readonly<Record<string, OptionSpec>> = spec.options;
  const found = new Map<string, string[]>();
  const operands: string[] = [];
  // Not strict: its own errors would not say what was expected.
  const { tokens } = parseArgs({
    args: [...args],
    options: Object.fromEntries(
      Object.entries(specs).map(([name, { value }]) => [
        name,
        { type: value === null ? 'boolean' : 'string', multiple: true },
      ]),
    ),
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  for (const token of tokens) {
    if (token.kind === 'positional') {
      if (spec.operands === null) {
        throw new UsageError(
          `unexpected argument '${token.value}'; ${spec.name} takes options only`,
        );
      }
      operands.push(token.value);
    } else if (token.kind === 'option') {
      const { name, rawName, value } = token;
      if (!Object.hasOwn(specs, name)) {
        throw new UsageError(
          `unknown option ${rawName}; expected one of ${namesOf(specs)}`,
        );
      }
      const values = found.get(name) ?? [];
      if (values.length > 0 && !specs[name].many) {
        throw new UsageError(`${rawName} is given twice; expected it once`);
      }
      found.set(name, [...values, valueOf(specs[name], rawName, value)]);
    }
  }
  return {
    operands,
    has: option => found.has(option),
    values: option => found.get(option) ?? [],
  };
}

function valueOf(
  spec: OptionSpec,
  rawName: string,
  value: string | undefined,
): string {
  if (spec.value === null) {
    if (value !== undefined) {
      throw new UsageError(`${rawName} takes no value, but got '${value}'`);
    }
    return '';
  }
  if (value === undefined || value.startsWith('--')) {
    throw new UsageError(`${rawName} needs a value: ${rawName} ${spec.value}`);
  }
  return value;
}

function namesOf(specs: Readonly<Record<string, OptionSpec>>): string {
  return Object.keys(specs)
    .map(name => `--${name}`)
    .join(', ');
}
