import type { AnalysisOptions } from '../../analysis/analyse';
import { severities, type Severity } from '../../analysis/finding';
import { rules } from '../../rules';
import { oneOfOption } from '../command/oneOfOption';
import type { CommandSpec, Given } from '../command/Spec';
import { toldBy, toldOptions, type ToldOption } from '../command/toldOptions';
import { UsageError } from '../command/UsageError';
import type { ExitCode, World } from '../command/World';
import type { Told } from '../evidence/Case';
import { isOfDefinition, parseCases } from '../evidence/parseCase';
import { answerLines } from '../input/answerLines';
import { reportOn, type CaseReport } from '../judge/CaseReport';
import { jsonLine, jsonLineOfSlots } from '../report/jsonLine';
import { jsonReport } from '../report/jsonReport';
import { sarifReport } from '../report/sarif/sarifReport';
import { textReport } from '../report/textReport';
import { casesNote, readCases } from './readCases';
import { configOption, readSettings } from './readSettings';

type Option = 'json' | 'sarif' | 'jsonl' | 'fail-on' | 'config' | ToldOption;

export const checkSpec: CommandSpec<Option> = {
  name: 'check',
  says: 'Judges roles, and says what is wrong, where, why and how to fix it',
  operands: '[FILE...]',
  options: {
    json: { value: null, says: 'Print one JSON document' },
    sarif: { value: null, says: 'Print SARIF 2.1.0, for code scanning' },
    jsonl: {
      value: null,
      says: 'Read one case a line from standard input, and answer each with a line of JSON',
    },
    'fail-on': {
      value: 'SEVERITY',
      says: `Exit with 1 when something this bad or worse is found: ${severities.join(
        ', ',
      )}`,
    },
    config: configOption,
    ...toldOptions,
  },
  notes: [
    casesNote,
    'Finds nothing that a service control policy, a resource policy or a session policy adds or takes away.',
  ],
};

/** Judges the cases of files, or of the lines of the standard input. */
export async function check(
  given: Given<Option>,
  world: World,
): Promise<ExitCode> {
  const format = formatOf(given);
  const said = toldBy(given);
  const failOn = oneOfOption(given, 'fail-on', severities);
  const settings = await readSettings(given.values('config')[0], world);
  const options: AnalysisOptions = { rules, settings, now: world.now };
  if (format === 'jsonl') {
    return checkLines(given, said, failOn, options, world);
  }
  const files = given.operands.length === 0 ? ['-'] : given.operands;
  const cases = await readCases(files, world, said);
  const reports = cases.map(each => reportOn(each.case, each.source, options));
  world.out(printed(format, reports, options, world));
  return failOn !== null && reports.some(each => isAsBad(each, failOn)) ? 1 : 0;
}

type Format = 'text' | 'json' | 'sarif' | 'jsonl';

function formatOf(given: Given<Option>): Format {
  const [format = 'text', ...others] = (
    ['json', 'sarif', 'jsonl'] as const
  ).filter(given.has);
  if (others.length > 0) {
    throw new UsageError(
      `--${format} and --${others[0]} exclude each other; expected one of them`,
    );
  }
  return format;
}

async function checkLines(
  { operands }: Given<Option>,
  said: Told,
  failOn: Severity | null,
  options: AnalysisOptions,
  world: World,
): Promise<ExitCode> {
  if (operands.some(file => file !== '-')) {
    throw new UsageError(
      `--jsonl reads standard input; expected no FILE, found ${operands[0]}`,
    );
  }
  let isBad = false;
  const unread = await answerLines(world.stdin, world.out, line => {
    const reports = parseCases(line, said).map(({ case: given, roleAt }) =>
      reportOn(given, { file: '-', text: '', at: '', roleAt }, options),
    );
    isBad ||= failOn !== null && reports.some(each => isAsBad(each, failOn));
    return isOfDefinition(line) ? jsonLineOfSlots(reports) : jsonLine(reports);
  });
  // A gate must not open for a case that could not be read.
  if (failOn !== null && unread > 0) {
    return 2;
  }
  return isBad ? 1 : 0;
}

function printed(
  format: Exclude<Format, 'jsonl'>,
  reports: readonly CaseReport[],
  options: AnalysisOptions,
  world: World,
): string {
  switch (format) {
    case 'text':
      return textReport(reports, world);
    case 'json':
      return jsonReport(reports);
    case 'sarif':
      return sarifReport(reports, options.rules, world.version);
    default:
      return format satisfies never;
  }
}

function isAsBad({ findings }: CaseReport, limit: Severity): boolean {
  return findings.some(
    ({ finding: { state, severity } }) =>
      state === 'active' &&
      severities.indexOf(severity) <= severities.indexOf(limit),
  );
}
