import { known } from '../../known';
import { computeOf } from '../computeOf';
import type { TaskRoleFeature, TaskRoleNeed } from '../needs/need';
import { distinct } from '../needs/phrases';
import { taskRoleNeeds } from '../needs/taskRoleNeeds';
import type { Required, RoleUse } from '../roleUse';
import type { ServiceContext } from '../serviceContext';
import type { Compute } from '../slots';
import type { TaskDefinition } from '../taskDefinition';
import { revisionGroups } from './revisionGroups';
import type { RevisionGroup } from './revisionGroups';
import { overriddenGroups, overrideNotes } from './overriddenGroups';
import { nothingRuns } from './nameOf';
import { unreadBecause } from './unread';

const LABELS: Readonly<Record<TaskRoleFeature, string>> = {
  'ecs-exec': 'ECS Exec is on',
  'ecs-exec-logs': 'ECS Exec is on',
  'ecs-exec-key': 'ECS Exec is on',
  efs: 'EFS with IAM authorization',
  's3-files': 'S3 Files',
  telemetry: 'telemetry sidecar',
  'app-mesh': 'App Mesh',
  'firelens-output': 'FireLens output',
  'fault-injection': 'AWS FIS',
};

/**
 * @param context - the service and what was read around it
 * @returns the rows of the task role: one, or one for each role that the revisions in use name; then one for each role
 * that running tasks have by override
 */
export function taskRows(context: ServiceContext): readonly RoleUse[] {
  const { service, cluster, capacityProviders } = context;
  const compute = computeOf(service, cluster, capacityProviders);
  const groups = revisionGroups(context, each => each.taskRoleArn);
  const rows =
    groups.length === 0
      ? [nothingDeployed(context)]
      : groups.map(group => taskRow(group, compute, context));
  return [
    ...rows.map(row => ({
      ...row,
      notes: [...row.notes, ...overrideNotes(service)],
    })),
    ...overriddenGroups(context, each => each.taskRoleArn).map(group =>
      taskRow(group, compute, context),
    ),
  ];
}

/**
 * @param group - revisions with the same task role
 * @param compute - where their tasks run
 * @param context - says whether ECS Exec is on, and where it logs
 * @returns their row
 */
export function taskRow(
  group: RevisionGroup,
  compute: readonly Compute[],
  { service, cluster }: Pick<ServiceContext, 'service' | 'cluster'>,
): RoleUse {
  const needs = group.definitions.flatMap(each =>
    taskRoleNeeds(each, service, cluster),
  );
  const absent = group.roleArn.known && group.roleArn.value === null;
  const hostsOfOnesOwn = compute.some(each => each !== 'fargate');
  const phrases = distinct(needs.map(need => need.phrase));
  return {
    slot: 'task',
    roleArn: group.roleArn,
    appliesTo: group.label ?? containersOf(group.definitions),
    revisions: group.revisions,
    usedFor:
      phrases.length === 0 && group.roleArn.known && !absent
        ? ['what the app itself calls, which ECS cannot tell']
        : phrases,
    required: requiredBy(group, needs, hostsOfOnesOwn),
    notes: [
      ...(absent && hostsOfOnesOwn
        ? [
            'Without a task role the AWS SDKs in the containers fall back to the role of the host',
          ]
        : []),
      ...(service.enableExecuteCommand && !cluster.known
        ? [
            `Where ECS Exec logs its sessions is not known: ${unreadBecause(
              cluster,
            )}`,
          ]
        : []),
    ],
  };
}

function requiredBy(
  { roleArn }: RevisionGroup,
  needs: readonly TaskRoleNeed[],
  hostsOfOnesOwn: boolean,
): Required {
  const because = distinct(
    needs.filter(need => need.requires).map(need => LABELS[need.feature]),
  );
  if (because.length > 0) {
    return { value: 'yes', because };
  }
  if (!roleArn.known) {
    return { value: 'unknown', because: [roleArn.because] };
  }
  if (roleArn.value !== null) {
    return {
      value: 'unknown',
      because: ['no ECS feature needs it; the app does if it calls AWS'],
    };
  }
  return hostsOfOnesOwn
    ? {
        value: 'unknown',
        because: [
          'no ECS feature needs one; the app may call AWS with the role of the host',
        ],
      }
    : { value: 'no', because: ['no ECS feature in use needs one'] };
}

function containersOf(definitions: readonly TaskDefinition[]): string {
  const [first] = definitions;
  const amounts = new Set(definitions.map(each => each.containers.length));
  if (!first || amounts.size > 1) {
    return 'all containers';
  }
  switch (first.containers.length) {
    case 1:
      return `the container ${first.containers[0].name}`;
    case 2:
      return 'both containers';
    default:
      return `all ${first.containers.length} containers`;
  }
}

function nothingDeployed({ service }: ServiceContext): RoleUse {
  return {
    slot: 'task',
    roleArn: known(null),
    appliesTo: 'all containers',
    revisions: [],
    usedFor: [],
    required: { value: 'no', because: [nothingRuns(service)] },
    notes: [],
  };
}
