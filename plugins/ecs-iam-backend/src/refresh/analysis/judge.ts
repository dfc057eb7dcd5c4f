import { analyse, roleSlots } from '@ecs-iam/iam-analysis';
import type {
  Analysis,
  AnalysisSettings,
  AnyRule,
  EvidenceInput,
  EvidenceKind,
  RoleSlot,
} from '@ecs-iam/iam-analysis';

/** The rules, and what they are judged with. */
export type AnalysisOptions = Readonly<{
  rules: readonly AnyRule[];
  settings: AnalysisSettings;
}>;

/** Judges one piece of evidence after another, all at the same moment. */
export type Judge = (input: EvidenceInput) => Analysis;

/**
 * @param at - the clock of the rules
 */
export function judgeBy(options: AnalysisOptions, at: Date): Judge {
  return input => analyse(input, { ...options, now: at });
}

/**
 * A role that no service uses is in no slot. Only rules that judge every slot alike can say something of it; those
 * about who may assume a role in a slot cannot. (No rule judges service-linked roles alike: nobody can change them.)
 */
export function withoutSlotRules(options: AnalysisOptions): AnalysisOptions {
  return {
    ...options,
    rules: options.rules.filter(rule =>
      roleSlots.every(
        slot => slot === 'service-linked' || rule.slots.includes(slot),
      ),
    ),
  };
}

/** @returns the slots in which a rule looks at who else uses a role */
export function sharingSlots({ rules }: AnalysisOptions): readonly RoleSlot[] {
  return slotsAskedFor(rules, 'sharedWith');
}

/** @returns the slots in which a rule looks at what all that use a role need of it */
export function needsSlots({ rules }: AnalysisOptions): readonly RoleSlot[] {
  return slotsAskedFor(
    rules.filter(({ about }) => about === 'role'),
    'needs',
  );
}

function slotsAskedFor(
  rules: readonly AnyRule[],
  kind: EvidenceKind,
): readonly RoleSlot[] {
  const asking = rules.filter(
    rule => rule.needs.includes(kind) || rule.wants?.includes(kind),
  );
  return roleSlots.filter(slot => asking.some(r => r.slots.includes(slot)));
}
