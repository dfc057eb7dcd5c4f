import type { JsonValue } from '@backstage/types';
import type { ServiceAmendment } from '../types';
import { objects } from './jsonObjects';

type Revision = Readonly<{
  revision: number;
  status: 'PRIMARY' | 'ACTIVE';
  desired: number;
  running: number;
}>;

/** A rolling update half-way: the new revision is primary, the old one still runs. */
export function rollout(...revisions: readonly Revision[]): ServiceAmendment {
  return {
    because: 'the recorded server finishes each deployment at once',
    change: service => {
      const [first] = objects(service.deployments);
      return {
        ...service,
        taskDefinition: withRevision(
          service.taskDefinition,
          revisions[0].revision,
        ),
        deployments: revisions.map(
          ({ revision, status, desired, running }, index) => ({
            ...first,
            id: `ecs-svc/100000000000000000${index}`,
            status,
            taskDefinition: withRevision(service.taskDefinition, revision),
            desiredCount: desired,
            runningCount: running,
            pendingCount: desired - running,
            rolloutState: status === 'PRIMARY' ? 'IN_PROGRESS' : 'COMPLETED',
          }),
        ),
      };
    },
  };
}

/** CodeDeploy keeps task sets in place of deployments. */
export function taskSets(...revisions: readonly Revision[]): ServiceAmendment {
  return {
    because: 'the recorded server has no CodeDeploy',
    change: ({ deployments: _none, ...service }) => ({
      ...service,
      deploymentController: { type: 'CODE_DEPLOY' },
      taskSets: revisions.map(
        ({ revision, status, desired, running }, index) => ({
          id: `ecs-svc/200000000000000000${index}`,
          taskSetArn: `${service.serviceArn}`
            .replace(':service/', ':task-set/')
            .concat(`/ecs-svc/200000000000000000${index}`),
          serviceArn: service.serviceArn,
          clusterArn: service.clusterArn,
          status,
          taskDefinition: withRevision(service.taskDefinition, revision),
          computedDesiredCount: desired,
          runningCount: running,
          pendingCount: desired - running,
          launchType: 'FARGATE',
          scale: { value: 100, unit: 'PERCENT' },
          stabilityStatus: 'STEADY_STATE',
        }),
      ),
    }),
  };
}

function withRevision(arn: JsonValue | undefined, revision: number): string {
  return `${arn}`.replace(/:\d+$/, `:${revision}`);
}
