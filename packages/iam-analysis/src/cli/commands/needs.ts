import { listed } from '../../rules/words';
import { parseCluster } from '../aws/parseCluster';
import { parseService } from '../aws/parseService';
import { oneOfOption } from '../command/oneOfOption';
import type { CommandSpec, Given } from '../command/Spec';
import { toldBy, toldOptions, type ToldOption } from '../command/toldOptions';
import { UsageError } from '../command/UsageError';
import type { ExitCode, World } from '../command/World';
import { parseNeedsCase, type Beside } from '../evidence/parseNeedsCase';
import { answerLines } from '../input/answerLines';
import { InputError } from '../input/InputError';
import { readInput } from '../input/readInput';
import { needsReport, type NeedsReport } from '../judge/NeedsReport';
import { codeFormats } from '../report/advice/adviceCode';
import { needsCode, leftOutWords } from '../report/needs/needsCode';
import { needsDocument, needsJson } from '../report/needs/needsJson';
import { needsText } from '../report/needs/needsText';
import { readNeeds } from './readNeeds';

type Option = 'json' | 'jsonl' | 'format' | 'service' | 'cluster' | ToldOption;

const formats = ['text', 'json', ...codeFormats] as const;

export const needsSpec: CommandSpec<Option> = {
  name: 'needs',
  says: 'Says what ECS demands of the roles of a task definition, and proposes minimal policies',
  operands: '[FILE...]',
  options: {
    json: { value: null, says: 'Print JSON, as --format json' },
    jsonl: {
      value: null,
      says: 'Read one task definition a line from standard input, and answer each with a line of JSON',
    },
    format: {
      value: 'FORMAT',
      says: `What to print: ${formats.join(', ')}; without it, text`,
    },
    service: {
      value: 'FILE',
      says: 'The service, as `aws ecs describe-services` prints it',
    },
    cluster: {
      value: 'FILE',
      says: 'Its cluster, as `aws ecs describe-clusters` prints it',
    },
    ...toldOptions,
  },
  notes: [
    `A FILE holds one task definition or a list; without one, or with -, it is read from standard input. It is what
\`aws ecs describe-task-definition\` prints, the input of \`aws ecs register-task-definition\`, or a resource
AWS::ECS::TaskDefinition of CloudFormation, or its properties, as JSON. What a template fills in later cannot be resolved.
Facts may stand beside it:
  { "taskDefinition", "service"?, "serviceRevision"?, "cluster"?, "secretKeys"?: [{ "arn", "keyArn" }],
    "pullThroughCachePrefixes"?: [...], "account"?, "region"?, "partition"?, "launchType"? }`,
    `With ${listed(
      codeFormats,
      'or',
    )}, the code of one task definition is all that is printed;
what cannot be resolved, and what may also be needed, goes to the standard error output.`,
  ],
};

/** Says what task definitions of files, or of the lines of the standard input, demand. */
export async function needs(
  given: Given<Option>,
  world: World,
): Promise<ExitCode> {
  const format = formatOf(given);
  const beside = await readBeside(given, world);
  if (format === 'jsonl') {
    return needsOfLines(given, beside, world);
  }
  const files = given.operands.length === 0 ? ['-'] : given.operands;
  const reports = await readNeeds(files, beside, world);
  switch (format) {
    case 'text':
      world.out(
        `${reports
          .map(({ report, file, at }) =>
            needsText(report, `${file}${at && ` at ${at}`}`, world),
          )
          .join('\n\n')}\n`,
      );
      return 0;
    case 'json':
      world.out(needsDocument(reports));
      return 0;
    case 'terraform':
    case 'cloudformation':
    case 'cdk': {
      // The names in the code of two could be the same.
      if (reports.length !== 1) {
        throw new InputError(
          `--format ${format} prints the code of one task definition; expected one, found ${reports.length}`,
        );
      }
      reports.forEach(({ report }) => printCode(report, format, world));
      return 0;
    }
    default:
      return format satisfies never;
  }
}

type Format = 'jsonl' | (typeof formats)[number];

function formatOf(given: Given<Option>): Format {
  const format = oneOfOption(given, 'format', formats);
  const chosen = (['json', 'jsonl', 'format'] as const).filter(given.has);
  const [first, second] = chosen;
  if (second !== undefined) {
    throw new UsageError(
      `--${first} and --${second} exclude each other; expected one of them`,
    );
  }
  return first === undefined || first === 'format' ? format ?? 'text' : first;
}

async function readBeside(given: Given<Option>, world: World): Promise<Beside> {
  const [service] = given.values('service');
  const [cluster] = given.values('cluster');
  return {
    told: toldBy(given),
    service:
      service === undefined
        ? null
        : (await readInput(service, world, parseService)).value,
    cluster:
      cluster === undefined
        ? null
        : (await readInput(cluster, world, parseCluster)).value,
  };
}

async function needsOfLines(
  { operands }: Given<Option>,
  beside: Beside,
  world: World,
): Promise<ExitCode> {
  if (operands.some(file => file !== '-')) {
    throw new UsageError(
      `--jsonl reads standard input; expected no FILE, found ${operands[0]}`,
    );
  }
  await answerLines(world.stdin, world.out, line =>
    JSON.stringify(needsJson(needsReport(parseNeedsCase(line, beside)))),
  );
  return 0;
}

function printCode(
  report: NeedsReport,
  format: (typeof codeFormats)[number],
  world: World,
): void {
  world.out(needsCode(report, format));
  for (const sentence of leftOutWords(report)) {
    world.err(`iam-analysis: ${sentence}\n`);
  }
}
