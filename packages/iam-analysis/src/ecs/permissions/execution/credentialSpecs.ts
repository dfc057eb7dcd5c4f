import type { NeedsInput } from '../derivation';
import type { RoleNeeds } from '../permission';
import {
  mapResolved,
  resolved,
  unresolvable,
  variableIn,
  type Resolved,
} from '../resolved';
import { NOTHING, roleNeeds } from '../roleNeeds';
import { s3ObjectIn } from '../arns/s3Object';
import { uniteNeeds } from '../uniteNeeds';
import { s3Read } from './s3Reads';
import { secretReadsOf } from './secretRead';
import type { SecretField } from './secretReads';

const SPEC = /^(credentialspec|credentialspecdomainless):(.+)$/i;
const PHRASE = 'reads a gMSA credential spec';

/**
 * Row E14: gMSA credential specs in parameters.
 * Source: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/windows-gmsa.html
 */
export function credentialSpecParameters(
  input: NeedsInput,
): readonly SecretField[] {
  return specsOf(input).flatMap(({ because, spec }) =>
    spec.ok && isParameter(spec.value.source)
      ? [
          {
            because,
            reads: mapResolved(secretReadsOf(spec.value.source, input), found =>
              found.map(read => ({ ...read, row: 'E14' })),
            ),
            row: 'E14',
            actions: ['ssm:GetParameters'],
            phrase: PHRASE,
          },
        ]
      : [],
  );
}

/**
 * Row E14 too: those in S3. A spec in a file of the host needs nothing. A domainless one names a secret that is to be read
 * as well.
 * Sources: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/windows-gmsa.html,
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-linux-gmsa.html
 */
export function credentialSpecs(input: NeedsInput): RoleNeeds {
  return uniteNeeds(
    specsOf(input).map(({ because, spec }) =>
      spec.ok
        ? uniteNeeds([
            isParameter(spec.value.source) || isFile(spec.value.source)
              ? NOTHING
              : s3Spec(spec.value.source, because),
            spec.value.isDomainless ? secretInSpec(because) : NOTHING,
          ])
        : unresolvedSpec(because, spec.why),
    ),
  );
}

type CredentialSpec = Readonly<{ source: string; isDomainless: boolean }>;

function specsOf({ taskDefinition }: NeedsInput) {
  return taskDefinition.containers.flatMap(
    ({ credentialSpecs: specs }, index) =>
      specs.map((text, place) => ({
        because: `containerDefinitions[${index}].credentialSpecs[${place}]`,
        spec: specIn(text.trim()),
      })),
  );
}

function specIn(text: string): Resolved<CredentialSpec> {
  const variable = variableIn(text, 'the credential spec');
  if (variable !== null) {
    return variable;
  }
  const [, kind, source] = SPEC.exec(text) ?? [];
  return source === undefined
    ? unresolvable(
        `'${text}' is not a credential spec: write credentialspec: or credentialspecdomainless: and an ARN or a file`,
      )
    : resolved({
        source,
        isDomainless: kind.toLowerCase() === 'credentialspecdomainless',
      });
}

function isParameter(source: string): boolean {
  return /^arn:[^:]*:ssm:/.test(source);
}

function isFile(source: string): boolean {
  return /^file:/i.test(source);
}

function s3Spec(source: string, because: string): RoleNeeds {
  const what = 'the credential spec';
  const object = s3ObjectIn(source, what);
  return uniteNeeds([
    s3Read({
      row: 'E14',
      because,
      text: source,
      what,
      phrase: `${PHRASE} from S3`,
      failure:
        'ResourceInitializationError: failed to download the credential spec from S3',
    }),
    roleNeeds({
      accepted: object.ok
        ? [
            {
              actions: ['s3:GetObjectVersion'],
              resources: [object.value.arn],
              why: 'the guide of Amazon ECS grants it for credential specs on Fargate',
            },
            {
              actions: ['s3:ListBucket'],
              resources: [object.value.bucketArn],
              why: 'the guide of Amazon ECS grants it for credential specs on Fargate',
            },
          ]
        : [],
    }),
  ]);
}

function secretInSpec(because: string): RoleNeeds {
  return roleNeeds({
    required: true,
    unresolved: [
      {
        row: 'E14',
        certain: true,
        because,
        phrase: 'reads the secret of an Active Directory account',
        why: 'the credential spec itself names the secret, as CredentialArn, and its content is not read here: grant secretsmanager:GetSecretValue on that secret',
        actions: ['secretsmanager:GetSecretValue', 'kms:Decrypt'],
      },
    ],
  });
}

function unresolvedSpec(because: string, why: string): RoleNeeds {
  return roleNeeds({
    required: true,
    unresolved: [
      {
        row: 'E14',
        certain: true,
        because,
        phrase: PHRASE,
        why,
        actions: [
          's3:GetObject',
          's3:GetBucketLocation',
          'ssm:GetParameters',
          'secretsmanager:GetSecretValue',
        ],
      },
    ],
  });
}
