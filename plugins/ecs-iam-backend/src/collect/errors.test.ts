import { awsError } from '../testSupport/awsMocks';
import { CredentialsError } from './CredentialsError';
import { failureOf, withoutRequestIds, type Cause } from './errors';

const coded = (code: string) => Object.assign(new Error('no'), { code });

it.each<readonly [Cause, unknown]>([
  ['AccessDenied', awsError('AccessDenied', 'no', 403)],
  ['AccessDenied', awsError('AccessDeniedException')],
  ['AccessDenied', awsError('UnauthorizedOperation', 'no', 403)],
  ['AccessDenied', awsError('AuthFailure', 'no', 401)],
  ['AccessDenied', awsError('SyntaxError', 'Unexpected token <', 403)],
  ['Credentials', awsError('UnrecognizedClientException')],
  ['Credentials', awsError('InvalidClientTokenId', 'no', 403)],
  ['Credentials', awsError('ExpiredToken', 'no', 403)],
  ['Credentials', awsError('SignatureDoesNotMatch', 'no', 403)],
  ['Credentials', awsError('CredentialsProviderError')],
  [
    'Credentials',
    new CredentialsError('no', { cause: awsError('AccessDenied') }),
  ],
  ['Throttled', awsError('ThrottlingException')],
  ['Throttled', awsError('Throttling')],
  ['Throttled', awsError('RequestLimitExceeded', 'no', 503)],
  ['Throttled', awsError('TooManyRequestsException', 'no', 429)],
  ['NotFound', awsError('NoSuchEntityException', 'no', 404)],
  ['NotFound', awsError('NoSuchEntity', 'no', 404)],
  ['NotFound', awsError('ClusterNotFoundException')],
  ['NotFound', awsError('InvalidInstanceID.NotFound')],
  ['NotFound', awsError('InvalidLaunchTemplateId.VersionNotFound')],
  ['NotFound', awsError('InvalidLaunchTemplateName.NotFoundException')],
  [
    'NotFound',
    awsError('ClientException', 'Unable to describe task definition.'),
  ],
  ['Network', coded('ECONNREFUSED')],
  ['Network', coded('ENOTFOUND')],
  ['Network', coded('UNABLE_TO_VERIFY_LEAF_SIGNATURE')],
  ['Network', awsError('TimeoutError', 'no', 0)],
  ['InvalidRequest', awsError('InvalidParameterException')],
  ['InvalidRequest', awsError('ClientException')],
  ['ServiceError', awsError('ServerException', 'no', 500)],
  ['ServiceError', awsError('SyntaxError', 'Unexpected token <', 500)],
  ['ServiceError', new SyntaxError('Unexpected token <')],
  ['ServiceError', 'not even an error'],
  ['ServiceError', undefined],
])('takes for %s: %p', (cause, error) => {
  expect(failureOf(error).cause).toBe(cause);
});

it('reads the status of an answer that the SDK could not parse from the answer itself', () => {
  const error = Object.assign(new SyntaxError('Unexpected token <'), {
    $response: { statusCode: 403 },
  });

  expect(failureOf(error)).toEqual({
    cause: 'AccessDenied',
    message: 'The answer (HTTP 403) is not one that the AWS SDK understands.',
  });
});

it.each([
  ['Rate exceeded', 'Rate exceeded'],
  [
    'You are not authorized. Encoded authorization failure message: AbC_d-9',
    'You are not authorized.',
  ],
  [
    'Denied (Service: AmazonECS; Status Code: 400; Request ID: 0f3c; Proxy: null)',
    'Denied',
  ],
  ['Denied, RequestId: 12345678-1234-1234-1234-123456789012', 'Denied'],
  ['a request identifies nothing', 'a request identifies nothing'],
])('takes the request id out of %p', (message, cleaned) => {
  expect(withoutRequestIds(message)).toBe(cleaned);
});

it('says something when AWS says nothing', () => {
  expect(failureOf(awsError('ServerException', '', 500)).message).toBe(
    'AWS gave no reason.',
  );
});
