import { allow, deny, documentOf, policy } from '../../rules/caseBuilders';
import { known, unknown } from '../../known';
import { aNeed, needsOf } from '../../testUtils';
import type { DecidingRole } from '../../decide/decide';
import { judgeNeeds } from './judgeNeeds';
import type { JudgedNeed } from './judgedNeed';
import type { PermissionNeed } from './permission';

const REPOSITORY =
  'arn:aws:ecr:eu-west-1:111122223333:repository/shop/checkout';
const GROUP = 'arn:aws:logs:eu-west-1:111122223333:log-group:/ecs/checkout';
const PULL = ['ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'];

function holding(
  statements: readonly object[],
  boundary?: readonly object[],
): DecidingRole {
  return {
    policies: [policy('inline:app', documentOf(statements))],
    boundary: boundary ? policy('boundary:arn', documentOf(boundary)) : null,
  };
}

function judge(
  role: DecidingRole,
  need: PermissionNeed = aNeed(),
): Omit<JudgedNeed, 'need'> {
  const judged = judgeNeeds(needsOf([need]), role);
  if (!judged.known) {
    throw new Error(judged.because);
  }
  const [{ need: same, ...rest }] = judged.value;
  expect(same).toBe(need);
  return rest;
}

const FIRST = 'inline:app#/Statement/0';
const SECOND = 'inline:app#/Statement/1';

describe('judgeNeeds', () => {
  it.each<[string, readonly object[], readonly object[] | undefined]>([
    ['by its resource', [allow(PULL, REPOSITORY)], undefined],
    ['by a wildcard', [allow('ecr:*', '*')], undefined],
    [
      'in two statements',
      [allow(PULL[0], REPOSITORY), allow(PULL[1], '*')],
      undefined,
    ],
    [
      'under a condition that each request meets',
      [
        allow(PULL, REPOSITORY, {
          StringEquals: { 'aws:ResourceAccount': '111122223333' },
        }),
      ],
      undefined,
    ],
    [
      'beside a Deny of another repository',
      [allow(PULL, '*'), deny('ecr:*', `${REPOSITORY}-internal`)],
      undefined,
    ],
    [
      'beside a Deny of requests without TLS',
      [
        allow(PULL, '*'),
        deny('*', '*', { Bool: { 'aws:SecureTransport': 'false' } }),
      ],
      undefined,
    ],
    ['within a boundary', [allow(PULL, '*')], [allow('ecr:*', '*')]],
  ])('sees a permission that is held %s', (_, statements, boundary) => {
    const { at, ...rest } = judge(holding(statements, boundary));
    expect(rest).toEqual({ state: 'held', missing: [], denied: false });
    expect(at).toContain(FIRST);
  });

  it.each<
    [
      string,
      readonly object[],
      readonly object[] | undefined,
      Omit<JudgedNeed, 'need'>,
    ]
  >([
    [
      'that nothing grants',
      [allow('s3:GetObject', '*')],
      undefined,
      { state: 'missing', missing: PULL, at: [], denied: false },
    ],
    [
      'on another repository, whose name goes on',
      [allow(PULL, `${REPOSITORY}-internal`)],
      undefined,
      { state: 'missing', missing: PULL, at: [], denied: false },
    ],
    [
      'of which one action is held',
      [allow(PULL[1], REPOSITORY)],
      undefined,
      { state: 'missing', missing: [PULL[0]], at: [], denied: false },
    ],
    [
      'in another region',
      [allow(PULL, REPOSITORY.replace('eu-west-1', 'us-east-1'))],
      undefined,
      { state: 'missing', missing: PULL, at: [], denied: false },
    ],
    [
      'for requests in another account',
      [
        allow(PULL, '*', {
          StringEquals: { 'aws:ResourceAccount': '444455556666' },
        }),
      ],
      undefined,
      { state: 'missing', missing: PULL, at: [FIRST], denied: false },
    ],
    [
      'that a Deny takes away',
      [allow(PULL, '*'), deny('ecr:BatchGetImage')],
      undefined,
      { state: 'missing', missing: [PULL[0]], at: [SECOND], denied: true },
    ],
    [
      'that the boundary leaves out',
      [allow(PULL, '*')],
      [allow('logs:*', '*')],
      { state: 'missing', missing: PULL, at: [FIRST], denied: false },
    ],
  ])('sees that a permission is missing %s', (_, held, boundary, expected) => {
    expect(judge(holding(held, boundary))).toEqual(expected);
  });

  it.each<[string, readonly object[], readonly string[]]>([
    [
      'of the network of the request',
      [allow(PULL, '*', { StringEquals: { 'aws:SourceVpc': 'vpc-1' } })],
      [FIRST],
    ],
    [
      'of a Deny',
      [
        allow(PULL, '*'),
        deny('*', '*', { StringNotEquals: { 'aws:SourceVpc': 'vpc-1' } }),
      ],
      [SECOND],
    ],
    [
      'of a Deny that an absent key keeps from applying',
      [
        allow(PULL, '*'),
        deny('*', '*', { StringEquals: { 'aws:SourceVpc': 'vpc-2' } }),
      ],
      [FIRST, SECOND],
    ],
  ])('does not call missing what hangs on a key %s', (_, statements, at) => {
    expect(judge(holding(statements))).toEqual({
      state: 'conditional',
      missing: [],
      at,
      denied: false,
    });
  });

  it('asks for the resources that are used in fact', () => {
    const need = aNeed({
      actions: ['logs:PutLogEvents'],
      resources: [`${GROUP}:log-stream:*`],
      probes: [`${GROUP}:log-stream:ecs/app/0123`],
    });
    const narrow = holding([
      allow('logs:PutLogEvents', `${GROUP}:log-stream:ecs/*`),
    ]);
    const other = holding([
      allow('logs:PutLogEvents', `${GROUP}:log-stream:web/*`),
    ]);
    expect(judge(narrow, need).state).toBe('held');
    expect(judge(other, need).state).toBe('missing');
  });

  it('asks for what a wildcard stands for, so that a name of one’s own is not enough', () => {
    const need = aNeed({
      actions: ['secretsmanager:GetSecretValue'],
      resources: [
        'arn:aws:secretsmanager:eu-west-1:111122223333:secret:db-??????',
      ],
    });
    const granted = (suffix: string) =>
      holding([
        allow(
          'secretsmanager:GetSecretValue',
          `arn:aws:secretsmanager:eu-west-1:111122223333:secret:db${suffix}`,
        ),
      ]);
    expect(judge(granted('-??????'), need).state).toBe('held');
    expect(judge(granted('-*'), need).state).toBe('held');
    expect(judge(granted('-Ab12Cd'), need).state).toBe('missing');
    expect(judge(granted(''), need).state).toBe('missing');
  });

  it('judges by the keys that are in the request', () => {
    const need = aNeed({
      actions: ['kms:Decrypt'],
      resources: ['arn:aws:kms:eu-west-1:111122223333:key/1'],
      context: { 'kms:ViaService': 'secretsmanager.eu-west-1.amazonaws.com' },
    });
    const via = (service: string) =>
      holding([
        allow('kms:Decrypt', '*', {
          StringEquals: {
            'kms:ViaService': `${service}.eu-west-1.amazonaws.com`,
          },
        }),
      ]);
    expect(judge(via('secretsmanager'), need).state).toBe('held');
    expect(judge(via('ssm'), need).state).toBe('missing');
  });

  it('knows nothing of a role with a policy that was not read', () => {
    const unread = unknown('AccessDenied', 'iam:GetRolePolicy');
    const role = holding([allow('ecr:*', '*')]);
    expect(
      judgeNeeds(needsOf([aNeed()]), {
        ...role,
        policies: [
          ...role.policies,
          { ...policy('inline:b', '{}'), document: unread },
        ],
      }),
    ).toEqual(unread);
  });

  it('says nothing of a role that needs nothing', () => {
    expect(judgeNeeds(needsOf([]), holding([]))).toEqual(known([]));
  });
});

