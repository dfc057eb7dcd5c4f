import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

// The real command, as `npm run -s iam-analysis -- ...` starts it.
const SCRIPT = join(__dirname, '../../../../scripts/iam-analysis.mjs');
const ADMIN = aCase('admin', '*');
const READER = aCase('reader', 's3:GetObject');

describe('the command', () => {
  const folder = mkdtempSync(join(tmpdir(), 'iam-analysis-'));
  const file = (name: string, value: unknown) => {
    const path = join(folder, name);
    writeFileSync(path, JSON.stringify(value, null, 2));
    return path;
  };

  // The first run may have to make the bundle.
  beforeAll(async () => {
    await command(['--version']);
  }, 60_000);

  afterAll(() => rmSync(folder, { recursive: true }));

  it('prints nothing but its output', async () => {
    expect(await command(['--version'])).toEqual({
      code: 0,
      out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/),
      err: '',
    });
  });

  it('checks a file, without colours where nobody sees them', async () => {
    const { code, out, err } = await command([
      'check',
      file('admin.json', ADMIN),
    ]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain(
      '\n  Critical  Role is an administrator of the account\n',
    );
    expect(out).not.toContain('\u001B');
  });

  it('checks lines, one answer for each', async () => {
    const { code, out } = await command(
      ['check', '--jsonl'],
      [JSON.stringify(ADMIN), '{', JSON.stringify(READER)].join('\n'),
    );
    const answers = out
      .trimEnd()
      .split('\n')
      .map(line => JSON.parse(line));
    expect(code).toBe(0);
    expect(answers.map(answer => Object.keys(answer))).toEqual([
      ['findings', 'undecided'],
      ['error'],
      ['findings', 'undecided'],
    ]);
  });

  it('answers a line while the next one is still to come', async () => {
    const child = start(['check', '--jsonl']);
    child.stdin.write(`${JSON.stringify(READER)}\n`);
    const [answer] = await new Promise<[string]>(resolve => {
      child.stdout.once('data', data => resolve([String(data)]));
    });
    child.stdin.end();
    expect(answer).toMatch(/^\{"findings":.*\}\n$/);
    expect(await exitOf(child)).toBe(0);
  });

  it.each([
    ['--json', 'findings'],
    ['--sarif', 'runs'],
  ])('prints %s as one document', async (option, key) => {
    const { out } = await command(['check', option], JSON.stringify(ADMIN));
    expect(JSON.parse(out)[key].length).toBeGreaterThan(0);
  });

  it('exits with 1 for --fail-on', async () => {
    const args = ['check', '--fail-on', 'critical'];
    expect((await command(args, JSON.stringify(ADMIN))).code).toBe(1);
    expect((await command(args, JSON.stringify(READER))).code).toBe(0);
  });

  it('exits with 2 for bad input, and names file, place and expectation', async () => {
    const bad = file('bad.json', { role: { ...ADMIN.role, slot: 'tasks' } });
    const missing = join(folder, 'missing.json');
    const { code, out, err } = await command(['check', bad, missing, folder]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err.split('\n')).toEqual([
      expect.stringMatching(
        /^iam-analysis: .*bad\.json: \/role\/slot: expected one of .*, found "tasks"$/,
      ),
      `iam-analysis: ${missing}: it cannot be read: there is no such file`,
      `iam-analysis: ${folder}: it cannot be read: it is a folder; expected a file`,
      '',
    ]);
  });

  it('decides what a role can do', async () => {
    const { code, out } = await command([
      'can',
      '--role',
      file('reader.json', READER),
      '--action',
      's3:GetObject',
      '--resource',
      'arn:aws:s3:::assets/a',
      '--json',
    ]);
    expect(code).toBe(0);
    expect(JSON.parse(out).decision).toBe('allowed');
  });

  it('proposes code, and nothing beside it on the standard output', async () => {
    const { code, out, err } = await command(
      ['advise', '--format', 'terraform'],
      JSON.stringify(aCase('queues', 'sqs:*')),
    );
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^data "aws_iam_policy_document" "app" \{\n/);
    expect(out).toContain('      "sqs:List*",\n');
  });

  it('says what a task definition demands', async () => {
    const secret = 'arn:aws:ssm:eu-west-1:111122223333:parameter/key';
    const { code, out, err } = await command(
      ['needs', '--json', '-'],
      JSON.stringify({
        family: 'checkout',
        containerDefinitions: [
          { image: 'nginx', secrets: [{ name: 'KEY', valueFrom: secret }] },
        ],
      }),
    );
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(JSON.parse(out).execution.needs).toEqual([
      expect.objectContaining({
        actions: ['ssm:GetParameters'],
        resources: [secret],
      }),
    ]);
  });

  it('lists the rules', async () => {
    const { out } = await command(['rules', '--json']);
    expect(JSON.parse(out)).toContainEqual(
      expect.objectContaining({ id: 'iam.malformed' }),
    );
  });

  it('ends quietly when nobody reads on', async () => {
    const child = start(['rules', '--json']);
    child.stdout.destroy();
    expect(await exitOf(child)).toBe(0);
  });
});

function start(args: readonly string[]) {
  return spawn(process.execPath, [SCRIPT, ...args]);
}

type Child = ReturnType<typeof start>;

function exitOf(child: Child): Promise<number | null> {
  return new Promise(resolve => {
    child.on('close', resolve);
  });
}

async function command(args: readonly string[], stdin: string = '') {
  const child = start(args);
  const written = { out: '', err: '' };
  child.stdout.on('data', data => {
    written.out += data;
  });
  child.stderr.on('data', data => {
    written.err += data;
  });
  child.stdin.end(stdin);
  return { code: await exitOf(child), ...written };
}

function aCase(name: string, action: string) {
  return {
    role: {
      arn: `arn:aws:iam::111122223333:role/${name}`,
      slot: 'task',
      trustPolicy: {
        Version: '2012-10-17',
        Statement: [
          {
            Effect: 'Allow',
            Principal: { Service: 'ecs-tasks.amazonaws.com' },
            Action: 'sts:AssumeRole',
          },
        ],
      },
      policies: [
        {
          name: 'app',
          document: {
            Version: '2012-10-17',
            Statement: [{ Effect: 'Allow', Action: action, Resource: '*' }],
          },
        },
      ],
    },
  };
}
