import type { Severity } from '../../analysis/finding';
import type { Grant, RoleGrants } from '../../grants/grant';
import { oncePer } from '../../grants/oncePer';
import { matches } from '../../policy/wildcard';
import { defineRule } from '../defineRule';
import { expectedIn } from '../../ecs/expectedIn';
import { ownSlots } from '../judgedSlots';
import { lower } from '../lower';
import { administrationsOf } from './administrator';
import { atMost } from './atMost';
import { unknownServices } from './unknownServices';
import {
  standingOfService,
  wholeServices,
  type ServiceStanding,
} from './wholeServices';

// Services whose whole means data, secrets, identity or the trail that shows what happened.
const SENSITIVE = [
  'cloudtrail',
  'ec2',
  'ecs',
  'iam',
  'kms',
  'lambda',
  'organizations',
  's3',
  'secretsmanager',
  'ssm',
  'sso',
  'sts',
];

/**
 * Every action of a service, by one statement or by several together. Judged on actions alone: those that reach no
 * resource do not count against it. `*` is not reported here: it is `iam.admin-access`. Where IAM is taken out of `*`, by
 * `NotAction` or by a Deny, so that it is no administrator, the sensitive services are named one by one: to name all
 * four hundred would tell nobody anything. A service that the catalogue does not know is taken by its name.
 */
export const serviceWildcard = defineRule({
  id: 'iam.service-wildcard',
  title: 'Role holds every action of a service',
  severity: 'medium',
  about: 'role',
  slots: ownSlots,
  needs: ['grants'],
  docs: {
    why: 'A service has actions that read, write, delete, and change who may do so. An application uses a handful of them; the wildcard gives all, and each action that AWS adds later as well.',
    fix: 'List the actions that the application calls, each on the ARNs of its own resources. IAM shows under "Last accessed" which ones the role has used.',
    leaveIt:
      'The task administers that service, such as a backup job that creates, reads and deletes every snapshot of the account.',
    links: [
      'https://docs.aws.amazon.com/securityhub/latest/userguide/iam-controls.html',
      'https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html',
    ],
  },
  messages: {
    everywhere: (d: { service: string }) =>
      `Every action of \`${d.service}\` is allowed, on all its resources.`,
    somewhere: (d: { service: string }) =>
      `Every action of \`${d.service}\` is allowed, on some of its resources.`,
    together: (d: { service: string; statements: readonly string[] }) =>
      `${d.statements.length} statements together allow every action of \`${d.service}\`.`,
  },
  *check({ grants: role }, { slot }) {
    const isExpected = expectedIn(slot);
    const speaksForItself = administratorsByStar(role);
    const isWorthIt = (grant: Grant, service: string) =>
      (SENSITIVE.includes(service) || names(grant, service)) &&
      !speaksForItself.has(grant) &&
      !listsActions(grant);
    const whole = role.grants.every(listsActions)
      ? []
      : wholeServices(role, isWorthIt);
    for (const { service, grants } of whole) {
      yield reportOf(
        service,
        grants,
        standingOfService(role, grants, service, isExpected),
      );
    }
    // A role that names dozens made them up.
    yield* atMost(
      MOST_UNKNOWN,
      unknownServices(role).map(({ service, grant, standing }) =>
        reportOf(service, [grant], standing),
      ),
    );
  },
});

const MOST_UNKNOWN = 20;

function reportOf(
  service: string,
  grants: readonly [Grant, ...Grant[]],
  { everywhere, mitigatedBy, weakened }: ServiceStanding,
) {
  const severity = everywhere ? severityOf(service) : 'low';
  return {
    ...describe(service, grants, everywhere),
    at: grants[0].at,
    severity: weakened ? lower(severity) : severity,
    ...(mitigatedBy ? { mitigatedBy } : {}),
  };
}

function describe(
  service: string,
  grants: readonly Grant[],
  everywhere: boolean,
) {
  return grants.length > 1
    ? ({
        message: 'together',
        data: { service, statements: grants.map(({ at }) => at) },
      } as const)
    : ({
        message: everywhere ? 'everywhere' : 'somewhere',
        data: { service },
      } as const);
}

function severityOf(service: string): Severity {
  return SENSITIVE.includes(service) ? 'high' : 'medium';
}

// Mitigated by a condition or the boundary, it is still `iam.admin-access` that speaks of it.
function administratorsByStar(role: RoleGrants): ReadonlySet<Grant> {
  return new Set(
    administrationsOf(role)
      .filter(({ mitigatedBy }) => mitigatedBy !== 'deny')
      .flatMap(({ grants }) => grants)
      .filter(grant => !names(grant, 'iam')),
  );
}

// By its name, or by the ARNs of its resources: not just as one of all.
function names(grant: Grant, service: string): boolean {
  const { literal, open } = servicesNamed(grant);
  return literal.has(service) || open.some(each => matches(each, service));
}

// `*:Get*` says nothing of a service that has nothing else; `s?s:*` does.
const servicesNamed = oncePer(
  ({ actions, patterns, everything }: Grant): NamedServices => {
    const written =
      actions.kind === 'only'
        ? actions.patterns.map(each => each.toLowerCase().split(':')[0])
        : [];
    const ofResources = everything
      ? []
      : patterns.flatMap(({ service }) => service ?? []);
    return {
      literal: new Set([
        ...written.filter(each => !/[*?]/.test(each)),
        ...ofResources,
      ]),
      open: written.filter(each => /[*?]/.test(each) && /[^*?]/.test(each)),
    };
  },
);

type NamedServices = Readonly<{
  literal: ReadonlySet<string>;
  /** With wildcards. */
  open: readonly string[];
}>;

// Whoever lists every action of a small service, such as the four of ECS Exec, wrote no wildcard.
const listsActions = oncePer(
  ({ actions }: Grant): boolean =>
    actions.kind === 'only' &&
    !actions.patterns.some(pattern => /[*?]/.test(pattern)),
);
