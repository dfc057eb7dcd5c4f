import { defineRule } from '../defineRule';
import { ownSlots } from '../judgedSlots';
import { quoted } from '../words';
import { canonicalService } from './admission';
import { neededPrincipal } from '../../ecs/neededPrincipal';
import { concerned } from './openings';
import { readTrust } from './readTrust';

/**
 * Beside the service that the slot needs, another one may assume the role. A role that names only the wrong one is
 * `trust.wrong-principal`. The gateway slot is left out: AWS does not document who assumes its role.
 */
export const extraService = defineRule({
  id: 'trust.extra-service',
  title: 'Another service can assume the role too',
  severity: 'medium',
  about: 'role',
  slots: ownSlots.filter(slot => slot !== 'gateway'),
  needs: ['trust'],
  wants: ['compute'],
  docs: {
    why: 'Whoever may pass this role to the other service (`iam:PassRole`) gets its permissions there: in a function of their own, on an instance that they can log in to. The role was made for a container, and nobody looks for it elsewhere.',
    fix: 'Leave in the trust policy the service that ECS needs, and give the other service a role of its own with what it needs.',
    leaveIt:
      'The same program runs in both services with the same permissions, and whoever may pass the role may change that program anyway.',
    links: [
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html',
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security-iam-roles.html',
    ],
  },
  messages: {
    extra: (d: { services: readonly string[]; needed: readonly string[] }) =>
      `Beside ${quoted(d.needed)}, which the role is for, ${quoted(
        d.services,
      )} can assume it.`,
  },
  *check({ trust, compute }, { role, slot }) {
    const { openings, doubts } = readTrust(trust, role);
    yield* doubts;
    const needed = neededPrincipal(slot, compute)?.services ?? [];
    const services = openings
      .filter(({ actions }) => actions.includes('sts:AssumeRole'))
      .map(opening => ({
        at: opening.at,
        named: concerned(opening, ({ type }) => type === 'Service'),
      }));
    const trusted = services.flatMap(({ named }) =>
      (named?.principals ?? []).map(({ value }) => canonicalService(value)),
    );
    const inUse = needed.filter(service => trusted.includes(service));
    if (inUse.length === 0) {
      return;
    }
    for (const { at, named } of services) {
      const extra = (named?.principals ?? [])
        .map(({ value }) => value)
        .filter(value => !needed.includes(canonicalService(value)));
      if (extra.length > 0) {
        yield {
          message: 'extra',
          data: { services: [...new Set(extra)], needed: inUse },
          at,
          ...(named?.mitigatedBy ? { mitigatedBy: named.mitigatedBy } : {}),
        };
      }
    }
  },
});