describe('judgeNeeds, of a secret whose ARN is not known to the end', () => {
  const SECRET = 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:shop/db';
  const READ = 'secretsmanager:GetSecretValue';
  const unended = aNeed({
    row: 'E12c',
    actions: [READ],
    resources: [`${SECRET}-??????`],
    probes: [`${SECRET}-AbCdEf`],
    possible: [`${SECRET}-??????`],
  });

  it.each([
    ['any six characters', [allow(READ, `${SECRET}-??????`)]],
    [
      'six characters that are known to others',
      [allow(READ, `${SECRET}-Zz9Yy8`)],
    ],
    ['some of them', [allow(READ, `${SECRET}-Zz????`)]],
    [
      'them, beside other secrets',
      [allow(READ, [`${SECRET}2-AbCdEf`, `${SECRET}-Zz9Yy8`])],
    ],
  ])('takes a role that names %s to hold it', (_, statements) => {
    expect(judge(holding(statements), unended)).toMatchObject({
      state: 'held',
      missing: [],
    });
  });

  it.each([
    ['another secret', [allow(READ, `${SECRET}2-Zz9Yy8`)]],
    ['a longer name', [allow(READ, `${SECRET}-replica-Zz9Yy8`)]],
    [
      'another action',
      [allow('secretsmanager:DescribeSecret', `${SECRET}-Zz9Yy8`)],
    ],
    [
      'it, which a Deny takes away',
      [allow(READ, `${SECRET}-Zz9Yy8`), deny(READ, `${SECRET}-*`)],
    ],
  ])('calls it missing of a role that names %s', (_, statements) => {
    expect(judge(holding(statements), unended)).toMatchObject({
      state: 'missing',
      missing: [READ],
    });
  });

  it('does not search for a secret that is known', () => {
    const whole = aNeed({ actions: [READ], resources: [`${SECRET}-AbCdEf`] });
    expect(judge(holding([allow(READ, `${SECRET}-Zz9Yy8`)]), whole).state).toBe(
      'missing',
    );
  });

  it('asks for the longer name of one that may be whole', () => {
    const whole = aNeed({
      actions: [READ],
      resources: [`${SECRET}-secret`, `${SECRET}-secret-??????`],
      probes: [`${SECRET}-secret`],
      possible: [`${SECRET}-secret-??????`],
    });
    const states = [
      `${SECRET}-secret`,
      `${SECRET}-secret-*`,
      `${SECRET}-other`,
    ].map(resource => judge(holding([allow(READ, resource)]), whole).state);
    expect(states).toEqual(['held', 'held', 'missing']);
  });
});
