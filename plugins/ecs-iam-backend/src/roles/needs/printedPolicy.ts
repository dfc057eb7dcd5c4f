import {
  printCdk,
  printCloudFormation,
  printJson,
  printTerraform,
} from '@ecs-iam/iam-analysis';
import type { ProposedPolicy } from '@ecs-iam/iam-analysis';
import type { PrintedPolicy } from '@ecs-iam/plugin-ecs-iam-common';

/** A policy in the forms in which people keep it. */
export function printedPolicy(
  policy: ProposedPolicy,
  roleName: string,
): PrintedPolicy {
  return {
    json: printJson(policy),
    terraform: printTerraform([policy], roleName),
    cloudformation: printCloudFormation([policy], roleName),
    cdk: printCdk([policy]),
  };
}
