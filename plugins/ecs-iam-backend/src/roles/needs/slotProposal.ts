import { known, minimalPolicy, uniteNeeds } from '@ecs-iam/iam-analysis';
import type {
  EvidenceInput,
  JudgedNeed,
  Known,
  Policy,
  ProposedPolicy,
  RoleNeeds,
} from '@ecs-iam/iam-analysis';
import type { RoleSlot, SlotProposal } from '@ecs-iam/plugin-ecs-iam-common';
import { policiesOfToday } from './policiesOfToday';
import { presentDiff } from './presentDiff';
import { printedPolicy } from './printedPolicy';
import { proposalNotes } from './proposalNotes';

/** What a proposal for a slot of a role is made of. */
export type ProposalInput = Readonly<{
  roleName: string;
  slot: RoleSlot;
  /** What the role needs in each of its slots of which that is known. */
  needs: ReadonlyMap<RoleSlot, RoleNeeds>;
  /** Other slots in which the role is used. */
  otherSlots: readonly RoleSlot[];
  /** How the role stands to its needs in the slot. */
  judged: Known<readonly JudgedNeed[]>;
  facts: Pick<EvidenceInput['facts'], 'policies' | 'boundary' | 'trust'>;
  /** What the role needs to be assumed in all of its slots. */
  trust: ProposedPolicy;
}>;

/**
 * The smallest policy that does what ECS demands, and the way to it. Where nobody else says what a role is for, it takes
 * the place of all that the role has; else it is added to that, with what is missing alone.
 */
export function slotProposal(input: ProposalInput): SlotProposal {
  const { roleName, facts, trust } = input;
  const today = policiesOfToday(facts.policies ?? notRead);
  const before = today.known ? today.value : [];
  const isWhole = isOnlyForEcs(input);
  const policy = isWhole
    ? wholePolicy(input, before)
    : addedPolicy(input, before);
  const added = policy === null ? [] : [policy];
  const after = isWhole ? added : [...before, ...added];
  const trusted = trustOfToday(facts.trust);
  return {
    permissions: policy && printedPolicy(policy, roleName),
    trust: printedPolicy(trust, roleName),
    diff: [
      ...(today.known ? presentDiff(before, after) : []),
      ...(trusted.known ? presentDiff(trusted.value, [trust]) : []),
    ],
    notes: proposalNotes(input, { isWhole, policy, today, trusted, after }),
  };
}

const notRead = { known: false, because: 'it was not read' } as const;

function isOnlyForEcs({ needs, otherSlots }: ProposalInput): boolean {
  return (
    [...needs.values()].every(({ closed }) => closed) &&
    otherSlots.every(slot => needs.has(slot))
  );
}

// A policy of today that keeps its name is seen to change; with several, none of them is the one.
function wholePolicy(
  { needs, slot }: ProposalInput,
  before: readonly ProposedPolicy[],
): ProposedPolicy | null {
  const [first, second] = before.filter(({ id }) => id.startsWith('inline:'));
  const name = first && !second ? first.name : `ecs-${slot}`;
  return minimalPolicy(uniteNeeds([...needs.values()]), name);
}

function addedPolicy(
  { judged, slot }: ProposalInput,
  before: readonly ProposedPolicy[],
): ProposedPolicy | null {
  const missing = (judged.known ? judged.value : [])
    .filter(({ state }) => state === 'missing')
    .map(({ need }) => need);
  const taken = new Set(before.map(({ id }) => id));
  const names = [`ecs-${slot}`, `ecs-${slot}-needs`];
  const name = names.find(each => !taken.has(`inline:${each}`));
  return minimalPolicy({ needs: missing }, name ?? `ecs-${slot}-added`);
}

function trustOfToday(
  trust: Known<Policy> | undefined,
): Known<readonly ProposedPolicy[]> {
  if (!trust) {
    return notRead;
  }
  return policiesOfToday(trust.known ? known([trust.value]) : trust);
}
