import fc from 'fast-check';
import { known, unknown } from '../known';
import { parsePolicy, parsePolicyValue } from '../policy/parsePolicy';
import type { Policy } from '../policy/roleDocuments';
import { decide } from './decide';
import type { Because, DecisionRequest } from './decision';

const OBJECT = 'arn:aws:s3:::bucket/key';
const READ: DecisionRequest = {
  action: 's3:GetObject',
  resource: OBJECT,
  context: {},
};

type Json = Readonly<Record<string, unknown>>;

const allow = (Action: unknown, parts: Json = {}): Json => ({
  Effect: 'Allow',
  Action,
  Resource: '*',
  ...parts,
});
const deny = (Action: unknown, parts: Json = {}): Json => ({
  ...allow(Action, parts),
  Effect: 'Deny',
});

function policy(id: string, ...Statement: unknown[]): Policy {
  const document = parsePolicyValue({ Version: '2012-10-17', Statement });
  return { id, name: id, arn: null, document: known(document) };
}

const app = (...statements: unknown[]) => [policy('inline:app', ...statements)];
const boundary = (...statements: unknown[]) =>
  policy('boundary:limit', ...statements);

function decisionOf(
  policies: readonly Policy[],
  limit: Policy | null = null,
  request: Partial<DecisionRequest> = {},
) {
  const decision = decide(
    { policies, boundary: limit },
    { ...READ, ...request },
  );
  return decision.known ? decision.value.decision : decision;
}

function becauseOf(
  policies: readonly Policy[],
  limit: Policy | null = null,
  request: Partial<DecisionRequest> = {},
) {
  const decision = decide(
    { policies, boundary: limit },
    { ...READ, ...request },
  );
  return decision.known ? decision.value.because : decision;
}

function reason(parts: Partial<Because>): Because {
  return {
    policy: 'inline:app',
    at: 'inline:app#/Statement/0',
    effect: 'Allow',
    did: 'grants',
    open: [],
    failed: [],
    lacks: [],
    ...parts,
  };
}

const IN_BOUNDARY = {
  policy: 'boundary:limit',
  at: 'boundary:limit#/Statement/0',
};
const DENY = { effect: 'Deny', did: 'denies' } as const;

describe('without a boundary', () => {
  it.each([
    ['nothing grants', app(), 'implicitDeny'],
    ['there is no policy', [], 'implicitDeny'],
    ['an Allow grants', app(allow('s3:Get*')), 'allowed'],
    [
      'an Allow of another policy grants',
      [policy('inline:a', allow('ec2:*')), policy('inline:b', allow('s3:*'))],
      'allowed',
    ],
    [
      'the Allow is for another action',
      app(allow('s3:PutObject')),
      'implicitDeny',
    ],
    [
      'the Allow is for another resource',
      app(allow('s3:*', { Resource: 'arn:aws:s3:::other/*' })),
      'implicitDeny',
    ],
    [
      'a Deny applies, whichever comes first',
      app(allow('*'), deny('s3:GetObject')),
      'explicitDeny',
    ],
    [
      'a Deny of another policy applies',
      [policy('inline:a', deny('s3:*')), policy('inline:b', allow('s3:*'))],
      'explicitDeny',
    ],
    ['there is only a Deny', app(deny('*')), 'explicitDeny'],
    [
      'a Deny of all but other actions applies',
      app(allow('*'), deny(undefined, { NotAction: 'iam:*' })),
      'explicitDeny',
    ],
    [
      'a Deny of all but this action does not apply',
      app(allow('*'), deny(undefined, { NotAction: 's3:*' })),
      'allowed',
    ],
    [
      'a Deny of all but this resource does not apply',
      app(
        allow('*'),
        deny('*', {
          Resource: undefined,
          NotResource: 'arn:aws:s3:::bucket/*',
        }),
      ),
      'allowed',
    ],
    [
      'an Allow of all but other actions grants',
      app(allow(undefined, { NotAction: 'iam:*' })),
      'allowed',
    ],
    [
      'an unknown action is granted like any other',
      app(allow('s3:Get*')),
      'allowed',
      { action: 's3:GetSomethingNew' },
    ],
    [
      'the action is spelled in another letter case',
      app(allow('S3:getobject')),
      'allowed',
      { action: 's3:GETOBJECT' },
    ],
  ])('%s', (_, policies, expected, request: Partial<DecisionRequest> = {}) => {
    expect(decisionOf(policies, null, request)).toBe(expected);
  });
});

