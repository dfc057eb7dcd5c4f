import { known } from '../../known';
import type { Known } from '../../known';
import { activeRevisions } from '../activeRevisions';
import type { Place } from '../placement';
import { executionRoleNeeds } from '../needs/executionRoleNeeds';
import { count, distinct, groupBy, shortList } from '../needs/phrases';
import type { Required, RoleUse } from '../roleUse';
import type { Host } from '../service';
import type { ServiceContext } from '../serviceContext';
import { instanceRoles } from './instanceRoles';
import type { InstanceRole } from './instanceRoles';
import { nameOf } from './nameOf';
import { unreadBecause } from './unread';

const AGENT = ['registers hosts', 'polls for tasks', 'sends telemetry'];

/**
 * @param context - the service and what was read around it
 * @returns the rows of the instance role: one for each role that hosts have or would get; one that says why not on
 * Fargate
 */
export function instanceRows(context: ServiceContext): readonly RoleUse[] {
  const roles = instanceRoles(context);
  if (roles.length === 0) {
    return [onFargate(context)];
  }
  return [...groupBy(roles, each => keyOf(each.role)).values()].map(group =>
    rowOf(group, context),
  );
}

function rowOf(
  group: readonly InstanceRole[],
  context: ServiceContext,
): RoleUse {
  return {
    slot: 'instance',
    roleArn: group[0].role,
    appliesTo: appliesTo(group),
    revisions: [],
    usedFor: [
      ...AGENT,
      ...(group.some(each => each.place.compute === 'ec2')
        ? insteadOfExecutionRole(context)
        : []),
    ],
    required: requiredBy(group),
    notes: distinct([
      ...withoutProfile(group),
      ...group.flatMap(each => each.notes),
    ]),
  };
}

// On EC2 the agent pulls and logs with the instance role for tasks that have no execution role.
function insteadOfExecutionRole({
  service,
  taskDefinitions,
}: ServiceContext): readonly string[] {
  const needs = activeRevisions(service).flatMap(({ taskDefinitionArn }) => {
    const definition = taskDefinitions.get(taskDefinitionArn);
    return definition && definition.executionRoleArn === null
      ? executionRoleNeeds(definition, ['ec2'], service)
      : [];
  });
  return distinct(
    needs
      .filter(({ feature }) => feature === 'ecr-pull' || feature === 'awslogs')
      .map(({ phrase }) => phrase),
  );
}

function appliesTo(group: readonly InstanceRole[]): string {
  const hosts = hostsIn(group);
  if (hosts.length > 0) {
    const external = hosts.every(host => host.external);
    return count(hosts.length, external ? 'external host' : 'host');
  }
  const providers = distinct(group.flatMap(each => each.nextHostOf ?? []));
  return providers.length > 0
    ? `next host of ${shortList(providers, 'capacity providers')}`
    : 'hosts of the cluster';
}

function withoutProfile(group: readonly InstanceRole[]): readonly string[] {
  const bare = hostsIn(group).filter(
    ({ external, instanceProfileArn: profile }) =>
      !external && profile.known && profile.value === null,
  ).length;
  return bare === 0
    ? []
    : [
        `${count(bare, 'host')} ${
          bare === 1 ? 'runs' : 'run'
        } without an instance profile`,
      ];
}

// A host may be found by launch type and by capacity provider: it counts once.
function hostsIn(group: readonly InstanceRole[]): readonly Host[] {
  return distinct(group.flatMap(each => each.host ?? []));
}

function requiredBy(group: readonly InstanceRole[]): Required {
  const reasons = group.flatMap(({ place }) => reasonOf(place) ?? []);
  if (reasons.length > 0) {
    return { value: 'yes', because: distinct(reasons) };
  }
  const why = group.flatMap(({ place }) =>
    place.compute === 'unknown' ? [unreadBecause(place.why)] : [],
  );
  return {
    value: 'unknown',
    because: distinct(why).map(
      reason => `where the tasks run is not known: ${reason}`,
    ),
  };
}

function reasonOf(place: Place): string | null {
  switch (place.compute) {
    case 'ec2':
      return 'EC2';
    case 'managed-instances':
      return 'Managed Instances';
    case 'external':
      return 'ECS Anywhere';
    case 'fargate':
      return null;
    case 'unknown':
      // Whatever kind it is: every capacity provider but Fargate's own starts hosts.
      return place.provider && `capacity provider ${place.provider}`;
    default: {
      const never: never = place;
      return never;
    }
  }
}

function onFargate({ service }: ServiceContext): RoleUse {
  return {
    slot: 'instance',
    roleArn: known(null),
    appliesTo: '–',
    revisions: [],
    usedFor: ['Fargate has no host of yours'],
    required: {
      value: 'no',
      because: [
        `${nameOf(service)} ${
          service.kind === 'service' ? 'runs' : 'run'
        } on Fargate`,
      ],
    },
    notes: [],
  };
}

function keyOf(role: Known<string | null>): string {
  return role.known
    ? `role ${role.value ?? ''}`
    : `unknown ${role.needs ?? ''} ${role.because}`;
}
