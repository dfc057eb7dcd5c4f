import type { Severity } from '../../analysis/finding';
import { keyTemplate } from '../../catalogue/actionIndex';
import { conditionStrength } from '../../grants/conditionStrength';
import { vacuityOf, type Vacuity } from '../../grants/vacuity';
import type { Grant, RoleGrants } from '../../grants/grant';
import { mitigationOf } from '../../grants/mitigationOf';
import { reachableActions } from '../../grants/reachableActions';
import { oncePer } from '../../grants/oncePer';
import type { Condition } from '../../policy/types';
import { writeOperator } from '../../policy/writtenOperator';
import { defineRule } from '../defineRule';
import { ownSlots } from '../judgedSlots';
import { atMost } from './atMost';

/**
 * A condition of an Allow that looks like a guard, and that every request passes. Two are told at a lower level: a tag of
 * any value, which still has to be there, and TLS, without which hardly any endpoint of AWS answers. TLS beside another
 * condition does what it is there for, and is not reported.
 */
export const weakCondition = defineRule({
  id: 'iam.weak-condition',
  title: 'Condition holds nothing back',
  severity: 'medium',
  about: 'role',
  slots: ownSlots,
  needs: ['grants'],
  docs: {
    why: 'Whoever reads the policy takes the statement for a guarded one. The condition is met by every request, or by every request that leaves its key out, so the statement grants as much as without it.',
    fix: 'Compare the key with the values that are meant. In place of `ForAllValues` on a key with one value, use the plain operator; on a key with several, add `"Null": { "KEY": "false" }`. Drop `IfExists` where the key has to be there.',
    leaveIt:
      'The statement may apply to every request, and the condition is only kept for an audit that asks for it.',
    links: [
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html',
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html',
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html',
    ],
  },
  messages: {
    anyValue: ({ keys, operator }: Described) =>
      `Any value of \`${keys[0]}\` will do: \`${operator}\` takes them all.`,
    anyTag: ({ keys, operator }: Described) =>
      `Any value of \`${keys[0]}\` will do: \`${operator}\` asks only that it be there.`,
    noValues: ({ keys, operator }: Described) =>
      `A request without \`${keys[0]}\` passes: \`${operator}\` holds when there is no value to compare.`,
    absentKey: ({ keys, operator }: Described) =>
      `Every request passes: none of these actions has \`${keys[0]}\`, and \`${operator}\` holds without it.`,
    presentKey: ({ keys }: Described) =>
      `Whether \`${keys[0]}\` is there says nothing: every request has it.`,
    transport: ({ keys }: Described) =>
      `\`${keys[0]}\` is the only condition: it asks for TLS, and says nothing of who may do this from where.`,
  },
  *check({ grants: role }) {
    yield* atMost(MOST_CONDITIONS, reportsOf(role));
  },
});

const MOST_CONDITIONS = 100;

function* reportsOf(role: RoleGrants) {
  for (const grant of role.grants) {
    const weaknesses = weaknessesOf(grant);
    // Another condition may bind the statement: this one then only reads as more than it is.
    const mitigatedBy =
      weaknesses.length > 0
        ? mitigationOf(role, grant, reachableActions(grant))
        : null;
    for (const weakness of weaknesses) {
      yield { ...weakness, ...(mitigatedBy ? { mitigatedBy } : {}) };
    }
  }
}

type Described = Readonly<{ keys: readonly string[]; operator: string }>;

const weaknessesOf = oncePer(({ conditions, known, at }: Grant) =>
  conditions.flatMap(condition => {
    const vacuity = vacuityOf(condition, conditions, known);
    const message = vacuity && messageOf(vacuity, condition, conditions);
    return message
      ? [
          {
            message,
            data: {
              keys: [condition.key],
              operator: writeOperator(condition),
            },
            at,
            severity: SEVERITIES[message],
          },
        ]
      : [];
  }),
);

const SEVERITIES = {
  anyValue: 'medium',
  anyTag: 'low',
  noValues: 'medium',
  absentKey: 'medium',
  presentKey: 'medium',
  transport: 'info',
} as const satisfies Record<string, Severity>;

function messageOf(
  vacuity: Vacuity,
  { key }: Condition,
  all: readonly Condition[],
): keyof typeof SEVERITIES | null {
  switch (vacuity) {
    case 'any-value':
      return keyTemplate(key.toLowerCase()).endsWith('{}')
        ? 'anyTag'
        : 'anyValue';
    case 'no-values':
      return 'noValues';
    case 'absent-key':
      return 'absentKey';
    case 'present-key':
      return 'presentKey';
    case 'transport':
      return conditionStrength(all) === 'vacuous' ? 'transport' : null;
    default:
      return vacuity satisfies never;
  }
}
