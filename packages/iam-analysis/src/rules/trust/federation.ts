import type { Condition } from '../../policy/types';
import { isPositive } from './trustConditions';

/** Providers that many customers share, and the claims that tell one customer from another. */
type Shared = Readonly<{
  issuer: RegExp;
  /** Beside `sub`. */
  claims: readonly string[];
}>;

/**
 * Everybody can have a token of these with the audience that AWS expects, so `aud` alone bounds nothing.
 * Sources: https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_oidc_secure-by-default.html,
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_awssecuritytokenservice.html
 */
const SHARED: readonly Shared[] = [
  {
    issuer: /^(vs)?token\.actions\.githubusercontent\.com$/,
    claims: [
      'repository',
      'repository_id',
      'repository_owner_id',
      'enterprise_id',
      'job_workflow_ref',
    ],
  },
  { issuer: /^gitlab\.com$/, claims: ['namespace_id', 'project_id'] },
  {
    issuer: /^agent\.buildkite\.com$/,
    claims: [
      'organization_id',
      'organization_slug',
      'pipeline_id',
      'pipeline_slug',
    ],
  },
  { issuer: /^app\.terraform\.io$/, claims: [] },
  { issuer: /^oidc\.codefresh\.io$/, claims: [] },
];

/**
 * Whether the conditions of a statement say for whom of an identity provider it is.
 *
 * @param provider - as in `Principal.Federated`: an ARN, or a name such as `cognito-identity.amazonaws.com`
 */
export function isBounded(
  provider: string,
  conditions: readonly Condition[],
): boolean {
  const issuer = provider.replace(/^.*:oidc-provider\//, '').toLowerCase();
  const shared = SHARED.find(each => each.issuer.test(issuer));
  const claims = shared ? ['sub', ...shared.claims] : PRIVATE;
  return conditions.some(condition => {
    const claim = claimOf(condition.key);
    return (
      claims.includes(claim) &&
      condition.set !== 'ForAllValues' &&
      isPositive(condition) &&
      condition.operator.toLowerCase() !== 'null' &&
      condition.values.every(value =>
        shared && claim === 'sub' ? namesOwner(value) : !/^[*?]+$/.test(value),
      )
    );
  });
}

// What Amazon, Facebook and Google call the audience.
const PRIVATE = ['aud', 'sub', 'app_id', 'oaud'];

function claimOf(key: string): string {
  return key.slice(key.lastIndexOf(':') + 1).toLowerCase();
}

/**
 * `repo:octo-org/*` names an owner; `repo:*` and `repo:octo*` do not, and `ref:refs/heads/main` is a branch of anybody.
 */
function namesOwner(subject: string): boolean {
  return /^(?!(ref|environment|workflow|context|event_name|actor):)[^:*?]+:[^:/*?]+([:/]|$)/i.test(
    subject,
  );
}
