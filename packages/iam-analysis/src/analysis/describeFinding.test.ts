import { defineRule } from '../rules/defineRule';
import { describeFinding } from './describeFinding';

const docs = { why: 'w', fix: 'f', leaveIt: 'l', links: ['https://x'] };
const rule = defineRule({
  id: 'demo.rule',
  title: 'Demo',
  severity: 'low',
  about: 'role',
  slots: ['task'],
  needs: [],
  docs,
  messages: {
    said: (d: { names: readonly string[] }) => `said ${d.names.join(', ')}`,
  },
  check: () => [],
});

describe('describeFinding', () => {
  it('renders the text from the rule of today', () => {
    const finding = {
      ruleId: 'demo.rule',
      message: 'said',
      data: { names: ['a', 'b'] },
    };
    expect(describeFinding(finding, [rule])).toEqual({
      title: 'Demo',
      message: 'said a, b',
      ...docs,
    });
  });

  it.each([
    ['a message that is gone', 'left', { names: [] }],
    ['a name that every object has', 'toString', {}],
    ['data of another shape', 'said', {}],
  ])('says so for %s', (_, message, data) => {
    const finding = { ruleId: 'demo.rule', message, data };
    expect(describeFinding(finding, [rule])).toEqual({
      title: 'Demo',
      message:
        'Demo. The details were recorded by another version; the next scan brings them up to date.',
      ...docs,
    });
  });

  it('says so for a rule that is not installed', () => {
    const finding = { ruleId: 'other.rule', message: 'x', data: {} };
    expect(describeFinding(finding, [rule])).toEqual(
      expect.objectContaining({
        title: "Rule 'other.rule'",
        message: expect.stringContaining('not installed here'),
        links: [],
      }),
    );
  });
});
