import {
  ACCOUNT,
  aDefinition,
  BESIDE,
  KEY,
  SECRET,
} from './testUtils/aDefinition';
import { call } from './testUtils/call';

const EXECUTION = `arn:aws:iam::${ACCOUNT}:role/checkout-execution`;
const LOGS = `arn:aws:logs:eu-west-1:${ACCOUNT}:log-group:/ecs/checkout:log-stream:*`;
const ALL = [
  allow('secretsmanager:GetSecretValue', SECRET),
  allow('kms:Decrypt', KEY),
  allow(['logs:CreateLogStream', 'logs:PutLogEvents'], LOGS),
];
const ABOUT_NEEDS =
  /^ecs\.(missing|excess|execution-role|tool-shaped|agent|default-role)/;

describe('iam-analysis check, on the roles of a task definition', () => {
  it.each([
    ['the role holds exactly what is needed', ALL, []],
    [
      'the role lacks a secret',
      ALL.slice(1),
      [`high ecs.missing-permission execution ${BESIDE.service.serviceArn}`],
    ],
    [
      'the role holds another secret, which is not the one that is named',
      [allow('secretsmanager:GetSecretValue', `${SECRET}x`), ...ALL.slice(1)],
      [
        `high ecs.missing-permission execution ${BESIDE.service.serviceArn}`,
        `medium ecs.execution-role-broad-secrets execution ${EXECUTION}`,
      ],
    ],
    [
      'the role holds what an application needs',
      [...ALL, allow('sqs:SendMessage', `arn:aws:sqs:eu-west-1:${ACCOUNT}:a`)],
      [`high ecs.execution-role-app-permissions execution ${EXECUTION}`],
    ],
  ])(
    'reports what is missing and what is beyond: %s',
    async (_, statements, expected) => {
      expect(await findingsOf(aCase(statements))).toEqual(expected);
    },
  );

  it.each([
    ['a variable', '${SECRET}'],
    ['Ref', { Ref: 'Secret' }],
    [
      'Fn::Sub',
      { 'Fn::Sub': 'arn:aws:ssm:${AWS::Region}:${AWS::AccountId}:parameter/a' },
    ],
    ['a malformed reference', 'not a name!'],
    ['no reference', undefined],
  ])(
    'calls nothing missing for %s in place of a reference',
    async (_, valueFrom) => {
      const taskDefinition = {
        ...aDefinition(),
        containerDefinitions: [
          { image: 'nginx', secrets: [{ name: 'A', valueFrom }] },
        ],
      };
      expect(await findingsOf({ ...aCase([]), taskDefinition })).toEqual([]);
    },
  );

  it('takes where the tasks run from options', async () => {
    const taskDefinition = {
      ...aDefinition(),
      containerDefinitions: [
        { image: 'nginx', secrets: [{ name: 'A', valueFrom: 'key' }] },
      ],
    };
    const given = { taskDefinition, roles: { execution: { policies: [] } } };
    expect(await findingsOf(given)).toEqual([]);
    expect(
      await findingsOf(given, ['--account', ACCOUNT, '--region', 'eu-west-1']),
    ).toEqual(['high ecs.missing-permission execution checkout']);
  });

  it('judges a slot that the task definition leaves without a role', async () => {
    const taskDefinition = { ...aDefinition(), taskRoleArn: 'checkout-task' };
    const { out } = await call(['check', 'a.json'], {
      files: { 'a.json': { taskDefinition, roles: {} } },
    });
    expect(out).toMatch(/^checkout, no execution role\ncheckout \(a\.json\)\n/);
    expect(out).toContain('  High  Execution role is missing\n');
  });

  it('says of which role each entry speaks, and where it stands', async () => {
    const files = { 'a.json': aCase(ALL.slice(1)) };
    const args = ['--fail-on', 'high', 'a.json'];
    const json = await call(['check', '--json', ...args], { files });
    expect(json.code).toBe(1);
    expect(JSON.parse(json.out).findings.find(isMissing)).toEqual(
      expect.objectContaining({
        role: EXECUTION,
        slot: 'execution',
        file: 'a.json',
        case: '',
        data: expect.objectContaining({
          because: 'containerDefinitions[0].secrets[0].valueFrom',
          actions: ['secretsmanager:GetSecretValue'],
        }),
      }),
    );
    const sarif = JSON.parse(
      (await call(['check', '--sarif', ...args], { files })).out,
    );
    expect(sarif.runs[0].results.find(isMissing).properties).toEqual(
      expect.objectContaining({ role: EXECUTION, slot: 'execution' }),
    );
  });

  it('points into the policy of the slot in the file', async () => {
    const text = JSON.stringify(
      aCase([...ALL, allow('ecs:Poll', '*')]),
      null,
      2,
    );
    const { out } = await call(['check', '--sarif'], { stdin: text });
    const { results } = JSON.parse(out).runs[0];
    const { region } = results.find(
      ({ ruleId }: { ruleId: string }) => ruleId === 'ecs.agent-actions',
    ).locations[0].physicalLocation;
    const lines = text.split('\n');
    expect(lines.slice(region.startLine - 1, region.startLine + 2)).toEqual([
      expect.stringMatching(/\{$/),
      expect.stringContaining('"Effect"'),
      expect.stringContaining('"ecs:Poll"'),
    ]);
  });

  it('answers a line with one line, whose entries name the slot', async () => {
    const { code, out } = await call(
      ['check', '--jsonl', '--fail-on', 'high'],
      {
        stdin: `${JSON.stringify(aCase(ALL.slice(1)))}\n${JSON.stringify({
          taskDefinition: aDefinition(),
          roles: { tsk: {} },
        })}`,
      },
    );
    const [first, second] = out
      .trimEnd()
      .split('\n')
      .map(line => JSON.parse(line));
    expect(code).toBe(2);
    expect(Object.keys(first)).toEqual(['findings', 'undecided']);
    expect(first.findings.find(isMissing).slot).toBe('execution');
    expect(
      first.undecided.every(({ slot }: { slot: string }) =>
        ['execution', 'task'].includes(slot),
      ),
    ).toBe(true);
    expect(second).toEqual({
      error:
        'line 2: /roles/tsk: there is no such slot here; expected one of execution, task, instance',
    });
  });

  it('judges the role of a case by its task definition too', async () => {
    expect(
      await findingsOf({
        role: { arn: EXECUTION, slot: 'execution', policies: [] },
        facts: {
          ...BESIDE,
          taskDefinition: { ...aDefinition(), executionRoleArn: EXECUTION },
        },
      }),
    ).toEqual([
      `high ecs.missing-permission execution ${BESIDE.service.serviceArn}`,
      `high ecs.missing-permission execution ${BESIDE.service.serviceArn}`,
      `high ecs.missing-permission execution ${BESIDE.service.serviceArn}`,
    ]);
  });
});

/** What is found of needs: severity, rule, slot and subject. */
async function findingsOf(
  given: object,
  options: readonly string[] = [],
): Promise<string[]> {
  const { code, out } = await call(['check', '--json', ...options], {
    stdin: JSON.stringify(given),
  });
  expect(code).toBe(0);
  const { findings }: { findings: readonly Record<string, string>[] } =
    JSON.parse(out);
  return findings
    .filter(
      ({ ruleId, state }) => state === 'active' && ABOUT_NEEDS.test(ruleId),
    )
    .map(({ severity, ruleId, slot, subject }) =>
      [severity, ruleId, slot, subject].join(' '),
    );
}

function isMissing({ ruleId }: { ruleId: string }): boolean {
  return ruleId === 'ecs.missing-permission';
}

/** A task definition, with an execution role that may do what the statements say. */
function aCase(statements: readonly object[]) {
  return {
    ...BESIDE,
    taskDefinition: { ...aDefinition(), executionRoleArn: EXECUTION },
    roles: {
      execution: {
        policies: [
          {
            name: 'app',
            document: { Version: '2012-10-17', Statement: statements },
          },
        ],
      },
    },
  };
}

function allow(action: string | readonly string[], resource: string) {
  return { Effect: 'Allow', Action: action, Resource: resource };
}
