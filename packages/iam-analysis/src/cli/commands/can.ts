import type { DecisionRequest } from '../../decide/decision';
import type { CommandSpec, Given } from '../command/Spec';
import { UsageError } from '../command/UsageError';
import type { ExitCode, World } from '../command/World';
import {
  parseAskedRole,
  parseQuestion,
  type Question,
} from '../evidence/parseQuestion';
import { answerLines } from '../input/answerLines';
import { InputError } from '../input/InputError';
import { readInput } from '../input/readInput';
import { answer } from '../judge/answer';
import { decisionText } from '../report/decisionText';

type Option = 'role' | 'action' | 'resource' | 'context' | 'json' | 'jsonl';

export const canSpec: CommandSpec<Option> = {
  name: 'can',
  says: 'Decides whether a role may do something, and says which statements decide',
  operands: null,
  options: {
    role: { value: 'FILE', says: 'The role, as `check` reads it' },
    action: { value: 'ACTION', says: 'Such as s3:GetObject' },
    resource: {
      value: 'ARN',
      says: 'What the action is done to; without it, *, as for actions without resource',
    },
    context: {
      value: 'KEY=VALUE',
      many: true,
      says: 'A condition key of the request; several values of a key by several options',
    },
    json: { value: null, says: 'Print JSON' },
    jsonl: {
      value: null,
      says: 'Read one question a line from standard input, and answer each with a line of JSON',
    },
  },
  notes: [
    `With --jsonl a line is { "role": { "policies", "boundary"? }, "action", "resource", "context": { KEY: VALUE or [VALUE...] } }.
A condition key that is not given is not in the request.`,
    'What a service control policy, a resource policy or a session policy adds or takes away is not seen.',
  ],
};

/** Answers one question, or those of the lines of the standard input. */
export async function can(
  given: Given<Option>,
  world: World,
): Promise<ExitCode> {
  if (given.has('jsonl')) {
    requireAlone(given);
    await answerLines(world.stdin, world.out, line =>
      JSON.stringify(decisionOf(parseQuestion(line))),
    );
    return 0;
  }
  const request: DecisionRequest = {
    action: actionOf(given),
    resource: given.values('resource')[0] ?? '*',
    context: contextOf(given.values('context')),
  };
  const { value: decision } = await readInput(
    only(given, 'role'),
    world,
    root => decisionOf({ role: parseAskedRole(root), request }),
  );
  world.out(
    given.has('json')
      ? `${JSON.stringify(decision, null, 2)}\n`
      : decisionText(decision, request, world),
  );
  return 0;
}

function decisionOf(question: Question) {
  const decision = answer(question);
  if (!decision.known) {
    throw new InputError(`it cannot be decided: ${decision.because}`);
  }
  return decision.value;
}

function requireAlone(given: Given<Option>): void {
  for (const option of ['role', 'action', 'resource', 'context'] as const) {
    if (given.has(option)) {
      throw new UsageError(
        `--jsonl reads questions from standard input; expected no --${option}`,
      );
    }
  }
}

function actionOf(given: Given<Option>): string {
  const action = only(given, 'action');
  if (!action.includes(':')) {
    throw new UsageError(
      `--action ${action}: expected an action such as s3:GetObject`,
    );
  }
  return action;
}

function only(given: Given<Option>, option: 'role' | 'action'): string {
  const [value] = given.values(option);
  if (value === undefined) {
    throw new UsageError(
      `--${option} is missing; expected --${option} ${canSpec.options[option].value}`,
    );
  }
  return value;
}

// A key that is given once has one value; a list makes it multivalued, which conditions tell apart.
function contextOf(pairs: readonly string[]): DecisionRequest['context'] {
  const values = new Map<string, string[]>();
  for (const pair of pairs) {
    const sign = pair.indexOf('=');
    if (sign < 1) {
      throw new UsageError(`--context ${pair}: expected KEY=VALUE`);
    }
    const key = pair.slice(0, sign);
    values.set(key, [...(values.get(key) ?? []), pair.slice(sign + 1)]);
  }
  return Object.fromEntries(
    [...values].map(([key, all]) => [key, all.length === 1 ? all[0] : all]),
  );
}
