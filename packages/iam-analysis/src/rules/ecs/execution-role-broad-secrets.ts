import type { Excess } from '../../ecs/permissions/judgedNeed';
import type { RoleGrants } from '../../grants/grant';
import { defineRule } from '../defineRule';
import { atMost } from '../iam/atMost';
import { quoted } from '../words';
import {
  enough,
  excessOfKind,
  executionSlots,
  grantedOn,
  isUnread,
  MOST_STATEMENTS,
  writtenActions,
} from './excess';

type Data = Readonly<{
  actions: readonly string[];
  granted: readonly string[];
}>;

/**
 * Secrets, parameters and keys beyond those that task definitions name. Which those are has to be known, but for a
 * statement on every one of the account, which is too many for any task.
 */
export const executionRoleBroadSecrets = defineRule({
  id: 'ecs.execution-role-broad-secrets',
  title: 'Execution role can read secrets that its tasks do not name',
  severity: 'medium',
  about: 'role',
  slots: executionSlots,
  needs: ['grants'],
  wants: ['needs'],
  docs: {
    why: 'Whoever can register a task definition with this execution role gets every secret that it may read into a container of theirs, just by naming it. Whoever gets its credentials from a host can read them all.',
    fix: 'Name in `Resource` the ARNs that the task definitions name in `secrets`, `secretOptions` and `repositoryCredentials`, and the keys of those. With terraform-aws-modules/ecs before version 6, set `task_exec_secret_arns` and `task_exec_ssm_param_arns` to these ARNs, or to `[]`: their defaults are every secret and every parameter.',
    leaveIt:
      'The account belongs to this one application, and nobody but its owners may register task definitions there.',
    links: [
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_execution_IAM_role.html',
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/specifying-sensitive-data.html',
      'https://docs.aws.amazon.com/secretsmanager/latest/userguide/auth-and-access.html',
    ],
  },
  messages: {
    everywhere: (d: Data & Readonly<{ needed: readonly string[] }>) =>
      `${quoted(d.actions)} on ${quoted(
        d.granted,
      )} reaches all that the account has${
        d.needed.length > 0 ? `, where ${quoted(d.needed)} would do` : ''
      }.`,
    moduleDefault: (
      d: Data &
        Readonly<{ needed: readonly string[]; variables: readonly string[] }>,
    ) =>
      `${quoted(d.actions)} on ${quoted(
        d.granted,
      )}, the default of terraform-aws-modules/ecs before version 6, reaches all that the account has. Set ${quoted(
        d.variables,
      )} to ${
        d.needed.length > 0 ? quoted(d.needed) : 'the ARNs that tasks name'
      }.`,
    wider: (d: Data & Readonly<{ needed: readonly string[] }>) =>
      `${quoted(d.actions)} on ${quoted(d.granted)}, where ${enough(
        d.needed,
      )} would do.`,
    unneeded: (d: Data) =>
      `${quoted(d.actions)} on ${quoted(
        d.granted,
      )}: no task definition that uses the role needs it.`,
  },
  *check({ grants, needs }, { slot }) {
    if (isUnread(needs)) {
      yield { undecided: needs };
    }
    const all = excessOfKind('secrets', grants, needs, slot);
    yield* atMost(
      MOST_STATEMENTS,
      all.map(excess => ({
        ...describe(excess, grants),
        at: excess.at,
        ...(excess.mitigatedBy ? { mitigatedBy: excess.mitigatedBy } : {}),
      })),
    );
  },
});

function describe(excess: Excess, grants: RoleGrants) {
  const { needed, everywhere } = excess;
  const data = {
    actions: writtenActions(excess.actions),
    granted: grantedOn(excess, grants),
  };
  if (everywhere) {
    const variables = variablesOf(excess);
    return variables === null
      ? ({
          message: 'everywhere',
          data: { ...data, needed },
          severity: 'high',
        } as const)
      : ({
          message: 'moduleDefault',
          data: { ...data, needed, variables },
          severity: 'high',
        } as const);
  }
  return needed.length > 0
    ? ({ message: 'wider', data: { ...data, needed } } as const)
    : ({ message: 'unneeded', data } as const);
}

// https://github.com/terraform-aws-modules/terraform-aws-ecs, UPGRADE-6.0.md
const VARIABLES: ReadonlyMap<string, string> = new Map([
  ['arn:aws:ssm:*:*:parameter/*', 'task_exec_ssm_param_arns'],
  ['arn:aws:secretsmanager:*:*:secret:*', 'task_exec_secret_arns'],
]);

function variablesOf({ granted }: Excess): readonly string[] | null {
  const variables = granted.flatMap(each => VARIABLES.get(each) ?? []);
  return variables.length === granted.length && variables.length > 0
    ? variables
    : null;
}
