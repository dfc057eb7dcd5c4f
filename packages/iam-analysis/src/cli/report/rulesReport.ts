import type { AnyRule } from '../../rules/defineRule';
import { paintWith } from './paint';
import type { Look } from './textReport';
import { labelled } from './wrap';

/** The catalogue of rules for people. */
export function rulesText(rules: readonly AnyRule[], look: Look): string {
  const paint = paintWith(look.colours);
  return rules
    .map(({ id, severity, title, about, slots, docs }) =>
      [
        `${paint.strong(title)}`,
        `    ${'rule'.padEnd(8)}${id}, ${paint.severity(severity, severity)}`,
        labelled('judges', `each ${about}: ${slots.join(', ')}`, look.width),
        labelled('why', docs.why, look.width),
        labelled('fix', docs.fix, look.width),
        labelled('leave', docs.leaveIt, look.width),
        ...docs.links.map(link => labelled('read', link, look.width)),
        '',
      ].join('\n'),
    )
    .join('\n');
}

/** The same for programs. */
export function rulesJson(rules: readonly AnyRule[]): string {
  const catalogue = rules.map(
    ({ id, severity, title, about, slots, docs }) => ({
      id,
      severity,
      title,
      about,
      slots,
      why: docs.why,
      fix: docs.fix,
      leaveIt: docs.leaveIt,
      links: docs.links,
    }),
  );
  return `${JSON.stringify(catalogue, null, 2)}\n`;
}
