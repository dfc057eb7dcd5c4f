import type { LastAccessed, ServiceLastAccessed } from '../../ecs/lastAccessed';
import type { Doubt } from '../defineRule';
import { idleDays } from './idle';

/** Services of a report that the role has not called for long, by name, and those whose dates cannot be read. */
export type IdleServices = Readonly<{
  idle: readonly ServiceLastAccessed[];
  inUse: readonly ServiceLastAccessed[];
  doubts: readonly Doubt[];
}>;

/**
 * @param usage - the report
 * @param createdAt - of the role: one that is younger than `days` has had no time to use anything
 * @param days - a service that was not called for longer is idle
 */
export function idleServices(
  usage: LastAccessed,
  createdAt: string,
  days: number,
  now: Date,
): IdleServices {
  const idle: ServiceLastAccessed[] = [];
  const inUse: ServiceLastAccessed[] = [];
  const doubts: Doubt[] = [];
  for (const service of usage.services) {
    const since = idleDays(service.lastAuthenticated, createdAt, now);
    if (typeof since !== 'number') {
      doubts.push({ undecided: since });
    } else {
      (since > days ? idle : inUse).push(service);
    }
  }
  return { idle, inUse, doubts };
}
