import type { NeedsInput } from '../derivation';
import { EXEC_FAILURE } from '../failures';
import type { RoleNeeds } from '../permission';
import { needOf, NOTHING, roleNeeds } from '../roleNeeds';
import { uniteNeeds } from '../uniteNeeds';
import { execKey } from './execKey';
import { execLogs } from './execLogs';

/** The SSM agent that ECS puts into the container opens its channels with these. */
export const CHANNEL_ACTIONS = [
  'ssmmessages:CreateControlChannel',
  'ssmmessages:CreateDataChannel',
  'ssmmessages:OpenControlChannel',
  'ssmmessages:OpenDataChannel',
];

/**
 * Row T1: ECS Exec, with its logs (T1a, T1b, T1d) and its key (T1c). Without a task role (T1e), RunTask refuses it; on EC2
 * it works with the role of the host.
 * Source: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html
 */
export function execChannel(input: NeedsInput): RoleNeeds {
  if (!input.service?.enableExecuteCommand) {
    return NOTHING;
  }
  return uniteNeeds([
    roleNeeds({
      required: true,
      needs: [
        needOf({
          row: 'T1',
          actions: CHANNEL_ACTIONS,
          resources: ['*'],
          because: 'service.enableExecuteCommand',
          phrase: 'opens the channels of ECS Exec',
          failure: EXEC_FAILURE,
        }),
      ],
    }),
    execLogs(input),
    execKey(input),
  ]);
}
