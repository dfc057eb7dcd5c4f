import type { JsonObject } from '@backstage/types';
import type { Fleet } from '../../fleet/types';
import type { AwsCall, Place } from '../../replay/awsCall';
import type { Answer } from '../askMoto';
import type { HostArns } from '../hostArns';

/** An answer on its way into the recording. */
export type Asked = Readonly<{
  fleet: Fleet;
  hostArn: HostArns;
  place: Place;
  call: AwsCall;
  answer: Answer;
  /** What was added that the server cannot hold; empty: the answer is the server's own. */
  because: readonly string[];
}>;

/** Brings an answer of the recorded server nearer to what AWS would say of the fleet. */
export type Amend = (asked: Asked) => Asked;

/** Puts another body in place, and says why when it holds more than the server's form was changed. */
export function withBody(
  asked: Asked,
  body: Answer['body'],
  ...because: readonly string[]
): Asked {
  return {
    ...asked,
    answer: { ...asked.answer, body },
    because: [...new Set([...asked.because, ...because])],
  };
}

/** An answer of our own, where the server has none. */
export function withAnswer(
  asked: Asked,
  body: Answer['body'],
  because: string,
): Asked {
  return withBody(
    { ...asked, answer: { ...asked.answer, status: 200 } },
    body,
    because,
  );
}

/** Whether an operation of a service is asked for. */
export function isCall(
  { call }: Asked,
  service: string,
  operation: string,
): boolean {
  return call.service === service && call.operation === operation;
}

/** Whether this is a good answer to one operation of ECS; narrows the body. */
export function ecsAnswer(
  asked: Asked,
  operation: string,
): JsonObject | undefined {
  const { answer } = asked;
  return isCall(asked, 'ecs', operation) &&
    answer.status === 200 &&
    typeof answer.body !== 'string'
    ? answer.body
    : undefined;
}

/** Whether a thing of the fleet lies in this account and region. */
export function isAt(
  place: Place,
  thing: Readonly<{ account: string; region: string }>,
): boolean {
  return place.account === thing.account && place.region === thing.region;
}

/** The texts of a list; none for what is no list. */
export function texts(value: unknown): readonly string[] {
  return Array.isArray(value)
    ? value.filter((item): item is string => typeof item === 'string')
    : [];
}

/** The last part of an ARN, or the name itself. */
export function shortName(arnOrName: unknown): string {
  return `${arnOrName}`.replace(/^.*\//, '');
}
