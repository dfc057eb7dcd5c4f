import { taskSets } from '../../build/deployments';
import { joinParts } from '../../build/fleetPart';
import { ecrImage } from '../../build/names';
import { fargate } from '../../build/placements';
import { allow } from '../../build/policies';
import { role, roleArn } from '../../build/role';
import { own } from '../../build/roleChoice';
import { service } from '../../build/service';
import { taskDefinition } from '../../build/taskDefinition';
import { prodEuFargate } from '../../sites';

const site = prodEuFargate;

/** In the middle of a CodeDeploy deployment: the new task set runs with a role of its own. */
export function pspGateway() {
  const input = {
    name: 'psp-gateway',
    team: 'payments',
    on: fargate(),
    desired: 4,
    revision: 8,
    secrets: { PSP_API_KEY: 'payments/psp-gateway/psp' },
    task: own(
      allow(['sns:Publish', 'kms:Sign'], '*'),
      allow('dynamodb:*', '*'),
    ),
  } as const;
  const next = role(site.account, 'psp-gateway-task-v2', {
    tags: { team: 'payments' },
    createdDaysAgo: 3,
    inline: {},
  });
  return joinParts(
    { roles: [next] },
    service(site, {
      ...input,
      otherRevisions: [
        {
          ...taskDefinition(site, input, {
            execution: roleArn({
              account: site.account,
              path: '/',
              name: 'psp-gateway-execution',
            }),
            task: roleArn(next),
            image: ecrImage(site, 'payments/psp-gateway'),
          }),
          revision: 9,
        },
      ],
      amendments: [
        taskSets(
          { revision: 8, status: 'PRIMARY', desired: 4, running: 4 },
          { revision: 9, status: 'ACTIVE', desired: 4, running: 2 },
        ),
      ],
    }),
  );
}
