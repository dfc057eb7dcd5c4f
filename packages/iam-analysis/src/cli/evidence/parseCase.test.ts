import { known, unknown } from '../../known';
import { rootOf } from '../input/place';
import { parseCase } from './parseCase';

const ARN = 'arn:aws:iam::111122223333:role/service-role/checkout-task';
const DOCUMENT = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: '*' }],
};
const TEXT = JSON.stringify(DOCUMENT);

describe('parseCase', () => {
  it('reads a role, and leaves unknown what it does not hold', () => {
    expect(
      parseCase(
        rootOf({
          role: {
            arn: ARN,
            slot: 'task',
            policies: [{ name: 'app', document: DOCUMENT }],
          },
        }),
      ),
    ).toEqual({
      slot: 'task',
      emptySlots: [],
      role: {
        arn: ARN,
        name: 'checkout-task',
        path: '/service-role/',
        accountId: '111122223333',
        partition: 'aws',
        existence: known('exists'),
        trustPolicy: unknown('the input holds no role.trustPolicy'),
        policies: known([
          {
            kind: 'inline',
            name: 'app',
            arn: null,
            versionId: null,
            document: known(TEXT),
          },
        ]),
        boundary: known(null),
        tags: unknown('the input holds no tags'),
        lastUsed: unknown('the input holds no facts.lastUsed'),
        createdAt: unknown('the input holds no facts.createdAt'),
      },
      facts: {
        taskDefinition: unknown('the input holds no facts.taskDefinition'),
        service: unknown('the input holds no facts.service'),
        cluster: unknown('the input holds no facts.cluster'),
        hosts: unknown('the input holds no facts.hosts'),
        roles: unknown('the input holds no facts.roles'),
        latestTaskDefinition: unknown(
          'the input holds no facts.latestTaskDefinition',
        ),
        secretKeys: new Map(),
        pullThroughCachePrefixes: unknown(
          'the input holds no facts.pullThroughCachePrefixes',
        ),
        told: {
          accountId: null,
          region: null,
          partition: null,
          compute: null,
        },
      },
    });
  });

  it.each([
    ['an object', DOCUMENT],
    ['text', TEXT],
    ['URL-encoded text, as IAM answers it', encodeURIComponent(TEXT)],
  ])('takes a document as %s', (_, document) => {
    const { role } = parseCase(
      aCase({ trustPolicy: document, policies: [{ name: 'a', document }] }),
    );
    expect(role.trustPolicy).toEqual(known(TEXT));
    expect(role.policies).toEqual(
      known([expect.objectContaining({ document: known(TEXT) })]),
    );
  });

  it.each([
    ['text that is no JSON, which is for a rule to say', '{ "Version"'],
    ['text that only looks URL-encoded', '100%'],
  ])('leaves as it is a document of %s', (_, document) => {
    const { role } = parseCase(aCase({ trustPolicy: document }));
    expect(role.trustPolicy).toEqual(known(document));
  });

  it.each([
    [undefined, 'inline'],
    ['arn:aws:iam::aws:policy/ReadOnlyAccess', 'aws-managed'],
    ['arn:aws-cn:iam::aws:policy/ReadOnlyAccess', 'aws-managed'],
    ['arn:aws:iam::111122223333:policy/app', 'customer-managed'],
  ])('takes a policy with the ARN %s for %s', (arn, kind) => {
    const { role } = parseCase(
      aCase({ policies: [{ name: 'a', arn, document: DOCUMENT }] }),
    );
    expect(role.policies).toEqual(known([expect.objectContaining({ kind })]));
  });

  it.each([
    ['absent', undefined],
    ['null', null],
  ])('takes a boundary that is %s for none', (_, boundary) => {
    expect(parseCase(aCase({ boundary })).role.boundary).toEqual(known(null));
  });

  it.each([
    ['a bare document', DOCUMENT, 'boundary', null],
    ['a bare document as text', TEXT, 'boundary', null],
    ['a document', { document: TEXT }, 'boundary', null],
    ['a named document', { name: 'a', document: DOCUMENT }, 'a', null],
    [
      'a document with an ARN',
      { arn: 'arn:aws:iam::111122223333:policy/edge', document: DOCUMENT },
      'edge',
      'arn:aws:iam::111122223333:policy/edge',
    ],
  ])('reads a boundary that is %s', (_, boundary, name, arn) => {
    expect(parseCase(aCase({ boundary })).role.boundary).toEqual(
      known(expect.objectContaining({ name, arn, document: known(TEXT) })),
    );
  });

  it('reads when the role was used and created, as the AWS CLI prints it', () => {
    const { role } = parseCase(
      rootOf({
        role: { arn: ARN, slot: 'task', policies: [] },
        facts: {
          lastUsed: {
            LastUsedDate: '2026-10-31T08:00:00+00:00',
            Region: 'eu-west-1',
          },
          createdAt: 1767225600,
        },
      }),
    );
    expect(role.lastUsed).toEqual(
      known({ date: '2026-10-31T08:00:00.000Z', region: 'eu-west-1' }),
    );
    expect(role.createdAt).toEqual(known('2026-01-01T00:00:00.000Z'));
  });

  it('takes an empty RoleLastUsed for a role that was never used', () => {
    const { role } = parseCase(
      rootOf({
        role: { arn: ARN, slot: 'task', policies: [] },
        facts: { lastUsed: {} },
      }),
    );
    expect(role.lastUsed).toEqual(known({ date: null, region: null }));
  });

  it('reads other roles, as evidence or alone', () => {
    const other = { arn: ARN, slot: 'task', policies: [] };
    const { facts } = parseCase(
      rootOf({
        role: { arn: ARN, slot: 'task', policies: [] },
        facts: { roles: [{ role: other }, other] },
      }),
    );
    const role = expect.objectContaining({ name: 'checkout-task' });
    expect(facts.roles).toEqual(known([role, role]));
  });

  it.each([
    [
      'no object',
      [],
      'expected a case { "role", "facts"? } or { "taskDefinition", "roles" }, found an empty list',
    ],
    [
      'no role',
      {},
      '/role: expected a role { "arn", "slot", "trustPolicy"?, "policies", "boundary"? }, found nothing',
    ],
    [
      'another ARN',
      aCase({ arn: 'arn:aws:iam::111122223333:user/me' }).value,
      '/role/arn: expected the ARN of a role, such as arn:aws:iam::111122223333:role/checkout-task, found "arn:aws:iam::111122223333:user/me"',
    ],
    [
      'another slot',
      aCase({ slot: 'tasks' }).value,
      /^\/role\/slot: expected one of execution, task, instance, .*, found "tasks"$/,
    ],
    [
      'no policies',
      aCase({ policies: undefined }).value,
      '/role/policies: expected a list of { "name", "arn"?, "document" }, found nothing',
    ],
    [
      'a policy without a name',
      aCase({ policies: [{ document: DOCUMENT }] }).value,
      '/role/policies/0/name: expected the name of the policy, found nothing',
    ],
    [
      'a policy without a document',
      aCase({ policies: [{ name: 'a' }] }).value,
      '/role/policies/0/document: expected a policy document, as an object or as text, found nothing',
    ],
    [
      'a list as document',
      aCase({ trustPolicy: [DOCUMENT] }).value,
      '/role/trustPolicy: expected a policy document, as an object or as text, found a list',
    ],
    [
      'a document of lists in lists that is too deep to write',
      aCase({ trustPolicy: { Statement: nested(20_000) } }).value,
      '/role/trustPolicy: expected a policy document that is not nested so deep, found an object',
    ],
    [
      'facts that are a text',
      { ...Object(aCase({}).value), facts: 'x' },
      '/facts: expected an object, found "x"',
    ],
  ])('refuses %s, and names the place', (_, value, message) => {
    expect(() => parseCase(rootOf(value))).toThrow(message);
  });
});

function aCase(role: Readonly<Record<string, unknown>>) {
  return rootOf({ role: { arn: ARN, slot: 'task', policies: [], ...role } });
}

function nested(depth: number): unknown {
  return JSON.parse('['.repeat(depth) + ']'.repeat(depth));
}
