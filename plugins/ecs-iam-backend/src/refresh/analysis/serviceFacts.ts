import {
  activeRevisions,
  known,
  mapKnown,
  resolveRoleArn,
  serviceHosts,
} from '@ecs-iam/iam-analysis';
import type {
  Compute,
  EvidenceInput,
  Known,
  ServiceContext,
  TaskDefinition,
} from '@ecs-iam/iam-analysis';
import { coLocatedRoles } from './coLocatedRoles';
import { infrastructurePassRole } from './infrastructurePassRole';
import type { RoleEvidence } from './RoleEvidence';
import { notRead } from './serviceContexts';

type Surroundings = Readonly<{
  context: ServiceContext;
  compute: readonly Compute[];
}>;

/** What rules may know of a service, whichever of its roles they judge. */
export function serviceFacts(
  { context, compute }: Surroundings,
  roles: RoleEvidence,
): EvidenceInput['facts'] {
  const hosts = serviceHosts(context);
  const { rolesInSlots, serviceConnectTls } = roles.ofAccount;
  return {
    service: known(context.service),
    cluster: context.cluster,
    compute: known(compute),
    hosts,
    coLocated: coLocatedRoles(context, hosts, roles),
    ...(compute.includes('managed-instances')
      ? {
          infrastructurePassRole: infrastructurePassRole(context, hosts, roles),
        }
      : {}),
    revisions: revisionsOf(context),
    rolesInSlots,
    serviceConnectTls,
  };
}

/** What they may know of one of its revisions. */
export function revisionFacts(
  { service, taskDefinitions, families }: ServiceContext,
  arn: string,
): EvidenceInput['facts'] {
  const definition = taskDefinitions.get(arn);
  const overrides = mapKnown(service.overrides, all =>
    all.filter(({ taskDefinitionArn }) => taskDefinitionArn === arn),
  );
  if (!definition) {
    const missing = unreadRevision();
    return {
      taskDefinition: missing,
      taskRoles: missing,
      latestRevision: missing,
      overrides,
    };
  }
  const { taskRoleArn, executionRoleArn, family } = definition;
  const resolved = (role: string | null) =>
    role === null ? null : resolveRoleArn(role, service);
  const latest = families.get(family)?.latest;
  return {
    taskDefinition: known(definition),
    taskRoles: known({
      task: resolved(taskRoleArn),
      execution: resolved(executionRoleArn),
    }),
    latestRevision: latest ? known(latest) : unreadRevision(),
    overrides,
  };
}

function revisionsOf({
  service,
  taskDefinitions,
}: ServiceContext): Known<readonly TaskDefinition[]> {
  const all = activeRevisions(service);
  const read = all.flatMap(
    ({ taskDefinitionArn }) => taskDefinitions.get(taskDefinitionArn) ?? [],
  );
  return read.length === all.length ? known(read) : unreadRevision();
}

function unreadRevision() {
  return notRead(undefined, 'ecs:DescribeTaskDefinition');
}
