import type { RoleNeeds } from '../../ecs/permissions/permission';
import { listed } from '../../rules/words';

/**
 * Says beside what could not be resolved what to hand in. The derivation names the permissions by which a collector
 * would find out; this program asks AWS nothing.
 */
export function withHints(needs: RoleNeeds): RoleNeeds {
  return {
    ...needs,
    unresolved: needs.unresolved.map(each => ({
      ...each,
      why: `${each.why}${hintFor(each.why)}`,
    })),
  };
}

function hintFor(why: string): string {
  const [home] = /[\w ]+ where the tasks run must be known/.exec(why) ?? [];
  if (home !== undefined) {
    const options = [
      ...(/\bregion\b|\bpartition\b/.test(home) ? ['--region'] : []),
      ...(/\baccount\b/.test(home) ? ['--account'] : []),
    ];
    return options.length === 0 ? '' : `: pass ${listed(options)}`;
  }
  const [, facts] = FACTS.find(([call]) => why.includes(call)) ?? [];
  return facts === undefined ? '' : `, or with ${facts} in the input`;
}

const FACTS = [
  ['secretsmanager:DescribeSecret', '"secretKeys"'],
  ['ssm:DescribeParameters', '"secretKeys"'],
  ['ecr:DescribePullThroughCacheRules', '"pullThroughCachePrefixes"'],
  ['ecs:DescribeServiceRevisions', '"service" and "serviceRevision"'],
] as const;
