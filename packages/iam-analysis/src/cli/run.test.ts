import { catalogueDate } from '../catalogue/catalogue';
import { rules } from '../rules';
import { aCase } from './testUtils/aCase';
import { call } from './testUtils/call';

const ADMIN = aCase([{ Effect: 'Allow', Action: '*', Resource: '*' }]);
const HARMLESS = aCase([
  {
    Effect: 'Allow',
    Action: 's3:GetObject',
    Resource: 'arn:aws:s3:::assets/*',
  },
]);
const UNTRUSTED = { role: { ...ADMIN.role, trustPolicy: undefined } };
const BAD = { role: { ...ADMIN.role, slot: 'tasks' } };

describe('iam-analysis check', () => {
  it('reads the standard input when no file is named', async () => {
    const { code, out, err } = await call(['check'], {
      stdin: JSON.stringify(ADMIN),
    });
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('Critical  Role is an administrator of the account');
    expect(out).toContain('where   inline policy app, /Statement/0');
  });

  it('prints one JSON document of all files, with texts', async () => {
    const { code, out } = await call(['check', '--json', 'a.json', 'b.json'], {
      files: {
        'a.json': [HARMLESS, ADMIN],
        'b.json': { role: { ...HARMLESS.role, trustPolicy: undefined } },
      },
    });
    const report = JSON.parse(out);
    expect(code).toBe(0);
    expect(report.catalogueDate).toBe(catalogueDate);
    expect(report.notEvaluated).toContain('service control policies');
    expect(report.undecided).toContainEqual({
      ruleId: 'trust.wrong-principal',
      because: 'the input holds no role.trustPolicy',
      role: ADMIN.role.arn,
      slot: 'task',
      file: 'b.json',
      case: '',
    });
    expect(
      report.findings.filter(
        (each: { ruleId: string }) => each.ruleId === 'iam.admin-access',
      ),
    ).toEqual([
      {
        ruleId: 'iam.admin-access',
        severity: 'critical',
        state: 'active',
        subject: ADMIN.role.arn,
        message: '`*` on `*` allows every action on every resource.',
        data: { actions: ['*'], resources: ['*'] },
        at: 'inline:app#/Statement/0',
        role: ADMIN.role.arn,
        slot: 'task',
        file: 'a.json',
        case: '/1',
        title: 'Role is an administrator of the account',
        why: expect.any(String),
        fix: expect.any(String),
        leaveIt: expect.any(String),
        links: expect.any(Array),
      },
    ]);
  });

  it('answers each line in order, a bad one with an error', async () => {
    const { code, out, err } = await call(['check', '--jsonl'], {
      stdin: [JSON.stringify(ADMIN), '{', JSON.stringify(BAD), ''].join('\n'),
    });
    const answers = out
      .trimEnd()
      .split('\n')
      .map(line => JSON.parse(line));
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(answers).toHaveLength(3);
    expect(answers[0].findings[0]).toEqual({
      ruleId: 'iam.admin-access',
      severity: 'critical',
      state: 'active',
      subject: ADMIN.role.arn,
      message: '`*` on `*` allows every action on every resource.',
      data: { actions: ['*'], resources: ['*'] },
      at: 'inline:app#/Statement/0',
    });
    expect(Object.keys(answers[0])).toEqual(['findings', 'undecided']);
    expect(answers[1]).toEqual({
      error: expect.stringMatching(/^line 2: expected JSON, but /),
    });
    expect(answers[2]).toEqual({
      error: expect.stringMatching(
        /^line 3: \/role\/slot: expected one of .*, found "tasks"$/,
      ),
    });
  });

  it('says what waits for a fact, and keeps what needs none', async () => {
    const { out } = await call(['check', '--jsonl'], {
      stdin: JSON.stringify(UNTRUSTED),
    });
    const { findings, undecided } = JSON.parse(out);
    expect(findings[0].ruleId).toBe('iam.admin-access');
    expect(undecided).toContainEqual({
      ruleId: 'trust.wrong-principal',
      because: 'the input holds no role.trustPolicy',
    });
  });

  it.each([
    ['critical', ADMIN, 1],
    ['info', ADMIN, 1],
    ['critical', HARMLESS, 0],
  ])('exits by --fail-on %s', async (severity, given, code) => {
    const stdin = JSON.stringify(given);
    expect((await call(['check', '--fail-on', severity], { stdin })).code).toBe(
      code,
    );
    expect(
      (await call(['check', '--jsonl', '--fail-on', severity], { stdin })).code,
    ).toBe(code);
  });

  it('does not let a line pass --fail-on that it could not read', async () => {
    const { code } = await call(['check', '--jsonl', '--fail-on', 'critical'], {
      stdin: '{\n',
    });
    expect(code).toBe(2);
  });

  it('takes settings', async () => {
    const { out, err } = await call(
      ['check', '--config', 'settings.json', '--jsonl'],
      {
        stdin: JSON.stringify(ADMIN),
        files: {
          'settings.json': {
            rules: {
              'iam.admin-access': { severity: 'low' },
              'own.rule': { enabled: false },
            },
          },
        },
      },
    );
    expect(JSON.parse(out).findings).toContainEqual(
      expect.objectContaining({
        ruleId: 'iam.admin-access',
        severity: 'low',
      }),
    );
    expect(err).toBe(
      "iam-analysis: settings.json: /rules/own.rule: there is no rule with this id, so the setting does nothing; 'iam-analysis rules' lists them\n",
    );
  });

  it.each([
    [['check', 'no.json'], 'no.json: there is no such file'],
    [
      ['check', 'bad.json', 'no.json', 'list.json'],
      /^iam-analysis: bad\.json: \/role\/slot: expected one of .*, found "tasks"\niam-analysis: no\.json: there is no such file\niam-analysis: list\.json: \/1\/role\/slot: .*\n$/,
    ],
    [
      ['check', '--config', 'list.json'],
      'list.json: expected an object with knownAccounts, unusedAfterDays, rules, found a list',
    ],
    [['check', '-'], 'standard input: expected JSON, found nothing'],
    [
      ['check', '--json', '--sarif'],
      '--json and --sarif exclude each other; expected one of them',
    ],
    [
      ['check', '--fail-on', 'bad'],
      '--fail-on bad: expected one of critical, high, medium, low, info',
    ],
    [
      ['check', '--jsonl', 'bad.json'],
      '--jsonl reads standard input; expected no FILE, found bad.json',
    ],
  ])('%j exits with 2 and says why', async (args, message) => {
    const { code, out, err } = await call(args, {
      files: { 'bad.json': BAD, 'list.json': [ADMIN, BAD] },
    });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(
      typeof message === 'string' ? `iam-analysis: ${message}\n` : message,
    );
  });
});

