import { commandHelp, programHelp } from './command/helpText';
import { parseArguments } from './command/parseArguments';
import type { CommandSpec, Given } from './command/Spec';
import { UsageError } from './command/UsageError';
import type { ExitCode, World } from './command/World';
import { advise, adviseSpec } from './commands/advise';
import { can, canSpec } from './commands/can';
import { check, checkSpec } from './commands/check';
import { needs, needsSpec } from './commands/needs';
import { listRules, rulesSpec } from './commands/rules';
import { InputError } from './input/InputError';

/**
 * Runs the program.
 *
 * @param args - without those of Node itself
 * @returns the exit code. Whatever is wrong is said in a sentence: nobody is shown a stack trace
 */
export async function run(
  args: readonly string[],
  world: World,
): Promise<ExitCode> {
  try {
    return await dispatch(args, world);
  } catch (error) {
    if (error instanceof UsageError || error instanceof InputError) {
      world.err(`${prefixed(error.message)}\n`);
    } else {
      world.err(`${prefixed(`it failed: ${error}`)}\n`);
    }
    return 2;
  }
}

async function dispatch(
  [name, ...args]: readonly string[],
  world: World,
): Promise<ExitCode> {
  switch (name) {
    case 'check':
      return call(checkSpec, check, args, world);
    case 'advise':
      return call(adviseSpec, advise, args, world);
    case 'needs':
      return call(needsSpec, needs, args, world);
    case 'can':
      return call(canSpec, can, args, world);
    case 'rules':
      return call(rulesSpec, listRules, args, world);
    case '--help':
    case '-h':
      world.out(programHelp(specs));
      return 0;
    case '--version':
      world.out(`${world.version}\n`);
      return 0;
    default:
      throw new UsageError(
        `${
          name === undefined ? 'no command' : `unknown command '${name}'`
        }; expected one of ${specs
          .map(spec => spec.name)
          .join(', ')}, --help, --version`,
      );
  }
}

const specs: readonly CommandSpec[] = [
  checkSpec,
  adviseSpec,
  needsSpec,
  canSpec,
  rulesSpec,
];

async function call<Name extends string>(
  spec: CommandSpec<Name>,
  command: (given: Given<Name>, world: World) => Promise<ExitCode>,
  args: readonly string[],
  world: World,
): Promise<ExitCode> {
  if (args.includes('--help') || args.includes('-h')) {
    world.out(commandHelp(spec));
    return 0;
  }
  return command(parseArguments(spec, args), world);
}

function prefixed(message: string): string {
  return message
    .split('\n')
    .map(line => `iam-analysis: ${line}`)
    .join('\n');
}
