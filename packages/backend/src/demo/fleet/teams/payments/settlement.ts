import { joinParts } from '../../build/fleetPart';
import { objectArn, tableArn } from '../../build/names';
import { fargate } from '../../build/placements';
import { allow, awsManaged, policy } from '../../build/policies';
import { role, roleArn } from '../../build/role';
import { own } from '../../build/roleChoice';
import { taskFamily } from '../../build/taskFamily';
import { prodEuFargate } from '../../sites';
import { shared } from '../../sharedRoles';

const site = prodEuFargate;

/** Runs each night. Last night it broke; somebody runs it again by hand, with roles of another kind. */
export function settlement() {
  const repair = role(site.account, 'settlement-repair', {
    tags: { team: 'payments' },
    createdDaysAgo: 1,
    inline: {
      repair: policy(allow('dynamodb:*', tableArn(site, 'settlements'))),
    },
  });
  const repairExecution = role(site.account, 'settlement-repair-execution', {
    tags: { team: 'payments' },
    createdDaysAgo: 1,
    attached: [awsManaged('service-role/AmazonECSTaskExecutionRolePolicy')],
    inline: {
      files: policy(
        allow('s3:GetObject', objectArn('example-payments-config', '*')),
      ),
    },
  });
  return joinParts(
    { roles: [repair, repairExecution] },
    taskFamily(
      site,
      {
        name: 'nightly-settlement',
        team: 'payments',
        on: fargate(),
        revision: 12,
        more: { volumes: [{ name: 'books', configuredAtLaunch: true }] },
        container: {
          mountPoints: [{ sourceVolume: 'books', containerPath: '/books' }],
        },
        task: own(
          allow(
            ['dynamodb:Query', 'dynamodb:PutItem'],
            tableArn(site, 'settlements'),
          ),
        ),
      },
      [
        {
          overrides: {
            taskRoleArn: roleArn(repair),
            executionRoleArn: roleArn(repairExecution),
            environmentFiles: [
              objectArn('example-payments-config', 'settlement-repair.env'),
            ],
          },
          volumeRole: shared.volumes,
        },
      ],
    ),
  );
}
