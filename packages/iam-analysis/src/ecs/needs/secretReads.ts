import { parseSecretReference } from '../names/secretReference';
import type { SecretReader } from '../names/secretReference';
import type { SecretReference } from '../taskDefinition';
import { count, distinct } from './phrases';

/**
 * Secrets and parameters that are put into the containers or their log drivers. Two keys of one secret are one read.
 *
 * @param references - of all containers
 * @param reader - account and region of the task, where bare names are looked up
 * @returns at most one phrase: "reads 2 secrets and 1 SSM parameter"
 */
export function secretPhrases(
  references: readonly SecretReference[],
  reader: SecretReader,
): readonly string[] {
  const secrets: string[] = [];
  const parameters: string[] = [];
  const malformed: string[] = [];
  for (const { valueFrom } of references) {
    const result = parseSecretReference(valueFrom, reader);
    if (!result.ok) {
      malformed.push(valueFrom);
    } else if (result.value.kind === 'ssm-parameter') {
      parameters.push(result.value.arn);
    } else {
      secrets.push(result.value.arn);
    }
  }
  const parts = [
    ...counted(secrets, 'secret'),
    ...counted(parameters, 'SSM parameter'),
    ...counted(malformed, 'malformed secret reference'),
  ];
  return parts.length === 0 ? [] : [`reads ${joined(parts)}`];
}

function counted(items: readonly string[], noun: string): readonly string[] {
  return items.length === 0 ? [] : [count(distinct(items).length, noun)];
}

function joined(parts: readonly string[]): string {
  return parts.length < 3
    ? parts.join(' and ')
    : `${parts.slice(0, -1).join(', ')} and ${parts[parts.length - 1]}`;
}
