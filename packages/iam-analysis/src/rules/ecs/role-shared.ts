import { defineRule } from '../defineRule';

/**
 * One task role for several applications. Services of one family are one application, for example in two clusters.
 * The finding counts the others and does not name them: whoever reads it need not be allowed to see them.
 */
export const roleShared = defineRule({
  id: 'ecs.role-shared',
  title: 'Task role is shared with other applications',
  severity: 'low',
  about: 'use',
  slots: ['task'],
  needs: ['taskDefinition', 'sharedWith'],
  docs: {
    why: 'A shared role holds what all its applications need together, so each holds more than it needs. In CloudTrail their calls carry the same role, and nobody can narrow it for one without asking the others.',
    fix: 'Give each application a task role of its own, with the permissions that it uses itself.',
    leaveIt:
      'The services are parts of one application, with one owner and the same permissions, such as a web and a worker service.',
    links: [
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security-iam-roles.html',
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html',
    ],
  },
  messages: {
    shared: (d: { services: number; families: number }) =>
      `${counted(d.services, 'other service', 'other services')} of ${counted(
        d.families,
        'other task definition family',
        'other families',
      )} run with the same task role.`,
  },
  *check({ taskDefinition, sharedWith }) {
    const others = sharedWith.filter(
      ({ family }) => family !== taskDefinition.family,
    );
    if (others.length > 0) {
      yield {
        message: 'shared',
        data: {
          services: new Set(others.map(other => other.serviceArn)).size,
          families: new Set(others.map(other => other.family)).size,
        },
        at: '',
      };
    }
  },
});

function counted(amount: number, one: string, many: string): string {
  return `${amount} ${amount === 1 ? one : many}`;
}
