import { holds } from '../../catalogue/actionSet';
import { findAction } from '../../catalogue/catalogue';
import { lazily } from '../../catalogue/lazily';
import { takesAnyValue } from '../../grants/conditionKeys';
import type { Reach, RoleGrants } from '../../grants/grant';
import { scopeOf } from '../../grants/scopeOf';
import { standingOf } from '../../grants/standingOf';
import { operatorTraits } from '../../policy/conditionOperators';
import type { Condition } from '../../policy/types';
import { defineRule } from '../defineRule';
import { isAdministrator } from '../iam/administrator';
import { quoted } from '../words';
import { executionSlots } from './excess';

/**
 * A network condition on the token of ECR. On Fargate, that call leaves through a network of AWS, so the condition does
 * not hold, and no image is pulled. It belongs on the actions that pull.
 */
export const conditionedEcrToken = defineRule({
  id: 'ecs.conditioned-ecr-token',
  title: 'Condition on the network keeps tasks from pulling images',
  severity: 'medium',
  about: 'role',
  slots: executionSlots,
  needs: ['grants'],
  wants: ['compute'],
  docs: {
    why: 'On Fargate, ECS asks for the token of ECR outside of your VPC, and pulls the image from within. A condition on the VPC, its endpoint or an address then denies the token, and tasks stop with `CannotPullContainerError` or `ResourceInitializationError`.',
    fix: 'Split the statement: `ecr:GetAuthorizationToken` on `*` without the condition, and `ecr:BatchGetImage` and `ecr:GetDownloadUrlForLayer` on the repositories with it. The token opens no repository by itself.',
    leaveIt: 'Tasks run on hosts in your VPC, whose agent asks for the token.',
    links: [
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_execution_IAM_role.html',
      'https://docs.aws.amazon.com/AmazonECR/latest/userguide/vpc-endpoints.html',
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_cannot_pull_image.html',
    ],
  },
  messages: {
    onlyFrom: (d: { keys: readonly string[] }) =>
      `\`ecr:GetAuthorizationToken\` is allowed under a condition on ${quoted(
        d.keys,
      )} only, which the call of Fargate does not meet: images cannot be pulled.`,
    deniedElsewhere: (d: { keys: readonly string[] }) =>
      `A Deny takes away \`ecr:GetAuthorizationToken\` by a condition on ${quoted(
        d.keys,
      )}, which fits the call of Fargate: images cannot be pulled.`,
  },
  *check({ grants: role, compute }) {
    const isElsewhere =
      compute.known &&
      !compute.value.some(each => each === 'fargate' || each === 'unknown');
    if (isElsewhere || isAdministrator(role)) {
      return;
    }
    const granting = role.grants.filter(grant => isInForce(role, grant));
    if (granting.length === 0) {
      return;
    }
    for (const denial of role.denials.filter(isAboutToken)) {
      const keys = networkKeys(denial, isNetworkDeny);
      if (keys.length > 0 && keys.length === denial.conditions.length) {
        yield { message: 'deniedElsewhere', data: { keys }, at: denial.at };
      }
    }
    const bound = granting.map(grant => networkKeys(grant, isNetworkBound));
    if (bound.every(keys => keys.length > 0)) {
      yield {
        message: 'onlyFrom',
        data: { keys: [...new Set(bound.flat())] },
        at: granting[0].at,
      };
    }
  },
});

const token = lazily(() => findAction('ecr:GetAuthorizationToken') ?? -1);

function isAboutToken(reach: Reach): boolean {
  return holds(reach.known, token()) && scopeOf(reach, token()) !== 'none';
}

function isInForce(role: RoleGrants, grant: Reach): boolean {
  const isHeld = isAboutToken(grant);
  const { mitigatedBy } = standingOf(role, grant, token());
  return isHeld && mitigatedBy !== 'deny' && mitigatedBy !== 'boundary';
}

const NETWORK =
  /^aws:(sourcevpc|sourcevpce|sourcevpcarn|sourceip|vpcsourceip)$/;

function networkKeys(
  { conditions }: Reach,
  isMeant: (condition: Condition) => boolean,
): string[] {
  return conditions
    .filter(({ key }) => NETWORK.test(key.toLowerCase()))
    .filter(isMeant)
    .map(({ key }) => key);
}

// With `IfExists` a request without the key passes. Requests that come from no VPC have their address.
function isNetworkBound(condition: Condition): boolean {
  const { key, operator, ifExists } = condition;
  const negated = operatorTraits(operator)?.negated ?? true;
  return (
    !negated &&
    !takesAnyValue(condition) &&
    (!ifExists || key.toLowerCase() === 'aws:sourceip')
  );
}

// A negated operator fits a request that lacks the key.
function isNetworkDeny({ operator }: Condition): boolean {
  return operatorTraits(operator)?.negated ?? false;
}
