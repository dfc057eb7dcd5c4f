import { known } from '../../known';
import { defineRule } from '../defineRule';
import { ownSlots } from '../judgedSlots';
import { quoted } from '../words';
import { canonicalService } from './admission';
import { neededPrincipal } from '../../ecs/neededPrincipal';
import { concerned, type Opening } from './openings';
import { readTrust } from './readTrust';
import { clustersIn } from './sourceConditions';

const TASKS = 'ecs-tasks.amazonaws.com';

const taskSlots = ownSlots.filter(slot =>
  neededPrincipal(slot, known([]))?.services.includes(TASKS),
);

/** The only ways in that the trust policy leaves to tasks ask for a cluster, which ECS does not support. */
export const clusterSourceArn = defineRule({
  id: 'trust.cluster-source-arn',
  title: 'Trust policy names a cluster, which ECS does not support',
  severity: 'high',
  about: 'role',
  slots: taskSlots,
  needs: ['trust'],
  docs: {
    why: 'ECS does not support `aws:SourceArn` with a single cluster, so a condition that names one never holds: tasks cannot assume the role. Running tasks keep going until their credentials expire, and then nothing starts any more.',
    fix: 'Put the wildcard for all clusters in its place, `arn:aws:ecs:<region>:<account>:*`, and keep `aws:SourceAccount`. Where clusters have to be kept apart, give each its own role.',
    leaveIt:
      'The role is on its way out: nothing will be started with it again.',
    links: [
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html',
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html',
    ],
  },
  messages: {
    namesCluster: (d: { service: string; sourceArns: readonly string[] }) =>
      `\`${
        d.service
      }\` may assume the role only with the \`aws:SourceArn\` ${quoted(
        d.sourceArns,
      )}. ECS does not support naming a cluster there, so tasks cannot use the role.`,
  },
  *check({ trust }, { role }) {
    const { openings, doubts } = readTrust(trust, role);
    yield* doubts;
    const forTasks = openings.filter(letsTasksIn);
    if (
      forTasks.some(each => clustersIn(each.serviceConditions).length === 0)
    ) {
      return;
    }
    for (const { at, serviceConditions } of forTasks) {
      yield {
        message: 'namesCluster',
        data: { service: TASKS, sourceArns: clustersIn(serviceConditions) },
        at,
      };
    }
  },
});

function letsTasksIn(opening: Opening): boolean {
  const tasks = concerned(
    opening,
    ({ type, value }) =>
      type === 'Service' && canonicalService(value) === TASKS,
  );
  return (
    tasks !== null &&
    tasks.mitigatedBy === undefined &&
    opening.actions.includes('sts:AssumeRole')
  );
}
