import { ServiceUnavailableError } from '@backstage/errors';
import type { SecretDefinition } from '../../fleet/types';
import type { Ask } from '../askMoto';

/** A parameter of Systems Manager; a secret of Secrets Manager is left out, for its ARN would end in other characters. */
export async function seedParameter(
  ask: Ask,
  { account, region, kind, name, key }: SecretDefinition,
): Promise<void> {
  if (kind === 'secret') {
    return;
  }
  const { status, body } = await ask(
    { account, region },
    {
      service: 'ssm',
      operation: 'PutParameter',
      params: {
        Name: `/${name}`,
        Value: 'example-not-a-secret',
        Type: 'SecureString',
        ...(key && { KeyId: key }),
      },
    },
  );
  if (status !== 200) {
    throw new ServiceUnavailableError(
      `moto took no parameter ${name}: ${JSON.stringify(body)}`,
    );
  }
}
