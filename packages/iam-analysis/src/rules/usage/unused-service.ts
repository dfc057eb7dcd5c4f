import { defineRule } from '../defineRule';
import { ownSlots } from '../judgedSlots';
import { counted, quoted } from '../words';
import { allowedUsage } from './allowedUsage';
import { idleServices } from './idleServices';

/**
 * Services that the policies allow and the role does not call. IAM's report lists what they allowed when it was made, and
 * counts refused attempts as calls.
 */
export const unusedService = defineRule({
  id: 'usage.unused-service',
  title: 'Role may use services that it does not use',
  severity: 'medium',
  about: 'role',
  slots: ownSlots,
  needs: ['usage', 'createdAt'],
  wants: ['grants'],
  whereCollected: ['usage'],
  docs: {
    why: 'What the application does not call, it does not need; an attacker in its container can call it all the same.',
    fix: 'Take the actions of these services out of the policies of the role. Where a managed policy brings them, replace it by one of your own with the actions that are used.',
    leaveIt:
      'The permission was added lately, or is for something rare: a yearly job, a recovery. IAM does not tell when a permission was added, and some services do not report their calls at all.',
    links: [
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_last-accessed.html',
      'https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetServiceLastAccessedDetails.html',
    ],
  },
  messages: {
    unused: (d: { services: readonly string[]; unusedAfterDays: number }) =>
      `The policies allow ${counted(
        d.services,
        'service',
      )} that the role has not called in ${d.unusedAfterDays} days: ${quoted(
        d.services,
      )}.`,
  },
  *check({ usage, createdAt, grants }, { now, settings }) {
    const { unusedAfterDays } = settings;
    const { idle, doubts } = idleServices(
      allowedUsage(usage, grants),
      createdAt,
      unusedAfterDays,
      now,
    );
    yield* doubts;
    if (idle.length > 0) {
      yield {
        message: 'unused',
        data: {
          services: idle.map(({ namespace }) => namespace).sort(),
          unusedAfterDays,
        },
        at: '',
      };
    }
  },
});
