import type { Severity } from '../analysis/finding';
import type { AnyReport, AnyRule } from './defineRule';
import { exampleOf } from './ruleExample';
import type { AnyCases } from './testRule';
import { capitalised } from './words';

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
 * Puts the table of all rules between the markers of a README.
 *
 * @param readme - Markdown with the comments `rules` and `/rules`
 * @param rules - in the order of the table
 * @param pages - the folder of their pages, as seen from the README
 * @returns the README with the table of these rules
 */
export function withRuleTable(
  readme: string,
  rules: readonly AnyRule[],
  pages: string = 'docs/rules',
): string {
  return readme.replace(
    /(<!-- rules -->\n)[^]*?(<!-- \/rules -->)/,
    (_, before: string, after: string) =>
      `${before}\n${ruleTable(rules, pages)}\n\n${after}`,
  );
}

function ruleTable(rules: readonly AnyRule[], pages: string): string {
  const rows = rules.map(({ id, severity, title }) => [
    `[\`${id}\`](${pages}/${id}.md)`,
    severity,
    title,
  ]);
  const all = [['rule', 'severity', 'what it says'], ...rows];
  const widths = [0, 1, 2].map(column =>
    Math.max(...all.map(row => row[column].length)),
  );
  const lines = all.map(
    row =>
      `| ${row
        .map((cell, column) => cell.padEnd(widths[column]))
        .join(' | ')} |`,
  );
  const rule = `| ${widths.map(width => '-'.repeat(width)).join(' | ')} |`;
  return [lines[0], rule, ...lines.slice(1)].join('\n');
}

const NOTICE =
  '<!-- Made from the rule and its cases by `yarn workspace @ecs-iam/iam-analysis docs:rules`. Do not edit. -->';

function facts(rule: AnyRule): string {
  const { severity, about, slots } = rule;
  const subject = {
    role: 'each role, in each slot that it is used in',
    use: 'each service that uses the slot',
  }[about];
  return bullets([
    `Severity: **${severity}**, unless an example below says otherwise`,
    `Judged: ${subject}`,
    `Slots: ${slots.join(', ')}`,
    `Needs: ${evidence(rule).join(', ')}`,
  ]);
}

function evidence({
  needs,
  wants = [],
  whereCollected = [],
}: AnyRule): string[] {
  return [
    ...needs.map(kind =>
      whereCollected.includes(kind)
        ? `${kind} (not judged where nobody collects it)`
        : kind,
    ),
    ...wants.map(kind => `${kind} (if known)`),
  ];
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
  return `> **${verdict(report, rule.severity)}** ${withPlainStars(text)}`;
}

// A star is a wildcard here, and Markdown would take two of them for emphasis, but for those in code.
function withPlainStars(text: string): string {
  return text
    .split('`')
    .map((part, index) => (index % 2 === 0 ? part.replace(/\*/g, '\\*') : part))
    .join('`');
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