describe('an action that cannot be restricted to resources', () => {
  const LIST = { action: 's3:ListAllMyBuckets' };

  it.each([
    ['*', 'allowed'],
    ['arn:aws:s3:::*', 'implicitDeny'],
    ['arn:aws:s3:::bucket/*', 'implicitDeny'],
  ])('is granted on %s: %s, whatever is asked for', (Resource, expected) => {
    const policies = app(allow('s3:*', { Resource }));
    expect(decisionOf(policies, null, LIST)).toBe(expected);
    expect(decisionOf(policies, null, { ...LIST, resource: '*' })).toBe(
      expected,
    );
  });

  it('is denied by a Deny on everything only', () => {
    const denied = (Resource: string) =>
      decisionOf(app(allow('*'), deny('s3:*', { Resource })), null, LIST);
    expect(denied('*')).toBe('explicitDeny');
    expect(denied('arn:aws:s3:::*')).toBe('allowed');
  });
});

describe('with a boundary', () => {
  it.each([
    ['both allow', app(allow('s3:*')), boundary(allow('s3:Get*')), 'allowed'],
    [
      'the boundary alone grants nothing',
      app(),
      boundary(allow('*')),
      'implicitDeny',
    ],
    [
      'the boundary does not permit it',
      app(allow('*')),
      boundary(allow('ec2:*')),
      'implicitDeny',
    ],
    [
      'the boundary does not permit it on the resource',
      app(allow('*')),
      boundary(allow('s3:*', { Resource: 'arn:aws:s3:::other/*' })),
      'implicitDeny',
    ],
    ['the boundary is empty', app(allow('*')), boundary(), 'implicitDeny'],
    [
      'the boundary denies it',
      app(allow('*')),
      boundary(allow('*'), deny('s3:*')),
      'explicitDeny',
    ],
    [
      'a policy denies what the boundary permits',
      app(allow('*'), deny('s3:*')),
      boundary(allow('*')),
      'explicitDeny',
    ],
  ])('%s', (_, policies, limit, expected) => {
    expect(decisionOf(policies, limit)).toBe(expected);
  });
});

