import type { AnalysisOptions } from '../../analysis/analyse';
import { severities } from '../../analysis/finding';
import { rules } from '../../rules';
import { listed } from '../../rules/words';
import { oneOfOption } from '../command/oneOfOption';
import type { CommandSpec, Given } from '../command/Spec';
import { toldBy, toldOptions, type ToldOption } from '../command/toldOptions';
import type { ExitCode, World } from '../command/World';
import { InputError } from '../input/InputError';
import { adviseOn, type CaseAdvice } from '../judge/CaseAdvice';
import { adviceCode, codeFormats } from '../report/advice/adviceCode';
import { adviceJson } from '../report/advice/adviceJson';
import { adviceText } from '../report/advice/adviceText';
import { leftToDo } from '../report/advice/leftToDo';
import { casesNote, readCases } from './readCases';
import { configOption, readSettings } from './readSettings';

type Option = 'format' | 'at-least' | 'config' | ToldOption;

const formats = ['text', 'json', ...codeFormats] as const;

export const adviseSpec: CommandSpec<Option> = {
  name: 'advise',
  says: 'Proposes policies without the findings, and says what they drop',
  operands: '[FILE...]',
  options: {
    format: {
      value: 'FORMAT',
      says: `What to print: ${formats.join(', ')}; without it, text`,
    },
    'at-least': {
      value: 'SEVERITY',
      says: `Clear what is this bad or worse: ${severities.join(
        ', ',
      )}; without it, low`,
    },
    config: configOption,
    ...toldOptions,
  },
  notes: [
    casesNote,
    `A proposal grants nothing new: each thing that it allows is allowed today, and no Deny is lost.
With ${listed(codeFormats, 'or')}, the code of one role is all that is printed;
what else is to be done goes to the standard error output.`,
  ],
};

/** Proposes what to change about the roles of files. */
export async function advise(
  given: Given<Option>,
  world: World,
): Promise<ExitCode> {
  const format = oneOfOption(given, 'format', formats) ?? 'text';
  const atLeast = oneOfOption(given, 'at-least', severities) ?? 'low';
  const settings = await readSettings(given.values('config')[0], world);
  const options: AnalysisOptions = { rules, settings, now: world.now };
  const files = given.operands.length === 0 ? ['-'] : given.operands;
  const cases = await readCases(files, world, toldBy(given));
  const roles = cases.flatMap(({ case: one, source }) =>
    one.role === null ? [] : [{ role: one, source }],
  );
  const all = () =>
    roles.map(({ role, source }) => adviseOn(role, source, options, atLeast));
  switch (format) {
    case 'text':
      world.out(adviceText(all(), world));
      return 0;
    case 'json':
      world.out(adviceJson(all()));
      return 0;
    case 'terraform':
    case 'cloudformation':
    case 'cdk': {
      // The names in the code of two roles could be the same.
      if (roles.length !== 1) {
        throw new InputError(
          `--format ${format} prints the code of one role; expected one case, found ${roles.length}`,
        );
      }
      all().forEach(each => printCode(each, format, world));
      return 0;
    }
    default:
      return format satisfies never;
  }
}

function printCode(
  advice: CaseAdvice,
  format: (typeof codeFormats)[number],
  world: World,
): void {
  world.out(adviceCode(advice, format));
  for (const sentence of leftToDo(advice)) {
    world.err(`iam-analysis: ${sentence}\n`);
  }
}