describe('iam-analysis can', () => {
  const files = {
    'role.json': aCase([
      {
        Effect: 'Allow',
        Action: 's3:GetObject',
        Resource: 'arn:aws:s3:::assets/*',
        Condition: { StringEquals: { 'aws:SourceVpc': ['vpc-1'] } },
      },
    ]),
  };
  const question = [
    'can',
    '--role',
    'role.json',
    '--action',
    's3:GetObject',
    '--resource',
    'arn:aws:s3:::assets/logo.png',
  ];

  it('says which statement decides', async () => {
    const { code, out } = await call(
      [...question, '--context', 'aws:SourceVpc=vpc-1'],
      { files },
    );
    expect(code).toBe(0);
    expect(out).toBe(`Allowed: s3:GetObject on arn:aws:s3:::assets/logo.png
  Inline policy app, /Statement/0 grants it.
Not evaluated: service control policies, resource control policies, session policies and resource
policies.
`);
  });

  it('says which condition is open', async () => {
    const { out } = await call(question, { files });
    expect(out).toContain(`Denied, because nothing allows it`);
    expect(out).toContain(`open: StringEquals aws:SourceVpc vpc-1`);
    expect(out).toContain(`the request has no aws:SourceVpc`);
  });

  it('prints JSON', async () => {
    const { out } = await call([...question, '--json'], { files });
    const { decision, because } = JSON.parse(out);
    expect(decision).toBe('implicitDeny');
    expect(because).toEqual([
      expect.objectContaining({
        at: 'inline:app#/Statement/0',
        lacks: ['aws:SourceVpc'],
      }),
    ]);
  });

  it('answers each line in order, a bad one with an error', async () => {
    const { role } = files['role.json'];
    const ask = (context: object) =>
      JSON.stringify({
        role: { policies: role.policies },
        action: 's3:GetObject',
        resource: 'arn:aws:s3:::assets/logo.png',
        context,
      });
    const { code, out } = await call(['can', '--jsonl'], {
      stdin: [
        ask({ 'aws:SourceVpc': 'vpc-1' }),
        ask({ 'aws:SourceVpc': 'vpc-2' }),
        ask({ 'aws:SourceVpc': {} }),
        JSON.stringify({ role: files['role.json'], action: 's3:PutObject' }),
        JSON.stringify({ role, resource: '*' }),
        JSON.stringify({
          role: { policies: [{ name: 'a', document: '{' }] },
          action: 's3:GetObject',
        }),
      ].join('\n'),
    });
    expect(code).toBe(0);
    expect(
      out
        .trimEnd()
        .split('\n')
        .map(line => JSON.parse(line))
        .map(({ decision, error }) => decision ?? error),
    ).toEqual([
      'allowed',
      'implicitDeny',
      'line 3: /context/aws:SourceVpc: expected a text, or a list of texts, found an object',
      'implicitDeny',
      'line 5: /action: expected an action such as s3:GetObject, found nothing',
      expect.stringMatching(/^line 6: it cannot be decided: .*'a'/),
    ]);
  });

  it('makes a list of a key that is given more than once, and of no other', async () => {
    const document = aCase([
      {
        Effect: 'Allow',
        Action: 's3:GetObject',
        Resource: '*',
        Condition: {
          'ForAllValues:StringEquals': { 'aws:TagKeys': ['a,b', 'c'] },
        },
      },
    ]);
    const ask = async (...context: readonly string[]) => {
      const { out } = await call(
        [
          ...question,
          '--json',
          ...context.flatMap(pair => ['--context', pair]),
        ],
        { files: { 'role.json': document } },
      );
      return JSON.parse(out).decision;
    };
    expect(await ask('aws:TagKeys=a,b', 'aws:TagKeys=c')).toBe('allowed');
    expect(await ask('aws:TagKeys=c', 'aws:TagKeys=b')).toBe('implicitDeny');
  });

  it.each([
    [['can'], '--action is missing; expected --action ACTION'],
    [
      ['can', '--action', 's3:GetObject'],
      '--role is missing; expected --role FILE',
    ],
    [
      ['can', '--role', 'role.json', '--action', 'GetObject'],
      '--action GetObject: expected an action such as s3:GetObject',
    ],
    [[...question, '--context', 'a'], '--context a: expected KEY=VALUE'],
    [
      ['can', '--role', 'no.json', '--action', 's3:GetObject'],
      'no.json: there is no such file',
    ],
    [
      ['can', '--jsonl', '--role', 'role.json'],
      '--jsonl reads questions from standard input; expected no --role',
    ],
    [
      ['can', 'role.json'],
      "unexpected argument 'role.json'; can takes options only",
    ],
  ])('%j exits with 2 and says why', async (args, message) => {
    expect(await call(args, { files })).toEqual({
      code: 2,
      out: '',
      err: `iam-analysis: ${message}\n`,
    });
  });
});