describe('the reasons', () => {
  const VPC = { StringEquals: { 'aws:SourceVpc': 'vpc-1' } };
  const vpcCondition = {
    operator: 'StringEquals',
    set: null,
    ifExists: false,
    key: 'aws:SourceVpc',
    values: ['vpc-1'],
  };
  const notVpcCondition = { ...vpcCondition, operator: 'StringNotEquals' };
  const ofVpc = (aVpc: string) => ({ context: { 'aws:sourcevpc': aVpc } });

  it('are all statements that grant, and those that permit', () => {
    expect(
      becauseOf(
        [
          policy('inline:app', allow('s3:*'), allow('ec2:*')),
          policy('managed:arn', allow('iam:*'), allow('*')),
        ],
        boundary(allow('s3:*')),
      ),
    ).toEqual([
      reason({}),
      reason({ policy: 'managed:arn', at: 'managed:arn#/Statement/1' }),
      reason({ ...IN_BOUNDARY, did: 'permits' }),
    ]);
  });

  it('are only the statements that deny, of the policies and of the boundary', () => {
    expect(
      becauseOf(app(deny('s3:*'), allow('*')), boundary(deny('s3:Get*'))),
    ).toEqual([reason(DENY), reason({ ...IN_BOUNDARY, ...DENY })]);
  });

  it('are statements that would grant, but that the boundary does not let through', () => {
    expect(
      becauseOf(
        app(allow('s3:*')),
        boundary(allow('ec2:*'), allow('s3:*', { Condition: VPC })),
      ),
    ).toEqual([
      reason({ did: 'stops-at-boundary' }),
      reason({
        ...IN_BOUNDARY,
        at: 'boundary:limit#/Statement/1',
        did: 'could-permit',
        open: [vpcCondition],
        lacks: ['aws:SourceVpc'],
      }),
    ]);
  });

  it('are statements that would grant, but for an open condition', () => {
    const policies = app(allow('s3:*', { Condition: VPC }), allow('ec2:*'));
    expect(becauseOf(policies)).toEqual([
      reason({
        did: 'could-grant',
        open: [vpcCondition],
        lacks: ['aws:SourceVpc'],
      }),
    ]);
    expect(becauseOf(policies, null, ofVpc('vpc-1'))).toEqual([reason({})]);
  });

  it('are statements that would grant, but for a condition that failed', () => {
    expect(
      becauseOf(app(allow('s3:*', { Condition: VPC })), null, ofVpc('vpc-2')),
    ).toEqual([reason({ did: 'could-grant', failed: [vpcCondition] })]);
  });

  it('tell of a grant that holds because a key is absent', () => {
    expect(
      becauseOf(
        app(
          allow('s3:*', {
            Condition: { StringNotEquals: VPC.StringEquals },
          }),
        ),
      ),
    ).toEqual([reason({ open: [notVpcCondition], lacks: ['aws:SourceVpc'] })]);
  });

  it('tell of a Deny that only an absent key keeps away', () => {
    const policies = app(allow('s3:*'), deny('s3:*', { Condition: VPC }));
    expect(becauseOf(policies)).toEqual([
      reason({}),
      reason({
        effect: 'Deny',
        did: 'could-deny',
        at: 'inline:app#/Statement/1',
        open: [vpcCondition],
        lacks: ['aws:SourceVpc'],
      }),
    ]);
    expect(becauseOf(policies, null, ofVpc('vpc-2'))).toEqual([reason({})]);
  });

  it('do not tell of a Deny that another condition keeps away for sure', () => {
    const Condition = { ...VPC, Bool: { 'aws:MultiFactorAuthPresent': true } };
    expect(
      becauseOf(
        app(allow('s3:*'), deny('s3:*', { Condition })),
        null,
        ofVpc('vpc-2'),
      ),
    ).toEqual([reason({})]);
  });

  it('tell of a Deny whose operator nobody knows; an Allow with it grants nothing', () => {
    const Condition = { StringIs: { 'aws:SourceVpc': 'vpc-1' } };
    const condition = { ...vpcCondition, operator: 'StringIs' };
    expect(
      becauseOf(app(deny('s3:*', { Condition }), allow('*')), null, ofVpc('a')),
    ).toEqual([
      reason({ at: 'inline:app#/Statement/1' }),
      reason({ effect: 'Deny', did: 'could-deny', open: [condition] }),
    ]);
    expect(
      becauseOf(app(allow('s3:*', { Condition })), null, ofVpc('a')),
    ).toEqual([reason({ did: 'could-grant', open: [condition] })]);
  });

  it('name the key that a resource needs', () => {
    const Resource = 'arn:aws:s3:::bucket/${aws:PrincipalTag/team}';
    expect(becauseOf(app(allow('s3:*', { Resource })))).toEqual([
      reason({ did: 'could-grant', lacks: ['aws:PrincipalTag/team'] }),
    ]);
  });
});

describe('policy variables', () => {
  const STATEMENT = allow('s3:GetObject', {
    Resource: 'arn:aws:s3:::bucket/${aws:PrincipalTag/team}',
  });

  it.each([
    ['2012-10-17', 'allowed'],
    ['2008-10-17', 'implicitDeny'],
    [undefined, 'implicitDeny'],
  ])('are replaced in version %s: %s', (Version, expected) => {
    const document = known(parsePolicyValue({ Version, Statement: STATEMENT }));
    const policies = [{ ...policy('inline:app'), document }];
    expect(
      decisionOf(policies, null, {
        context: { 'aws:principaltag/TEAM': 'key' },
      }),
    ).toBe(expected);
  });
});

