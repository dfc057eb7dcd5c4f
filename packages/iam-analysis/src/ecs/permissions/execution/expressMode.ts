import type { NeedsInput } from '../derivation';
import { signInFailure } from '../failures';
import type { RoleNeeds } from '../permission';
import { needOf, NOTHING, roleNeeds } from '../roleNeeds';
import { SIGN_IN_ACTION } from './pullActions';

/**
 * Row E17: Express Mode always has an execution role, with "the AmazonECSTaskExecutionRolePolicy managed policy or
 * equivalent permissions". What of it is used follows from the image and the logs of the task definition.
 * Source: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateExpressGatewayService.html
 */
export function expressMode({ service, compute }: NeedsInput): RoleNeeds {
  return service?.express
    ? roleNeeds({
        required: true,
        needs: [
          needOf({
            row: 'E17',
            actions: [SIGN_IN_ACTION],
            resources: ['*'],
            because: 'service.express',
            phrase: 'signs in to ECR for Express Mode',
            // Which image it is, its own rows tell.
            breaks: false,
            failure: signInFailure(compute),
          }),
        ],
      })
    : NOTHING;
}
