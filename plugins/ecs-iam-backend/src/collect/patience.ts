import type { NodeHttpHandlerOptions } from '@smithy/types';

/** How long an answer of AWS is waited for, in milliseconds; the slowest calls of ours take a few seconds. */
const ANSWER_MILLISECONDS = 60_000;

/**
 * Without it the SDK waits for ever on a connection that has gone silent, and the scan with it.
 *
 * @param answerMilliseconds - absent: a minute
 * @returns options for the HTTP handler of the SDK. A call that takes longer fails, and is repeated as any other
 */
export function patience(
  answerMilliseconds: number = ANSWER_MILLISECONDS,
): NodeHttpHandlerOptions {
  return {
    connectionTimeout: 10_000,
    requestTimeout: answerMilliseconds,
    throwOnRequestTimeout: true,
  };
}
