import type { PolicyStatement, RoleDefinition } from '../types';
import type { Site } from './names';
import { allow, policy } from './policies';
import { role, roleArn } from './role';

/** The role in a slot: one of the service's own, one named by ARN or bare name, or none. */
export type RoleChoice =
  | Readonly<{
      own: readonly PolicyStatement[];
      special?: Partial<RoleDefinition>;
    }>
  | Readonly<{ named: string }>
  | null;

/** An execution role of the service alone, with what its builder knows to be needed and these permissions besides. */
export type Besides = Readonly<{
  besides: readonly PolicyStatement[];
  special?: Partial<RoleDefinition>;
}>;

/** A role of the service alone, with these permissions. */
export function own(...statements: readonly PolicyStatement[]): RoleChoice {
  return { own: statements };
}

/** A role that others may name as well. */
export function named(arnOrName: string): RoleChoice {
  return { named: arnOrName };
}

/** What the builder knows to be needed, and more. */
export function besides(...statements: readonly PolicyStatement[]): Besides {
  return { besides: statements };
}

/** The role of a choice: its ARN or name, and its definition where it is made for this slot. */
export function choose(
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

/** ECS Developer Guide, "Using Amazon ECS Exec": the four actions take no resource. */
export const execChannel = allow(
  [
    'ssmmessages:CreateControlChannel',
    'ssmmessages:CreateDataChannel',
    'ssmmessages:OpenControlChannel',
    'ssmmessages:OpenDataChannel',
  ],
  '*',
);

/** A role of one's own that lets the agent of ECS Exec open its channels. */
export function withExec(
  choice: RoleChoice,
  executeCommand: boolean,
): RoleChoice {
  return !executeCommand || choice === null || 'named' in choice
    ? choice
    : { ...choice, own: [...choice.own, execChannel] };
}
