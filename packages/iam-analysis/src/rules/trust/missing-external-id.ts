import { defineRule } from '../defineRule';
import { ownSlots } from '../judgedSlots';
import { quoted } from '../words';
import { accountsOf, foreignIn } from './foreign';
import { accountPrincipal } from './principals';
import { readTrust } from './readTrust';
import {
  asksForExternalId,
  asksForMfa,
  namesOrganization,
} from './trustConditions';

/**
 * Another account may assume the role with neither an external id nor a second factor. A single role or user of the own
 * organization needs none: nobody else can make it act.
 */
export const missingExternalId = defineRule({
  id: 'trust.missing-external-id',
  title: 'Another account assumes the role without an external id',
  severity: 'medium',
  about: 'role',
  slots: ownSlots,
  needs: ['trust'],
  docs: {
    why: 'A company that acts in the accounts of many customers can be made to act here by another customer, who enters the ARN of this role as their own. An external id, which that company gives each customer, makes it tell them apart; for people, a second factor does.',
    fix: 'Add `"Condition": { "StringEquals": { "sts:ExternalId": "..." } }` with the id that the other side gave you. For people, ask for `aws:MultiFactorAuthPresent`.',
    leaveIt:
      'The other account is your own: then put it into the setting `knownAccounts`. An external id is for third parties.',
    links: [
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_common-scenarios_third-party.html',
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html',
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa_configure-api-require.html',
    ],
  },
  messages: {
    noExternalId: (d: {
      accounts: readonly string[];
      principals: readonly string[];
    }) =>
      `${quoted(
        d.principals,
      )} of another account can assume the role, and neither an external id nor a second factor is asked for.`,
  },
  *check({ trust }, { role, settings }) {
    const { openings, accountId, doubts } = readTrust(trust, role);
    yield* doubts;
    for (const opening of openings) {
      const { at, conditions } = opening;
      const foreign = foreignIn(opening, [
        accountId,
        ...settings.knownAccounts,
      ]);
      if (
        foreign === null ||
        asksForExternalId(conditions) ||
        asksForMfa(conditions)
      ) {
        continue;
      }
      const isOrganization = namesOrganization(conditions);
      const { mitigatedBy } = foreign;
      const open = foreign.principals.filter(
        principal => !isOrganization || accountPrincipal(principal)?.isWhole,
      );
      if (open.length > 0) {
        yield {
          message: 'noExternalId',
          data: {
            principals: open.map(({ value }) => value),
            accounts: accountsOf(open),
          },
          at,
          ...(mitigatedBy ? { mitigatedBy } : {}),
        };
      }
    }
  },
});
