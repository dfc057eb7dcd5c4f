import { resolveRoleArn } from '../../ecs/names/roleArn';
import { defineRule } from '../defineRule';
import { listed } from '../words';
import { roleLabel } from './roleLabel';

/** A role that the latest revision changed, as labels; `null`: none. */
type Change = Readonly<{
  slot: 'task' | 'execution';
  runs: string | null;
  latest: string | null;
}>;

/** A service that does not run the latest revision, where that has other roles. Judged once, at the task role. */
export const staleRevision = defineRule({
  id: 'ecs.stale-revision',
  title: 'Service runs an old revision with other roles',
  severity: 'info',
  about: 'use',
  slots: ['task'],
  needs: ['service', 'taskDefinition', 'taskRoles', 'latestRevision'],
  whereCollected: ['latestRevision'],
  docs: {
    why: 'A newer revision of the task definition names other roles, but this service still runs with the old ones. Whoever looks at the newest revision, as many tools do, judges roles that are not in use, and believes that a change of roles has happened which has not.',
    fix: 'Deploy the latest revision, or deregister it if it is not meant for this service.',
    leaveIt:
      'The newer revision is for another service of the same family, or its deployment is still to come.',
    links: [
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/update-service-console-v2.html',
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definitions.html',
    ],
  },
  messages: {
    otherRoles: (d: {
      revision: number;
      latest: number;
      changes: readonly Change[];
    }) =>
      `Revision ${d.revision} runs. The latest, ${d.latest}, names ${listed(
        d.changes.map(textOf),
      )}.`,
  },
  *check({ service, taskDefinition, taskRoles, latestRevision: latest }) {
    if (
      taskDefinition.family !== latest.family ||
      taskDefinition.revision >= latest.revision
    ) {
      return;
    }
    const resolved = (role: string | null) =>
      role === null ? null : resolveRoleArn(role, service);
    const all = [
      {
        slot: 'task',
        runs: taskRoles.task,
        latest: resolved(latest.taskRoleArn),
      },
      {
        slot: 'execution',
        runs: taskRoles.execution,
        latest: resolved(latest.executionRoleArn),
      },
    ] as const;
    const changes = all
      .filter(each => each.runs !== each.latest)
      .map(each => ({
        slot: each.slot,
        runs: roleLabel(each.runs),
        latest: roleLabel(each.latest),
      }));
    if (changes.length > 0) {
      const { revision } = taskDefinition;
      yield {
        message: 'otherRoles',
        data: { revision, latest: latest.revision, changes },
        at: '',
      };
    }
  },
});

function textOf({ slot, runs, latest }: Change): string {
  const before = runs === null ? 'none' : `\`${runs}\``;
  return latest === null
    ? `no ${slot} role in place of ${before}`
    : `the ${slot} role \`${latest}\` in place of ${before}`;
}
