import type { Finding, FindingText } from '../../analysis/finding';
import { catalogueDate } from '../../catalogue/catalogue';
import { parseCase } from '../evidence/parseCase';
import { rootOf } from '../input/place';
import type { CaseReport } from '../judge/CaseReport';
import { textReport } from './textReport';

const TEXT: FindingText = {
  title: 'Something is wide',
  message: '`s3:*` on `*` is wide.',
  why: 'Wide things are seldom needed.',
  fix: 'Make it narrow.',
  leaveIt: 'Never.',
  links: [],
};
const LIMITS = `Not evaluated: service control policies, resource control policies, session policies and resource policies. Data on actions of ${catalogueDate}.`;

describe('textReport', () => {
  it('says what is wrong, where, why and how to fix it, and what is not seen', () => {
    expect(
      textReport(
        [
          aReport({
            findings: [
              { finding: aFinding(), text: TEXT },
              {
                finding: aFinding({
                  severity: 'low',
                  state: 'mitigated',
                  mitigatedBy: 'deny',
                  at: '',
                }),
                text: TEXT,
              },
            ],
            undecided: [
              {
                ruleId: 'demo.b',
                because: 'AccessDenied',
                needs: 'iam:GetRole',
              },
              {
                ruleId: 'demo.c',
                because: 'AccessDenied',
                needs: 'iam:GetRole',
              },
            ],
          }),
        ],
        { colours: false, width: 200 },
      ),
    ).toBe(`checkout, execution role
arn:aws:iam::111122223333:role/checkout (roles.json at /1)

  High  Something is wide
    \`s3:*\` on \`*\` is wide.
    where   inline policy app, /Statement/0
    why     Wide things are seldom needed.
    fix     Make it narrow.
    rule    demo.wide

  Mitigated
    \`s3:*\` on \`*\` is wide. Taken back by a Deny statement (demo.wide).

  Not decided
    AccessDenied (iam:GetRole): demo.b, demo.c

1 high; 1 mitigated; 2 not decided.
${LIMITS}
`);
  });

  it('shows the worst case first, and says when nothing is found', () => {
    const lines = textReport(
      [
        aReport({ name: 'clean' }),
        aReport({
          name: 'low',
          findings: [{ finding: aFinding({ severity: 'low' }), text: TEXT }],
        }),
        aReport({
          name: 'high',
          findings: [{ finding: aFinding(), text: TEXT }],
        }),
      ],
      { colours: false, width: 200 },
    ).split('\n');
    expect(lines.filter(line => line.endsWith(', execution role'))).toEqual([
      'high, execution role',
      'low, execution role',
      'clean, execution role',
    ]);
    expect(lines).toContain('  Nothing found.');
    expect(lines).toContain('1 high and 1 low.');
    expect(lines.filter(line => line === LIMITS)).toHaveLength(1);
  });

  it('colours what is worst in a terminal', () => {
    const report = aReport({
      findings: [{ finding: aFinding(), text: TEXT }],
    });
    expect(textReport([report], { colours: true, width: 200 })).toContain(
      '\u001B[31mHigh\u001B[0m',
    );
  });
});

function aReport({
  name = 'checkout',
  ...parts
}: Partial<CaseReport> & { name?: string }): CaseReport {
  return {
    source: { file: 'roles.json', text: '', at: '/1', roleAt: '/1/role' },
    given: parseCase(
      rootOf({
        role: {
          arn: `arn:aws:iam::111122223333:role/${name}`,
          slot: 'execution',
          policies: [],
        },
      }),
    ),
    findings: [],
    undecided: [],
    ...parts,
  };
}

function aFinding(parts: Partial<Finding> = {}): Finding {
  return {
    ruleId: 'demo.wide',
    severity: 'high',
    state: 'active',
    mitigatedBy: null,
    subject: 'arn:aws:iam::111122223333:role/checkout',
    slot: 'execution',
    message: 'wide',
    data: {},
    at: 'inline:app#/Statement/0',
    ...parts,
  };
}
