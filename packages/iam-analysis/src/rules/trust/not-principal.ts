import { defineRule } from '../defineRule';
import { ownSlots } from '../judgedSlots';
import { lower } from '../lower';
import { quoted } from '../words';
import { readTrust } from './readTrust';
import { trustStrength } from './trustConditions';

/** Allow with `NotPrincipal`: everyone but those named. */
export const notPrincipal = defineRule({
  id: 'trust.not-principal',
  title: 'Trust policy names who may not assume the role',
  severity: 'high',
  about: 'role',
  slots: ownSlots,
  needs: ['trust'],
  docs: {
    why: '`NotPrincipal` in an Allow statement lets in everyone who is not in its list: every other account of the world. The list reads like a restriction and is the opposite of one.',
    fix: 'Write `Principal` with those who are to assume the role. To keep somebody out, add a Deny statement that names them.',
    leaveIt:
      'A condition beside it bounds the callers, such as `aws:PrincipalOrgID`, and the statement is about to be rewritten.',
    links: [
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html',
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html',
    ],
  },
  messages: {
    allBut: (d: { principals: readonly string[] }) =>
      `\`NotPrincipal\` lets in everyone in every account but ${quoted(
        d.principals,
      )}.`,
  },
  *check({ trust }, { role }) {
    const { openings, doubts } = readTrust(trust, role);
    yield* doubts;
    for (const { at, principals, conditions } of openings) {
      if (principals.kind === 'all-but') {
        const strength = trustStrength(conditions, null);
        yield {
          message: 'allBut',
          data: { principals: principals.principals.map(({ value }) => value) },
          at,
          ...(strength === 'weak' ? { severity: lower('high') } : {}),
          ...(strength === 'scoping' ? { mitigatedBy: 'condition' } : {}),
        };
      }
    }
  },
});