describe('a document that was not read', () => {
  const unread: Policy = {
    ...policy('managed:arn'),
    document: unknown('AccessDenied', 'iam:GetPolicyVersion'),
  };
  const half = (...statements: unknown[]) =>
    policy('inline:half', { Effect: 'Permit' }, ...statements);

  it('leaves the decision unknown, with its reason', () => {
    const expected = unknown('AccessDenied', 'iam:GetPolicyVersion');
    expect(decisionOf([unread])).toEqual(expected);
    expect(decisionOf([...app(allow('*')), unread])).toEqual(expected);
    expect(decisionOf(app(allow('*')), unread)).toEqual(expected);
    expect(decisionOf(app(), unread)).toEqual(expected);
  });

  it('does not matter beside a Deny that was found', () => {
    expect(decisionOf([unread, ...app(deny('s3:*'))])).toBe('explicitDeny');
    expect(decisionOf([unread], boundary(deny('*')))).toBe('explicitDeny');
    expect(decisionOf(app(deny('*')), unread)).toBe('explicitDeny');
    expect(decisionOf([half(deny('*'))])).toBe('explicitDeny');
  });

  it('may be a part of one', () => {
    const expected = unknown(
      "a part of the policy 'inline:half' cannot be read",
    );
    expect(decisionOf([half(allow('*'))])).toEqual(expected);
    expect(decisionOf(app(allow('*')), half(allow('*')))).toEqual(expected);
  });

  it('is not one that says nothing', () => {
    const empty = {
      ...policy('inline:empty'),
      document: known(parsePolicy('{"Version":"2012-10-17","Statement":[]}')),
    };
    expect(decisionOf([empty])).toBe('implicitDeny');
  });
});

describe('for any policies', () => {
  const statements = fc.array(
    fc.record({
      Effect: fc.constantFrom('Allow', 'Deny'),
      Action: fc.constantFrom('s3:GetObject', 's3:*', '*', 'ec2:*'),
      Resource: fc.constantFrom('*', OBJECT, 'arn:aws:s3:::other/*'),
      Condition: fc.constantFrom(
        {},
        { Bool: { 'aws:SecureTransport': 'true' } },
        { StringNotEquals: { 'aws:SourceVpc': 'vpc-1' } },
      ),
    }),
    { maxLength: 4 },
  );
  const contexts = fc.record(
    {
      'aws:SecureTransport': fc.constantFrom('true', 'false'),
      'aws:SourceVpc': fc.constantFrom('vpc-1', 'vpc-2'),
    },
    { requiredKeys: [] },
  );

  it('a boundary never allows more, and an Allow of everything as boundary changes nothing', () => {
    fc.assert(
      fc.property(statements, statements, contexts, (some, limit, context) => {
        const alone = decisionOf(app(...some), null, { context });
        const bounded = decisionOf(app(...some), boundary(...limit), {
          context,
        });
        const open = decisionOf(app(...some), boundary(allow('*')), {
          context,
        });
        expect(open).toBe(alone);
        expect(bounded === 'allowed' && alone !== 'allowed').toBe(false);
      }),
    );
  });

  it('does not matter how the statements are spread over policies', () => {
    fc.assert(
      fc.property(statements, contexts, (some, context) => {
        const spread = some.map((each, i) => policy(`inline:${i}`, each));
        expect(decisionOf(spread, null, { context })).toBe(
          decisionOf(app(...some), null, { context }),
        );
      }),
    );
  });

  it('never throws, whatever the documents and the request are', () => {
    fc.assert(
      fc.property(
        fc.json(),
        fc.json(),
        fc.string(),
        fc.string(),
        fc.dictionary(
          fc.string(),
          fc.oneof(fc.string(), fc.array(fc.string())),
        ),
        (text, limit, action, resource, context) => {
          const parsed = (id: string, of: string): Policy => ({
            ...policy(id),
            document: known(parsePolicy(of)),
          });
          const role = {
            policies: [parsed('inline:app', text)],
            boundary: parsed('boundary:limit', limit),
          };
          expect(decide(role, { action, resource, context })).toHaveProperty(
            'known',
          );
        },
      ),
    );
  });
});
