import { known, parseRoleArn, roleFacts } from '@ecs-iam/iam-analysis';
import type {
  Analysis,
  EvidenceInput,
  Role,
  RoleSlot,
  Undecided,
  Unknown,
} from '@ecs-iam/iam-analysis';
import type { Gap } from '@ecs-iam/plugin-ecs-iam-node';
import type {
  ActiveSeverity,
  SlotsOfRole,
  Verdict,
} from '../../inventory/Inventory';
import type { AnalysisOptions } from './judge';
import { judgeBy, withoutSlotRules } from './judge';
import type { NeedsOfRoles } from './NeedsOfRoles';
import { notRead } from './serviceContexts';

/**
 * What is known of the roles of a target, and what the rules say of each in its slots. Documents are parsed once and a
 * role is judged once in a slot, however many services use it.
 */
export class RoleEvidence {
  readonly #roles: ReadonlyMap<string, Role>;
  readonly #slots: ReadonlyMap<string, SlotsOfRole>;
  readonly #unread: Unknown;
  readonly #options: RoleEvidenceOptions;
  readonly #facts = new Map<string, EvidenceInput['facts']>();
  readonly #analyses = new Map<string, Analysis>();

  private constructor(options: RoleEvidenceOptions) {
    this.#roles = new Map(options.roles.map(role => [role.arn, role]));
    this.#slots = options.slots;
    this.#unread = notRead(
      options.gaps.find(gap => gap.leavesIncomplete.includes('role')),
      'iam:GetRole',
    );
    this.#options = options;
  }

  static create(options: RoleEvidenceOptions): RoleEvidence {
    return new RoleEvidence(options);
  }

  /** What is known of the account of the roles. */
  get ofAccount(): EvidenceInput['facts'] {
    return this.#options.ofAccount;
  }

  /** Whether a service of the account has a role in the slot, and nobody knows which. */
  isOpen(slot: RoleSlot): boolean {
    return this.#options.open.has(slot);
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

  /** @returns what the rules say of a role in a slot, whichever service uses it there */
  judgeIn(arn: string, slot: RoleSlot): Analysis {
    const key = `${slot} ${arn}`;
    const cached = this.#analyses.get(key);
    if (cached) {
      return cached;
    }
    const used = this.#slots.get(arn)?.get(slot);
    const { at } = this.#options;
    const judge = judgeBy(
      used ? this.#options : withoutSlotRules(this.#options),
      at,
    );
    const analysis = judge({
      subject: arn,
      slot,
      role: roleRef(arn),
      facts: {
        ...this.factsOf(arn),
        ...this.#options.ofAccount,
        ...(used
          ? {
              compute: known(used.compute),
              imdsReached: known(used.imdsReached),
            }
          : {}),
        ...(used && this.#options.needs.slots.includes(slot)
          ? { needs: this.#options.needs.of(arn, slot) }
          : {}),
        // Tasks that no service runs were not looked at, so that none runs is not known.
        ...(used?.isRunning && isHeldByTasks(slot)
          ? { running: known(true) }
          : {}),
      },
    });
    this.#analyses.set(key, analysis);
    return analysis;
  }

  /**
   * @returns what the rules say of a role in every slot in which any service uses it. A role that none uses is judged
   *   by itself, as a task role. What was found of it in a slot in which it may still be, stays.
   */
  verdictOn(arn: string): Verdict {
    const { open, rules } = this.#options;
    const used = [...(this.#slots.get(arn)?.keys() ?? [])];
    const possible = [...open.keys()].filter(slot => !used.includes(slot));
    const slots =
      used.length > 0 || this.#wasFoundIn(possible, arn)
        ? used
        : (['task'] as const);
    const analyses = slots.map(slot => this.judgeIn(arn, slot));
    return {
      subject: arn,
      findings: analyses.flatMap(({ findings }) => findings),
      undecided: [
        ...analyses.flatMap(({ undecided }, index) =>
          this.protectedBy(arn, slots[index] ?? 'task', undecided),
        ),
        ...possible.flatMap(slot =>
          this.protectedBy(
            arn,
            slot,
            rules
              .filter(rule => rule.slots.includes(slot))
              .map(({ id }) => ({ ruleId: id })),
          ),
        ),
      ],
    };
  }

  #wasFoundIn(slots: readonly RoleSlot[], arn: string): boolean {
    return this.#options.active.some(
      ({ subject, slot }) => subject === arn && slots.includes(slot),
    );
  }

  /**
   * @returns undecided rules as a verdict names them, whose findings stay. Of a role that is known not to be there,
   *   nothing waits to be read.
   */
  protectedBy(
    arn: string | null,
    slot: RoleSlot,
    undecided: readonly Pick<Undecided, 'ruleId'>[],
  ): Verdict['undecided'] {
    const existence =
      arn === null ? undefined : this.#roles.get(arn)?.existence;
    const isAbsent = existence?.known && existence.value !== 'exists';
    return isAbsent ? [] : undecided.map(({ ruleId }) => ({ ruleId, slot }));
  }
}

export type RoleEvidenceOptions = AnalysisOptions &
  Readonly<{
    roles: readonly Role[];
    slots: ReadonlyMap<string, SlotsOfRole>;
    /** By `openSlots`. */
    open: ReadonlyMap<RoleSlot, Unknown>;
    /** What is found of roles that no service is known to use. */
    active: readonly ActiveSeverity[];
    /** What is known of the account, by `accountFacts`. */
    ofAccount: EvidenceInput['facts'];
    /** Of the slots in which a rule asks for them. */
    needs: NeedsOfRoles;
    gaps: readonly Gap[];
    at: Date;
  }>;

/** @returns what names a role in evidence */
export function roleRef(arn: string): NonNullable<EvidenceInput['role']> {
  const parsed = parseRoleArn(arn);
  return parsed.ok
    ? { arn, accountId: parsed.value.accountId, name: parsed.value.name }
    : { arn, accountId: '', name: arn.slice(arn.lastIndexOf('/') + 1) };
}

function isHeldByTasks(slot: RoleSlot): boolean {
  return slot === 'task' || slot === 'execution' || slot === 'instance';
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
