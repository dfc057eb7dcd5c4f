import { ownArn } from '../arns/ownArn';
import type { NeedsInput } from '../derivation';
import type { RoleNeeds } from '../permission';
import { needOf, NOTHING, roleNeeds } from '../roleNeeds';

const ROLE_VARIABLE = 'MANAGED_INSTANCE_ROLE_NAME';

/**
 * Row T8: a sidecar registers the task with Systems Manager, so that AWS FIS can inject faults into it.
 * Source: https://docs.aws.amazon.com/fis/latest/userguide/ecs-task-actions.html
 */
export function faultInjection({
  taskDefinition,
  home,
}: NeedsInput): RoleNeeds {
  const [because] = taskDefinition.containers.flatMap(
    ({ environment }, container) => {
      const at = environment.findIndex(({ name }) => name === ROLE_VARIABLE);
      return at < 0
        ? []
        : [`containerDefinitions[${container}].environment[${at}]`];
    },
  );
  if (because === undefined) {
    return NOTHING;
  }
  const node = ownArn(home, 'ssm', 'managed-instance/mi-0123456789abcdef0');
  const failure =
    'the task is not registered with Systems Manager, so AWS FIS does not find it: AccessDeniedException';
  return roleNeeds({
    required: true,
    needs: [
      needOf({
        row: 'T8',
        actions: ['ssm:CreateActivation'],
        resources: ['*'],
        because,
        phrase: 'registers the task for AWS FIS experiments',
        failure,
      }),
      needOf({
        row: 'T8',
        actions: ['ssm:AddTagsToResource'],
        resources: ['*'],
        ...(node.ok ? { probes: [node.value] } : {}),
        because,
        phrase: 'tags the task for AWS FIS experiments',
        failure,
      }),
    ],
    unresolved: [
      {
        row: 'T8',
        certain: true,
        because,
        phrase:
          'passes the managed instance role of AWS FIS to Systems Manager',
        why: `the value of ${ROLE_VARIABLE} names the role, and values of variables are not read: grant iam:PassRole on that role alone`,
        actions: ['iam:PassRole'],
      },
    ],
  });
}
