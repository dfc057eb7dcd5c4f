import fc from 'fast-check';
import { printJson } from '../../advice/print/printJson';
import { grantsOf } from '../../grants/grantsOf';
import { homeOf } from '../../grants/home';
import { known } from '../../known';
import { parsePolicy } from '../../policy/parsePolicy';
import type { ProposedPolicy } from '../../policy/proposedPolicy';
import type { Policy } from '../../policy/roleDocuments';
import { covers } from '../../policy/wildcard';
import type { RoleSlot } from '../slots';
import { aNeedsInputAtRandom } from './__testUtils__/aNeedsInputAtRandom';
import type { NeedsInput } from './derivation';
import { excessOf } from './excessOf';
import { executionPermissions } from './executionPermissions';
import { instancePermissions } from './instancePermissions';
import { judgeNeeds } from './judgeNeeds';
import { minimalPolicy } from './minimalPolicy';
import type { RoleNeeds } from './permission';
import { taskPermissions } from './taskPermissions';
import { uniteNeeds } from './uniteNeeds';

type Derived = Readonly<{ slot: RoleSlot; needs: RoleNeeds }>;

const derivations = [
  ['execution', executionPermissions],
  ['task', taskPermissions],
  ['instance', instancePermissions],
] as const;

/** A role in each slot, of which one or two revisions demand something. */
const derived: fc.Arbitrary<readonly Derived[]> = fc
  .array(aNeedsInputAtRandom(), { minLength: 1, maxLength: 2 })
  .map(inputs => {
    const [{ home }] = inputs;
    const ofOneAccount = inputs.filter(
      input =>
        input.home.accountId === home.accountId &&
        input.home.partition === home.partition,
    );
    return derivations.map(([slot, derive]) => ({
      slot,
      needs: uniteNeeds(ofOneAccount.map((input: NeedsInput) => derive(input))),
    }));
  });

/** The policy as IAM would hold it: printed, and parsed again. */
function asHeld(policy: ProposedPolicy): Policy {
  return {
    id: policy.id,
    name: policy.name,
    arn: null,
    document: known(parsePolicy(printJson(policy))),
  };
}

function accountIn({ needs }: RoleNeeds) {
  const [, partition = 'aws', , , account = ''] =
    needs
      .flatMap(({ resources }) => resources)
      .map(resource => resource.split(':'))
      .find(([, , service]) => service === 'ecs' || service === 'logs') ?? [];
  return homeOf(
    account
      ? { arn: `arn:${partition}:iam::${account}:role/a`, accountId: account }
      : null,
  );
}

function missingBy(policy: ProposedPolicy, needs: RoleNeeds) {
  const judged = judgeNeeds(needs, {
    policies: [asHeld(policy)],
    boundary: null,
  });
  if (!judged.known) {
    throw new Error(judged.because);
  }
  return judged.value
    .filter(({ state }) => state !== 'held')
    .map(({ need, missing }) => ({ need, missing }));
}

/** The needs, and their actions, that only this statement of the policy holds. */
function heldByAlone(
  { statements }: ProposedPolicy,
  index: number,
  { needs }: RoleNeeds,
) {
  const holds = (
    { actions, resources, conditions }: ProposedPolicy['statements'][number],
    action: string,
    resource: string,
    context: Readonly<Record<string, string>>,
  ) =>
    actions.patterns.includes(action) &&
    (resources?.patterns ?? []).some(pattern => covers(pattern, resource)) &&
    conditions.every(({ key, values }) => values.includes(context[key]));
  return needs.flatMap(need => {
    const missing = need.actions.filter(action =>
      need.resources.some(resource => {
        const holding = statements.filter(statement =>
          holds(statement, action, resource, need.context),
        );
        return holding.length === 1 && holding[0] === statements[index];
      }),
    );
    return missing.length === 0 ? [] : [{ need, missing }];
  });
}

describe('the minimal policy', () => {
  it('leaves nothing missing', () => {
    fc.assert(
      fc.property(derived, roles => {
        for (const { needs } of roles) {
          const policy = minimalPolicy(needs, 'needed');
          expect(policy === null).toBe(needs.needs.length === 0);
          expect(policy ? missingBy(policy, needs) : []).toEqual([]);
        }
      }),
    );
  });

  it('holds nothing in excess', () => {
    fc.assert(
      fc.property(derived, roles => {
        for (const { slot, needs } of roles) {
          const policy = minimalPolicy(needs, 'needed');
          const grants = grantsOf(
            policy === null ? [] : [asHeld(policy)],
            null,
            accountIn(needs),
          );
          expect(excessOf(needs, grants, slot)).toEqual([]);
        }
      }),
    );
  });

  it('is parsed without a fault', () => {
    fc.assert(
      fc.property(derived, roles => {
        for (const { needs } of roles) {
          const policy = minimalPolicy(needs, 'needed');
          expect(policy && parsePolicy(printJson(policy)).faults).toEqual(
            policy && [],
          );
        }
      }),
    );
  });

  it('lacks exactly the needs of a statement that is taken away', () => {
    fc.assert(
      fc.property(derived, roles => {
        for (const { needs } of roles) {
          const policy = minimalPolicy(needs, 'needed');
          policy?.statements.forEach((statement, index) => {
            const without = {
              ...policy,
              statements: policy.statements.filter(each => each !== statement),
            };
            const expected = heldByAlone(policy, index, needs);
            expect(expected).not.toEqual([]);
            expect(missingBy(without, needs)).toEqual(expected);
          });
        }
      }),
    );
  });
});
