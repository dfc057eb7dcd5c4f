import { defineRule } from '../defineRule';
import { ownSlots } from '../judgedSlots';
import { quoted } from '../words';
import { concerned } from './openings';
import { isAnyone } from './principals';
import { readTrust } from './readTrust';
import { trustStrength } from './trustConditions';

/**
 * Everyone in every account may assume the role under a condition. A Deny statement that is about everyone counts as
 * the condition that it puts on all.
 */
export const anyPrincipalConditioned = defineRule({
  id: 'trust.any-principal-conditioned',
  title: 'Only a condition keeps everyone from the role',
  severity: 'medium',
  about: 'role',
  slots: ownSlots,
  needs: ['trust'],
  docs: {
    why: 'The statement names every AWS account of the world, and all depends on its condition. One key that a stranger can satisfy, or one edit that drops it, opens the role to everybody.',
    fix: 'Name the principals in `Principal`. Keep the condition beside them.',
    leaveIt:
      'The condition names the own organization (`aws:PrincipalOrgID`) because its accounts are too many to be listed, and the role is meant for all of them.',
    links: [
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html',
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html',
    ],
  },
  messages: {
    bounded: (d: { principals: readonly string[]; keys: readonly string[] }) =>
      `The principal ${quoted(
        d.principals,
      )} stands for everyone in every account. What keeps strangers out is the condition on ${quoted(
        d.keys,
      )} alone.`,
    open: (d: { principals: readonly string[]; keys: readonly string[] }) =>
      `The principal ${quoted(
        d.principals,
      )} stands for everyone in every account, and a stranger can meet the condition on ${quoted(
        d.keys,
      )}.`,
  },
  *check({ trust }, { role }) {
    const { openings, doubts } = readTrust(trust, role);
    yield* doubts;
    for (const opening of openings) {
      const { at, conditions } = opening;
      const anyone = concerned(opening, isAnyone);
      if (anyone && conditions.length > 0) {
        const { principals, ...standing } = anyone;
        const isBounded = trustStrength(conditions, null) === 'scoping';
        yield {
          message: isBounded ? 'bounded' : 'open',
          severity: isBounded ? 'medium' : 'high',
          data: {
            principals: principals.map(({ value }) => value),
            keys: [...new Set(conditions.map(({ key }) => key))],
          },
          at,
          ...standing,
        };
      }
    }
  },
});
