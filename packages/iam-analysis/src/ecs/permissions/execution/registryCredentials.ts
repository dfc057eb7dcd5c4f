import { registriesWithCredentials } from '../../needs/imagePulls';
import type { Container } from '../../taskDefinition';
import type { NeedsInput } from '../derivation';
import { resolved, unresolvable, variableIn, type Resolved } from '../resolved';
import { secretReadByName, secretReadsOf, type SecretRead } from './secretRead';
import type { SecretField } from './secretReads';

/**
 * Row E5: the secret that opens a private registry, by ARN or, in the region of the task, by name.
 * Source: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/private-auth.html
 */
export function registryCredentials(input: NeedsInput): readonly SecretField[] {
  return input.taskDefinition.containers.flatMap((container, index) =>
    container.repositoryCredentials === null
      ? []
      : [
          {
            because: `containerDefinitions[${index}].repositoryCredentials.credentialsParameter`,
            reads: readOf(container.repositoryCredentials, input),
            row: 'E5',
            actions: ['secretsmanager:GetSecretValue'],
            phrase: phraseOf(container),
          },
        ],
  );
}

function readOf(
  written: string,
  input: NeedsInput,
): Resolved<readonly SecretRead[]> {
  const text = written.trim();
  const variable = variableIn(text, 'the reference');
  if (variable !== null) {
    return variable;
  }
  if (!text.startsWith('arn:')) {
    const read = secretReadByName(text, input);
    return read.ok ? resolved([read.value]) : read;
  }
  const reads = secretReadsOf(text, input);
  if (!reads.ok) {
    return reads;
  }
  return reads.value.every(({ service }) => service === 'secretsmanager')
    ? resolved(reads.value.map(read => ({ ...read, row: 'E5' })))
    : unresolvable(
        `'${text}' is not a secret of Secrets Manager: write the ARN or name of one`,
      );
}

function phraseOf(container: Container): string {
  const [registry] = registriesWithCredentials([container]);
  return `signs in to ${registry}`;
}
