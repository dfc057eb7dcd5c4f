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

// Writes a page for each rule, removes pages of rules that are gone, and puts the table of rules into the README.
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

const readme = join(__dirname, '..', 'README.md');
writeFileSync(readme, withRuleTable(readFileSync(readme, 'utf8'), rules));
