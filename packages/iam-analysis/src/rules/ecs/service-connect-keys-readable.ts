import { holds } from '../../catalogue/actionSet';
import { findAction } from '../../catalogue/catalogue';
import { lazily } from '../../catalogue/lazily';
import type { Grant, RoleGrants } from '../../grants/grant';
import type { Home } from '../../grants/home';
import { ResourcePattern } from '../../grants/ResourcePattern';
import { standingOf } from '../../grants/standingOf';
import { arnSegments } from '../../policy/arnPattern';
import { covers, intersects } from '../../policy/wildcard';
import { defineRule } from '../defineRule';
import { isAdministrator } from '../iam/administrator';
import { atMost } from '../iam/atMost';
import { lower } from '../lower';
import { quoted } from '../words';
import { MOST_STATEMENTS } from './excess';

/**
 * The private keys of Service Connect are secrets of the account, called `ecs-sc!...`. A role that reads all secrets reads
 * them too. The infrastructure role of Service Connect has to.
 */
export const serviceConnectKeysReadable = defineRule({
  id: 'ecs.service-connect-keys-readable',
  title: 'Role can read the private keys of Service Connect',
  severity: 'high',
  about: 'role',
  slots: ['task', 'execution', 'daemon-task', 'daemon-execution'],
  needs: ['grants', 'serviceConnectTls'],
  whereCollected: ['serviceConnectTls'],
  docs: {
    why: 'With the key of a service, whoever gets into this container can pose as that service, and read what others send to it: the encryption between services of the account is void.',
    fix: 'Name the secrets of the application in `Resource`. Where the wide permission has to stay, add a Deny of `secretsmanager:GetSecretValue` on `arn:aws:secretsmanager:*:*:secret:ecs-sc!*`.',
    leaveIt:
      'The policies of these secrets, or a service control policy, already deny them to every role but that of Service Connect.',
    links: [
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-connect-tls.html',
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/infrastructure_IAM_role.html',
    ],
  },
  messages: {
    readable: (d: { resources: readonly string[] }) =>
      `\`secretsmanager:GetSecretValue\` on ${quoted(
        d.resources,
      )} takes in the private keys of Service Connect, \`ecs-sc!*\`.`,
  },
  *check({ grants: role, serviceConnectTls }) {
    if (serviceConnectTls && !isAdministrator(role)) {
      yield* atMost(MOST_STATEMENTS, reportsOf(role));
    }
  },
});

function* reportsOf(role: RoleGrants) {
  for (const grant of role.grants) {
    const keys = keysIn(grant, role.home);
    if (keys !== null) {
      const { mitigatedBy, weakened } = standingOfKeys(role, keys);
      yield {
        message: 'readable',
        data: { resources: grant.resources.patterns },
        at: grant.at,
        ...(weakened ? { severity: lower('high') } : {}),
        ...(mitigatedBy ? { mitigatedBy } : {}),
      } as const;
    }
  }
}

// Whether a boundary has them is told apart by the parts of its ARNs: a region that is left open could be any text.
function standingOfKeys(role: RoleGrants, keys: Grant) {
  const passes =
    role.bounds === null ||
    role.bounds.some(bound => keysIn(bound, role.home) !== null);
  return passes
    ? standingOf(role, keys, reading())
    : ({ mitigatedBy: 'boundary', weakened: false } as const);
}

const reading = lazily(() => findAction('secretsmanager:GetSecretValue') ?? -1);

// The statement, as far as it is about these keys; `null` when it is not.
function keysIn(grant: Grant, home: Home): Grant | null {
  const texts = holds(grant.known, reading()) ? keyPatterns(grant, home) : [];
  return texts.length === 0
    ? null
    : {
        ...grant,
        resources: { kind: 'only', patterns: texts },
        patterns: texts.map(text => ResourcePattern.of(text, home)),
        everything: false,
        conditions: grant.conditions.filter(({ key }) => !OF_OWNER.test(key)),
      };
}

// The keys are secrets of the account like any other.
const OF_OWNER = /^aws:resource(account|orgid|orgpaths)$/i;

const KEYS = 'secret:ecs-sc!';

function keyPatterns({ resources, patterns }: Grant, home: Home): string[] {
  const everyKey = keysAt('*', home);
  const { kind } = resources;
  switch (kind) {
    case 'only':
      return patterns.flatMap(pattern =>
        pattern.isEverything ? [everyKey] : keysUnder(pattern.text, home),
      );
    case 'all-but': {
      const keys = ResourcePattern.of(everyKey, home);
      return patterns.some(each => each.covers(keys)) ? [] : [everyKey];
    }
    default:
      return kind satisfies never;
  }
}

function keysUnder(pattern: string, home: Home): string[] {
  const [, partition, service, region, account, resource] =
    arnSegments(pattern) ?? [];
  if (
    resource === undefined ||
    !intersects(partition, home.partition) ||
    !intersects(service, 'secretsmanager') ||
    !intersects(account, home.accountId)
  ) {
    return [];
  }
  if (resource.startsWith(KEYS)) {
    return [keysAt(region, home, resource)];
  }
  return covers(resource, `${KEYS}?*`) ? [keysAt(region, home)] : [];
}

function keysAt(
  region: string,
  { partition, accountId }: Home,
  resource: string = `${KEYS}*`,
): string {
  return `arn:${partition}:secretsmanager:${region}:${accountId}:${resource}`;
}
