import type { AnyRule } from '../rules/defineRule';
import type { Finding, FindingText } from './finding';

/**
 * Renders the text of a finding from its rule. A finding that was stored by another version may name a rule or message
 * that is gone, or hold data of another shape: the text then says so.
 *
 * @param finding - what was stored
 * @param rules - the rules of today
 * @returns title, message, why, fix, when to leave it, links; never throws
 * @public
 */
export function describeFinding(
  finding: Pick<Finding, 'ruleId' | 'message' | 'data'>,
  rules: readonly AnyRule[],
): FindingText {
  const rule = rules.find(({ id }) => id === finding.ruleId);
  return rule === undefined
    ? unknownRule(finding.ruleId)
    : {
        title: rule.title,
        message: messageOf(rule, finding) ?? staleMessage(rule),
        ...rule.docs,
      };
}

function messageOf(
  rule: AnyRule,
  { message, data }: Pick<Finding, 'message' | 'data'>,
): string | undefined {
  if (!Object.hasOwn(rule.messages, message)) {
    return undefined;
  }
  try {
    return rule.messages[message](data);
  } catch {
    return undefined;
  }
}

function staleMessage(rule: AnyRule): string {
  return `${rule.title}. The details were recorded by another version; the next scan brings them up to date.`;
}

function unknownRule(ruleId: string): FindingText {
  return {
    title: `Rule '${ruleId}'`,
    message: `The rule '${ruleId}' made this finding, but it is not installed here, so its text is not known.`,
    why: 'Not known: the rule that made this finding is not installed.',
    fix: 'Install the module that brings this rule, or wait for the next scan, which drops findings of rules that are gone.',
    leaveIt: 'Not known.',
    links: [],
  };
}
