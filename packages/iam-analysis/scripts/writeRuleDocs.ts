import {
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { rules } from '../src/rules';
import { casesByRule } from '../src/rules/cases';
import { ruleDocs, withRuleTable } from '../src/rules/ruleDocs';

// Writes a page for each rule, removes pages of rules that are gone, and puts the table of rules into the READMEs of the
// package and of the repository.
const folder = join(__dirname, '..', 'docs', 'rules');
mkdirSync(folder, { recursive: true });

for (const name of readdirSync(folder)) {
  if (!rules.some(({ id }) => `${id}.md` === name)) {
    rmSync(join(folder, name));
  }
}
for (const rule of rules) {
  writeFileSync(
    join(folder, `${rule.id}.md`),
    ruleDocs(rule, casesByRule[rule.id]),
  );
}

const readmes = [
  { file: ['README.md'], pages: 'docs/rules' },
  {
    file: ['..', '..', 'README.md'],
    pages: 'packages/iam-analysis/docs/rules',
  },
];
for (const { file, pages } of readmes) {
  const readme = join(__dirname, '..', ...file);
  writeFileSync(
    readme,
    withRuleTable(readFileSync(readme, 'utf8'), rules, pages),
  );
}
