// @ts-check
import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import { root } from './setup/prepare.mjs';

const read = (/** @type {string} */ file) =>
  readFileSync(join(root, file), 'utf8');

/**
 * @param {string} text
 * @param {string} name - of the comments around it
 * @returns {string}
 */
function between(text, name) {
  const match = new RegExp(
    `<!-- ${name} -->\\n([\\s\\S]*?)<!-- /${name} -->`,
  ).exec(text);
  return match?.[1].trim() ?? '';
}

/**
 * @param {string} table - of Markdown
 * @returns {string[][]} its cells, whatever their width
 */
function cells(table) {
  return table
    .split('\n')
    .filter(line => line.startsWith('|') && !/^\|[\s-|]+$/.test(line))
    .map(line => line.split('|').map(cell => cell.trim()));
}

describe('README', () => {
  it('lists the rules that the library lists', () => {
    const inLibrary = between(
      read('packages/iam-analysis/README.md'),
      'rules',
    ).replaceAll('](docs/', '](packages/iam-analysis/docs/');
    assert.deepEqual(
      cells(between(read('README.md'), 'rules')),
      cells(inLibrary),
    );
    assert.ok(cells(inLibrary).length > 5);
  });

  it('shows the policy that docs/iam-policy.json holds', () => {
    const shown = between(read('README.md'), 'policy')
      .replace(/^```json/, '')
      .replace(/```$/, '');
    assert.deepEqual(
      JSON.parse(shown),
      JSON.parse(read('docs/iam-policy.json')),
    );
  });
});

describe('docs/iam-policy.json', () => {
  it('allows exactly the calls that the collector makes', () => {
    const policy = JSON.parse(read('docs/iam-policy.json'));
    const allowed = policy.Statement.flatMap(
      (/** @type {{ Action: string | string[] }} */ { Action }) => Action,
    );
    assert.deepEqual([...allowed].sort(), [...collectorCalls()].sort());
  });

  it('grants what an account may leave out, and nothing else, in statements named Optional', () => {
    const policy = JSON.parse(read('docs/iam-policy.json'));
    const optional = policy.Statement.flatMap(
      (/** @type {{ Sid: string, Action: string | string[] }} */ each) =>
        each.Sid.startsWith('Optional') ? each.Action : [],
    );
    assert.deepEqual([...optional].sort(), [...optionalCalls()].sort());
    assert.ok(optional.length > 5);
  });

  it('has each of its statements explained', () => {
    const policy = JSON.parse(read('docs/iam-policy.json'));
    const explained = read('docs/aws-access.md');
    assert.deepEqual(
      policy.Statement.map(
        (/** @type {{ Sid: string }} */ { Sid }) => Sid,
      ).filter(
        (/** @type {string} */ sid) => !explained.includes(`\`${sid}\``),
      ),
      [],
    );
  });
});

/** @returns {string[]} the permissions without which the collector counts a read as complete */
function optionalCalls() {
  const permissions = read(
    'plugins/ecs-iam-backend/src/collect/permissions.ts',
  );
  const union =
    /type OptionalPermission =([^;]+);/.exec(permissions)?.[1] ?? '';
  return [...union.matchAll(/'([a-z]+:[A-Z]\w+)'/g)].map(([, call]) => call);
}

/** @returns {Set<string>} the permission of each call, as the collector names it for its gaps */
function collectorCalls() {
  const folder = join(root, 'plugins/ecs-iam-backend/src/collect');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const named = files
    .filter(file => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .flatMap(file => [
      ...readFileSync(join(folder, file), 'utf8').matchAll(
        /'((?:ecs|iam|ec2|autoscaling|ssm|secretsmanager|ecr):[A-Z]\w+)'/g,
      ),
    ]);
  return new Set(named.map(([, call]) => call));
}

describe('links between the documents', () => {
  const documents = [
    'README.md',
    'CONTRIBUTING.md',
    'SECURITY.md',
    ...markdownIn('docs'),
    ...readdirSync(join(root, 'plugins'))
      .map(name => `plugins/${name}/README.md`)
      .filter(file => existsSync(join(root, file))),
  ];
  for (const document of documents) {
    it(`of ${document} lead somewhere`, () => {
      const targets = [
        ...read(document).matchAll(
          /\]\(([^)#]+)[^)]*\)|(?:src|srcset)="([^"]+)"/g,
        ),
      ].map(([, link, image]) => link ?? image);
      const broken = targets
        .filter(target => !/^https?:/.test(target))
        .filter(target => !existsSync(join(root, dirname(document), target)));
      assert.deepEqual(broken, []);
    });
  }
});

/**
 * @param {string} folder
 * @returns {string[]}
 */
function markdownIn(folder) {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('.md'))
    .map(file => `${folder}/${file}`);
}
