import fc from 'fast-check';
import { parsePolicy, parsePolicyValue } from './parsePolicy';
import type { Statement } from './types';

const VERSION = '2012-10-17';
const ALLOW = { Effect: 'Allow', Action: 's3:GetObject', Resource: '*' };
const TRUST = {
  Effect: 'Allow',
  Principal: { Service: 'ecs-tasks.amazonaws.com' },
  Action: 'sts:AssumeRole',
};

describe('parsePolicy', () => {
  it('reads an identity policy', () => {
    const text = JSON.stringify({
      Version: VERSION,
      Id: 'app',
      Statement: [
        {
          Sid: 'Read',
          Effect: 'Allow',
          Action: ['s3:GetObject', 's3:List*'],
          NotResource: 'arn:aws:s3:::payroll/*',
          Condition: {
            'ForAnyValue:StringLikeIfExists': { 'aws:CalledVia': ['a', 'b'] },
            Bool: { 'aws:SecureTransport': true },
          },
        },
        { Effect: 'Deny', NotAction: 'iam:*', Resource: ['*'] },
      ],
    });
    expect(parsePolicy(text)).toEqual({
      version: VERSION,
      id: 'app',
      statements: [
        statement({
          sid: 'Read',
          actions: { kind: 'only', patterns: ['s3:GetObject', 's3:List*'] },
          resources: { kind: 'all-but', patterns: ['arn:aws:s3:::payroll/*'] },
          conditions: [
            {
              operator: 'StringLike',
              set: 'ForAnyValue',
              ifExists: true,
              key: 'aws:CalledVia',
              values: ['a', 'b'],
            },
            {
              operator: 'Bool',
              set: null,
              ifExists: false,
              key: 'aws:SecureTransport',
              values: ['true'],
            },
          ],
        }),
        statement({
          effect: 'Deny',
          actions: { kind: 'all-but', patterns: ['iam:*'] },
          at: '/Statement/1',
        }),
      ],
      unread: [],
      faults: [],
    });
  });

  it('reads a single statement, whose pointer has no index', () => {
    expect(parsePolicy(document(ALLOW)).statements).toEqual([
      statement({
        actions: { kind: 'only', patterns: ['s3:GetObject'] },
        at: '/Statement',
      }),
    ]);
  });

  it.each([
    ['everyone', '*', 'only', [{ type: '*', value: '*' }]],
    ['any AWS principal', { AWS: '*' }, 'only', [{ type: 'AWS', value: '*' }]],
    [
      'several types and lists',
      {
        AWS: ['111122223333', 'arn:aws:iam::111122223333:root'],
        Service: 'ec2.amazonaws.com',
      },
      'only',
      [
        { type: 'AWS', value: '111122223333' },
        { type: 'AWS', value: 'arn:aws:iam::111122223333:root' },
        { type: 'Service', value: 'ec2.amazonaws.com' },
      ],
    ],
  ])('reads a trust policy for %s', (_, Principal, kind, principals) => {
    const text = document([{ ...TRUST, Principal }]);
    const { statements, faults } = parsePolicy(text, 'trust');
    expect(statements[0].principals).toEqual({ kind, principals });
    expect(statements[0].resources).toBeNull();
    expect(faults).toEqual([]);
  });

  it('reads NotPrincipal', () => {
    const { Principal, ...rest } = TRUST;
    const text = document([{ ...rest, NotPrincipal: Principal }]);
    expect(parsePolicy(text, 'trust').statements[0].principals).toEqual({
      kind: 'all-but',
      principals: [{ type: 'Service', value: 'ecs-tasks.amazonaws.com' }],
    });
  });

  it('keeps the good statements beside a bad one', () => {
    const { statements, faults } = parsePolicy(
      document([ALLOW, { ...ALLOW, Effect: undefined }, ALLOW]),
    );
    expect(statements.map(({ at }) => at)).toEqual([
      '/Statement/0',
      '/Statement/2',
    ]);
    expect(faults).toEqual([
      {
        at: '/Statement/1',
        message: "Effect is missing; expected 'Allow' or 'Deny'",
      },
    ]);
  });

  it('tells the faults of a bad statement all at once', () => {
    const text = document([{ Effect: 'allow', Action: [], Resource: 7 }]);
    expect(placesOf(text)).toEqual([
      '/Statement/0/Effect',
      '/Statement/0/Action',
      '/Statement/0/Resource',
    ]);
  });

  it('escapes the keys in a pointer', () => {
    const text = document([
      { ...ALLOW, Condition: { StringEquals: { 's3:a/b~c': {} } } },
    ]);
    expect(placesOf(text)).toEqual([
      '/Statement/0/Condition/StringEquals/s3:a~1b~0c',
    ]);
  });
});

