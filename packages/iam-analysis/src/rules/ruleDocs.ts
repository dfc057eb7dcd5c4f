import type { Severity } from '../analysis/finding';
import type { AnyReport, AnyRule } from './defineRule';
import { exampleOf } from './ruleExample';
import type { AnyCases } from './testRule';

/**
 * The page of a rule, made from the rule and its cases, so that it cannot say what the rule does not do.
 *
 * @param rule - the rule
 * @param cases - its tests: they are the examples
 * @returns Markdown
 */
export function ruleDocs(rule: AnyRule, cases: AnyCases): string {
  const sections = [
    NOTICE,
    `# \`${rule.id}\`: ${rule.title}`,
    facts(rule),
    section('Why it matters', rule.docs.why),
    section('How to fix it', rule.docs.fix),
    section('When to leave it', rule.docs.leaveIt),
    section(
      'What is reported',
      cases.flagged.map(each => flagged(rule, each)).join('\n\n'),
    ),
    section(
      'What is not reported',
      bullets(cases.accepted.map(each => each.name)),
    ),
    ...(cases.undecided
      ? [
          section(
            'What stays undecided',
            bullets(
              cases.undecided.map(each => `${each.name} (${each.because})`),
            ),
          ),
        ]
      : []),
    section('Read more', bullets(rule.docs.links.map(link => `<${link}>`))),
  ];
  return `${sections.join('\n\n')}\n`;
}

/**
 * The table of all rules for the README.
 *
 * @param rules - in the order of the table
 * @param pages - folder of the pages, as the README links to it
 * @returns Markdown
 */
export function ruleTable(rules: readonly AnyRule[], pages: string): string {
  return [
    '| rule | severity | what it says |',
    '| --- | --- | --- |',
    ...rules.map(
      ({ id, severity, title }) =>
        `| [\`${id}\`](${pages}/${id}.md) | ${severity} | ${title} |`,
    ),
  ].join('\n');
}

const NOTICE =
  '<!-- Made from the rule and its cases by `yarn workspace @ecs-iam/iam-analysis docs:rules`. Do not edit. -->';

function facts({ severity, about, slots, needs, wants = [] }: AnyRule): string {
  const subject = {
    role: 'each role, in each slot that it is used in',
    use: 'each service that uses the slot',
  }[about];
  return bullets([
    `Severity: **${severity}**, unless an example below says otherwise`,
    `Judged: ${subject}`,
    `Slots: ${slots.join(', ')}`,
    `Needs: ${[...needs, ...wants.map(kind => `${kind} (if known)`)].join(
      ', ',
    )}`,
  ]);
}

function flagged(rule: AnyRule, example: AnyCases['flagged'][number]): string {
  const shown = exampleOf(example.given);
  return [
    `### ${capitalised(example.name)}`,
    ...(shown ? [`\`\`\`json\n${shown}\n\`\`\``] : []),
    example.expect.map(report => message(rule, report)).join('\n'),
  ].join('\n\n');
}

function message(rule: AnyRule, report: AnyReport): string {
  const text = rule.messages[report.message](report.data);
  return `> **${verdict(report, rule.severity)}** ${text}`;
}

function verdict(report: AnyReport, severity: Severity): string {
  const level = capitalised(report.severity ?? severity);
  return report.mitigatedBy
    ? `${level}, mitigated by ${WORDS[report.mitigatedBy]}:`
    : `${level}:`;
}

const WORDS = {
  deny: 'a Deny',
  boundary: 'the permissions boundary',
  condition: 'a condition',
  resource: 'its resources',
  baseline: 'what the slot is for',
} as const;

function section(title: string, body: string): string {
  return `## ${title}\n\n${body}`;
}

function bullets(items: readonly string[]): string {
  return items.map(item => `- ${item}`).join('\n');
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
