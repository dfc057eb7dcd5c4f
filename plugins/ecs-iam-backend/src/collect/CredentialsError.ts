/** The credentials of an account could not be had. Told apart from a denied call, whose error codes are the same. */
export class CredentialsError extends Error {
  readonly name = 'CredentialsError';
}
