import type {
  ContainerDefinition,
  RegisterTaskDefinitionCommandInput,
} from '@aws-sdk/client-ecs';
import type {
  FleetPart,
  PolicyStatement,
  RoleDefinition,
  ServiceAmendment,
  TaskDefinitionDefinition,
  Team,
} from '../types';
import { executionPolicy } from './executionPolicy';
import { joinParts } from './fleetPart';
import { ecrImage } from './names';
import type { Site } from './names';
import type { Placement } from './placements';
import { allow, policy } from './policies';
import { role, roleArn } from './role';
import { taskDefinition } from './taskDefinition';

/** The role in a slot: one of the service's own, one named by ARN or bare name, or none. */
export type RoleChoice =
  | Readonly<{
      own: readonly PolicyStatement[];
      special?: Partial<RoleDefinition>;
    }>
  | Readonly<{ named: string }>
  | null;

export type ServiceInput = Readonly<{
  name: string;
  team: Team;
  on: Placement;
  desired?: number;
  running?: number;
  /** Default: `TEAM/NAME` in the account's ECR. */
  image?: string;
  /** `false`: no `awslogs`. Default: the group `/ecs/NAME`. */
  logs?: boolean;
  /** Variable to path of the secret. */
  secrets?: Readonly<Record<string, string>>;
  /** Variable to path of the Systems Manager parameter. */
  parameters?: Readonly<Record<string, string>>;
  environment?: Readonly<Record<string, string>>;
  /** More members of the first container. */
  container?: ContainerDefinition;
  sidecars?: readonly ContainerDefinition[];
  /** More members of the task definition. */
  more?: Partial<RegisterTaskDefinitionCommandInput>;
  revision?: number;
  /** Default: a role of its own that holds exactly what the task definition needs. */
  execution?: RoleChoice;
  /** Default: a role of its own without permissions. */
  task?: RoleChoice;
  executeCommand?: boolean;
  tags?: Readonly<Record<string, string>>;
  amendments?: readonly ServiceAmendment[];
  /** Registered after the first: other revisions that a rollout runs. */
  otherRevisions?: readonly TaskDefinitionDefinition[];
}>;

/** A role of the service alone, with these permissions. */
export function own(...statements: readonly PolicyStatement[]): RoleChoice {
  return { own: statements };
}

/** A role that others may name as well. */
export function named(arnOrName: string): RoleChoice {
  return { named: arnOrName };
}

/** A service with its task definition and the roles of its own. All that is not said is done well. */
export function service(site: Site, input: ServiceInput): FleetPart {
  const executeCommand = input.executeCommand ?? false;
  const execution = choose(
    site,
    `${input.name}-execution`,
    input.execution === undefined
      ? { own: executionPolicy(site, input) }
      : input.execution,
  );
  const task = choose(
    site,
    `${input.name}-task`,
    withExec(input.task === undefined ? own() : input.task, executeCommand),
  );
  const desired = input.desired ?? 2;
  return joinParts({
    roles: [...execution.roles, ...task.roles],
    services: [
      {
        account: site.account,
        region: site.region,
        cluster: site.cluster,
        name: input.name,
        team: input.team,
        desired,
        running: input.running ?? desired,
        placement: input.on.input,
        executeCommand,
        tags: { team: input.team, component: input.name, ...input.tags },
        taskDefinitions: [
          taskDefinition(site, input, {
            execution: execution.arn,
            task: task.arn,
            image: input.image ?? ecrImage(site, `${input.team}/${input.name}`),
          }),
          ...(input.otherRevisions ?? []),
        ],
        amendments: input.amendments ?? [],
      },
    ],
  });
}

function choose(
  { account, region }: Site,
  name: string,
  choice: RoleChoice,
): Readonly<{ arn: string | null; roles: readonly RoleDefinition[] }> {
  if (choice === null) {
    return { arn: null, roles: [] };
  }
  if ('named' in choice) {
    return { arn: choice.named, roles: [] };
  }
  const made = role(account, name, {
    inline: choice.own.length ? { [name]: policy(...choice.own) } : {},
    lastUsed: { hoursAgo: 3, region },
    ...choice.special,
  });
  return { arn: roleArn(made), roles: [made] };
}

// ECS Developer Guide, "Using Amazon ECS Exec": the four actions take no resource.
function withExec(choice: RoleChoice, executeCommand: boolean): RoleChoice {
  if (!executeCommand || choice === null || 'named' in choice) {
    return choice;
  }
  return {
    ...choice,
    own: [
      ...choice.own,
      allow(
        [
          'ssmmessages:CreateControlChannel',
          'ssmmessages:CreateDataChannel',
          'ssmmessages:OpenControlChannel',
          'ssmmessages:OpenDataChannel',
        ],
        '*',
      ),
    ],
  };
}
