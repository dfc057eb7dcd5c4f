import fc from 'fast-check';
import { roleSlots } from '../ecs/slots';
import { run } from './run';
import { someDefinition, someText } from './__testUtils__/someDefinition';

const ROLE = 'arn:aws:iam::111122223333:role/checkout-task';

describe('iam-analysis --jsonl, on any JSON', () => {
  it.each([
    ['check', someCase(), ['findings', 'undecided']],
    ['check', someRolesOfDefinition(), ['findings', 'undecided']],
    ['needs', someDefinition(), ['execution', 'task', 'instance']],
    ['needs', someRolesOfDefinition(), ['execution', 'task', 'instance']],
    ['can', someQuestion(), ['decision', 'because']],
  ])(
    '%s answers each line, or says what is wrong with it',
    async (command, input, keys) => {
      const lines = fc.array(fc.oneof(fc.jsonValue(), input), {
        minLength: 1,
        maxLength: 4,
      });
      await fc.assert(
        fc.asyncProperty(lines, async values => {
          const answers = await answersOf(command, values);
          expect(answers).toHaveLength(values.length);
          for (const answer of answers) {
            expect([['error'], keys]).toContainEqual(Object.keys(answer));
            expect(JSON.stringify(answer)).not.toMatch(
              /the rule failed|TypeError|RangeError|\[object/,
            );
          }
        }),
      );
    },
  );
});

async function answersOf(
  command: string,
  values: readonly unknown[],
): Promise<object[]> {
  let out = '';
  const code = await run([command, '--jsonl'], {
    readFile: async () => '',
    stdin: (async function* chunks() {
      yield values.map(value => JSON.stringify(value)).join('\n');
    })(),
    out: text => {
      out += text;
    },
    err: text => {
      out += text;
    },
    now: new Date('2026-11-02T09:00:00Z'),
    colours: false,
    width: 100,
    version: '1.2.3',
  });
  expect(code).toBe(0);
  return out
    .trimEnd()
    .split('\n')
    .map(line => JSON.parse(line));
}

/** A task definition and its roles, with anything beside. */
function someRolesOfDefinition() {
  const { slot: _, ...role } = parts();
  return fc.record(
    {
      taskDefinition: someDefinition(),
      roles: fc.dictionary(
        fc.constantFrom('execution', 'task', 'instance'),
        fc.record(
          { ...role, policies: fc.oneof(fc.constant([]), role.policies) },
          { requiredKeys: ['policies'] },
        ),
      ),
      facts: fc.dictionary(
        fc.constantFrom('service', 'hosts', 'account'),
        fc.jsonValue(),
      ),
      secretKeys: fc.array(fc.record({ arn: someText(), keyArn: someText() }), {
        maxLength: 2,
      }),
      region: fc.constantFrom('eu-west-1', 'cn-north-1'),
    },
    { requiredKeys: ['taskDefinition', 'roles'] },
  );
}

/** A case with the right keys, and anything in most of them. */
function someCase() {
  return fc.record(
    {
      role: aRole(),
      facts: fc.record(
        Object.fromEntries(
          [
            'taskDefinition',
            'service',
            'cluster',
            'hosts',
            'roles',
            'lastUsed',
            'createdAt',
            'lastAccessed',
            'latestTaskDefinition',
            'serviceRevision',
            'secretKeys',
            'pullThroughCachePrefixes',
          ].map(name => [name, fc.jsonValue()]),
        ),
        { requiredKeys: [] },
      ),
    },
    { requiredKeys: ['role'] },
  );
}

function someQuestion() {
  return fc.record(
    {
      role: aRole(),
      action: fc.oneof(fc.constant('s3:GetObject'), fc.jsonValue()),
      resource: fc.oneof(fc.constant('*'), fc.jsonValue()),
      context: fc.oneof(
        fc.dictionary(fc.string(), fc.jsonValue()),
        fc.jsonValue(),
      ),
    },
    { requiredKeys: ['role', 'action'] },
  );
}

function aRole() {
  return fc.record(parts(), { requiredKeys: ['arn', 'slot', 'policies'] });
}

function parts() {
  return {
    arn: fc.constant(ROLE),
    slot: fc.constantFrom(...roleSlots),
    trustPolicy: aDocument(),
    policies: fc.array(
      fc.record({ name: fc.constant('app'), document: aDocument() }),
      { maxLength: 2 },
    ),
    boundary: aDocument(),
  };
}

/** Of the right form down to the statements, or anything. */
function aDocument() {
  const anything = fc.jsonValue();
  const texts = fc.oneof(fc.string(), fc.array(fc.string()), anything);
  const statement = fc.record(
    {
      Effect: fc.constantFrom('Allow', 'Deny'),
      Principal: fc.oneof(fc.constant('*'), anything),
      Action: fc.oneof(fc.constantFrom('*', 's3:*', 'iam:Pass*'), texts),
      Resource: fc.oneof(fc.constantFrom('*', 'arn:aws:s3'), texts),
      Condition: fc.oneof(
        fc.dictionary(fc.string(), fc.dictionary(fc.string(), texts)),
        anything,
      ),
    },
    { requiredKeys: ['Effect', 'Action'] },
  );
  return fc.oneof(
    fc.record({
      Version: fc.constant('2012-10-17'),
      Statement: fc.oneof(statement, fc.array(statement, { maxLength: 3 })),
    }),
    anything,
  );
}
