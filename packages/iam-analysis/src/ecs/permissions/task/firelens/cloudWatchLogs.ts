import { LOG_STREAM_NAME, logGroupArn } from '../../arns/logGroupArn';
import type { TaskHome } from '../../derivation';
import type { RoleNeeds } from '../../permission';
import {
  nameIn,
  resolved,
  unresolvable,
  variableIn,
  type Resolved,
  type Unresolvable,
} from '../../resolved';
import { needOf, roleNeeds } from '../../roleNeeds';
import { outputFailure, unnamedTarget, type OutputOptions } from './options';
import { regionOf } from './streams';

const WRITE = ['logs:CreateLogStream', 'logs:PutLogEvents'];
const CREATE = 'logs:CreateLogGroup';

/** @see https://docs.fluentbit.io/manual/pipeline/outputs/cloudwatch */
export function cloudWatchLogsOutput(
  options: OutputOptions,
  home: TaskHome,
): RoleNeeds {
  const because = options.field('log_group_name');
  const name = options.value('log_group_name');
  const region = regionOf(options, home);
  const group =
    templateIn(name) ??
    (region.ok ? logGroupArn(home, name, region.value) : region);
  const stream = streamName(options);
  const create = options.value('auto_create_group') ?? 'false';
  const creates = !/^(false|off|no|0)$/i.test(create);
  const phrase = [
    'sends logs to CloudWatch Logs',
    ...(name ? [name] : []),
  ].join(' ');
  const unnamed = [
    group,
    stream,
    variableIn(create, 'the option auto_create_group') ?? resolved(create),
  ].flatMap(each => (each.ok ? [] : [each.why]));
  if (!group.ok || !stream.ok || unnamed.length > 0) {
    return unnamedTarget(because, phrase, unnamed[0], [
      ...WRITE,
      ...(creates ? [CREATE] : []),
    ]);
  }
  const failure = outputFailure('CloudWatch Logs');
  return roleNeeds({
    required: true,
    needs: [
      needOf({
        row: 'T6',
        actions: WRITE,
        resources: [`${group.value}:log-stream:*`],
        probes: [`${group.value}:log-stream:${stream.value}`],
        because,
        phrase,
        failure,
      }),
      ...(creates
        ? [
            needOf({
              row: 'T6',
              actions: [CREATE],
              resources: [`${group.value}:*`],
              probes: [`${group.value}:log-stream:`],
              because: options.field('auto_create_group'),
              phrase: `creates log group ${name}`,
              failure,
            }),
          ]
        : []),
    ],
  });
}

// `$(ecs_cluster)`: the plugin `cloudwatch` fills in what it knows of the task.
// https://github.com/aws/amazon-cloudwatch-logs-for-fluent-bit#templating-log-group-and-stream-names
function templateIn(name: string | undefined): Unresolvable | null {
  return name?.includes('$(')
    ? unresolvable(
        'the log group is named by a template of Fluent Bit: grant the groups that it makes',
      )
    : null;
}

// Fluent Bit appends the tag to the prefix; FireLens tags by container and task.
function streamName(options: OutputOptions): Resolved<string> {
  const name = options.value('log_stream_name');
  const prefix = options.value('log_stream_prefix') ?? '';
  return nameIn(
    name ?? `${prefix}app-firelens-0123456789abcdef0123456789abcdef`,
    'the log stream',
    LOG_STREAM_NAME,
  );
}
