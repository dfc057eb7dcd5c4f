import { defineRule, type AnyRule, type RuleDocs } from './defineRule';

const docs: RuleDocs = { why: '', fix: '', leaveIt: '', links: [] };
const frame = {
  id: 'demo.rule',
  title: 'Demo',
  severity: 'low',
  about: 'role',
  slots: ['task'],
  docs,
} as const;

describe('defineRule', () => {
  it('gives back the rule as it is, and any rule fits the registry', () => {
    const rule = defineRule({
      ...frame,
      needs: ['existence'],
      wants: ['compute'],
      messages: { gone: (d: { name: string }) => `${d.name} is gone` },
      *check({ existence, compute }) {
        if (existence === 'not-found' && compute.known) {
          yield { message: 'gone', data: { name: 'app' }, at: '' };
        }
      },
    });
    const registry: readonly AnyRule[] = [rule];
    expect(registry[0]).toBe(rule);
  });

  // The compiler is the test: each rule below has one mistake, and `tsc` fails when it is not seen.
  it('refuses data of the wrong type', () => {
    defineRule({
      ...frame,
      needs: ['existence'],
      messages: { gone: (d: { name: string }) => `${d.name} is gone` },
      // @ts-expect-error a number is no name
      *check() {
        yield { message: 'gone', data: { name: 7 }, at: '' };
      },
    });
  });

  it('refuses an unknown message', () => {
    defineRule({
      ...frame,
      needs: ['existence'],
      messages: { gone: (d: { name: string }) => `${d.name} is gone` },
      // @ts-expect-error there is no such message
      *check() {
        yield { message: 'left', data: { name: 'app' }, at: '' };
      },
    });
  });

  it('refuses evidence that was not asked for', () => {
    defineRule({
      ...frame,
      needs: ['existence'],
      messages: { gone: (d: { name: string }) => `${d.name} is gone` },
      // @ts-expect-error the rule does not need `grants`
      *check({ grants }) {
        if (grants.length === 0) {
          yield { message: 'gone', data: { name: 'app' }, at: '' };
        }
      },
    });
  });

  it('refuses wanted evidence that is taken for known', () => {
    defineRule({
      ...frame,
      needs: [],
      wants: ['grants'],
      messages: { gone: (d: { name: string }) => `${d.name} is gone` },
      *check({ grants }) {
        // @ts-expect-error `grants` may be unknown
        if (grants.length === 0) {
          yield { message: 'gone', data: { name: 'app' }, at: '' };
        }
      },
    });
  });
});
