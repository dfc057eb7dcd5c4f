import { parseArn } from './arn';
import { malformed, parsed } from './parsed';
import type { Parsed } from './parsed';

/**
 * Where a secret of a task definition lies.
 *
 * @public
 */
export type SecretLocation =
  | Readonly<{
      kind: 'ssm-parameter';
      /** ARN of the parameter, as IAM policies name it: without a version or label. */
      arn: string;
      /** Without the leading slash. */
      name: string;
      region: string;
      accountId: string;
    }>
  | Readonly<{
      kind: 'secret';
      /** The first seven fields: as IAM policies name it. */
      arn: string;
      /** With the six random characters that Secrets Manager appends, when the reference has them. */
      name: string;
      hasSuffix: boolean;
      region: string;
      accountId: string;
      jsonKey: string | null;
      versionStage: string | null;
      versionId: string | null;
    }>
  | Readonly<{
      /** A parameter that stands for a secret: reading it takes both permissions. */
      kind: 'secret-by-parameter';
      /** ARN of the parameter. */
      arn: string;
      secretName: string;
      /** For the secret itself, whose six random characters are not known. */
      secretArnPattern: string;
      region: string;
      accountId: string;
    }>;

/** @public */
export type SecretFault = 'not-a-reference' | 'stage-and-id';

/**
 * The task that reads the secret: a bare name is looked up in its account and region.
 *
 * @public
 */
export type SecretReader = Readonly<{
  partition: string;
  region: string;
  accountId: string;
}>;

const PARAMETER_NAME = /^\/?[\w.-]+(?:\/[\w.-]+)*$/;
const REFERENCE_PREFIX = 'aws/reference/secretsmanager/';

/**
 * Reads the `valueFrom` of a secret: name or ARN of an SSM parameter, or ARN of a Secrets Manager secret, which may go
 * on with JSON key, version stage and version id.
 * Sources: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/secrets-envvar-secrets-manager.html,
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/secrets-envvar-ssm-paramstore.html,
 * https://docs.aws.amazon.com/systems-manager/latest/userguide/integration-ps-secretsmanager.html
 *
 * @param valueFrom - as the container definition has it
 * @param reader - partition, region and account of the task
 * @returns where the secret lies, or what is wrong with the reference in words
 * @public
 */
export function parseSecretReference(
  valueFrom: string,
  reader: SecretReader,
): Parsed<SecretLocation, SecretFault> {
  const text = valueFrom.trim();
  if (!text.startsWith('arn:')) {
    return parameter(text, reader, text);
  }
  const result = parseArn(text);
  if (!result.ok || result.value.region === '' || !result.value.accountId) {
    return notAReference(text);
  }
  const { partition, service, region, accountId, resource } = result.value;
  const owner = { partition, region, accountId };
  if (service === 'ssm' && resource.startsWith('parameter/')) {
    return parameter(resource.slice('parameter/'.length), owner, text);
  }
  if (service === 'secretsmanager' && resource.startsWith('secret:')) {
    return secret(resource.slice('secret:'.length), owner, text);
  }
  return notAReference(text);
}

function parameter(
  written: string,
  owner: SecretReader,
  text: string,
): Parsed<SecretLocation, SecretFault> {
  const [path, ...selector] = written.split(':');
  if (!PARAMETER_NAME.test(path) || selector.length > 1) {
    return notAReference(text);
  }
  const { partition, region, accountId } = owner;
  const name = path.replace(/^\//, '');
  const arn = `arn:${partition}:ssm:${region}:${accountId}:parameter/${name}`;
  if (!name.startsWith(REFERENCE_PREFIX)) {
    return parsed({ kind: 'ssm-parameter', arn, name, region, accountId });
  }
  const secretName = name.slice(REFERENCE_PREFIX.length);
  return parsed({
    kind: 'secret-by-parameter',
    arn,
    secretName,
    secretArnPattern: `arn:${partition}:secretsmanager:${region}:${accountId}:secret:${secretName}-??????`,
    region,
    accountId,
  });
}

function secret(
  written: string,
  { partition, region, accountId }: SecretReader,
  text: string,
): Parsed<SecretLocation, SecretFault> {
  const [name, jsonKey, versionStage, versionId, ...rest] = written.split(':');
  if (!name || rest.length > 0) {
    return notAReference(text);
  }
  if (versionStage && versionId) {
    return malformed(
      'stage-and-id',
      `'${text}' names a version stage and a version id`,
      'Name one of the two and leave the other empty.',
    );
  }
  return parsed({
    kind: 'secret',
    arn: `arn:${partition}:secretsmanager:${region}:${accountId}:secret:${name}`,
    name,
    hasSuffix: /-[A-Za-z0-9]{6}$/.test(name),
    region,
    accountId,
    jsonKey: jsonKey || null,
    versionStage: versionStage || null,
    versionId: versionId || null,
  });
}

function notAReference(text: string): Parsed<never, SecretFault> {
  return malformed(
    'not-a-reference',
    `'${text}' names neither an SSM parameter nor a Secrets Manager secret`,
    'Write the name or ARN of an SSM parameter, or the ARN of a secret, optionally with :JSON-KEY:STAGE:ID.',
  );
}
