import { defineRule } from '../defineRule';
import { ownSlots } from '../judgedSlots';
import { dayOf, idleDays } from './idle';

/**
 * Nobody has used the role for long. One that a running task or host has cannot be removed, so of such a role it is only
 * said that its credentials are not used.
 */
export const unusedRole = defineRule({
  id: 'usage.unused-role',
  title: 'Role is not used',
  severity: 'low',
  about: 'role',
  slots: ownSlots,
  needs: ['lastUsed', 'createdAt'],
  wants: ['running'],
  docs: {
    why: 'A role that nobody needs is still there for everyone who finds it, and nobody watches it. Permissions that are not used are only of use to an attacker.',
    fix: 'Delete the role, or take it out of the task definition when its tasks do without. Where you are not sure, attach the managed policy `AWSDenyAll` first and wait for complaints.',
    leaveIt:
      'It is for something rare: a yearly report, a recovery plan, a deployment hook. Or the service is scaled to zero and will be needed again.',
    links: [
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_manage_delete.html',
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_last-accessed.html',
      'https://docs.aws.amazon.com/IAM/latest/APIReference/API_RoleLastUsed.html',
    ],
  },
  messages: {
    unused: (d: { lastUsed: string; unusedAfterDays: number }) =>
      `Nobody has used the role since ${dayOf(d.lastUsed)}, for more than ${
        d.unusedAfterDays
      } days.`,
    neverUsed: (d: { createdAt: string; unusedAfterDays: number }) =>
      `Nobody is known to have used the role. It was created on ${dayOf(
        d.createdAt,
      )}, more than ${d.unusedAfterDays} days ago; IAM remembers 400 days.`,
    running: (d: { lastUsed: string | null }) =>
      d.lastUsed === null
        ? 'A running task or host has the role, but has never called AWS with it.'
        : `A running task or host has the role, but has not called AWS with it since ${dayOf(
            d.lastUsed,
          )}.`,
  },
  *check({ lastUsed, createdAt, running }, { now, settings }) {
    const { date } = lastUsed;
    const { unusedAfterDays } = settings;
    const idle = idleDays(date, createdAt, now);
    if (typeof idle !== 'number') {
      yield { undecided: idle };
    } else if (idle <= unusedAfterDays) {
      return;
    } else if (running.known && running.value) {
      yield {
        message: 'running',
        severity: 'info',
        data: { lastUsed: date },
        at: '',
      };
    } else if (date === null) {
      yield {
        message: 'neverUsed',
        data: { createdAt, unusedAfterDays },
        at: '',
      };
    } else {
      yield {
        message: 'unused',
        data: { lastUsed: date, unusedAfterDays },
        at: '',
      };
    }
  },
});
