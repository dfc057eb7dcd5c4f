/**
 * What a role has called, as IAM reports it: every service that its policies allow, and when the role last tried to
 * call it. Refused attempts count. Boundaries, service control policies and resource policies are not considered, so a
 * service stands in the report that the role cannot reach.
 * Source: https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetServiceLastAccessedDetails.html
 *
 * @public
 */
export type LastAccessed = Readonly<{
  /** `ACTION_LEVEL` was asked for, or only services. */
  granularity: 'SERVICE_LEVEL' | 'ACTION_LEVEL';
  services: readonly ServiceLastAccessed[];
}>;

/** @public */
export type ServiceLastAccessed = Readonly<{
  /** As in the names of its actions: `s3`. */
  namespace: string;
  /** ISO 8601; `null`: not in the 400 days that IAM remembers. */
  lastAuthenticated: string | null;
  /** The actions that IAM tracks, which are not all of the service. Empty at service level. */
  trackedActions: readonly ActionLastAccessed[];
}>;

/** @public */
export type ActionLastAccessed = Readonly<{
  /** Without the service: `GetObject`. */
  name: string;
  /** ISO 8601; `null`: not in the 400 days that IAM remembers. */
  lastAccessed: string | null;
}>;
