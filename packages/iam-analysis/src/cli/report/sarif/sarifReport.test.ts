import type { Finding } from '../../../analysis/finding';
import { describeFinding } from '../../../analysis/describeFinding';
import { roleSlots } from '../../../ecs/slots';
import type { AnyRule } from '../../../rules/defineRule';
import { parseCase } from '../../evidence/parseCase';
import { rootOf } from '../../input/place';
import type { CaseReport } from '../../judge/CaseReport';
import { sarifReport } from './sarifReport';

const ROLE = 'arn:aws:iam::111122223333:role/checkout';
const RULE: AnyRule = {
  id: 'demo.wide',
  title: 'Something is wide',
  severity: 'medium',
  about: 'role',
  slots: roleSlots,
  needs: [],
  docs: {
    why: 'Wide things are seldom needed.',
    fix: 'Make it narrow.',
    leaveIt: 'Never.',
    links: ['https://example.com/wide'],
  },
  messages: { wide: () => 'It is wide.' },
  check: () => [],
};
const TEXT = `[
  {
    "role": {
      "arn": "${ROLE}",
      "slot": "task",
      "trustPolicy": "text, so that no line of it is known",
      "policies": [
        {
          "name": "app",
          "document": {
            "Statement": [
              { "Sid": "A" }
            ]
          }
        },
        { "name": "b", "arn": "arn:aws:iam::aws:policy/B", "document": {} }
      ],
      "boundary": { "document": { "Statement": {} } }
    }
  }
]
`;

describe('sarifReport', () => {
  it('describes the rules for people and for GitHub', () => {
    expect(run([]).tool.driver).toEqual({
      name: 'iam-analysis',
      version: '1.2.3',
      semanticVersion: '1.2.3',
      rules: [
        {
          id: 'demo.wide',
          name: 'demo.wide',
          shortDescription: { text: 'Something is wide' },
          fullDescription: { text: 'Wide things are seldom needed.' },
          help: {
            text: 'Wide things are seldom needed.\n\nHow to fix it: Make it narrow.\n\nWhen to leave it: Never.\n\nhttps://example.com/wide',
            markdown:
              'Wide things are seldom needed.\n\n**How to fix it:** Make it narrow.\n\n**When to leave it:** Never.\n\n- <https://example.com/wide>',
          },
          helpUri: 'https://example.com/wide',
          defaultConfiguration: { level: 'warning' },
          properties: {
            tags: ['security', 'role'],
            severity: 'medium',
            'security-severity': '5.5',
          },
        },
      ],
    });
  });

  it('gives each finding a level, a place in the file and in the role, and a fingerprint', () => {
    expect(run([aFinding()]).results).toEqual([
      {
        ruleId: 'demo.wide',
        ruleIndex: 0,
        kind: 'fail',
        level: 'error',
        message: { text: 'It is wide.' },
        locations: [
          {
            physicalLocation: {
              artifactLocation: { uri: 'roles/my%20roles.json' },
              region: { startLine: 12 },
            },
            logicalLocations: [
              { fullyQualifiedName: `${ROLE} inline:app#/Statement/0` },
            ],
          },
        ],
        partialFingerprints: {
          'iamAnalysis/v1': expect.stringMatching(/^[0-9a-f]{32}$/),
        },
        properties: {
          severity: 'high',
          state: 'active',
          role: ROLE,
          slot: 'task',
          data: { n: 1 },
        },
      },
    ]);
  });

  it.each([
    ['critical', 'error'],
    ['high', 'error'],
    ['medium', 'warning'],
    ['low', 'note'],
    ['info', 'note'],
  ] as const)('gives %s the level %s', (severity, level) => {
    expect(run([aFinding({ severity })]).results[0].level).toBe(level);
  });

  it('has nothing to be done about a mitigated finding', () => {
    const [result] = run([
      aFinding({ state: 'mitigated', mitigatedBy: 'deny' }),
    ]).results;
    expect(result).toEqual(
      expect.objectContaining({ kind: 'informational', level: 'none' }),
    );
    expect(result.properties.mitigatedBy).toBe('deny');
  });

  it.each([
    ['', 3],
    ['trust#/Statement/0', 6],
    ['inline:app#', 10],
    ['managed:arn:aws:iam::aws:policy/B#/Statement/0', 16],
    ['boundary:boundary#/Statement', 18],
    ['inline:gone#/Statement/0', 3],
  ])('finds the line of %j', (at, line) => {
    const [{ locations }] = run([aFinding({ at })]).results;
    expect(locations[0].physicalLocation.region.startLine).toBe(line);
  });

  it('keeps the fingerprint while the finding stays, and only then', () => {
    const print = (finding: Finding, file?: string) =>
      run([finding], file).results[0].partialFingerprints['iamAnalysis/v1'];
    const first = print(aFinding());
    expect(print(aFinding({ severity: 'low' }), 'other.json')).toBe(first);
    expect(print(aFinding({ data: { n: 2 } }))).not.toBe(first);
    expect(print(aFinding({ at: 'inline:app#/Statement/1' }))).not.toBe(first);
  });

  it.each([
    ['-', 'stdin'],
    ['./a.json', 'a.json'],
    ['../a.json', '../a.json'],
    ['/srv/a b.json', 'file:///srv/a%20b.json'],
  ])('names the file %s as %s', (file, uri) => {
    const [{ locations }] = run([aFinding()], file).results;
    expect(locations[0].physicalLocation.artifactLocation.uri).toBe(uri);
  });

  it('says what is not evaluated and what is not decided', () => {
    const [{ executionSuccessful, toolExecutionNotifications }] = run(
      [],
    ).invocations;
    expect(executionSuccessful).toBe(true);
    expect(toolExecutionNotifications).toEqual([
      {
        level: 'note',
        message: {
          text: expect.stringMatching(
            /^Not evaluated: service control policies, .* Data on actions of \d{4}-\d\d-\d\d\.$/,
          ),
        },
      },
      {
        level: 'note',
        message: {
          text: `demo.wide is not decided for ${ROLE}: AccessDenied (iam:GetRole).`,
        },
        associatedRule: { id: 'demo.wide', index: 0 },
      },
    ]);
  });
});

function run(findings: readonly Finding[], file = 'roles/my roles.json') {
  const report: CaseReport = {
    source: { file, text: TEXT, at: '/0', roleAt: '/0/role' },
    given: parseCase(rootOf(JSON.parse(TEXT)[0])),
    findings: findings.map(finding => ({
      finding,
      text: describeFinding(finding, [RULE]),
    })),
    undecided: [
      { ruleId: 'demo.wide', because: 'AccessDenied', needs: 'iam:GetRole' },
    ],
  };
  const log = JSON.parse(sarifReport([report], [RULE], '1.2.3'));
  expect(log.$schema).toBe('https://json.schemastore.org/sarif-2.1.0.json');
  expect(log.version).toBe('2.1.0');
  expect(log.runs).toHaveLength(1);
  return log.runs[0];
}

function aFinding(parts: Partial<Finding> = {}): Finding {
  return {
    ruleId: 'demo.wide',
    severity: 'high',
    state: 'active',
    mitigatedBy: null,
    subject: ROLE,
    slot: 'task',
    message: 'wide',
    data: { n: 1 },
    at: 'inline:app#/Statement/0',
    ...parts,
  };
}
