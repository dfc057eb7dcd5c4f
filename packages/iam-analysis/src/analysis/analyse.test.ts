import { known, unknown } from '../known';
import { defineRule, type AnyRule } from '../rules/defineRule';
import type { EvidenceInput } from '../rules/evidence';
import { roleArn } from '../testUtils';
import { analyse } from './analyse';
import { defaultSettings } from './settings';

const ROLE = {
  arn: roleArn('checkout-task'),
  accountId: '111122223333',
  name: 'checkout-task',
};
const NOW = new Date('2026-11-02T09:00:00Z');

describe('analyse', () => {
  it('turns what a rule reports into a finding', () => {
    const rules = [
      demo({ reports: [{ message: 'said', data: { n: 1 }, at: 'trust#' }] }),
    ];
    expect(analyse(input(), { rules, now: NOW })).toEqual({
      findings: [
        {
          ruleId: 'demo.rule',
          severity: 'medium',
          state: 'active',
          mitigatedBy: null,
          subject: ROLE.arn,
          slot: 'task',
          message: 'said',
          data: { n: 1 },
          at: 'trust#',
        },
      ],
      undecided: [],
    });
  });

  it('takes severity and mitigation from the report', () => {
    const rules = [
      demo({
        reports: [
          {
            message: 'said',
            data: { n: 1 },
            at: '',
            severity: 'low',
            mitigatedBy: 'deny',
          },
        ],
      }),
    ];
    expect(analyse(input(), { rules, now: NOW }).findings).toEqual([
      expect.objectContaining({
        severity: 'low',
        state: 'mitigated',
        mitigatedBy: 'deny',
      }),
    ]);
  });

  it.each([
    ['critical', 'low'],
    ['low', 'low'],
    ['info', 'info'],
  ] as const)(
    'makes of what the slot is for, %s, no more than %s',
    (is, as) => {
      const rules = [
        demo({
          reports: [
            {
              message: 'said',
              data: { n: 1 },
              at: '',
              severity: is,
              mitigatedBy: 'baseline',
            },
          ],
        }),
      ];
      expect(analyse(input(), { rules, now: NOW }).findings).toEqual([
        expect.objectContaining({ severity: as, mitigatedBy: 'baseline' }),
      ]);
    },
  );

  it('lets the settings decide the severity, and switch a rule off', () => {
    const reports = [{ message: 'said', data: { n: 1 }, at: '' } as const];
    const rules = [demo({ reports }), demo({ id: 'demo.off', reports })];
    const settings = {
      ...defaultSettings,
      rules: {
        'demo.rule': { severity: 'critical' },
        'demo.off': { enabled: false },
      },
    } as const;
    expect(
      analyse(input(), { rules, settings, now: NOW }).findings.map(
        ({ ruleId, severity }) => [ruleId, severity],
      ),
    ).toEqual([['demo.rule', 'critical']]);
  });

  it('sorts by severity, rule and place, whatever the order of the rules', () => {
    const rules = [
      demo({
        id: 'b.rule',
        reports: [
          { message: 'said', data: { n: 2 }, at: 'b' },
          { message: 'said', data: { n: 1 }, at: 'a' },
        ],
      }),
      demo({
        id: 'a.rule',
        reports: [
          { message: 'said', data: { n: 1 }, at: 'z' },
          { message: 'said', data: { n: 1 }, at: 'c', severity: 'critical' },
        ],
      }),
    ];
    const { findings } = analyse(input(), { rules, now: NOW });
    expect(findings.map(({ ruleId, at }) => `${ruleId} ${at}`)).toEqual([
      'a.rule c',
      'a.rule z',
      'b.rule a',
      'b.rule b',
    ]);
    expect(
      analyse(input(), { rules: [...rules].reverse(), now: NOW }).findings,
    ).toEqual(findings);
  });

  it('leaves a rule undecided when its evidence is unknown, with the permission', () => {
    const facts = { existence: unknown('AccessDenied', 'iam:GetRole') };
    const rules = [demo({ reports: [] })];
    expect(analyse(input({ facts }), { rules, now: NOW })).toEqual({
      findings: [],
      undecided: [
        { ruleId: 'demo.rule', because: 'AccessDenied', needs: 'iam:GetRole' },
      ],
    });
  });

  it('leaves a rule undecided when nobody collected its evidence', () => {
    const rules = [demo({ reports: [] })];
    expect(
      analyse(input({ facts: {} }), { rules, now: NOW }).undecided,
    ).toEqual([
      {
        ruleId: 'demo.rule',
        because: "no evidence of 'existence' was collected",
        needs: null,
      },
    ]);
  });

  it('does not judge by evidence of a source that nobody asks', () => {
    const rules = [
      { ...demo({ reports: [] }), whereCollected: ['existence'] as const },
    ];
    expect(analyse(input({ facts: {} }), { rules, now: NOW })).toEqual({
      findings: [],
      undecided: [],
    });
    const facts = { existence: unknown('AccessDenied', 'iam:GetRole') };
    expect(analyse(input({ facts }), { rules, now: NOW }).undecided).toEqual([
      { ruleId: 'demo.rule', because: 'AccessDenied', needs: 'iam:GetRole' },
    ]);
  });

  it('keeps what a rule found beside what it could not decide, each doubt once', () => {
    const doubt = { undecided: unknown('AccessDenied', 'iam:GetRolePolicy') };
    const rules = [
      demo({
        reports: [doubt, { message: 'said', data: { n: 1 }, at: '' }, doubt],
      }),
    ];
    const { findings, undecided } = analyse(input(), { rules, now: NOW });
    expect(findings).toHaveLength(1);
    expect(undecided).toEqual([
      {
        ruleId: 'demo.rule',
        because: 'AccessDenied',
        needs: 'iam:GetRolePolicy',
      },
    ]);
  });

  it('does not let a rule that throws pass for clean, or stop the others', () => {
    const broken: AnyRule = {
      ...demo({ id: 'demo.broken', reports: [] }),
      check() {
        throw new TypeError('boom');
      },
    };
    const sound = demo({
      reports: [{ message: 'said', data: { n: 1 }, at: '' }],
    });
    const result = analyse(input(), { rules: [broken, sound], now: NOW });
    expect(result.findings).toHaveLength(1);
    expect(result.undecided).toEqual([
      {
        ruleId: 'demo.broken',
        because: 'the rule failed: TypeError: boom',
        needs: null,
      },
    ]);
  });

  it.each([
    ['a rule about a role, on a role', 'role', ROLE.arn, 'task', 1],
    ['a rule about a role, on a service', 'role', 'arn:service', 'task', 0],
    ['a rule about a use, on a service', 'use', 'arn:service', 'task', 1],
    ['a rule about a use, on a role', 'use', ROLE.arn, 'task', 0],
    ['a slot that the rule does not judge', 'role', ROLE.arn, 'instance', 0],
  ] as const)(
    'judges by subject and slot: %s',
    (_, about, subject, slot, times) => {
      const rule = demo({
        about,
        reports: [{ message: 'said', data: { n: 1 }, at: '' }],
      });
      const result = analyse(input({ subject, slot }), {
        rules: [rule],
        now: NOW,
      });
      expect(result.findings).toHaveLength(times);
      expect(result.undecided).toEqual([]);
    },
  );

  it('judges a slot without a role as a use', () => {
    const rule = demo({
      about: 'use',
      reports: [{ message: 'said', data: { n: 1 }, at: '' }],
    });
    const { findings } = analyse(
      input({ subject: 'arn:service', role: null }),
      {
        rules: [rule],
        now: NOW,
      },
    );
    expect(findings).toEqual([
      expect.objectContaining({ subject: 'arn:service' }),
    ]);
  });
});

type DemoReport = ReturnType<AnyRule['check']> extends Iterable<infer R>
  ? R
  : never;

function demo({
  id = 'demo.rule',
  about = 'role',
  reports,
}: {
  id?: string;
  about?: 'role' | 'use';
  reports: readonly DemoReport[];
}): AnyRule {
  return {
    ...defineRule({
      id,
      title: 'Demo',
      severity: 'medium',
      about,
      slots: ['task'],
      needs: ['existence'],
      docs: { why: '', fix: '', leaveIt: '', links: [] },
      messages: { said: (d: { n: number }) => `said ${d.n}` },
      check: () => [],
    }),
    check: () => reports,
  };
}

function input(parts: Partial<EvidenceInput> = {}): EvidenceInput {
  return {
    subject: ROLE.arn,
    slot: 'task',
    role: ROLE,
    facts: { existence: known('exists') },
    ...parts,
  };
}
