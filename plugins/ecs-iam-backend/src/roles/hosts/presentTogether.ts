import {
  privilegesOf,
  reachableRoles,
  severities,
} from '@ecs-iam/iam-analysis';
import type { HostGroup, ImdsReach } from '@ecs-iam/iam-analysis';
import type { HostGroup as HostGroupView } from '@ecs-iam/plugin-ecs-iam-common';
import type { HostView } from './HostView';

/**
 * What a container could come by through hosts, with the roles of tasks that the caller may not see.
 *
 * @param group - hosts that are alike
 * @param imds - whether the container reaches their metadata service
 * @returns `null` when it is not known which roles these are
 */
export function presentTogether(
  group: HostGroup,
  imds: ImdsReach,
  { context, around }: Pick<HostView, 'context' | 'around'>,
): HostGroupView['together'] {
  const { roleArn } = group;
  const reached = reachableRoles({
    host: group,
    imds,
    instanceGrants:
      roleArn.known && roleArn.value !== null
        ? around.grantsOf(roleArn.value)
        : { known: false, because: 'the role of the host is not known' },
    taskDefinitions: context.taskDefinitions,
    home: context.service,
  });
  if (!reached.known) {
    return null;
  }
  const arns = [...new Set(reached.value.map(each => each.roleArn))];
  const grants = arns.map(arn => around.grantsOf(arn));
  const read = grants.flatMap(each => (each.known ? [each.value] : []));
  const found = reached.value.map(each =>
    around.worstOf(each.roleArn, each.slot),
  );
  return {
    roles: arns.length,
    worst: severities.find(severity => found.includes(severity)) ?? null,
    can: [...privilegesOf(read), ...unreadPart(arns.length - read.length)],
  };
}

function unreadPart(count: number): string[] {
  if (count === 0) {
    return [];
  }
  return [
    `do what ${
      count === 1 ? '1 role allows' : `${count} roles allow`
    } whose policies could not be read`,
  ];
}
