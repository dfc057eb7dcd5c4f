import { aFinding, aPolicy } from '../__testUtils__/builders';
import { annotateDocument } from './annotateDocument';

const { document } = aPolicy();
const value = document.known
  ? document.value
  : { text: '', statements: [], faults: [] };

describe('annotateDocument', () => {
  it('marks every line of the offending statement, and its first as the one that opens it', () => {
    const lines = annotateDocument(value, [aFinding()]);
    expect(
      lines.filter(({ groups }) => groups.length > 0).map(l => l.number),
    ).toEqual([9, 10, 11, 12, 13, 14]);
    expect(lines.filter(({ opens }) => opens).map(l => l.number)).toEqual([9]);
  });

  it('keeps the text line by line', () => {
    expect(
      annotateDocument(value, [])
        .map(({ text }) => text)
        .join('\n'),
    ).toBe(value.text);
  });

  it('marks nothing for a finding that the caller may not see', () => {
    expect(annotateDocument(value, []).some(l => l.groups.length > 0)).toBe(
      false,
    );
  });

  it('puts the worst of a statement first, and what is alike together', () => {
    const [, second] = value.statements;
    const both = {
      ...value,
      statements: [{ ...second, findings: ['low', 'finding-admin', 'low-2'] }],
    };
    const low = (id: string) =>
      aFinding({ id, severity: 'low', ruleId: 'iam.malformed' });
    const findings = [low('low'), low('low-2'), aFinding()];
    const leads = (selected?: string) =>
      annotateDocument(both, findings, selected)[8].groups.map(group => [
        group.lead.id,
        group.findings.length,
      ]);
    expect(leads()).toEqual([
      ['finding-admin', 1],
      ['low', 2],
    ]);
    expect(leads('low-2')).toEqual([
      ['finding-admin', 1],
      ['low-2', 2],
    ]);
  });

  it('shows a document that does not parse as it is', () => {
    expect(
      annotateDocument({ text: '{"a":', statements: [], faults: [] }, []),
    ).toEqual([{ number: 1, text: '{"a":', groups: [], opens: false }]);
  });
});
