import { uniteAll } from '../../catalogue/actionSet';
import { unknown } from '../../known';
import { defineRule } from '../defineRule';
import { quoted } from '../words';
import { excessOfKind, writtenActions } from './excess';

/**
 * A role that the console of ECS makes for a whole account, with permissions of an application. What is wrong with the
 * permissions themselves, other rules say; this one, that everybody who takes the default gets them.
 */
export const defaultRoleExtended = defineRule({
  id: 'ecs.default-role-extended',
  title: 'Default role of the account holds permissions of an application',
  severity: 'medium',
  about: 'role',
  slots: ['execution', 'daemon-execution', 'instance'],
  needs: ['grants'],
  docs: {
    why: 'The console and the guides of ECS give every service the roles `ecsTaskExecutionRole` and `ecsInstanceRole`. What is added to them for one application, all services of the account get, those of the future included, and nobody dares to remove it again.',
    fix: 'Create a role of its own for the application, move the permissions there, and name that one in its task definition or launch template. Leave the default role with the policy that AWS wrote for it.',
    leaveIt:
      'The account has just one application, and the default role is its own in all but name.',
    links: [
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_execution_IAM_role.html',
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/instance_IAM_role.html',
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security-iam-roles.html',
    ],
  },
  messages: {
    extended: (d: { role: string; actions: readonly string[] }) =>
      `\`${d.role}\`, which every service gets by default, also holds ${quoted(
        d.actions,
      )}.`,
  },
  *check({ grants }, { role, slot }) {
    if (role === null || !DEFAULT_NAMES.has(role.name)) {
      return;
    }
    const excess = excessOfKind(
      'application',
      grants,
      WHATEVER_NEEDED,
      slot,
    ).filter(({ mitigatedBy }) => mitigatedBy === null);
    if (excess.length > 0) {
      const actions = uniteAll(excess.map(each => each.actions));
      yield {
        message: 'extended',
        data: { role: role.name, actions: writtenActions(actions) },
        at: excess.length === 1 ? excess[0].at : '',
      };
    }
  },
});

const DEFAULT_NAMES = new Set(['ecsTaskExecutionRole', 'ecsInstanceRole']);

// What an application calls is not for these roles whatever one of its services needs.
const WHATEVER_NEEDED = unknown('not asked for');
