import { defineRule } from '../defineRule';
import { ownSlots } from '../judgedSlots';
import { counted, quoted } from '../words';
import { allowedUsage } from './allowedUsage';
import { idleDays } from './idle';
import { idleServices } from './idleServices';

/**
 * Actions that the policies allow and the role does not call, of services that it does call: for the others, there is
 * `usage.unused-service`. Of an action that IAM does not track, nothing is said: neither of most that read or write
 * data, nor of `iam:PassRole`, which is no call of its own. A report on services alone says nothing of actions.
 */
export const unusedAction = defineRule({
  id: 'usage.unused-action',
  title: 'Role may use actions that it does not use',
  severity: 'medium',
  about: 'role',
  slots: ownSlots,
  needs: ['usage', 'createdAt'],
  wants: ['grants'],
  whereCollected: ['usage'],
  docs: {
    why: 'The role calls these services, but with other actions. Those that it never calls are of use to nobody but an attacker, who gets them with the credentials of the task.',
    fix: 'List in the policy the actions that are used, in place of a wildcard or a managed policy.',
    leaveIt:
      'The permission was added lately, or is for something rare. IAM does not tell when a permission was added.',
    links: [
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_last-accessed-action-last-accessed.html',
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_last-accessed.html',
      'https://docs.aws.amazon.com/IAM/latest/APIReference/API_TrackedActionLastAccessed.html',
    ],
  },
  messages: {
    unused: (d: { actions: readonly string[]; unusedAfterDays: number }) =>
      `The policies allow ${counted(
        d.actions,
        'action',
      )} that the role has not called in ${d.unusedAfterDays} days: ${quoted(
        d.actions,
      )}.`,
  },
  *check({ usage, createdAt, grants }, { now, settings }) {
    const { unusedAfterDays } = settings;
    const { inUse, doubts } = idleServices(
      allowedUsage(usage, grants),
      createdAt,
      unusedAfterDays,
      now,
    );
    if (usage.granularity === 'SERVICE_LEVEL') {
      return;
    }
    yield* doubts;
    const actions: string[] = [];
    for (const { namespace, trackedActions } of inUse) {
      for (const { name, lastAccessed } of trackedActions) {
        const action = `${namespace}:${name}`;
        const idle = idleDays(lastAccessed, createdAt, now);
        if (typeof idle !== 'number') {
          yield { undecided: idle };
        } else if (idle > unusedAfterDays && !isUntracked(action)) {
          actions.push(action);
        }
      }
    }
    if (actions.length > 0) {
      yield {
        message: 'unused',
        data: { actions: actions.sort(), unusedAfterDays },
        at: '',
      };
    }
  },
});

// It is checked when another service is given a role, and never called.
function isUntracked(action: string): boolean {
  return action.toLowerCase() === 'iam:passrole';
}
