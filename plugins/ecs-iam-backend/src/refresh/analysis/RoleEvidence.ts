import { parseRoleArn, roleFacts } from '@ecs-iam/iam-analysis';
import type {
  EvidenceInput,
  Role,
  RoleSlot,
  Undecided,
  Unknown,
} from '@ecs-iam/iam-analysis';
import type { Gap } from '@ecs-iam/plugin-ecs-iam-node';
import type { Verdict } from '../../inventory/Inventory';
import type { Judge } from './judge';
import { notRead } from './serviceContexts';

/** What is known of the roles of a target. Documents are parsed once, however many services use the role. */
export class RoleEvidence {
  readonly #roles: ReadonlyMap<string, Role>;
  readonly #unread: Unknown;
  readonly #facts = new Map<string, EvidenceInput['facts']>();

  private constructor(roles: ReadonlyMap<string, Role>, unread: Unknown) {
    this.#roles = roles;
    this.#unread = unread;
  }

  static create(roles: readonly Role[], gaps: readonly Gap[]): RoleEvidence {
    return new RoleEvidence(
      new Map(roles.map(role => [role.arn, role])),
      notRead(
        gaps.find(gap => gap.leavesIncomplete.includes('role')),
        'iam:GetRole',
      ),
    );
  }

  /** @returns the facts of a role; of one that was not read, that they are unknown */
  factsOf(arn: string): EvidenceInput['facts'] {
    const cached = this.#facts.get(arn);
    if (cached) {
      return cached;
    }
    const role = this.#roles.get(arn);
    const facts = role ? roleFacts(role) : allUnknown(this.#unread);
    this.#facts.set(arn, facts);
    return facts;
  }

  /** @returns whether the role is known not to be there, so that nothing about it waits to be read */
  isAbsent(arn: string): boolean {
    const existence = this.#roles.get(arn)?.existence;
    return existence?.known === true && existence.value !== 'exists';
  }

  /** What the rules say of a role in a slot, apart from who uses it. */
  judge(arn: string, slot: RoleSlot, judge: Judge) {
    return judge({
      subject: arn,
      slot,
      role: roleRef(arn),
      facts: this.factsOf(arn),
    });
  }

  /** @returns undecided rules in the form in which findings are protected by them */
  protectedBy(
    arn: string | null,
    slot: RoleSlot,
    undecided: readonly Undecided[],
  ): Verdict['undecided'] {
    return arn !== null && this.isAbsent(arn)
      ? []
      : undecided.map(({ ruleId }) => ({ ruleId, slot }));
  }
}

/** @returns what names a role in evidence */
export function roleRef(arn: string): NonNullable<EvidenceInput['role']> {
  const parsed = parseRoleArn(arn);
  return parsed.ok
    ? { arn, accountId: parsed.value.accountId, name: parsed.value.name }
    : { arn, accountId: '', name: arn.slice(arn.lastIndexOf('/') + 1) };
}

function allUnknown(why: Unknown): EvidenceInput['facts'] {
  return {
    existence: why,
    policies: why,
    boundary: why,
    grants: why,
    trust: why,
    lastUsed: why,
    createdAt: why,
  };
}
