import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { analyse } from '../analysis/analyse';
import { describeFinding } from '../analysis/describeFinding';
import { roleFacts } from '../analysis/roleFacts';
import { roleSlots } from '../ecs/slots';
import { known } from '../known';
import { aRole, aRolePolicy } from '../testUtils';
import { casesByRule } from './cases';
import { rules } from './index';
import { ruleDocs, withRuleTable } from './ruleDocs';
import { runCase } from './testRule';

const PAGES = join(__dirname, '..', '..', 'docs', 'rules');
const README = join(__dirname, '..', '..', 'README.md');
const NOW = new Date('2026-11-02T09:00:00Z');

describe('the registry', () => {
  it('holds every rule file, by the id that its folder and name say', () => {
    expect(rules.map(({ id }) => id)).toEqual(idsOfFiles());
  });

  it('has cases and a page for every rule, and for no other', () => {
    const ids = rules.map(({ id }) => id);
    expect(Object.keys(casesByRule)).toEqual(ids);
    expect(readdirSync(PAGES).sort()).toEqual(ids.map(id => `${id}.md`).sort());
  });

  it('is the table in the README; else run `yarn docs:rules`', () => {
    const readme = readFileSync(README, 'utf8').replace(/\r\n/g, '\n');
    expect(withRuleTable(readme, rules)).toBe(readme);
    expect(readme).toContain('docs/rules/iam.admin-access.md');
  });
});

describe.each(rules.map(rule => [rule.id, rule] as const))('%s', (id, rule) => {
  const cases = casesByRule[id];

  it('has at least two flagged and two accepted cases', () => {
    expect(cases.flagged.length).toBeGreaterThanOrEqual(2);
    expect(cases.accepted.length).toBeGreaterThanOrEqual(2);
  });

  it('is shown in slots that it is about', () => {
    const { flagged, accepted, undecided = [] } = cases;
    for (const { context } of [...flagged, ...accepted, ...undecided]) {
      expect(rule.slots).toContain(context?.slot ?? rule.slots[0]);
    }
  });

  it('shows every message in a case', () => {
    const used = cases.flagged.flatMap(each =>
      each.expect.map(({ message }) => message),
    );
    expect([...new Set(used)].sort()).toEqual(
      Object.keys(rule.messages).sort(),
    );
  });

  it('has the page that is made from it; else run `yarn docs:rules`', () => {
    const page = readFileSync(join(PAGES, `${id}.md`), 'utf8');
    expect(page.replace(/\r\n/g, '\n')).toBe(ruleDocs(rule, cases));
  });

  it('says why, what to do, when to leave it, and links to AWS', () => {
    const { why, fix, leaveIt, links } = rule.docs;
    for (const text of [why, fix, leaveIt]) {
      expect(text.length).toBeGreaterThan(20);
    }
    expect(links.length).toBeGreaterThan(0);
    for (const link of links) {
      expect(link).toMatch(/^https:\/\/docs\.aws\.amazon\.com\/.+\.html/);
    }
  });

  it('finds the same twice, as data that JSON can hold', () => {
    for (const each of cases.flagged) {
      const first = runCase(rule, each);
      expect(runCase(rule, each)).toEqual(first);
      expect(JSON.parse(JSON.stringify(first))).toEqual(first);
    }
  });
});

describe('on any policy document', () => {
  const documents = fc.oneof(anyPolicy(), fc.json(), fc.string());

  it('no rule throws, and every finding has its text', () => {
    fc.assert(
      fc.property(
        documents,
        documents,
        documents,
        fc.constantFrom(...roleSlots),
        (policy, boundary, trustPolicy, slot) => {
          const role = aRole({
            policies: known([aRolePolicy({ document: known(policy) })]),
            boundary: known(aRolePolicy({ document: known(boundary) })),
            trustPolicy: known(trustPolicy),
          });
          const input = {
            subject: role.arn,
            slot,
            role,
            facts: roleFacts(role),
          };
          const { findings, undecided } = analyse(input, { rules, now: NOW });
          expect(
            undecided.filter(({ because }) => because.includes('failed')),
          ).toEqual([]);
          for (const finding of findings) {
            expect(describeFinding(finding, rules).message).not.toMatch(
              /another version|undefined|\[object/,
            );
          }
          expect(analyse(input, { rules, now: NOW }).findings).toEqual(
            findings,
          );
        },
      ),
      { numRuns: 300 },
    );
  });
});

function idsOfFiles(): string[] {
  const groups = readdirSync(__dirname, { withFileTypes: true }).filter(entry =>
    entry.isDirectory(),
  );
  return groups
    .flatMap(({ name: group }) =>
      readdirSync(join(__dirname, group))
        .filter(file => file.endsWith('.cases.ts'))
        .map(file => `${group}.${file.slice(0, -'.cases.ts'.length)}`),
    )
    .sort();
}

/** Statements of the right form with hostile content, so that they get past the parser. */
function anyPolicy() {
  const action = fc.constantFrom(
    '*',
    '*:*',
    's3:*',
    'iam:*',
    'i*',
    'x',
    '',
    's3:Get?',
  );
  const resource = fc.constantFrom(
    '*',
    'arn:*',
    'arn:aws:s3:::${aws:username}/*',
    'x',
    ':::',
    '',
  );
  const principal = fc.constantFrom<unknown>(
    '*',
    { AWS: '*' },
    { Service: ['ecs-tasks.amazonaws.com', ''] },
    { Federated: 'x' },
  );
  const oneOrMany = <T>(item: fc.Arbitrary<T>) =>
    fc.oneof(item, fc.array(item, { minLength: 1, maxLength: 3 }));
  const statement = fc
    .record({
      effect: fc.constantFrom('Allow', 'Deny'),
      not: fc.boolean(),
      action: oneOrMany(action),
      resource: oneOrMany(resource),
      principal,
      trust: fc.boolean(),
      condition: fc.constantFrom<unknown>(
        undefined,
        { StringLike: { 'aws:SourceArn': ['*', ''] } },
        { 'ForAllValues:Null': { '': true } },
        { What: { 'sts:ExternalId': 1 } },
      ),
    })
    .map(each => ({
      Effect: each.effect,
      [each.not ? 'NotAction' : 'Action']: each.action,
      ...(each.trust
        ? { [each.not ? 'NotPrincipal' : 'Principal']: each.principal }
        : { [each.not ? 'NotResource' : 'Resource']: each.resource }),
      ...(each.condition === undefined ? {} : { Condition: each.condition }),
    }));
  return fc
    .array(statement, { maxLength: 4 })
    .map(statements =>
      JSON.stringify({ Version: '2012-10-17', Statement: statements }),
    );
}