describe('faults that leave the statement in', () => {
  it.each([
    ['old Version', { Version: '2008-10-17', Statement: [ALLOW] }, '/Version'],
    ['missing Version', { Statement: [ALLOW] }, '/Version'],
    [
      'unknown Version',
      { Version: '2024-01-01', Statement: [ALLOW] },
      '/Version',
    ],
    [
      'Version of another type',
      { Version: 2012, Statement: [ALLOW] },
      '/Version',
    ],
    [
      'Id of another type',
      { Version: VERSION, Id: 1, Statement: [ALLOW] },
      '/Id',
    ],
    [
      'unknown key',
      { Version: VERSION, Statement: [ALLOW], Note: '' },
      '/Note',
    ],
    [
      'unknown key of a statement',
      of({ ...ALLOW, Actions: 'x' }),
      '/Statement/0/Actions',
    ],
    [
      'principal in an identity policy',
      of({ ...ALLOW, Principal: '*' }),
      '/Statement/0/Principal',
    ],
    ['Sid of another type', of({ ...ALLOW, Sid: 1 }), '/Statement/0/Sid'],
    [
      'action without a service',
      of({ ...ALLOW, Action: ['s3:x', 'GetObject'] }),
      '/Statement/0/Action/1',
    ],
    [
      'resource that is no ARN',
      of({ ...ALLOW, Resource: 'bucket' }),
      '/Statement/0/Resource',
    ],
    [
      'unknown operator',
      of({ ...ALLOW, Condition: { StringIs: { k: 'v' } } }),
      '/Statement/0/Condition/StringIs',
    ],
    [
      'Sid with a space',
      of({ ...ALLOW, Sid: 'Read objects' }),
      '/Statement/0/Sid',
    ],
    [
      'key in two letter cases',
      of({
        ...ALLOW,
        Condition: {
          StringEquals: { 'aws:SourceVpc': 'a', 'AWS:sourcevpc': 'b' },
        },
      }),
      '/Statement/0/Condition/StringEquals/AWS:sourcevpc',
    ],
    [
      'Null with IfExists',
      of({ ...ALLOW, Condition: { NullIfExists: { k: 'true' } } }),
      '/Statement/0/Condition/NullIfExists',
    ],
  ])('%s', (_, value, at) => {
    const { statements, faults } = parsePolicy(JSON.stringify(value));
    expect(statements).toHaveLength(1);
    expect(faults.map(fault => fault.at)).toEqual([at]);
  });

  it.each([
    ['NumericLessThan', ['10', 'ten'], "expected a number, found 'ten'"],
    [
      'DateGreaterThanIfExists',
      ['1767225600', 'yesterday'],
      "expected a date such as 2026-01-31T00:00:00Z, or seconds since 1970, found 'yesterday'",
    ],
    ['Bool', [true, 'yes'], "expected 'true' or 'false', found 'yes'"],
    ['Null', ['false', 0], "expected 'true' or 'false', found '0'"],
    [
      'ForAnyValue:IpAddress',
      ['10.0.0.0/8', '10.0.0.0/33'],
      "expected an IP address or a range such as 203.0.113.0/24, found '10.0.0.0/33'",
    ],
  ])('a value that %s cannot compare', (operator, values, message) => {
    const Condition = { [operator]: { key: values } };
    const parsed = parsePolicyValue(of({ ...ALLOW, Condition }));
    expect(parsed.statements[0].conditions[0].values).toEqual(
      values.map(String),
    );
    expect(parsed.faults).toEqual([
      { at: `/Statement/0/Condition/${operator}/key/1`, message },
    ]);
  });

  it.each([
    ['a number among the values of a text', { StringEquals: { k: ['a', 1] } }],
    [
      'a variable where a boolean may be one',
      { Bool: { k: '${aws:PrincipalTag/mfa}' } },
    ],
    ['a text that is no ARN', { ArnLike: { k: '*' } }],
    ['a date without a time', { DateLessThan: { k: '2026-01-31' } }],
    ['a decimal number', { NumericLessThan: { k: '0.5' } }],
    ['an address of IPv6', { NotIpAddress: { k: '2001:db8::1' } }],
    [
      'one key under two operators',
      { StringLike: { k: 'a*' }, StringNotLike: { k: 'ab*' } },
    ],
  ])('but not %s', (_, Condition) => {
    expect(parsePolicyValue(of({ ...ALLOW, Condition })).faults).toEqual([]);
  });

  it('a Sid of a trust policy may hold more than letters and digits', () => {
    const text = document([{ ...TRUST, Sid: 'Tasks of ECS' }]);
    expect(parsePolicy(text, 'trust').faults).toEqual([]);
  });

  it('a Sid that is used twice', () => {
    const text = document([
      { ...ALLOW, Sid: 'A' },
      { ...ALLOW, Sid: 'A' },
      { ...ALLOW, Sid: 'B' },
    ]);
    expect(parsePolicy(text).statements).toHaveLength(3);
    expect(parsePolicy(text).faults).toEqual([
      { at: '/Statement/1/Sid', message: "Sid 'A' is used more than once" },
    ]);
  });

  it('statements without a Sid share none', () => {
    expect(placesOf(document([ALLOW, { ...ALLOW, Sid: '' }, ALLOW]))).toEqual(
      [],
    );
  });
});

