import { intersect, uniteAll } from '../../catalogue/actionSet';
import { writingActions } from '../../catalogue/categories/writing';
import { expandAction } from '../../catalogue/expandAction';
import type { Grant } from '../../grants/grant';
import { mitigationOf } from '../../grants/mitigationOf';
import { actionsOn } from '../../grants/reachableActions';
import { defineRule } from '../defineRule';
import { ownSlots } from '../judgedSlots';
import { listed, quoted } from '../words';
import { isWrittenByAws } from './awsManaged';

/**
 * An action that writes, on the ARN of an account that is neither the role's own nor a known one. The account has to be
 * written out: a wildcard there is no statement about an account, and those that AWS writes in its own policies are its own. About where the role reaches out of its account, so also
 * of an administrator of it.
 */
export const crossAccountWrite = defineRule({
  id: 'iam.cross-account-write',
  title: 'Role may write in an account that is not known',
  severity: 'medium',
  about: 'role',
  slots: ownSlots,
  needs: ['grants'],
  docs: {
    why: 'What the task writes there is in the hands of somebody else: data leaves the account, or a role over there is assumed and acts with its own permissions. The number of an account also outlives the reason for which it was written down.',
    fix: 'Find out whose account it is. If it is one of yours, or of a partner, add it to the known accounts of the configuration (`knownAccounts`); else take the ARN out.',
    leaveIt:
      'The other account belongs to a vendor whose service the application uses, and the resource there admits this role only.',
    links: [
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic-cross-account.html',
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html',
    ],
  },
  messages: {
    writes: (d: {
      accounts: readonly string[];
      actions: readonly string[];
      resources: readonly string[];
    }) =>
      `The role may write in an account that is not known, ${listed(
        d.accounts,
      )}: ${quoted(d.actions)} on ${quoted(d.resources)}.`,
  },
  *check({ grants: role }, { settings }) {
    const { accountId } = role.home;
    // Of a role whose account is not known, nobody can say what is foreign to it.
    if (accountId === '*') {
      return;
    }
    const own = new Set([accountId, ...settings.knownAccounts]);
    for (const grant of role.grants) {
      const foreign = foreignWrites(grant, own);
      if (foreign !== null) {
        const { accounts, actions, resources, writing } = foreign;
        const mitigatedBy = mitigationOf(role, grant, writing);
        yield {
          message: 'writes',
          data: { accounts, actions, resources },
          at: grant.at,
          ...(mitigatedBy ? { mitigatedBy } : {}),
        };
      }
    }
  },
});

function foreignWrites(grant: Grant, own: ReadonlySet<string>) {
  if (grant.resources.kind === 'all-but' || isWrittenByAws(grant.at)) {
    return null;
  }
  const found = grant.patterns.flatMap(pattern => {
    const account = pattern.text.split(':', 5)[4] ?? '';
    if (!/^\d{12}$/.test(account) || own.has(account)) {
      return [];
    }
    const writing = intersect(
      intersect(grant.known, actionsOn(pattern)),
      writingActions(),
    );
    return writing.length > 0 ? [{ pattern, account, writing }] : [];
  });
  const writing = uniteAll(found.map(each => each.writing));
  return found.length === 0
    ? null
    : {
        writing,
        accounts: [...new Set(found.map(({ account }) => account))].sort(),
        actions: writtenFor(grant, writing),
        resources: found.map(({ pattern }) => pattern.text),
      };
}

// As they stand in the policy: `*` on a role of another account would be a long list.
function writtenFor(
  { actions }: Grant,
  writing: readonly number[],
): readonly string[] {
  return actions.kind === 'all-but'
    ? actions.patterns.map(pattern => `all but ${pattern}`)
    : actions.patterns.filter(
        pattern => intersect(expandAction(pattern), writing).length > 0,
      );
}
