import { known } from '../../known';
import { computeOf } from '../computeOf';
import { executionRoleNeeds } from '../needs/executionRoleNeeds';
import type { ExecutionRoleFeature, ExecutionRoleNeed } from '../needs/need';
import { distinct } from '../needs/phrases';
import type { Required, RoleUse } from '../roleUse';
import type { ServiceContext } from '../serviceContext';
import type { Compute } from '../slots';
import { revisionGroups } from './revisionGroups';
import type { RevisionGroup } from './revisionGroups';
import { overriddenGroups, overrideNotes } from './overriddenGroups';
import { nothingRuns } from './nameOf';
import { unreadBecause } from './unread';

const LABELS: Readonly<Record<ExecutionRoleFeature, string>> = {
  'ecr-pull': 'ECR',
  'registry-credentials': 'private registry',
  awslogs: 'logs',
  secrets: 'secrets',
  'environment-files': 'env files',
  'firelens-config': 'FireLens configuration',
  'fsx-credentials': 'FSx credentials',
  'credential-specs': 'gMSA credential specs',
  'guard-duty': 'GuardDuty Runtime Monitoring',
  'express-mode': 'Express Mode',
};

/**
 * @param context - the service and what was read around it
 * @returns the rows of the execution role: one, or one for each role that the revisions in use name; then one for each
 * role that running tasks have by override
 */
export function executionRows(context: ServiceContext): readonly RoleUse[] {
  const { service, cluster, capacityProviders } = context;
  const compute = computeOf(service, cluster, capacityProviders);
  const groups = revisionGroups(context, each => each.executionRoleArn);
  const rows =
    groups.length === 0
      ? [nothingDeployed(compute, context)]
      : groups.map(group => executionRow(group, compute, context));
  return [
    ...rows.map(row => ({
      ...row,
      notes: [...row.notes, ...overrideNotes(service)],
    })),
    ...overriddenGroups(context, each => each.executionRoleArn).map(group =>
      executionRow(group, compute, context),
    ),
  ];
}

/**
 * @param group - revisions with the same execution role
 * @param compute - where their tasks run
 * @param context - says what of the service itself needs the role
 * @returns their row
 */
export function executionRow(
  group: RevisionGroup,
  compute: readonly Compute[],
  { service }: Pick<ServiceContext, 'service'>,
): RoleUse {
  const needs = group.definitions.flatMap(each =>
    executionRoleNeeds(each, compute, service),
  );
  const required = requiredBy(group, needs, compute);
  // Without a role, what the instance role does instead stands in its row.
  const hasRole = group.roleArn.known && group.roleArn.value !== null;
  const uses = hasRole ? needs : needs.filter(need => need.requires);
  return {
    slot: 'execution',
    roleArn: group.roleArn,
    appliesTo: group.label ?? agentsOf(compute),
    revisions: group.revisions,
    usedFor: distinct(uses.map(need => need.phrase)),
    required,
    notes:
      required.value === 'no' &&
      compute.includes('fargate') &&
      !service.guardDuty.known
        ? [
            `GuardDuty Runtime Monitoring on Fargate needs an execution role; whether it is on is not known: ${unreadBecause(
              service.guardDuty,
            )}`,
          ]
        : [],
  };
}

function requiredBy(
  group: RevisionGroup,
  needs: readonly ExecutionRoleNeed[],
  compute: readonly Compute[],
): Required {
  const because = labels(needs.filter(need => need.requires));
  if (because.length > 0) {
    return { value: 'yes', because };
  }
  if (!group.roleArn.known) {
    return { value: 'unknown', because: [group.roleArn.because] };
  }
  if (needs.length === 0) {
    return {
      value: 'no',
      because: ['nothing in the task definition needs one'],
    };
  }
  return compute.includes('unknown')
    ? {
        value: 'unknown',
        because: [
          `needed for ${labels(needs).join(
            ' and ',
          )} except on EC2, and where the tasks run is not known`,
        ],
      }
    : {
        value: 'no',
        because: [
          `on EC2 the instance role can serve for ${labels(needs).join(
            ' and ',
          )}`,
        ],
      };
}

function labels(needs: readonly ExecutionRoleNeed[]): readonly string[] {
  return distinct(needs.map(need => LABELS[need.feature]));
}

function agentsOf(compute: readonly Compute[]): string {
  if (!compute.includes('fargate')) {
    return 'ECS agent';
  }
  return compute.length === 1 ? 'Fargate agent' : 'ECS and Fargate agents';
}

function nothingDeployed(
  compute: readonly Compute[],
  { service }: ServiceContext,
): RoleUse {
  return {
    slot: 'execution',
    roleArn: known(null),
    appliesTo: agentsOf(compute),
    revisions: [],
    usedFor: [],
    required: service.express
      ? { value: 'yes', because: [LABELS['express-mode']] }
      : { value: 'no', because: [nothingRuns(service)] },
    notes: [],
  };
}
