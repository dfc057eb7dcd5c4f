import type { Excess } from '../../ecs/permissions/judgedNeed';
import type { RoleNeeds } from '../../ecs/permissions/permission';
import type { RoleSlot } from '../../ecs/slots';
import type { RoleGrants } from '../../grants/grant';
import type { Known } from '../../known';
import { defineRule } from '../defineRule';
import { atMost } from '../iam/atMost';
import { quoted } from '../words';
import {
  enough,
  excessOfKind,
  grantedOn,
  isUnread,
  MOST_STATEMENTS,
  writtenActions,
} from './excess';
import { leastOf, type Least } from './leastOf';
import { narrowingOf, thingText, type Narrowing } from './narrowing';

/** Slots whose needs follow from task definitions and clusters alone. */
const derivedSlots: readonly RoleSlot[] = [
  'execution',
  'daemon-execution',
  'instance',
];

/**
 * What a role grants beyond the need, where ECS alone says what that is; and of what AWS grants a slot by its managed
 * policies, how it could be narrowed: once a role, and never more than low, for AWS recommends these policies.
 */
export const excessPermission = defineRule({
  id: 'ecs.excess-permission',
  title: 'Role grants more than ECS needs of it',
  severity: 'low',
  about: 'role',
  slots: [
    'execution',
    'instance',
    'infrastructure-volumes',
    'infrastructure-service-connect',
    'infrastructure-lattice',
    'infrastructure-load-balancers',
    'infrastructure-managed-instances',
    'infrastructure-express',
    'service',
    'code-deploy',
    'daemon-execution',
  ],
  needs: ['grants'],
  wants: ['needs'],
  docs: {
    why: 'What such a role needs follows from the task definitions and the cluster. All else is of use only to whoever gets its credentials: to pull images of other teams, or to write into their logs.',
    fix: 'Put a policy with just the named actions and resources in place of the wide one. The needs of the role hold that policy, ready to copy. A managed policy of AWS fits every account: in a policy of your own, name account, region and resources.',
    leaveIt:
      'The account belongs to one application. AWS maintains its managed policies: a policy of your own has to be kept up when a feature is added.',
    links: [
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_execution_IAM_role.html',
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/instance_IAM_role.html',
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security-iam-awsmanpol.html',
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html',
    ],
  },
  messages: {
    unneeded: (d: { actions: readonly string[]; granted: readonly string[] }) =>
      `Nothing that uses the role needs ${quoted(d.actions)} on ${quoted(
        d.granted,
      )}.`,
    wider: (d: {
      actions: readonly string[];
      granted: readonly string[];
      needed: readonly string[];
    }) =>
      `${quoted(d.actions)} on ${quoted(d.granted)}, where ${enough(
        d.needed,
      )} would do.`,
    least: (d: Least & Readonly<{ statements: readonly string[] }>) =>
      `What AWS grants in this slot can be narrowed: ${phrases([
        ...d.kept.map(
          ({ actions, resources }) =>
            `${quoted(actions)} to ${enough(resources, 'fewer resources')}`,
        ),
        ...(d.unneeded.length > 0
          ? [`without ${quoted(d.unneeded)}, which nothing needs`]
          : []),
      ])}.`,
    anyAccount: (
      d: Narrowing &
        Readonly<{ accountId: string | null; statements: readonly string[] }>,
    ) =>
      `What AWS grants in this slot fits every account, and can be narrowed: ${phrases(
        [
          ...d.things.map(
            ({ thing, actions }) =>
              `${quoted(actions, 3)} to ${thingText(thing)}`,
          ),
          ...(d.patterns.length > 0
            ? [`${quoted(d.patterns, 3)} to ${homeText(d.accountId)}`]
            : []),
        ],
      )}.`,
  },
  *check({ grants, needs }, { slot }) {
    if (derivedSlots.includes(slot)) {
      if (isUnread(needs)) {
        yield { undecided: needs };
      }
      yield* atMost(
        MOST_STATEMENTS,
        excessOfKind('beyond', grants, needs, slot).map(excess =>
          beyond(excess, grants),
        ),
      );
    }
    yield* ofBaseline(grants, needs, slot);
  },
});

function beyond(excess: Excess, grants: RoleGrants) {
  const { at, needed, writes, readsData, mitigatedBy } = excess;
  const data = {
    actions: writtenActions(excess.actions),
    granted: grantedOn(excess, grants),
  };
  const found =
    needed.length > 0
      ? ({ message: 'wider', data: { ...data, needed } } as const)
      : ({ message: 'unneeded', data } as const);
  return {
    ...found,
    at,
    ...(writes || readsData ? { severity: 'medium' as const } : {}),
    ...(mitigatedBy ? { mitigatedBy } : {}),
  };
}

// What a Deny or the boundary takes away needs no narrowing.
function* ofBaseline(
  grants: RoleGrants,
  needs: Known<RoleNeeds>,
  slot: RoleSlot,
) {
  const all = excessOfKind('baseline', grants, needs, slot).filter(
    ({ mitigatedBy }) => mitigatedBy !== 'deny' && mitigatedBy !== 'boundary',
  );
  const statements = [...new Set(all.map(({ at }) => at))];
  const [at] = statements;
  if (at === undefined) {
    return;
  }
  if (needs.known && derivedSlots.includes(slot)) {
    const least = leastOf(all, needs.value, grants.home);
    yield { message: 'least', data: { ...least, statements }, at } as const;
    return;
  }
  const narrowing = narrowingOf(all, grants);
  if (narrowing.things.length + narrowing.patterns.length > 0) {
    const { accountId } = grants.home;
    yield {
      message: 'anyAccount',
      data: {
        ...narrowing,
        accountId: accountId === '*' ? null : accountId,
        statements,
      },
      at,
    } as const;
  }
}

function phrases(parts: readonly string[]): string {
  return parts.join('; ');
}

function homeText(accountId: string | null): string {
  return accountId === null
    ? 'its account and the regions in use'
    : `account ${accountId} and the regions in use`;
}
