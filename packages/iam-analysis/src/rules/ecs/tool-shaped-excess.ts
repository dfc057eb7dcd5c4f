import type { Excess } from '../../ecs/permissions/judgedNeed';
import type { RoleGrants } from '../../grants/grant';
import { defineRule } from '../defineRule';
import { atMost } from '../iam/atMost';
import { quoted } from '../words';
import {
  enough,
  excessOfKind,
  executionSlots,
  grantedOn,
  MOST_STATEMENTS,
  writtenActions,
} from './excess';

/**
 * What deployment tools are known to add beside a permission, on the same resources: the `grant` methods of the CDK. It
 * reaches nothing that the role does not read anyway, or its description.
 */
export const toolShapedExcess = defineRule({
  id: 'ecs.tool-shaped-excess',
  title: 'Execution role holds what a deployment tool added',
  severity: 'low',
  about: 'role',
  slots: executionSlots,
  needs: ['grants'],
  wants: ['needs'],
  docs: {
    why: 'The `grant` methods of the CDK give more than ECS calls: descriptions and older versions of a secret or parameter, the listing of a bucket. It does little harm, and hides in the review what does.',
    fix: 'Write the statement yourself (`addToExecutionRolePolicy` in the CDK) with `secretsmanager:GetSecretValue`, `ssm:GetParameters`, `s3:GetObject` and `s3:GetBucketLocation`, or the two actions that pull from ECR.',
    leaveIt:
      'The tool writes the policy, the resources are those of this application alone, and the team prefers its code short.',
    links: [
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_execution_IAM_role.html',
      'https://docs.aws.amazon.com/cdk/v2/guide/permissions.html',
    ],
  },
  messages: {
    held: (d: { actions: readonly string[]; granted: readonly string[] }) =>
      `ECS does not call ${quoted(d.actions)}, here on ${quoted(
        d.granted,
      )}: deployment tools add such permissions.`,
    wider: (d: {
      actions: readonly string[];
      granted: readonly string[];
      needed: readonly string[];
    }) =>
      `${quoted(d.actions)} on ${quoted(
        d.granted,
      )}, as deployment tools write it, where ${enough(d.needed)} would do.`,
  },
  *check({ grants, needs }, { slot }) {
    yield* atMost(
      MOST_STATEMENTS,
      excessOfKind('tool-shaped', grants, needs, slot).map(excess =>
        report(excess, grants),
      ),
    );
  },
});

function report(excess: Excess, grants: RoleGrants) {
  const { at, needed, mitigatedBy } = excess;
  const data = {
    actions: writtenActions(excess.actions),
    granted: grantedOn(excess, grants),
  };
  return {
    ...(needed.length > 0
      ? ({ message: 'wider', data: { ...data, needed } } as const)
      : ({ message: 'held', data } as const)),
    at,
    ...(mitigatedBy ? { mitigatedBy } : {}),
  };
}
