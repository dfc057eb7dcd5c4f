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
      lines.filter(({ findings }) => findings.length > 0).map(l => l.number),
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
    expect(annotateDocument(value, []).some(l => l.findings.length > 0)).toBe(
      false,
    );
  });

  it('puts the worst finding of a statement first', () => {
    const [, second] = value.statements;
    const both = {
      ...value,
      statements: [{ ...second, findings: ['low', 'finding-admin'] }],
    };
    const low = aFinding({ id: 'low', severity: 'low' });
    expect(
      annotateDocument(both, [low, aFinding()])[8].findings.map(f => f.id),
    ).toEqual(['finding-admin', 'low']);
  });

  it('shows a document that does not parse as it is', () => {
    expect(
      annotateDocument({ text: '{"a":', statements: [], faults: [] }, []),
    ).toEqual([{ number: 1, text: '{"a":', findings: [], opens: false }]);
  });
});
