import { defineRule } from '../defineRule';
import { ownSlots } from '../judgedSlots';
import { quoted } from '../words';
import { isBounded } from './federation';
import { concerned } from './openings';
import { readTrust } from './readTrust';

/** Everyone whom an identity provider knows may assume the role. */
export const federatedUnbounded = defineRule({
  id: 'trust.federated-unbounded',
  title: 'Everyone of an identity provider can assume the role',
  severity: 'high',
  about: 'role',
  slots: ownSlots,
  needs: ['trust'],
  docs: {
    why: 'An identity provider vouches for who somebody is, not that they are one of yours. Without a condition on the token, each of its users can assume the role; where the provider is shared (GitHub, GitLab, Terraform Cloud), these are the users of everybody.',
    fix: 'Add a condition on the claims of the token: `<provider>:sub` for a shared provider, such as `repo:octo-org/octo-repo:*` for GitHub, and `<provider>:aud` or `SAML:aud` for one of your own.',
    leaveIt:
      'The provider is your own, all who can sign in there may have the permissions of the role, and no other application takes its tokens.',
    links: [
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_oidc_secure-by-default.html',
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_oidc.html',
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_saml.html',
    ],
  },
  messages: {
    unbounded: (d: { principals: readonly string[] }) =>
      `${quoted(
        d.principals,
      )} can vouch for anyone it knows: no condition on the token says for whom the role is.`,
  },
  *check({ trust }, { role }) {
    const { openings, doubts } = readTrust(trust, role);
    yield* doubts;
    for (const opening of openings) {
      const federated = concerned(
        opening,
        ({ type, value }) =>
          type === 'Federated' && !isBounded(value, opening.conditions),
      );
      if (federated && opening.actions.some(isFederated)) {
        const { principals, ...standing } = federated;
        yield {
          message: 'unbounded',
          data: { principals: principals.map(({ value }) => value) },
          at: opening.at,
          ...standing,
        };
      }
    }
  },
});

function isFederated(action: string): boolean {
  return action !== 'sts:AssumeRole';
}
