import { defineRule } from '../defineRule';
import { ownSlots } from '../judgedSlots';
import { counted, quoted } from '../words';
import { allowedUsage } from './allowedUsage';
import { idleDays, REMEMBERED_DAYS } from './idle';
import { idleServices } from './idleServices';

const YEAR = 365;

/**
 * Services that the role has not called for more than a year: even what is done once a year has been done since. What
 * lies further back than IAM remembers is "at least 400 days" ago.
 */
export const longUnused = defineRule({
  id: 'usage.long-unused',
  title: 'Role has not used services for more than a year',
  severity: 'medium',
  about: 'role',
  slots: ownSlots,
  needs: ['usage', 'createdAt'],
  wants: ['grants'],
  whereCollected: ['usage'],
  docs: {
    why: 'A whole year has passed, with its yearly jobs and its worst days, and the role did without these services. Their permissions serve nobody but an attacker in the container.',
    fix: 'Take the actions of these services out of the policies of the role.',
    leaveIt:
      'The permission was added within the year; IAM does not tell when. Or it is for a recovery that has luckily never been needed.',
    links: [
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_last-accessed.html',
      'https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetServiceLastAccessedDetails.html',
    ],
  },
  messages: {
    overAYear: (d: { services: readonly string[]; days: number }) =>
      `In more than ${d.days} days, the role has not called ${counted(
        d.services,
        'service',
      )} that its policies allow: ${quoted(d.services)}.`,
    asLongAsKnown: (d: { services: readonly string[]; days: number }) =>
      `In at least ${
        d.days
      } days, as long as IAM remembers, the role has not called ${counted(
        d.services,
        'service',
      )} that its policies allow: ${quoted(d.services)}.`,
  },
  *check({ usage, createdAt, grants }, { now }) {
    const { idle, doubts } = idleServices(
      allowedUsage(usage, grants),
      createdAt,
      YEAR,
      now,
    );
    yield* doubts;
    const isBeyond = (lastUse: string | null) => {
      const days = idleDays(lastUse, createdAt, now);
      return typeof days === 'number' && days >= REMEMBERED_DAYS;
    };
    const beyond = idle.filter(each => isBeyond(each.lastAuthenticated));
    const rest = idle.filter(each => !isBeyond(each.lastAuthenticated));
    if (rest.length > 0) {
      yield {
        message: 'overAYear',
        data: { services: namesOf(rest), days: YEAR },
        at: '',
      };
    }
    if (beyond.length > 0) {
      yield {
        message: 'asLongAsKnown',
        data: { services: namesOf(beyond), days: REMEMBERED_DAYS },
        at: '',
      };
    }
  },
});

function namesOf(
  services: readonly Readonly<{ namespace: string }>[],
): string[] {
  return services.map(({ namespace }) => namespace).sort();
}
