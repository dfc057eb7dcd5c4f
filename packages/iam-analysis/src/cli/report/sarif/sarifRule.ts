import type { Severity } from '../../../analysis/finding';
import type { AnyRule } from '../../../rules/defineRule';

/** A rule as the `reportingDescriptor` of SARIF (section 3.49). */
export function sarifRule({ id, title, severity, about, docs }: AnyRule) {
  const [helpUri] = docs.links;
  return {
    id,
    name: id,
    shortDescription: { text: title },
    fullDescription: { text: docs.why },
    help: { text: helpText(docs), markdown: helpMarkdown(docs) },
    ...(helpUri === undefined ? {} : { helpUri }),
    defaultConfiguration: { level: levelOf(severity) },
    properties: {
      tags: ['security', about],
      severity,
      'security-severity': SCORES[severity],
    },
  };
}

/** @returns the level of SARIF, which knows three */
export function levelOf(severity: Severity): 'error' | 'warning' | 'note' {
  switch (severity) {
    case 'critical':
    case 'high':
      return 'error';
    case 'medium':
      return 'warning';
    case 'low':
    case 'info':
      return 'note';
    default:
      return severity satisfies never;
  }
}

// GitHub reads this property of a rule as a CVSS score: above 9.0 is critical, from 7.0 high, from 4.0 medium.
// https://docs.github.com/en/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning
const SCORES: Readonly<Record<Severity, string>> = {
  critical: '9.5',
  high: '8.0',
  medium: '5.5',
  low: '3.0',
  info: '0.5',
};

function helpText({ why, fix, leaveIt, links }: AnyRule['docs']): string {
  return [
    why,
    `How to fix it: ${fix}`,
    `When to leave it: ${leaveIt}`,
    ...links,
  ].join('\n\n');
}

function helpMarkdown({ why, fix, leaveIt, links }: AnyRule['docs']): string {
  return [
    why,
    `**How to fix it:** ${fix}`,
    `**When to leave it:** ${leaveIt}`,
    links.map(link => `- <${link}>`).join('\n'),
  ].join('\n\n');
}
