import { defineRule } from '../defineRule';
import { roleSlots } from '../../ecs/slots';

/** The role that ECS names does not exist, or lies where this read did not look. */
export const roleNotFound = defineRule({
  id: 'ecs.role-not-found',
  title: 'Role does not exist',
  severity: 'high',
  about: 'role',
  slots: roleSlots,
  needs: ['existence'],
  docs: {
    why: 'ECS keeps the name of a role and looks it up when it starts a task. With the role gone, running tasks lose their credentials when these expire, and no new task starts: the service does not survive its next deployment or scaling.',
    fix: 'Create the role again under the same name, or register a revision that names an existing role and deploy it.',
    leaveIt:
      'The service is scaled to zero and about to be deleted. A role of another account is fine where ECS can use it; it was just not looked at here.',
    links: [
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security-ecs-iam-role-overview.html',
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html',
    ],
  },
  messages: {
    notFound: (d: { role: string }) =>
      `IAM does not know the role \`${d.role}\`.`,
    otherAccount: (d: { role: string; accountId: string }) =>
      `The role \`${d.role}\` lies in account ${d.accountId}, which this read did not cover: it was not evaluated.`,
  },
  *check({ existence }, { role }) {
    const { name = 'unnamed', accountId = 'unknown' } = role ?? {};
    switch (existence) {
      case 'exists':
        return;
      case 'not-found':
        yield { message: 'notFound', data: { role: name }, at: '' };
        return;
      case 'other-account':
        yield {
          message: 'otherAccount',
          data: { role: name, accountId },
          at: '',
          severity: 'info',
        };
        return;
      default:
        existence satisfies never;
    }
  },
});
