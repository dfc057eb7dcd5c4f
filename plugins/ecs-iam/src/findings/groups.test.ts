import { aFinding } from '../__testUtils__/builders';
import { type FindingGroup, groupAlike, sectionsOf } from './groups';

const escalation = (id: string, parts: Parameters<typeof aFinding>[0] = {}) =>
  aFinding({ id, ruleId: 'iam.privesc', severity: 'medium', ...parts });

const ids = (groups: readonly FindingGroup[]) =>
  groups.map(({ lead, findings }) => [lead.id, findings.map(({ id }) => id)]);

describe('groupAlike', () => {
  it('puts what one rule says of one role in one slot together, the worst first', () => {
    expect(
      ids(
        groupAlike([
          escalation('b'),
          aFinding({ id: 'admin', severity: 'high' }),
          escalation('a'),
          escalation('worst', { severity: 'critical' }),
        ]),
      ),
    ).toEqual([
      ['worst', ['worst', 'a', 'b']],
      ['admin', ['admin']],
    ]);
  });

  it.each([
    ['role', { subject: 'arn:aws:iam::111122223333:role/other' }],
    ['slot', { slot: 'execution' as const }],
    ['rule', { ruleId: 'iam.passrole-wildcard' }],
  ])('keeps another %s apart', (_, parts) => {
    expect(groupAlike([escalation('a'), escalation('b', parts)])).toHaveLength(
      2,
    );
  });

  it('is led by the finding that is pointed at, and stays where it is', () => {
    const findings = [
      aFinding({ id: 'admin', severity: 'high' }),
      escalation('worst', { severity: 'critical' }),
      escalation('a'),
      escalation('b'),
    ];
    expect(ids(groupAlike(findings, 'b'))).toEqual([
      ['b', ['b', 'worst', 'a']],
      ['admin', ['admin']],
    ]);
  });
});

describe('sectionsOf', () => {
  it('counts findings by what they are to people, and leaves out what does not occur', () => {
    const sections = sectionsOf([
      escalation('note', { severity: 'info' }),
      escalation('a'),
      escalation('off', { state: 'mitigated' }),
      escalation('b'),
    ]);
    expect(
      sections.map(({ kind, count, groups }) => [kind, count, ids(groups)]),
    ).toEqual([
      ['warning', 2, [['a', ['a', 'b']]]],
      ['mitigated', 1, [['off', ['off']]]],
      ['note', 1, [['note', ['note']]]],
    ]);
  });

  it('has nothing of nothing', () => {
    expect(sectionsOf([])).toEqual([]);
  });
});
