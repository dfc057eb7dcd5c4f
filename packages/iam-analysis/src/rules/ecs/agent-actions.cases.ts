import { allow, deny, held } from '../caseBuilders';
import type { RuleCases } from '../testRule';
import type { agentActions } from './agent-actions';

const HOSTS = 'arn:aws:ecs:eu-west-1:111122223333:container-instance/prod-eu/*';

export const cases: RuleCases<typeof agentActions> = {
  flagged: [
    {
      name: 'polling for the work of any host',
      given: held([allow(['ecs:Poll', 'ecs:DiscoverPollEndpoint'])]),
      expect: [acting(['ecs:DiscoverPollEndpoint', 'ecs:Poll'], ['*'])],
    },
    {
      name: 'in an execution role, on the hosts of one cluster',
      given: held([allow(['ecs:Poll', 's3:GetObject'], HOSTS)]),
      context: { slot: 'execution' },
      expect: [acting(['ecs:Poll'], [HOSTS])],
    },
    {
      name: 'a condition on the cluster makes it no less',
      given: held([
        allow('ecs:Poll', '*', {
          ArnEquals: {
            'ecs:cluster': 'arn:aws:ecs:eu-west-1:111122223333:cluster/prod-eu',
          },
        }),
      ]),
      expect: [acting(['ecs:Poll'], ['*'])],
    },
    {
      name: 'by wildcards: all of ECS holds them too',
      given: held([allow('ecs:*'), allow('ecs:Submit*')]),
      expect: [
        acting(
          [
            'ecs:DiscoverPollEndpoint',
            'ecs:Poll',
            'ecs:RegisterContainerInstance',
            'ecs:StartTelemetrySession',
            'ecs:SubmitAttachmentStateChanges',
            'ecs:SubmitContainerStateChange',
            'ecs:SubmitTaskStateChange',
          ],
          ['*'],
        ),
        {
          ...acting(
            [
              'ecs:SubmitAttachmentStateChanges',
              'ecs:SubmitContainerStateChange',
              'ecs:SubmitTaskStateChange',
            ],
            ['*'],
          ),
          at: 'inline:app#/Statement/1',
        },
      ],
    },
    {
      name: 'a Deny takes all of it away: mitigated',
      given: held([allow('ecs:StartTelemetrySession'), deny('ecs:*')]),
      expect: [
        {
          ...acting(['ecs:StartTelemetrySession'], ['*']),
          mitigatedBy: 'deny',
        },
      ],
    },
    {
      name: 'a boundary without it: mitigated',
      given: held([allow('ecs:Poll')], [allow('s3:*')]),
      expect: [{ ...acting(['ecs:Poll'], ['*']), mitigatedBy: 'boundary' }],
    },
  ],
  accepted: [
    {
      name: 'other actions on hosts',
      given: held([
        allow(['ecs:UpdateContainerInstancesState', 'ecs:DescribeTasks']),
      ]),
    },
    {
      name: 'session channels of ECS Exec',
      given: held([
        allow([
          'ssmmessages:CreateControlChannel',
          'ssmmessages:OpenDataChannel',
        ]),
      ]),
    },
    {
      name: 'a resource that the action does not take reaches nothing',
      given: held([
        allow('ecs:Poll', 'arn:aws:ecs:eu-west-1:111122223333:cluster/prod-eu'),
      ]),
    },
    {
      name: 'administrator: `iam.admin-access` speaks of it',
      given: held([allow('*')]),
    },
  ],
};

function acting(actions: readonly string[], granted: readonly string[]) {
  return {
    message: 'held',
    data: { actions, granted },
    at: 'inline:app#/Statement/0',
  } as const;
}
