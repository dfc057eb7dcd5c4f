import type { CommandSpec } from './Spec';

/** The help of the whole program. */
export function programHelp(specs: readonly CommandSpec[]): string {
  const width = Math.max(...specs.map(spec => spec.name.length));
  return `Judges the IAM roles of Amazon ECS: what they may do, and what is wrong with that.

Usage: iam-analysis COMMAND [OPTION]...

Commands:
${specs.map(({ name, says }) => `  ${name.padEnd(width)}  ${says}`).join('\n')}

Options:
  --help     This, or the help of a command
  --version  The version of the program

Exit code: 0 when done, 1 when --fail-on says so, 2 when an argument or the input is wrong.
`;
}

/** The help of one command. */
export function commandHelp(spec: CommandSpec): string {
  const options = [
    ...Object.entries(spec.options).map(([name, { value, says }]) => ({
      name: value === null ? `--${name}` : `--${name} ${value}`,
      says,
    })),
    { name: '--help', says: 'This' },
  ];
  const width = Math.max(...options.map(({ name }) => name.length));
  const operands = spec.operands === null ? '' : ` ${spec.operands}`;
  return `${spec.says}.

Usage: iam-analysis ${spec.name} [OPTION]...${operands}

Options:
${options
  .map(({ name, says }) => `  ${name.padEnd(width)}  ${says}`)
  .join('\n')}

${spec.notes.join('\n\n')}
`;
}