describe('faults that take the statement out', () => {
  it.each([
    [
      'both Action and NotAction',
      { ...ALLOW, NotAction: 'iam:*' },
      '/Statement/0',
    ],
    ['neither', { Effect: 'Allow', Resource: '*' }, '/Statement/0'],
    [
      'neither Resource nor NotResource',
      { Effect: 'Allow', Action: '*' },
      '/Statement/0',
    ],
    ['unknown Effect', { ...ALLOW, Effect: 'Permit' }, '/Statement/0/Effect'],
    ['empty list of actions', { ...ALLOW, Action: [] }, '/Statement/0/Action'],
    [
      'action that is no string',
      { ...ALLOW, Action: ['s3:x', 1] },
      '/Statement/0/Action/1',
    ],
    [
      'condition that is no object',
      { ...ALLOW, Condition: [] },
      '/Statement/0/Condition',
    ],
    [
      'operator without keys',
      { ...ALLOW, Condition: { Bool: 'x' } },
      '/Statement/0/Condition/Bool',
    ],
    [
      'key without values',
      { ...ALLOW, Condition: { Bool: { k: [] } } },
      '/Statement/0/Condition/Bool/k',
    ],
    [
      'value that is no scalar',
      { ...ALLOW, Condition: { Bool: { k: [null] } } },
      '/Statement/0/Condition/Bool/k/0',
    ],
    ['statement that is no object', 'Allow', '/Statement/0'],
  ])('%s', (_, value, at) => {
    expect(keptAndFaults(document([value]), 'identity')).toEqual([[], [at]]);
  });

  it.each([
    [
      'no principal',
      { Effect: 'Allow', Action: 'sts:AssumeRole' },
      '/Statement/0',
    ],
    [
      'both forms of principal',
      { ...TRUST, NotPrincipal: '*' },
      '/Statement/0',
    ],
    [
      'principal as text',
      { ...TRUST, Principal: 'ec2.amazonaws.com' },
      '/Statement/0/Principal',
    ],
    [
      'unknown type of principal',
      { ...TRUST, Principal: { User: 'x' } },
      '/Statement/0/Principal/User',
    ],
    [
      'no principal in the object',
      { ...TRUST, Principal: {} },
      '/Statement/0/Principal',
    ],
    [
      'principal that is no string',
      { ...TRUST, Principal: { AWS: [1] } },
      '/Statement/0/Principal/AWS/0',
    ],
  ])('trust: %s', (_, value, at) => {
    expect(keptAndFaults(document([value]), 'trust')).toEqual([[], [at]]);
  });
});

