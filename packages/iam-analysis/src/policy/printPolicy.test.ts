import fc from 'fast-check';
import { conditionOperators } from './conditionOperators';
import { parsePolicy, parsePolicyValue } from './parsePolicy';
import { printPolicy } from './printPolicy';
import type { PolicyDocument } from './types';

describe('printPolicy', () => {
  it('prints a document as it was written, with a list of statements', () => {
    const statement = {
      Sid: 'Read',
      Effect: 'Allow',
      Action: ['s3:Get*', 's3:List*'],
      NotResource: 'arn:aws:s3:::payroll/*',
      Condition: { Bool: { 'aws:SecureTransport': 'true' } },
    };
    const document = parsePolicyValue({
      Version: '2012-10-17',
      Id: 'app',
      Statement: statement,
    });
    expect(printPolicy(document)).toEqual({
      Version: '2012-10-17',
      Id: 'app',
      Statement: [statement],
    });
  });

  it('leaves out the version and the id that are not there', () => {
    expect(printPolicy(parsePolicyValue({ Statement: [] }))).toEqual({
      Statement: [],
    });
  });

  it.each([
    [
      'two spellings of a set prefix, with one key',
      {
        'ForAllValues:StringLike': { 'aws:TagKeys': 'a*' },
        Bool: { 'aws:SecureTransport': 'true' },
        'forallvalues:StringLike': { 'aws:TagKeys': ['*b', 'c'] },
      },
    ],
    [
      'two spellings of IfExists, with one key of two',
      {
        StringLikeIfExists: { 'aws:SourceVpc': 'a*', 'aws:SourceVpce': 'x' },
        StringLikeifexists: { 'aws:SourceVpc': '*b', 'aws:SourceArn': 'y' },
      },
    ],
    [
      'two spellings of an operator',
      {
        StringLike: { 'aws:SourceVpc': 'a*' },
        STRINGLIKE: { 'aws:SourceVpc': '*b' },
      },
    ],
    [
      'two spellings of a key',
      { StringLike: { 'aws:SourceVpc': 'a*', 'AWS:sourcevpc': '*b' } },
    ],
    ['a key that JavaScript objects have', { Bool: { constructor: 'true' } }],
  ])('keeps all conditions: %s', (_, Condition) => {
    const document = parsePolicyValue({
      Version: '2012-10-17',
      Statement: [{ Effect: 'Deny', Action: '*', Resource: '*', Condition }],
    });
    const values = Object.values(Condition).flatMap(keys =>
      Object.values(keys).flat(),
    );
    const [{ conditions }] = document.statements;
    expect(conditions.flatMap(condition => condition.values).sort()).toEqual(
      values.sort(),
    );
    expect(withoutPlaces(printedAndParsed(document, 'identity'))).toEqual(
      withoutPlaces(document),
    );
  });

  it('prints two conditions of one operator and key, which no document can hold', () => {
    const { statements } = parsePolicyValue({
      Version: '2012-10-17',
      Statement: { Effect: 'Allow', Action: '*', Resource: '*' },
    });
    const conditions = ['a', 'b'].map(value => ({
      operator: 'StringLike',
      set: null,
      ifExists: false,
      key: 'aws:SourceVpc',
      values: [value],
    }));
    const [{ Condition }] = printPolicy({
      version: null,
      id: null,
      statements: [{ ...statements[0], conditions }],
    }).Statement;
    expect(Condition).toEqual({
      StringLike: { 'aws:SourceVpc': 'a' },
      stringLike: { 'aws:SourceVpc': 'b' },
    });
  });
});

describe('parsing what was printed', () => {
  const kinds = fc.constantFrom('identity' as const, 'trust' as const);

  it('gives an equal policy, for any document', () => {
    fc.assert(
      fc.property(aDocument(), kinds, (value, kind) => {
        const document = parsePolicy(JSON.stringify(value), kind);
        expect(withoutPlaces(printedAndParsed(document, kind))).toEqual(
          withoutPlaces(document),
        );
      }),
    );
  });

  it('gives an equal policy, for any JSON', () => {
    fc.assert(
      fc.property(fc.json(), kinds, (text, kind) => {
        const document = parsePolicy(text, kind);
        expect(withoutPlaces(printedAndParsed(document, kind))).toEqual(
          withoutPlaces(document),
        );
      }),
    );
  });
});

function printedAndParsed(
  document: PolicyDocument,
  kind: 'identity' | 'trust',
) {
  return parsePolicy(JSON.stringify(printPolicy(document)), kind);
}

// A single statement is printed as a list, and what could not be kept is not printed.
function withoutPlaces({ version, id, statements }: PolicyDocument) {
  return {
    version,
    id,
    statements: statements.map(({ at, ...statement }) => statement),
  };
}

function aDocument() {
  const operators = fc
    .tuple(
      fc.constantFrom('', 'ForAllValues:', 'forallvalues:', 'ForAnyValue:'),
      fc.oneof(fc.constantFrom(...conditionOperators), fc.string()),
      fc.constantFrom('', 'IfExists', 'ifEXISTS'),
    )
    .map(parts => parts.join(''));
  const keys = fc.oneof(
    fc.constantFrom('aws:SourceIp', 'aws:sourceip', 'aws:TagKeys'),
    fc.string(),
  );
  const texts = fc.oneof(
    fc.constantFrom('*', 's3:Get*', 'arn:aws:s3:::bucket/${aws:username}'),
    fc.string(),
  );
  const values = oneOrMore(
    fc.oneof(texts, fc.boolean(), fc.double(), fc.jsonValue()),
  );
  const principals = fc.oneof(
    fc.constant('*'),
    fc.dictionary(
      fc.constantFrom('AWS', 'Service', 'Federated', 'CanonicalUser', 'User'),
      oneOrMore(texts),
    ),
  );
  const statement = fc
    .tuple(
      fc.record(
        {
          Sid: fc.string(),
          Effect: fc.constantFrom('Allow', 'Deny'),
          Condition: fc.dictionary(operators, fc.dictionary(keys, values)),
        },
        { requiredKeys: ['Effect'] },
      ),
      fc.constantFrom('Action', 'NotAction'),
      oneOrMore(texts),
      fc.constantFrom('Resource', 'NotResource'),
      oneOrMore(texts),
      fc.constantFrom('Principal', 'NotPrincipal'),
      principals,
    )
    .map(([rest, action, actions, resource, resources, principal, who]) => ({
      ...rest,
      [action]: actions,
      [resource]: resources,
      [principal]: who,
    }));
  return fc.record(
    {
      Version: fc.oneof(
        fc.constantFrom('2012-10-17', '2008-10-17'),
        fc.string(),
      ),
      Id: fc.string(),
      Statement: fc.oneof(statement, fc.array(statement)),
    },
    { requiredKeys: ['Statement'] },
  );
}

function oneOrMore<T>(item: fc.Arbitrary<T>) {
  return fc.oneof(item, fc.array(item));
}
