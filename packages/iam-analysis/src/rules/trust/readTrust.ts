import { unknown } from '../../known';
import type { Policy } from '../../policy/roleDocuments';
import type { Doubt, RuleContext } from '../defineRule';
import { openingsOf, type Opening } from './openings';

/** What a rule about who may assume a role works on. */
export type Trust = Readonly<{
  openings: readonly Opening[];
  /** Of the role. */
  accountId: string;
  /** What could not be read, and so may hold a finding. */
  doubts: readonly Doubt[];
}>;

/**
 * @param trust - the trust policy
 * @param role - of which it is: its account tells who is a stranger
 */
export function readTrust(trust: Policy, role: RuleContext['role']): Trust {
  if (!trust.document.known) {
    return nothing(trust.document);
  }
  if (!role?.accountId) {
    return nothing(unknown('the account of the role is not known'));
  }
  const document = trust.document.value;
  const isWhole = document.unread.length === 0;
  return {
    openings: openingsOf(document),
    accountId: role.accountId,
    doubts: isWhole ? [] : [PARTLY],
  };
}

const PARTLY: Doubt = {
  undecided: unknown('a part of the trust policy cannot be read'),
};

function nothing(undecided: Doubt['undecided']): Trust {
  return { openings: [], accountId: '', doubts: [{ undecided }] };
}