describe('documents of which nothing can be kept', () => {
  it.each([
    ['broken JSON', '{"Version":', ''],
    ['no text at all', '', ''],
    ['a list', '[]', ''],
    ['null', 'null', ''],
    ['no statement', JSON.stringify({ Version: VERSION }), '/Statement'],
    ['an empty list of statements', document([]), '/Statement'],
  ])('%s', (_, text, at) => {
    const { statements, faults } = parsePolicy(text);
    expect(statements).toEqual([]);
    expect(faults.map(fault => fault.at)).toEqual([at]);
  });
});

describe('what was not read', () => {
  it.each([
    ['nothing of a sound document', of(ALLOW), []],
    ['nothing of an empty list, which says nothing', withStatements([]), []],
    [
      'nothing, when a fault left the statement in',
      of({ ...ALLOW, Sid: 1 }),
      [],
    ],
    [
      'the statements that were given up',
      withStatements([ALLOW, { ...ALLOW, Effect: '' }, 1]),
      ['/Statement/1', '/Statement/2'],
    ],
    [
      'a single statement without a list',
      withStatements({ ...ALLOW, Effect: '' }),
      ['/Statement'],
    ],
    ['statements that are missing', { Version: VERSION }, ['/Statement']],
    ['the whole document, when it is none', 'Allow', ['']],
  ])('is %s', (_, value, expected) => {
    expect(parsePolicyValue(value).unread).toEqual(expected);
  });
});

it('parses a value as it parses its text', () => {
  fc.assert(
    fc.property(fc.jsonValue(), value => {
      const text = JSON.stringify({ Statement: value });
      expect(parsePolicyValue({ Statement: value })).toEqual(parsePolicy(text));
    }),
  );
});

it('does not change when the value it was parsed from does', () => {
  const Action = ['s3:GetObject'];
  const { statements } = parsePolicyValue(of({ ...ALLOW, Action }));
  Action.push('*');
  expect(statements[0].actions.patterns).toEqual(['s3:GetObject']);
});

it('never throws, and finds a fault wherever it keeps less than it was given', () => {
  const anything = fc.oneof(fc.string(), fc.json(), fc.json().map(document));
  fc.assert(
    fc.property(
      anything,
      fc.constantFrom('identity' as const, 'trust' as const),
      (text, kind) => {
        const { statements, faults } = parsePolicy(text, kind);
        expect(faults.length + statements.length).toBeGreaterThan(0);
      },
    ),
  );
});

function of(each: unknown) {
  return withStatements([each]);
}

function withStatements(Statement: unknown) {
  return { Version: VERSION, Statement };
}

function document(statements: unknown): string {
  return JSON.stringify({ Version: VERSION, Statement: statements });
}

function placesOf(text: string): string[] {
  return parsePolicy(text).faults.map(({ at }) => at);
}

function keptAndFaults(text: string, kind: 'identity' | 'trust') {
  const { statements, faults } = parsePolicy(text, kind);
  return [statements, faults.map(({ at }) => at)];
}

function statement(parts: Partial<Statement>): Statement {
  return {
    sid: null,
    effect: 'Allow',
    actions: { kind: 'only', patterns: ['*'] },
    resources: { kind: 'only', patterns: ['*'] },
    principals: null,
    conditions: [],
    at: '/Statement/0',
    ...parts,
  };
}
