import { known, unknown } from '../../known';
import type { Known } from '../../known';
import { activeRevisions } from '../activeRevisions';
import { resolveRoleArn } from '../names/roleArn';
import { groupBy, shortList } from '../needs/phrases';
import type { RevisionShare } from '../roleUse';
import type { ServiceContext } from '../serviceContext';
import type { TaskDefinition } from '../taskDefinition';

/** Revisions in use that name the same role in a slot. */
export type RevisionGroup = Readonly<{
  roleArn: Known<string | null>;
  revisions: readonly RevisionShare[];
  /** Those of the revisions that could be read. */
  definitions: readonly TaskDefinition[];
  /** `null` when all revisions in use name the same role, so that the revision need not be said. */
  label: string | null;
}>;

/**
 * @param context - the service and what was read around it
 * @param roleOf - the role that a revision names in the slot: a name or an ARN
 * @returns one group for each role, for "no role" and for revisions that could not be read; empty when nothing is
 * deployed
 */
export function revisionGroups(
  context: ServiceContext,
  roleOf: (definition: TaskDefinition) => string | null,
): readonly RevisionGroup[] {
  const all = activeRevisions(context.service);
  const groups = groupBy(
    all.map(revision => ({
      revision,
      definition: context.taskDefinitions.get(revision.taskDefinitionArn),
    })),
    ({ definition }) => {
      const role = definition && roleOf(definition);
      return role ? resolveRoleArn(role, context.service) : role;
    },
  );
  return [...groups].map(([role, members]) => ({
    roleArn: role === undefined ? unreadDefinition() : known(role),
    revisions: members.map(member => member.revision),
    definitions: members.flatMap(member => member.definition ?? []),
    label:
      groups.size === 1
        ? null
        : labelOf(
            members.map(member => member.revision),
            severalFamilies(all),
          ),
  }));
}

function unreadDefinition(): Known<never> {
  return unknown(
    'the task definition could not be read',
    'ecs:DescribeTaskDefinition',
  );
}

function labelOf(
  revisions: readonly RevisionShare[],
  withFamily: boolean,
): string {
  const names = revisions.map(each =>
    withFamily
      ? lastPart(each.taskDefinitionArn)
      : String(each.revision || lastPart(each.taskDefinitionArn)),
  );
  const share = revisions.reduce((sum, each) => sum + each.sharePercent, 0);
  const noun = names.length === 1 ? 'revision' : 'revisions';
  return `${noun} ${shortList(names, 'revisions')}, ${share} % of tasks`;
}

function severalFamilies(revisions: readonly RevisionShare[]): boolean {
  const families = revisions.map(({ taskDefinitionArn }) =>
    taskDefinitionArn.replace(/:\d+$/, ''),
  );
  return new Set(families).size > 1;
}

function lastPart(arn: string): string {
  return arn.slice(arn.lastIndexOf('/') + 1);
}
