import { CredentialsError } from './CredentialsError';

/** Why a call to AWS gave no answer. Services spell the same cause in many ways; here each has one name. */
export type Cause =
  | 'AccessDenied'
  | 'Credentials'
  | 'Throttled'
  | 'NotFound'
  | 'Network'
  | 'InvalidRequest'
  | 'ServiceError';

export type Failure = Readonly<{ cause: Cause; message: string }>;

const DENIED =
  /^(Client\.)?(AccessDenied(Exception)?|UnauthorizedOperation|AuthFailure|Unauthorized(Access|Exception)?|NotAuthorized(Exception)?|AuthorizationError|Forbidden)$/;

const CREDENTIALS =
  /^(CredentialsProviderError|CredentialsError|UnrecognizedClientException|InvalidClientTokenId|InvalidAccessKeyId|ExpiredToken(Exception)?|RequestExpired|TokenRefreshRequired|SignatureDoesNotMatch|InvalidSignatureException|IncompleteSignature(Exception)?|MissingAuthenticationToken(Exception)?)$/;

const THROTTLED =
  /^(Client\.)?(Throttl(ing|ed)(Exception)?|TooManyRequests(Exception)?|RequestLimitExceeded|RequestThrottled(Exception)?|RequestThrottlingException|SlowDown|EC2ThrottledException)$/;

const NOT_FOUND =
  /^(NoSuchEntity(Exception)?|.*\.(Version)?NotFound(Exception)?|.*NotFoundException|.*NotFoundFault)$/;

const NETWORK =
  /^(TimeoutError|NetworkingError|ECONN.*|ENOTFOUND|ENETUNREACH|EHOSTUNREACH|ETIMEDOUT|EAI_AGAIN|EPIPE|ERR_TLS.*|ERR_SSL.*|CERT_.*|DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_.*)$/;

const UNKNOWN_OPERATION =
  /^(UnknownOperation(Exception)?|InvalidAction|UnsupportedFeatureException|NotImplemented(Exception)?)$/;

/**
 * @param error - whatever a client of the AWS SDK threw
 * @returns its cause, and what AWS said without request ids
 */
export function failureOf(error: unknown): Failure {
  return { cause: causeOf(error), message: messageOf(error) };
}

/**
 * @param error - whatever a client of the AWS SDK threw
 * @returns whether the call is not known where it was made: in this region, or to a server in place of AWS. Such servers
 *   answer with a page that the SDK cannot parse
 */
export function isUnknownOperation(error: unknown): boolean {
  return (
    UNKNOWN_OPERATION.test(field(error, 'name')) ||
    statusOf(error) === 501 ||
    isUnparseable(error)
  );
}

function causeOf(error: unknown): Cause {
  if (error instanceof CredentialsError) return 'Credentials';
  const names = [field(error, 'name'), field(error, 'Code')];
  const is = (pattern: RegExp) => names.some(name => pattern.test(name));
  const status = statusOf(error);
  if (is(CREDENTIALS)) return 'Credentials';
  if (is(DENIED)) return 'AccessDenied';
  if (is(THROTTLED) || status === 429) return 'Throttled';
  if (is(NOT_FOUND) || isUnknownTaskDefinition(error)) return 'NotFound';
  if (is(NETWORK) || NETWORK.test(field(error, 'code'))) return 'Network';
  // Some servers answer in a format that the SDK cannot parse (ECS in XML, HTML pages): only the status is left then.
  if (status === 403) return 'AccessDenied';
  return status !== undefined && status >= 400 && status < 500
    ? 'InvalidRequest'
    : 'ServiceError';
}

// ECS has no error code of its own for a task definition that does not exist.
function isUnknownTaskDefinition(error: unknown): boolean {
  return (
    field(error, 'name') === 'ClientException' &&
    /unable to describe task definition/i.test(field(error, 'message'))
  );
}

function messageOf(error: unknown): string {
  if (isUnparseable(error)) {
    const status = statusOf(error);
    return `The answer${
      status === undefined ? '' : ` (HTTP ${status})`
    } is not one that the AWS SDK understands.`;
  }
  const message = field(error, 'message') || field(error, 'code');
  return withoutRequestIds(message) || 'AWS gave no reason.';
}

function isUnparseable(error: unknown): boolean {
  return (
    field(error, 'name') === 'SyntaxError' ||
    /^(Unexpected (token|end)|char '|Deserialization error)/.test(
      field(error, 'message'),
    )
  );
}

/**
 * @returns the message without request ids and encoded authorisation details: they differ with each call, so that the
 * same gap would look new each time
 */
export function withoutRequestIds(message: string): string {
  return message
    .replace(/\s*Encoded authorization failure message:\s*\S+/gi, '')
    .replace(/\s*\(Service:[^)]*\)/g, '')
    .replace(/[\s,;(]*\brequest ?id: ?[0-9a-z-]{4,}\)?/gi, '')
    .trim()
    .slice(0, 500);
}

function statusOf(error: unknown): number | undefined {
  for (const [holder, key] of [
    ['$metadata', 'httpStatusCode'],
    ['$response', 'statusCode'],
  ] as const) {
    const status = property(property(error, holder), key);
    if (typeof status === 'number') return status;
  }
  return undefined;
}

function field(error: unknown, key: string): string {
  const value = property(error, key);
  return typeof value === 'string' ? value : '';
}

function property(holder: unknown, key: string): unknown {
  return typeof holder === 'object' && holder !== null
    ? Reflect.get(holder, key)
    : undefined;
}
