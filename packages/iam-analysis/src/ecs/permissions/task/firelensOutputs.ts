import type { NeedsInput, TaskHome } from '../derivation';
import type { RoleNeeds } from '../permission';
import { variableIn } from '../resolved';
import { NOTHING, roleNeeds } from '../roleNeeds';
import { uniteNeeds } from '../uniteNeeds';
import { cloudWatchLogsOutput } from './firelens/cloudWatchLogs';
import { outputOptions, type OutputOptions } from './firelens/options';
import { otherCaller } from './firelens/otherCaller';
import { openSearchOutput } from './firelens/openSearch';
import { s3Output } from './firelens/s3';
import { firehoseOutput, kinesisOutput } from './firelens/streams';

/**
 * Row T6: where FireLens sends logs with the task role. Fluent Bit names an output by `Name`, Fluentd by `@type`. Outputs
 * outside AWS need nothing.
 * Sources: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/firelens-taskdef.html,
 * https://docs.fluentbit.io/manual/pipeline/outputs
 */
export function firelensOutputs({
  taskDefinition,
  home,
}: NeedsInput): RoleNeeds {
  return uniteNeeds(
    taskDefinition.containers.map(({ logConfiguration: logs }, index) =>
      logs?.driver === 'awsfirelens'
        ? outputOf(
            outputOptions(
              logs.options,
              `containerDefinitions[${index}].logConfiguration.options`,
            ),
            home,
          )
        : NOTHING,
    ),
  );
}

function outputOf(options: OutputOptions, home: TaskHome): RoleNeeds {
  const name = options.value('name', '@type');
  if (name === undefined) {
    return unresolvedOutput(
      options.at,
      'the options name no output: the FireLens configuration does, and it is not read here',
      false,
    );
  }
  const variable = variableIn(name, 'the name of the output');
  if (variable !== null) {
    return unresolvedOutput(options.at, variable.why, true);
  }
  const needs = needsOfOutput(name, options, home);
  return needs.required ? otherCaller(options) ?? needs : needs;
}

function needsOfOutput(
  name: string,
  options: OutputOptions,
  home: TaskHome,
): RoleNeeds {
  switch (name.toLowerCase()) {
    case 'firehose':
    case 'kinesis_firehose':
      return firehoseOutput(options, home);
    case 'cloudwatch':
    case 'cloudwatch_logs':
      return cloudWatchLogsOutput(options, home);
    case 'kinesis':
    case 'kinesis_streams':
      return kinesisOutput(options, home);
    case 's3':
      return s3Output(options, home);
    case 'es':
    case 'opensearch':
      return openSearchOutput(options, home);
    default:
      return NOTHING;
  }
}

function unresolvedOutput(
  because: string,
  why: string,
  certain: boolean,
): RoleNeeds {
  return roleNeeds({
    required: null,
    unresolved: [
      {
        row: 'T6',
        certain,
        because,
        phrase: 'sends logs to an output that its FireLens configuration names',
        why,
        actions: [],
      },
    ],
  });
}