describe('iam-analysis rules', () => {
  it('lists every rule as JSON', async () => {
    const { code, out } = await call(['rules', '--json']);
    const [malformed] = rules.filter(({ id }) => id === 'iam.malformed');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toHaveLength(rules.length);
    expect(JSON.parse(out)).toContainEqual({
      id: 'iam.malformed',
      severity: 'low',
      title: malformed.title,
      about: 'role',
      slots: malformed.slots,
      why: malformed.docs.why,
      fix: malformed.docs.fix,
      leaveIt: malformed.docs.leaveIt,
      links: malformed.docs.links,
    });
  });

  it('lists every rule as text', async () => {
    const { out } = await call(['rules']);
    for (const { id, title } of rules) {
      expect(out).toContain(`${title}\n    rule    ${id}, `);
    }
  });
});

describe('iam-analysis', () => {
  it.each([
    [['--help'], /^Judges the IAM roles of Amazon ECS/],
    [
      ['check', '--help'],
      /Usage: iam-analysis check \[OPTION\]\.\.\. \[FILE\.\.\.\]/,
    ],
    [
      ['advise', '--help'],
      /Usage: iam-analysis advise \[OPTION\]\.\.\. \[FILE\.\.\.\]/,
    ],
    [
      ['needs', '--help'],
      /Usage: iam-analysis needs \[OPTION\]\.\.\. \[FILE\.\.\.\]/,
    ],
    [['can', '--jsonl', '-h'], /Usage: iam-analysis can \[OPTION\]\.\.\.\n/],
    [['rules', '--help'], /Usage: iam-analysis rules/],
    [['--version'], /^1\.2\.3\n$/],
  ])('%j explains', async (args, text) => {
    const { code, out, err } = await call(args);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(text);
  });

  it.each([
    [
      [],
      'no command; expected one of check, advise, needs, can, rules, --help, --version',
    ],
    [
      ['chek'],
      "unknown command 'chek'; expected one of check, advise, needs, can, rules, --help, --version",
    ],
    [['rules', '--jsn'], 'unknown option --jsn; expected one of --json'],
  ])('%j exits with 2 and says what was expected', async (args, message) => {
    expect(await call(args)).toEqual({
      code: 2,
      out: '',
      err: `iam-analysis: ${message}\n`,
    });
  });

  it('shows no stack trace of a failure of its own', async () => {
    const { code, err } = await call(['check', 'broken.json']);
    expect({ code, err }).toEqual({
      code: 2,
      err: 'iam-analysis: it failed: TypeError: boom\n',
    });
  });
});
