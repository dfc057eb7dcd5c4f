import { awslogsPhrases } from '../../needs/containerLogs';
import type { LogConfiguration } from '../../taskDefinition';
import { LOG_STREAM_NAME, logGroupArn } from '../arns/logGroupArn';
import type { NeedsInput } from '../derivation';
import { LOG_GROUP_FAILURE, LOGS_FAILURE } from '../failures';
import type { NeedRow, RoleNeeds, UnresolvedNeed } from '../permission';
import { nameIn, resolved, variableIn, type Resolved } from '../resolved';
import { needOf, NOTHING, roleNeeds } from '../roleNeeds';
import { requiredForAgent } from './executionRoleUse';

const WRITE_LOGS = ['logs:CreateLogStream', 'logs:PutLogEvents'];
const CREATE_LOG_GROUP = 'logs:CreateLogGroup';

type LogSource = Readonly<{
  logs: LogConfiguration;
  /** The field, such as `containerDefinitions[0].logConfiguration`. */
  because: string;
  /** Its name is a part of the names of the streams. */
  container: string;
  writes: NeedRow;
  creates: NeedRow;
}>;

/**
 * What the `awslogs` driver needs. The region of the group is an option of the driver, its account is that of the task.
 * Other drivers (row E9) need nothing of AWS.
 * Sources: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/using_awslogs.html,
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoncloudwatchlogs.html
 */
export function awslogs(source: LogSource, input: NeedsInput): RoleNeeds {
  const { options, driver } = source.logs;
  if (driver !== 'awslogs') {
    return NOTHING;
  }
  const required = requiredForAgent(input.compute);
  const group = logGroupArn(
    input.home,
    options['awslogs-group'],
    options['awslogs-region'],
  );
  const stream = streamOf(options['awslogs-stream-prefix'], source.container);
  const creates = createsGroup(options['awslogs-create-group']);
  if (!group.ok || !stream.ok) {
    const unnamed = [group, stream].flatMap(each => (each.ok ? [] : [each]));
    return roleNeeds({
      required,
      unresolved: unnamed
        .slice(0, 1)
        .map(({ why }) =>
          unresolvedLogs(source, why, [
            ...WRITE_LOGS,
            ...(creates.ok && !creates.value ? [] : [CREATE_LOG_GROUP]),
          ]),
        ),
    });
  }
  const [writing, creating] = awslogsPhrases(
    [{ driver, options: { ...options, 'awslogs-create-group': 'true' } }],
    input.home.region,
  );
  const because = `${source.because}.options.awslogs-group`;
  return roleNeeds({
    required,
    needs: [
      needOf({
        row: source.writes,
        actions: WRITE_LOGS,
        resources: [`${group.value}:log-stream:*`],
        probes: [`${group.value}:log-stream:${stream.value}`],
        because,
        phrase: writing,
        failure: LOGS_FAILURE,
      }),
      ...(creates.ok && creates.value
        ? [
            needOf({
              row: source.creates,
              actions: [CREATE_LOG_GROUP],
              resources: [`${group.value}:*`],
              // As CloudWatch Logs names it when it denies the request.
              probes: [`${group.value}:log-stream:`],
              because: `${source.because}.options.awslogs-create-group`,
              phrase: creating,
              failure: LOG_GROUP_FAILURE,
            }),
          ]
        : []),
    ],
    accepted: [
      {
        actions: WRITE_LOGS,
        resources: [`${group.value}:*`],
        why: 'the streams of the log group are written this way too',
      },
    ],
    unresolved: creates.ok
      ? []
      : [
          {
            row: source.creates,
            certain: true,
            because: `${source.because}.options.awslogs-create-group`,
            phrase: creating,
            why: creates.why,
            actions: [CREATE_LOG_GROUP],
          },
        ],
  });
}

function unresolvedLogs(
  { writes, because }: LogSource,
  why: string,
  actions: readonly string[],
): UnresolvedNeed {
  return {
    row: writes,
    certain: true,
    because: `${because}.options`,
    phrase: 'writes logs',
    why,
    actions,
  };
}

// Without a prefix Docker takes the id of the container.
// https://docs.aws.amazon.com/AmazonECS/latest/developerguide/using_awslogs.html
function streamOf(
  prefix: string | undefined,
  container: string,
): Resolved<string> {
  const id = '0123456789abcdef0123456789abcdef';
  return prefix
    ? nameIn(`${prefix}/${container}/${id}`, 'the log stream', LOG_STREAM_NAME)
    : resolved(`${id}${id}`);
}

// Docker reads the option as Go's strconv.ParseBool does.
function createsGroup(option: string | undefined): Resolved<boolean> {
  return (
    variableIn(option ?? '', 'the option awslogs-create-group') ??
    resolved(/^(1|t|true)$/i.test(option ?? ''))
  );
}
