import { resolveKeyArn } from '../arns/keyArn';
import type { NeedsInput } from '../derivation';
import { EXEC_FAILURE } from '../failures';
import type { RoleNeeds } from '../permission';
import { needOf, NOTHING, roleNeeds } from '../roleNeeds';
import { EXEC_SETTINGS, settingsNotRead } from './execSettings';

const PHRASE = 'decrypts ECS Exec sessions with a KMS key';

/**
 * Row T1c: the key that encrypts the data between client and container.
 * Source: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html
 */
export function execKey({ cluster }: NeedsInput): RoleNeeds {
  const because = `${EXEC_SETTINGS}.kmsKeyId`;
  if (!cluster.known) {
    return unresolvedKey(because, settingsNotRead(cluster), false);
  }
  const written = cluster.value.executeCommand?.kmsKeyId;
  if (!written) {
    return NOTHING;
  }
  const key = resolveKeyArn(written);
  return key.ok
    ? roleNeeds({
        needs: [
          needOf({
            row: 'T1c',
            actions: ['kms:Decrypt'],
            resources: [key.value],
            because,
            phrase: PHRASE,
            failure: EXEC_FAILURE,
            alsoNeeds: 'the policy of the key',
          }),
        ],
        accepted: [
          {
            actions: ['kms:GenerateDataKey'],
            resources: [key.value],
            why: 'CDK grants it for ECS Exec too, though whoever runs the command needs it',
          },
        ],
      })
    : unresolvedKey(because, key.why, true);
}

function unresolvedKey(
  because: string,
  why: string,
  certain: boolean,
): RoleNeeds {
  return roleNeeds({
    unresolved: [
      {
        row: 'T1c',
        certain,
        because,
        phrase: PHRASE,
        why,
        actions: ['kms:Decrypt'],
      },
    ],
  });
}
