import {
  DescribeLaunchConfigurationsCommand,
  type LaunchConfiguration,
} from '@aws-sdk/client-auto-scaling';
import { known, unknown, type Known } from '@ecs-iam/iam-analysis';
import { ask } from './ask';
import type { Reading } from './reading';
import type { LaunchedWith } from './templateSources';
import { toMetadataOptions } from './toMetadataOptions';

/** Reads one launch configuration, the forerunner of launch templates. */
export async function readLaunchConfiguration(
  reading: Reading,
  name: string,
): Promise<Known<LaunchedWith>> {
  const answer = await ask(
    reading,
    {
      api: 'autoscaling:DescribeLaunchConfigurations',
      resources: [name],
      leavesIncomplete: ['instanceProfile', 'role'],
    },
    () =>
      reading.clients.autoScaling.send(
        new DescribeLaunchConfigurationsCommand({
          LaunchConfigurationNames: [name],
        }),
        { abortSignal: reading.signal },
      ),
  );
  if (!answer.known) return answer;
  const [configuration] = answer.value.LaunchConfigurations ?? [];
  return configuration === undefined
    ? unknown('NotFound')
    : known(fromLaunchConfiguration(configuration, name));
}

/** The instance profile is one string, a name or an ARN. */
export function fromLaunchConfiguration(
  configuration: LaunchConfiguration,
  name: string,
): LaunchedWith {
  return {
    name,
    instanceProfile: configuration.IamInstanceProfile || null,
    metadataOptions: toMetadataOptions(configuration.MetadataOptions),
  };
}
