import { defineRule } from '../defineRule';
import { ownSlots } from '../judgedSlots';
import { quoted } from '../words';
import { accountsOf, foreignIn } from './foreign';
import { readTrust } from './readTrust';
import { namesOrganization } from './trustConditions';

/** Principals of accounts that are neither the own one nor among `knownAccounts` of the settings. */
export const crossAccount = defineRule({
  id: 'trust.cross-account',
  title: 'Another account can assume the role',
  severity: 'medium',
  about: 'role',
  slots: ownSlots,
  needs: ['trust'],
  docs: {
    why: 'Who gets into the other account gets into this role, and the own account neither sees nor decides who that is. A role of tasks is for ECS; people and pipelines that need the same permissions are better served by a role of their own.',
    fix: 'Take the account out of the trust policy, or give its people a role of their own. Accounts of your own company belong into the setting `knownAccounts`.',
    leaveIt:
      'The other account runs a service that was bought and is meant to act here, and the role holds no more than that service needs.',
    links: [
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_common-scenarios_third-party.html',
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-concepts.html',
    ],
  },
  messages: {
    foreign: (d: {
      accounts: readonly string[];
      principals: readonly string[];
    }) =>
      `${quoted(d.principals)} can assume the role: ${accounts(
        d.accounts,
      )} not among your own.`,
    inOrganization: (d: {
      accounts: readonly string[];
      principals: readonly string[];
    }) =>
      `${quoted(
        d.principals,
      )} can assume the role as a member of the organization that the condition names: ${accounts(
        d.accounts,
      )} not among your own.`,
  },
  *check({ trust }, { role, settings }) {
    const { openings, accountId, doubts } = readTrust(trust, role);
    yield* doubts;
    for (const opening of openings) {
      const foreign = foreignIn(opening, [
        accountId,
        ...settings.knownAccounts,
      ]);
      if (foreign) {
        const { principals, mitigatedBy } = foreign;
        const data = {
          principals: principals.map(({ value }) => value),
          accounts: accountsOf(principals),
        };
        const standing = mitigatedBy ? { mitigatedBy } : {};
        yield namesOrganization(opening.conditions)
          ? {
              message: 'inOrganization',
              severity: 'info',
              data,
              at: opening.at,
              ...standing,
            }
          : { message: 'foreign', data, at: opening.at, ...standing };
      }
    }
  },
});

function accounts(ids: readonly string[]): string {
  return ids.length === 1
    ? `account ${ids[0]} is`
    : `accounts ${quoted(ids)} are`;
}
