import type {
  ContainerDefinition,
  RegisterTaskDefinitionCommandInput,
} from '@aws-sdk/client-ecs';
import type {
  FleetPart,
  SecretDefinition,
  TaskDefinitionDefinition,
  Team,
} from '../types';
import { executionPolicy } from './executionPolicy';
import { ecrImage } from './names';
import type { Site } from './names';
import type { Placement } from './placements';
import { choose, own, withExec } from './roleChoice';
import type { Besides, RoleChoice } from './roleChoice';
import { taskDefinition } from './taskDefinition';

/** What tasks are made of, whoever runs them. */
export type TaskInput = Readonly<{
  /** Of the service or family. */
  name: string;
  team: Team;
  on: Placement;
  /** Default: `TEAM/NAME` in the account's ECR. */
  image?: string;
  /** `false`: no `awslogs`. Default: the group `/ecs/NAME`. */
  logs?: boolean;
  /** Variable to path of the secret. */
  secrets?: Readonly<Record<string, string>>;
  /** Variable to path of the Systems Manager parameter. */
  parameters?: Readonly<Record<string, string>>;
  /** Variable to `valueFrom`, as it is written. */
  references?: Readonly<Record<string, string>>;
  /** Path of a secret or parameter to the company's key that encrypts it. */
  keys?: Readonly<Record<string, string>>;
  /** S3 object ARNs. */
  environmentFiles?: readonly string[];
  environment?: Readonly<Record<string, string>>;
  /** More members of the first container. */
  container?: Partial<ContainerDefinition>;
  sidecars?: readonly ContainerDefinition[];
  /** More members of the task definition. */
  more?: Partial<RegisterTaskDefinitionCommandInput>;
  revision?: number;
  /** Default: a role of its own that holds exactly what the task definition needs. */
  execution?: RoleChoice | Besides;
  /** Default: a role of its own without permissions. */
  task?: RoleChoice;
  executeCommand?: boolean;
}>;

/** A task definition, and the roles and secrets that are made for it. */
export function taskParts(
  site: Site,
  input: TaskInput,
): Pick<FleetPart, 'roles' | 'secrets'> &
  Readonly<{ definition: TaskDefinitionDefinition }> {
  const image = input.image ?? ecrImage(site, `${input.team}/${input.name}`);
  const images = [
    image,
    ...(input.sidecars ?? []).map(sidecar => `${sidecar.image}`),
  ];
  const execution = choose(
    site,
    `${input.name}-execution`,
    executionChoice(site, input, images),
  );
  const task = choose(
    site,
    `${input.name}-task`,
    withExec(
      input.task === undefined ? own() : input.task,
      input.executeCommand ?? false,
    ),
  );
  return {
    roles: [...execution.roles, ...task.roles],
    secrets: secretsOf(site, input),
    definition: taskDefinition(site, input, {
      execution: execution.arn,
      task: task.arn,
      image,
    }),
  };
}

function executionChoice(
  site: Site,
  input: TaskInput,
  images: readonly string[],
): RoleChoice {
  const { execution } = input;
  if (execution === undefined) {
    return { own: executionPolicy(site, input, images) };
  }
  if (execution !== null && 'besides' in execution) {
    const { besides, special } = execution;
    return {
      own: [...executionPolicy(site, input, images), ...besides],
      special,
    };
  }
  return execution;
}

function secretsOf(
  { account, region }: Site,
  { secrets, parameters, keys = {} }: TaskInput,
): readonly SecretDefinition[] {
  const of = (kind: SecretDefinition['kind'], paths: readonly string[]) =>
    [...new Set(paths)].map(name => ({
      account,
      region,
      kind,
      name,
      key: keys[name] ?? null,
    }));
  return [
    ...of('secret', Object.values(secrets ?? {})),
    ...of('parameter', Object.values(parameters ?? {})),
  ];
}
