import type { RoleGrants } from '../../grants/grant';
import { oncePer } from '../../grants/oncePer';
import { defineRule } from '../defineRule';
import { ownSlots } from '../judgedSlots';
import { listed, quoted } from '../words';
import { isAdministrator } from './administrator';
import { placeText } from './placeText';
import { redundanciesIn } from './redundancies';

/**
 * What another statement of the same role says already, on as many resources and under the same conditions or fewer. Of
 * two equal ones, the later is told. What AWS writes in its own policies nobody else can delete. Of an administrator
 * nothing is said: there, the wide statement is the one that should go.
 */
export const redundant = defineRule({
  id: 'iam.redundant',
  title: 'Another statement of the role says the same',
  severity: 'info',
  about: 'role',
  slots: ownSlots,
  needs: ['grants'],
  docs: {
    why: 'Whoever takes such a permission away changes nothing, and believes that the role no longer has it. Each copy also counts against the size that IAM sets for policies.',
    fix: 'Delete the narrower of the two; or, if the wider one allows more than the application needs, delete that one.',
    leaveIt:
      'A tool writes the statements, such as the CDK one for each grant, and the policies are far from their size limit.',
    links: [
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html',
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html',
    ],
  },
  messages: {
    statement: (d: { statements: readonly string[] }) =>
      `Already in ${places(d)}: all of this statement.`,
    actions: (d: {
      actions: readonly string[];
      statements: readonly string[];
    }) => `Already in ${places(d)}: ${quoted(d.actions)}.`,
  },
  *check({ grants: role }) {
    yield* redundanciesOf(role);
  },
});

const redundanciesOf = oncePer((role: RoleGrants) =>
  isAdministrator(role)
    ? []
    : [
        ...redundanciesIn(role.grants),
        ...redundanciesIn(role.denials.filter(({ by }) => by === 'deny')),
      ],
);

function places({ statements }: { statements: readonly string[] }): string {
  return listed(statements.map(placeText));
}
