import { defineRule } from '../defineRule';
import { ownSlots } from '../judgedSlots';
import { quoted } from '../words';
import { concerned } from './openings';
import { isAnyone } from './principals';
import { readTrust } from './readTrust';

/** Everyone in every account may assume the role. With a condition, it is `trust.any-principal-conditioned`. */
export const anyPrincipal = defineRule({
  id: 'trust.any-principal',
  title: 'Everyone can assume the role',
  severity: 'critical',
  about: 'role',
  slots: ownSlots,
  needs: ['trust'],
  docs: {
    why: 'The trust policy is the only guard of a role. This one lets in every AWS account of the world: whoever learns the ARN, which is no secret, has all permissions of the role.',
    fix: 'Name who is to assume the role in `Principal`: `{ "Service": "ecs-tasks.amazonaws.com" }` for a role of tasks, the ARN of a role for a person or a pipeline.',
    leaveIt:
      'Never for a role with permissions. A role without any, made to be tried out in a demonstration, harms nobody.',
    links: [
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html',
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html',
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-concepts.html',
    ],
  },
  messages: {
    anyone: (d: { principals: readonly string[] }) =>
      `The principal ${quoted(
        d.principals,
      )} stands for everyone in every account, and no condition says otherwise.`,
  },
  *check({ trust }, { role }) {
    const { openings, doubts } = readTrust(trust, role);
    yield* doubts;
    for (const opening of openings) {
      const anyone = concerned(opening, isAnyone);
      if (anyone && opening.conditions.length === 0) {
        const { principals, ...standing } = anyone;
        yield {
          message: 'anyone',
          data: { principals: principals.map(({ value }) => value) },
          at: opening.at,
          ...standing,
        };
      }
    }
  },
});
