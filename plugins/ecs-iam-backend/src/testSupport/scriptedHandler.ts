import { Readable } from 'node:stream';
import type { AwsClientConfig } from '@ecs-iam/plugin-ecs-iam-node';

export type Answer = Readonly<{
  status?: number;
  type?: string;
  body: string;
}>;

/** A transport that answers from a script, so that the real retries and parsers of the SDK run. */
export function scriptedHandler(
  answer: (operation: string, attempt: number) => Answer,
): NonNullable<AwsClientConfig['requestHandler']> {
  const attempts = new Map<string, number>();
  return {
    handle: async ({ headers }) => {
      const target = headers['x-amz-target'] ?? '';
      const operation = target.slice(target.indexOf('.') + 1);
      const attempt = (attempts.get(operation) ?? 0) + 1;
      attempts.set(operation, attempt);
      const {
        status = 200,
        type = 'application/x-amz-json-1.1',
        body,
      } = answer(operation, attempt);
      return {
        response: {
          statusCode: status,
          headers: { 'content-type': type },
          body: Readable.from([Buffer.from(body)]),
        },
      };
    },
  };
}
