import { actionsIn } from '../catalogue/actionSet';
import { actionName } from '../catalogue/catalogue';
import { baselinePolicies } from '../ecs/baselinePolicies';
import { grantsOf } from '../grants/grantsOf';
import type { RoleGrants } from '../grants/grant';
import { homeOf } from '../grants/home';
import { scopeOf } from '../grants/scopeOf';
import { known } from '../known';
import { parsePolicy } from '../policy/parsePolicy';
import type { PolicyKind } from '../policy/parseStatement';
import type { Policy } from '../policy/roleDocuments';
import { ACCOUNT, roleArn } from '../testUtils/names';

type Patterns = string | readonly string[];
type Not = Readonly<{ not: Patterns }>;
type Json = Readonly<Record<string, unknown>>;

/** An Allow statement as it stands in a policy; `{ not: ... }` for `NotAction` and `NotResource`. */
export function allow(
  action: Patterns | Not,
  resource: Patterns | Not = '*',
  condition?: Json,
): Json {
  return statement('Allow', action, resource, condition);
}

/** A Deny statement; see {@link allow}. */
export function deny(
  action: Patterns | Not,
  resource: Patterns | Not = '*',
  condition?: Json,
): Json {
  return statement('Deny', action, resource, condition);
}

/** What a role holds by one inline policy `app`; with a boundary of the other statements when there are any. */
export function held(
  statements: readonly Json[],
  boundary?: readonly Json[],
): { grants: RoleGrants } {
  const bound = boundary && policy('boundary:arn', documentOf(boundary));
  return heldBy([policy('inline:app', documentOf(statements))], bound);
}

/** What a role holds by several policies. */
export function heldBy(
  policies: readonly Policy[],
  boundary: Policy | null = null,
): { grants: RoleGrants } {
  return {
    grants: grantsOf(
      policies,
      boundary,
      homeOf({ arn: roleArn('checkout-task'), accountId: ACCOUNT }),
    ),
  };
}

/** The known actions that a statement allows on something, by name: each is looked at. */
export function actionsAllowedBy(allowing: Json): string[] {
  const [grant] = held([allowing]).grants.grants;
  return [...actionsIn(grant.known)]
    .filter(action => scopeOf(grant, action) !== 'none')
    .map(actionName);
}

/** What an instance role holds by the AWS managed policies of these names, and by the statements of a policy `app`. */
export function heldByHost(
  names: readonly string[],
  statements: readonly Json[] = [],
): { grants: RoleGrants } {
  return heldBy([
    ...baselinePolicies('instance')
      .filter(({ name }) => names.includes(name))
      .map(({ name, document }) =>
        policy(`managed:${name}`, JSON.stringify(document)),
      ),
    policy('inline:app', documentOf(statements)),
  ]);
}

/** The context of a case about the role `ecsInstanceRole`. */
export const ofInstanceRole = {
  role: {
    arn: roleArn('ecsInstanceRole'),
    accountId: ACCOUNT,
    name: 'ecsInstanceRole',
  },
};

/** A managed policy of these statements. */
export function managed(arn: string, statements: readonly Json[] = []): Policy {
  return {
    ...policy(`managed:${arn}`, documentOf(statements)),
    name: arn.slice(arn.lastIndexOf('/') + 1),
    arn,
  };
}

/** A trust policy of these statements. */
export function trusting(...statements: readonly Json[]): { trust: Policy } {
  return { trust: policy('trust', documentOf(statements), 'trust') };
}

/** A statement of a trust policy that lets these principals assume the role. */
export function trust(principal: unknown, rest: Json = {}): Json {
  return {
    Effect: 'Allow',
    Principal: principal,
    Action: 'sts:AssumeRole',
    ...rest,
  };
}

/** A policy with its document parsed. Its name is the id without its kind. */
export function policy(
  id: string,
  text: string,
  kind: PolicyKind = 'identity',
): Policy {
  return {
    id,
    name: id.slice(id.indexOf(':') + 1),
    arn: null,
    document: known(parsePolicy(text, kind)),
  };
}

/** The text of a document of these statements. */
export function documentOf(statements: readonly unknown[]): string {
  return JSON.stringify({ Version: '2012-10-17', Statement: statements });
}

function statement(
  Effect: 'Allow' | 'Deny',
  action: Patterns | Not,
  resource: Patterns | Not,
  condition: Json | undefined,
): Json {
  return {
    Effect,
    ...(isNot(action) ? { NotAction: action.not } : { Action: action }),
    ...(isNot(resource)
      ? { NotResource: resource.not }
      : { Resource: resource }),
    ...(condition ? { Condition: condition } : {}),
  };
}

function isNot(value: Patterns | Not): value is Not {
  return typeof value === 'object' && 'not' in value;
}
