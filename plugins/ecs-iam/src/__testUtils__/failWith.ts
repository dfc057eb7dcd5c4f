import { ResponseError } from '@backstage/errors';

/**
 * Fails as the client does when the backend answers with an error.
 *
 * @param status - HTTP status
 * @param name - of the error
 * @param message - of the error
 * @throws ResponseError, always
 */
export async function failWith(
  status: number,
  name: string,
  message: string,
): Promise<never> {
  const body = JSON.stringify({
    error: { name, message },
    response: { statusCode: status },
  });
  throw await ResponseError.fromResponse(
    new Response(body, {
      status,
      headers: { 'Content-Type': 'application/json' },
    }),
  );
}
