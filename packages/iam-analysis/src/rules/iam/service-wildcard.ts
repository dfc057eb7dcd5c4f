import type { Severity } from '../../analysis/finding';
import { comparableActions, coversPattern } from '../../grants/clauses';
import type { Grant } from '../../grants/grant';
import {
  everyRole,
  homeOf,
  reachesEverything,
  reachesWholeService,
  servicesOfResources,
  type Home,
} from '../../grants/scope';
import { standingOf } from '../../grants/standingOf';
import { defineRule } from '../defineRule';
import { ownSlots } from '../judgedSlots';
import { lower } from '../lower';
import { holdsIam } from './admin-access';

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
 * Every action of a service. `*` is not reported here: it is `iam.admin-access`. Where IAM is taken out of `*`, by
 * `NotAction` or by a Deny, so that it is no administrator, the sensitive services are named one by one: naming all
 * the others needs the table of actions.
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
  },
  *check({ grants }, { role }) {
    const home = homeOf(role);
    for (const grant of grants) {
      for (const service of servicesOf(grant, home)) {
        const { mitigatedBy, weakened } = standingOf(grant, `${service}:?*`);
        const all = reachesWholeService(grant.resources, service, home);
        const severity = all ? severityOf(service) : 'low';
        yield {
          message: all ? 'everywhere' : 'somewhere',
          data: { service },
          at: grant.at,
          severity: weakened ? lower(severity) : severity,
          ...(mitigatedBy ? { mitigatedBy } : {}),
        };
      }
    }
  },
});

function severityOf(service: string): Severity {
  return SENSITIVE.includes(service) ? 'high' : 'medium';
}

function servicesOf(grant: Grant, home: Home): string[] {
  const actions = comparableActions(grant.actions);
  const isWhole = (service: string) => coversPattern(actions, `${service}:?*`);
  if (actions.kind === 'only' && !actions.patterns.includes('*')) {
    const wide = actions.patterns.filter(pattern => /[*?]/.test(pattern));
    return [...new Set(wide.flatMap(servicesNamed))].filter(isWhole).sort();
  }
  if (isAdministrator(grant, home)) {
    return [];
  }
  const candidates = reachesEverything(grant.resources)
    ? SENSITIVE.filter(service => !isDenied(grant, service))
    : servicesOfResources(grant.resources);
  return candidates.filter(isWhole).sort();
}

// A wildcard in the name of the service may stand for any of the sensitive ones.
function servicesNamed(pattern: string): readonly string[] {
  const [service] = pattern.split(':');
  return /[*?]/.test(service) ? SENSITIVE : [service];
}

// Mitigated by a condition or the boundary, it is still `iam.admin-access` that speaks of it.
function isAdministrator(grant: Grant, home: Home): boolean {
  return holdsIam(grant, everyRole(home)) && !isDenied(grant, 'iam');
}

function isDenied(grant: Grant, service: string): boolean {
  return standingOf(grant, `${service}:?*`).mitigatedBy === 'deny';
}
