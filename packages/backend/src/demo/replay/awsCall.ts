import type { HttpRequest } from '@smithy/types';
import type { JsonObject, JsonValue } from '@backstage/types';
import { InputError } from '@backstage/errors';

/** What a request asks of AWS, without signature, host and protocol. */
export type AwsCall = Readonly<{
  /** As the signature spells it, such as `ecs`. */
  service: string;
  operation: string;
  params: JsonObject;
}>;

/** Which account and region the client of a call speaks to. */
export type Place = Readonly<{ account: string; region: string }>;

/**
 * Reads what a signed request of the AWS SDK asks for: `awsJson1_1` (ECS, ECR, Secrets Manager, Systems Manager) and the two query protocols (IAM, STS, Auto
 * Scaling, EC2).
 *
 * @throws InputError when the request is of another protocol, or not signed
 */
export function readAwsCall(request: HttpRequest): AwsCall {
  const service = signedService(request);
  const body = bodyText(request.body);
  const target = request.headers['x-amz-target'];
  if (target) {
    return {
      service,
      operation: target.slice(target.lastIndexOf('.') + 1),
      params: JSON.parse(body || '{}'),
    };
  }
  const {
    Action,
    Version: _version,
    ...params
  } = Object.fromEntries(new URLSearchParams(body));
  if (!Action) {
    throw new InputError(
      `A request to ${service} names no operation; the recording knows the JSON and query protocols only`,
    );
  }
  return { service, operation: Action, params };
}

/** One text for the same question, however its parameters are ordered. IAM is the same in all regions of an account. */
export function callKey(place: Place, call: AwsCall): string {
  return [
    place.account,
    call.service === 'iam' ? 'aws-global' : place.region,
    call.service,
    call.operation,
    canonicalJson(call.params),
  ].join(' ');
}

/** JSON with the keys of each object in order. */
export function canonicalJson(value: JsonValue): string {
  return JSON.stringify(value, (_key, part) =>
    part && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(
          Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)),
        )
      : part,
  );
}

// `Credential=<key>/<date>/<region>/<service>/aws4_request`
function signedService({ headers }: HttpRequest): string {
  const scope = /Credential=[^/]*\/\d+\/[^/]+\/([^/]+)\//.exec(
    headers.authorization ?? headers.Authorization ?? '',
  );
  if (!scope) {
    throw new InputError('A request to AWS carries no signature');
  }
  return scope[1];
}

function bodyText(body: unknown): string {
  if (body === undefined || typeof body === 'string') {
    return body ?? '';
  }
  if (body instanceof Uint8Array) {
    return new TextDecoder().decode(body);
  }
  throw new InputError('A request to AWS has a body that is no text');
}
