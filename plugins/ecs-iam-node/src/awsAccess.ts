import type { AwsCredentialIdentityProvider } from '@aws-sdk/types';
import type { RequestHandler } from '@smithy/types';
import type { HttpRequest, HttpResponse } from '@smithy/types';
import type { Target } from './facts';

/**
 * How the collector reaches AWS: credentials by account and, where it is not AWS itself, endpoint and transport.
 *
 * @public
 */
export interface AwsAccess {
  /** Configuration that is common to all SDK clients of a target. */
  clientConfig(target: Target): Promise<AwsClientConfig>;
}

/** @public */
export type AwsClientConfig = Readonly<{
  credentials: AwsCredentialIdentityProvider;
  /** An AWS-compatible server; absent for AWS itself. */
  endpoint?: string;
  /** Replaces the transport, such as a replay of recorded responses. */
  requestHandler?: RequestHandler<HttpRequest, HttpResponse>;
}>;
