import { RegisterTaskDefinitionCommand } from '@aws-sdk/client-ecs';
import type { ECSClient } from '@aws-sdk/client-ecs';
import type { TaskDefinitionDefinition } from '../../fleet/types';

/** All revisions of a family, each as often as it takes to come to its number. */
export async function seedRevisions(
  ecs: ECSClient,
  definitions: readonly TaskDefinitionDefinition[],
): Promise<void> {
  for (const [index, definition] of definitions.entries()) {
    const before = index > 0 ? definitions[index - 1].revision : 0;
    for (let made = before; made < definition.revision; made++) {
      await ecs.send(
        new RegisterTaskDefinitionCommand({
          ...definition.input,
          family: definition.family,
        }),
      );
    }
  }
}
