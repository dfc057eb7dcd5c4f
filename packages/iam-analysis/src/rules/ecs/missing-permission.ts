import type { DecidingRole } from '../../decide/decide';
import { judgeNeeds } from '../../ecs/permissions/judgeNeeds';
import type { JudgedNeed } from '../../ecs/permissions/judgedNeed';
import { defineRule } from '../defineRule';
import { quoted } from '../words';

type Data = Readonly<{
  /** Of the actions of the need, those that the role lacks. */
  actions: readonly string[];
  resources: readonly string[];
  /** The field that causes the need. */
  because: string;
  phrase: string;
  failure: string;
  /** What else must allow it, or may do so instead; `null`: nothing. */
  alsoNeeds: string | null;
}>;

/**
 * What ECS will do with the role, and may not. A permission that hangs on a condition which cannot be judged from here is
 * not called missing; one that may be granted elsewhere too, such as by the policy of a registry, only informs.
 */
export const missingPermission = defineRule({
  id: 'ecs.missing-permission',
  title: 'Role lacks a permission that ECS needs',
  severity: 'high',
  about: 'use',
  slots: ['execution', 'task', 'instance', 'daemon-task', 'daemon-execution'],
  needs: ['needs'],
  wants: ['policies', 'boundary'],
  docs: {
    why: 'The task definition asks ECS for something that the role does not allow. Tasks that run are not touched: the next deployment fails, or the next task that has to start.',
    fix: 'Allow the named actions on the named resources in a policy of this role: the execution role for images, secrets and logs, the task role for what containers call. Where a Deny takes it away, leave these resources out of it.',
    leaveIt:
      'The revision is old and no task will be started from it again, or a resource policy grants the permission to the role.',
    links: [
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_execution_IAM_role.html',
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html',
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/instance_IAM_role.html',
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_cannot_pull_image.html',
    ],
  },
  messages: {
    missing: (d: Data) => `${asked(d)}, and lacks ${permission(d)}. ${rest(d)}`,
    denied: (d: Data) =>
      `${asked(d)}, and a Deny takes away ${permission(d)}. ${rest(d)}`,
    boundary: (d: Data) =>
      `${asked(d)}, and its permissions boundary lacks ${permission(d)}. ${rest(
        d,
      )}`,
    elsewhere: (d: Data) =>
      `${asked(d)}, and lacks ${permission(d)}. That may be allowed by ${
        d.alsoNeeds
      } instead; else: ${d.failure}.`,
  },
  *check({ needs, policies, boundary }, { role }) {
    // That a slot lacks its role is another finding.
    if (role === null || needs.needs.length === 0) {
      return;
    }
    if (!policies.known) {
      yield { undecided: policies };
      return;
    }
    if (!boundary.known) {
      yield { undecided: boundary };
      return;
    }
    const deciding = { policies: policies.value, boundary: boundary.value };
    const judged = judgeNeeds(needs, deciding);
    if (!judged.known) {
      yield { undecided: judged };
      return;
    }
    for (const each of judged.value) {
      if (each.state === 'missing') {
        yield report(each, deciding);
      }
    }
  },
});

function report(judged: JudgedNeed, role: DecidingRole) {
  const { need, missing } = judged;
  const { resources, because, phrase, failure, alsoNeeds, breaks } = need;
  const message = messageFor(judged, role);
  // Nobody else grants what a Deny or the boundary takes away.
  const also = breaks || message === 'elsewhere' ? alsoNeeds : null;
  return {
    message,
    data: {
      actions: missing,
      resources,
      because,
      phrase,
      failure,
      alsoNeeds: also,
    },
    at: message === 'denied' ? denyingPlace(judged, role) : '',
    severity: severityFor(message, breaks),
  } as const;
}

function severityFor(message: Message, breaks: boolean) {
  if (message === 'elsewhere') {
    return 'info';
  }
  return breaks ? 'high' : 'low';
}

type Message = 'missing' | 'denied' | 'boundary' | 'elsewhere';

function messageFor(
  { need, denied }: JudgedNeed,
  { policies }: DecidingRole,
): Message {
  if (denied) {
    return 'denied';
  }
  const unbound = judgeNeeds({ needs: [need] }, { policies, boundary: null });
  if (unbound.known && unbound.value.some(({ state }) => state !== 'missing')) {
    return 'boundary';
  }
  return !need.breaks && need.alsoNeeds !== null ? 'elsewhere' : 'missing';
}

function denyingPlace(
  { at }: JudgedNeed,
  { policies, boundary }: DecidingRole,
): string {
  const denials = [...policies, ...(boundary ? [boundary] : [])].flatMap(
    ({ id, document }) =>
      document.known
        ? document.value.statements
            .filter(({ effect }) => effect === 'Deny')
            .map(statement => `${id}#${statement.at}`)
        : [],
  );
  return at.find(place => denials.includes(place)) ?? '';
}

function asked({ phrase, because }: Data): string {
  return `The role ${phrase} (\`${because}\`)`;
}

function permission({ actions, resources }: Data): string {
  return `${quoted(actions)} on ${quoted(resources)}`;
}

function rest({ failure, alsoNeeds }: Data): string {
  const without = `Without it: ${failure}.`;
  return alsoNeeds === null
    ? without
    : `${without} It must be allowed by ${alsoNeeds} too.`;
}
