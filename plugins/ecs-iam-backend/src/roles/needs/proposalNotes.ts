import { judgeNeeds, printJson } from '@ecs-iam/iam-analysis';
import type { Known, Policy, ProposedPolicy } from '@ecs-iam/iam-analysis';
import { asPolicy } from './policiesOfToday';
import type { ProposalInput } from './slotProposal';

/**
 * What a proposal does not know or cannot do, each in a sentence.
 *
 * @param made - what was made: whether it takes the place of all that the role has, what is new, what the role has today
 *   and would have then
 */
export function proposalNotes(
  input: ProposalInput,
  made: Readonly<{
    isWhole: boolean;
    policy: ProposedPolicy | null;
    today: Known<readonly ProposedPolicy[]>;
    trusted: Known<readonly ProposedPolicy[]>;
    after: readonly ProposedPolicy[];
  }>,
): string[] {
  const { isWhole, policy, today, trusted, after } = made;
  return [
    ...notesOnSlot(input, isWhole),
    ...(policy ? lengthNotes(policy) : []),
    ...unread('policies', today),
    ...unread('trust policy', trusted),
    ...unresolvedNotes(input),
    ...(today.known ? leftNotes(input, after) : []),
  ];
}

function notesOnSlot(
  { slot, otherSlots, judged }: ProposalInput,
  isWhole: boolean,
): string[] {
  const others = otherSlots.map(each => `${each} role`).join(', ');
  if (isWhole) {
    return others === ''
      ? []
      : [
          `The role is the ${others} too: the policy holds what it needs there.`,
        ];
  }
  return [
    others === ''
      ? 'What the application calls, ECS cannot tell: nothing that the role holds is taken away.'
      : `The role is the ${others} too, so that nothing that it holds is taken away. With a role of its own as ${slot} role, it could hold less.`,
    ...(judged.known
      ? []
      : [
          `What is missing is not known, so nothing is added: ${judged.because}.`,
        ]),
  ];
}

/**
 * What the policies that are written into a role may have together. White space does not count.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
 */
const MOST_CHARACTERS = 10_240;

function lengthNotes(policy: ProposedPolicy): string[] {
  const { length } = JSON.stringify(JSON.parse(printJson(policy)));
  return length <= MOST_CHARACTERS
    ? []
    : [
        `The policy has ${length} characters, and IAM takes ${MOST_CHARACTERS} in the inline policies of a role: divide it into managed policies of at most 6144 characters, or give services roles of their own.`,
      ];
}

function unread(what: string, fact: Known<unknown>): string[] {
  return fact.known
    ? []
    : [
        `The ${what} of today could not be read, so what changes is not shown: ${fact.because}.`,
      ];
}

function unresolvedNotes({ needs }: ProposalInput): string[] {
  const notes = [...needs.values()].flatMap(({ unresolved }) =>
    unresolved.map(
      ({ certain, phrase, why }) =>
        `Not in the policy${
          certain ? '' : ', and perhaps not needed,'
        } is what it takes when the role ${phrase}: ${why}.`,
    ),
  );
  return [...new Set(notes)];
}

// A Deny, or the boundary, takes away what no further policy can give. All else is in the proposal, which is made of the
// needs: so a role that holds everything else stands for it, and thousands of needs are not compared with thousands of
// resources.
function leftNotes(
  { needs, slot, facts }: ProposalInput,
  after: readonly ProposedPolicy[],
): string[] {
  const needed = needs.get(slot);
  const { boundary } = facts;
  if (!needed || !boundary?.known) {
    return [];
  }
  const judged = judgeNeeds(needed, {
    policies: [asPolicy(everything), ...after.flatMap(denials)],
    boundary: boundary.value,
  });
  return (judged.known ? judged.value : [])
    .filter(({ state }) => state === 'missing')
    .map(
      ({ need, denied }) =>
        `It is not enough where the role ${need.phrase}: ${
          denied
            ? 'a Deny takes that away'
            : 'the permissions boundary lacks it'
        }.`,
    );
}

const everything: ProposedPolicy = {
  id: 'inline:everything',
  replaces: null,
  name: 'everything',
  kind: 'identity',
  statements: [
    {
      sid: null,
      effect: 'Allow',
      actions: { kind: 'only', patterns: ['*'] },
      resources: { kind: 'only', patterns: ['*'] },
      principals: null,
      conditions: [],
      at: '/Statement/0',
    },
  ],
};

function denials(policy: ProposedPolicy): readonly Policy[] {
  const statements = policy.statements.filter(
    ({ effect }) => effect === 'Deny',
  );
  return statements.length > 0 ? [asPolicy({ ...policy, statements })] : [];
}
