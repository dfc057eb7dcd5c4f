import type { KeyValuePair } from '@aws-sdk/client-ecs';
import { looksLikeCredential } from '@ecs-iam/iam-analysis';
import type { EnvironmentVariable } from '@ecs-iam/iam-analysis';

/** Drops the values: only names, and whether a value looked like a credential, leave this function. */
export function toEnvironment(
  environment: readonly KeyValuePair[] | undefined,
): readonly EnvironmentVariable[] {
  return (environment ?? []).flatMap(({ name, value }) =>
    name === undefined
      ? []
      : [{ name, looksLikeCredential: looksLikeCredential(name, value ?? '') }],
  );
}
