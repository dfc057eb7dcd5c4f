import type { Cluster } from '../../service';
import { bucketArn } from '../arns/bucketArn';
import { logGroupArn } from '../arns/logGroupArn';
import type { NeedsInput } from '../derivation';
import type { NeedRow, RoleNeeds } from '../permission';
import { variableIn, type Resolved } from '../resolved';
import { needOf, NOTHING, roleNeeds } from '../roleNeeds';
import { uniteNeeds } from '../uniteNeeds';
import { EXEC_SETTINGS, settingsNotRead } from './execSettings';

type ExecSettings = NonNullable<Cluster['executeCommand']>;

const FIND_GROUPS = 'logs:DescribeLogGroups';
const WRITE_STREAMS = [
  'logs:CreateLogStream',
  'logs:DescribeLogStreams',
  'logs:PutLogEvents',
];
const BUCKET_ACTIONS = [
  's3:GetBucketLocation',
  's3:GetEncryptionConfiguration',
  's3:PutObject',
];
const LOG_CONFIGURATION = `${EXEC_SETTINGS}.logConfiguration`;
const FAILURE = 'sessions of ECS Exec are not logged: AccessDeniedException';
const SESSION_ID = 'ecs-execute-command-0123456789abcdef0';

/**
 * Rows T1a, T1b and T1d: where sessions are logged.
 * Source: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html#ecs-exec-logging
 */
export function execLogs(input: NeedsInput): RoleNeeds {
  const { cluster, home } = input;
  if (!cluster.known) {
    return unresolvedLogs(
      'T1a',
      EXEC_SETTINGS,
      settingsNotRead(cluster),
      false,
    );
  }
  const settings = cluster.value.executeCommand;
  // "If no logging parameter is specified, it defaults to this value."
  const logging = settings?.logging ?? 'DEFAULT';
  const variable = variableIn(logging, 'the log setting of ECS Exec');
  if (variable !== null) {
    return unresolvedLogs('T1a', `${EXEC_SETTINGS}.logging`, variable.why);
  }
  switch (logging) {
    case 'OVERRIDE':
      return settings === null
        ? NOTHING
        : uniteNeeds([toLogGroup(settings, input), toBucket(settings, home)]);
    case 'DEFAULT':
      return toGroupsOfTask(input);
    default:
      return NOTHING;
  }
}

function toLogGroup(
  { cloudWatchLogGroupName: name }: ExecSettings,
  { home }: NeedsInput,
): RoleNeeds {
  return name === null
    ? NOTHING
    : groupNeeds(
        'T1a',
        `${LOG_CONFIGURATION}.cloudWatchLogGroupName`,
        logGroupArn(home, name),
        name,
        true,
      );
}

/** That the groups of the task are written with the task role is inferred, so its lack counts as tolerated. */
function toGroupsOfTask({ taskDefinition, home }: NeedsInput): RoleNeeds {
  return uniteNeeds(
    taskDefinition.containers.map(({ logConfiguration: logs }) =>
      logs?.driver === 'awslogs'
        ? groupNeeds(
            'T1d',
            `${EXEC_SETTINGS}.logging`,
            logGroupArn(
              home,
              logs.options['awslogs-group'],
              logs.options['awslogs-region'],
            ),
            logs.options['awslogs-group'],
            false,
          )
        : NOTHING,
    ),
  );
}

function groupNeeds(
  row: NeedRow,
  because: string,
  group: Resolved<string>,
  name: string,
  breaks: boolean,
): RoleNeeds {
  if (!group.ok) {
    return unresolvedLogs(row, because, group.why);
  }
  const common = { row, because, breaks, failure: FAILURE };
  return roleNeeds({
    needs: [
      needOf({
        ...common,
        actions: [FIND_GROUPS],
        resources: ['*'],
        phrase: 'finds the log group of ECS Exec sessions',
      }),
      needOf({
        ...common,
        actions: WRITE_STREAMS,
        resources: [`${group.value}:*`],
        probes: [`${group.value}:log-stream:${SESSION_ID}`],
        phrase: `logs ECS Exec sessions to ${name}`,
      }),
    ],
  });
}

function toBucket(
  { s3BucketName: name, s3KeyPrefix }: ExecSettings,
  home: NeedsInput['home'],
): RoleNeeds {
  if (name === null) {
    return NOTHING;
  }
  const because = `${LOG_CONFIGURATION}.s3BucketName`;
  const named = bucketArn(home, name);
  const prefix = s3KeyPrefix ? `${s3KeyPrefix.replace(/\/$/, '')}/` : '';
  const bucket = named.ok
    ? variableIn(prefix, 'the key prefix of the logs') ?? named
    : named;
  if (!bucket.ok) {
    return unresolvedLogs('T1b', because, bucket.why);
  }
  const common = { row: 'T1b' as const, because, failure: FAILURE };
  return roleNeeds({
    needs: [
      needOf({
        ...common,
        actions: ['s3:GetBucketLocation'],
        // So AWS documents it; it is asked for on the bucket.
        resources: ['*'],
        probes: [bucket.value],
        phrase: `looks up the region of bucket ${name}`,
      }),
      needOf({
        ...common,
        actions: ['s3:GetEncryptionConfiguration'],
        resources: [bucket.value],
        phrase: `looks up the encryption of bucket ${name}`,
      }),
      needOf({
        ...common,
        actions: ['s3:PutObject'],
        resources: [`${bucket.value}/*`],
        probes: [`${bucket.value}/${prefix}${SESSION_ID}.log`],
        phrase: `logs ECS Exec sessions to S3 bucket ${name}`,
      }),
    ],
  });
}

function unresolvedLogs(
  row: NeedRow,
  because: string,
  why: string,
  certain: boolean = true,
): RoleNeeds {
  return roleNeeds({
    unresolved: [
      {
        row,
        certain,
        because,
        phrase: 'logs ECS Exec sessions',
        why,
        actions:
          row === 'T1b'
            ? BUCKET_ACTIONS
            : [
                FIND_GROUPS,
                ...WRITE_STREAMS,
                ...(because === EXEC_SETTINGS ? BUCKET_ACTIONS : []),
              ],
      },
    ],
  });
}
