import { ResponseError, toError } from '@backstage/errors';

/**
 * The HTTP status of a failed request.
 *
 * @param error - whatever was thrown
 * @returns the status, or `null` when the server did not answer
 */
export function statusOf(error: unknown): number | null {
  return ResponseError.is(error) ? error.statusCode : null;
}

/**
 * The message for people: that of the server, without the client's "Request failed with ..." around it.
 *
 * @param error - whatever was thrown
 * @returns one or more sentences
 */
export function errorMessage(error: unknown): string {
  if (ResponseError.is(error)) {
    return error.cause.message;
  }
  return toError(error).message;
}
