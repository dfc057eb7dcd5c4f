import type { SecretReference } from '../../taskDefinition';
import type { NeedsInput } from '../derivation';
import type { NeedRow } from '../permission';
import { mapResolved } from '../resolved';
import { SERVICE_CONNECT_LOGS } from './agentWork';
import { secretReadsOf } from './secretRead';
import { READ_SECRETS, type SecretField } from './secretReads';

/**
 * Rows E12a to E12e: secrets that become environment variables or options of log drivers; of row E16, those of the
 * Service Connect proxy.
 */
export function secrets(input: NeedsInput): readonly SecretField[] {
  const { taskDefinition, service } = input;
  const ofContainers = taskDefinition.containers.flatMap((container, index) => {
    const at = `containerDefinitions[${index}]`;
    const options = container.logConfiguration?.secretOptions ?? [];
    return [
      ...fieldsOf(container.secrets, `${at}.secrets`, input),
      ...fieldsOf(options, `${at}.logConfiguration.secretOptions`, input),
    ];
  });
  const ofProxy = fieldsOf(
    service?.serviceConnectLogs?.secretOptions ?? [],
    `${SERVICE_CONNECT_LOGS}.secretOptions`,
    input,
    'E16',
  );
  return [...ofContainers, ...ofProxy];
}

function fieldsOf(
  references: readonly SecretReference[],
  at: string,
  input: NeedsInput,
  row?: NeedRow,
): readonly SecretField[] {
  return references.map(({ valueFrom }, index) => ({
    because: `${at}[${index}].valueFrom`,
    reads: mapResolved(secretReadsOf(valueFrom, input), reads =>
      row === undefined ? reads : reads.map(read => ({ ...read, row })),
    ),
    ...likely(valueFrom, row),
  }));
}

// What a reference that cannot be resolved seems to be.
function likely(
  valueFrom: string,
  row: NeedRow | undefined,
): Pick<SecretField, 'row' | 'actions' | 'phrase'> {
  if (valueFrom.includes(':secretsmanager:')) {
    return {
      row: row ?? 'E12c',
      actions: ['secretsmanager:GetSecretValue'],
      phrase: 'reads a secret',
    };
  }
  if (valueFrom.includes(':ssm:')) {
    return {
      row: row ?? 'E12b',
      actions: READ_SECRETS,
      phrase: 'reads an SSM parameter',
    };
  }
  return {
    row: row ?? 'E12a',
    actions: READ_SECRETS,
    phrase: 'reads a secret or an SSM parameter',
  };
}
