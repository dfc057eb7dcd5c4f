import {
  parseSecretReference,
  type Container,
  type Service,
  type TaskDefinition,
} from '@ecs-iam/iam-analysis';
import type { Target } from '@ecs-iam/plugin-ecs-iam-node';

/** What to ask for, each once. */
export type NamedSecrets = Readonly<{
  /** ARNs or names of secrets in Secrets Manager. */
  secrets: readonly string[];
  /** Names of parameters of Systems Manager, without the leading slash. */
  parameters: readonly string[];
}>;

/** A gMSA credential spec may lie in a parameter; others lie in S3 or in a file. */
const PARAMETER_SPEC = /^credentialspec(?:domainless)?:(arn:[^:]+:ssm:.+)$/i;

type Named = Readonly<{ secret: string }> | Readonly<{ parameter: string }>;

/**
 * @returns the secrets and parameters of the target's own account and region that are named; others belong to targets
 *   of their own. References that cannot be understood are left out
 */
export function namedSecrets(
  target: Target,
  definitions: readonly TaskDefinition[],
  services: readonly Service[],
): NamedSecrets {
  const named = [
    ...definitions.flatMap(definition => [
      ...definition.containers.flatMap(container => ofContainer(container)),
      ...definition.volumes.flatMap(
        ({ fsxCredentialsParameter }) => fsxCredentialsParameter ?? [],
      ),
    ]),
    ...services.flatMap(({ serviceConnectLogs }) =>
      (serviceConnectLogs?.secretOptions ?? []).map(
        ({ valueFrom }) => valueFrom,
      ),
    ),
  ].flatMap(reference => located(reference, target));
  const ofRegistries = definitions.flatMap(({ containers }) =>
    containers.flatMap(({ repositoryCredentials }) =>
      registrySecret(repositoryCredentials, target),
    ),
  );
  return {
    secrets: distinct(
      [...named, ...ofRegistries].flatMap(each =>
        'secret' in each ? each.secret : [],
      ),
    ),
    parameters: distinct(
      named.flatMap(each => ('parameter' in each ? each.parameter : [])),
    ),
  };
}

function ofContainer({
  secrets,
  logConfiguration,
  credentialSpecs,
}: Container): readonly string[] {
  return [
    ...[...secrets, ...(logConfiguration?.secretOptions ?? [])].map(
      ({ valueFrom }) => valueFrom,
    ),
    ...credentialSpecs.flatMap(spec => PARAMETER_SPEC.exec(spec)?.[1] ?? []),
  ];
}

function located(reference: string, target: Target): readonly Named[] {
  const parsed = parseSecretReference(reference, target);
  if (!parsed.ok) return [];
  const { value } = parsed;
  if (value.accountId !== target.accountId || value.region !== target.region) {
    return [];
  }
  switch (value.kind) {
    case 'secret':
      return [{ secret: value.arn }];
    case 'secret-by-parameter':
      return [{ secret: value.secretName }];
    case 'ssm-parameter':
      return [{ parameter: value.name }];
    default:
      throw new Error(
        `Unknown secret ${JSON.stringify(value satisfies never)}`,
      );
  }
}

/** Credentials of a registry are a secret, by ARN or by name. */
function registrySecret(
  credentials: string | null,
  target: Target,
): readonly Named[] {
  if (credentials === null || credentials === '') return [];
  return credentials.startsWith('arn:')
    ? located(credentials, target)
    : [{ secret: credentials }];
}

function distinct(values: readonly string[]): readonly string[] {
  return [...new Set(values)];
}
