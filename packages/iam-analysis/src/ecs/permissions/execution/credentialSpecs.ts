import type { NeedsInput } from '../derivation';
import type { RoleNeeds } from '../permission';
import { mapResolved, variableIn } from '../resolved';
import { NOTHING, roleNeeds } from '../roleNeeds';
import { s3ObjectIn } from '../arns/s3Object';
import { uniteNeeds } from '../uniteNeeds';
import { s3Read } from './s3Reads';
import { secretReadsOf } from './secretRead';
import { secretReads } from './secretReads';

const SPEC = /^(credentialspec|credentialspecdomainless):(.+)$/i;
const PHRASE = 'reads a gMSA credential spec';

/**
 * Row E14: gMSA credential specs in S3 or in a parameter. A spec in a file of the host needs nothing. A domainless one
 * names a secret that is to be read as well.
 * Sources: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/windows-gmsa.html,
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-linux-gmsa.html
 */
export function credentialSpecs(input: NeedsInput): RoleNeeds {
  return uniteNeeds(
    input.taskDefinition.containers.flatMap((container, index) =>
      container.credentialSpecs.map((spec, place) =>
        specOf(
          spec.trim(),
          `containerDefinitions[${index}].credentialSpecs[${place}]`,
          input,
        ),
      ),
    ),
  );
}

function specOf(spec: string, because: string, input: NeedsInput): RoleNeeds {
  const variable = variableIn(spec, 'the credential spec');
  if (variable !== null) {
    return unresolvedSpec(because, variable.why);
  }
  const [, kind, source] = SPEC.exec(spec) ?? [];
  if (source === undefined) {
    return unresolvedSpec(
      because,
      `'${spec}' is not a credential spec: write credentialspec: or credentialspecdomainless: and an ARN or a file`,
    );
  }
  const isDomainless = kind.toLowerCase() === 'credentialspecdomainless';
  return uniteNeeds([
    sourceOf(source, because, input),
    isDomainless ? secretInSpec(because) : NOTHING,
  ]);
}

function sourceOf(
  source: string,
  because: string,
  input: NeedsInput,
): RoleNeeds {
  if (/^file:/i.test(source)) {
    return NOTHING;
  }
  if (!/^arn:[^:]*:ssm:/.test(source)) {
    return s3Spec(source, because);
  }
  const reads = secretReadsOf(source, input);
  return secretReads(
    [
      {
        because,
        reads: mapResolved(reads, found =>
          found.map(read => ({ ...read, row: 'E14' })),
        ),
        row: 'E14',
        actions: ['ssm:GetParameters'],
        phrase: PHRASE,
      },
    ],
    input,
  );
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
