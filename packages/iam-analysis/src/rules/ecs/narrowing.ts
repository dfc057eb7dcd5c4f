import { actionsIn, setOf } from '../../catalogue/actionSet';
import {
  actionName,
  isRestrictable,
  serviceOf,
  signatureOf,
} from '../../catalogue/catalogue';
import type { Excess } from '../../ecs/permissions/judgedNeed';
import type { Grant, RoleGrants } from '../../grants/grant';
import { passesTo } from '../../grants/passesTo';
import { scopeOf } from '../../grants/scopeOf';
import { arnSegments } from '../../policy/arnPattern';
import { writtenActions } from './excess';

/** How statements that fit any account could be written for this one. */
export type Narrowing = Readonly<{
  /** Actions on everything, and the kind of thing that could be named for them: an id of {@link thingText}. */
  things: readonly Readonly<{ thing: string; actions: readonly string[] }>[];
  /** Patterns that leave account or region open. */
  patterns: readonly string[];
}>;

/**
 * @param all - what statements grant that suits the slot
 * @param role - with these statements
 */
export function narrowingOf(
  all: readonly Excess[],
  { grants }: RoleGrants,
): Narrowing {
  const things = new Map<string, number[]>();
  const patterns = new Set<string>();
  for (const excess of all) {
    const grant = grants.find(({ at }) => at === excess.at);
    for (const action of grant ? actionsIn(excess.actions) : []) {
      if (grant && isRestrictable(action)) {
        const open = openPatterns(grant, action);
        open.forEach(each => patterns.add(each));
        const thing = thingOf(action, grant);
        if (open.length === 0 && thing && scopeOf(grant, action) === 'all') {
          things.set(thing, [...(things.get(thing) ?? []), action]);
        }
      }
    }
  }
  return {
    things: [...things].map(([thing, actions]) => ({
      thing,
      actions: writtenActions(setOf(actions)),
    })),
    patterns: [...patterns],
  };
}

function openPatterns(grant: Grant, action: number): readonly string[] {
  const { types } = signatureOf(action);
  return grant.patterns
    .filter(({ text }) => leavesHomeOpen(text))
    .filter(pattern => types.some(type => pattern.scopeOn(type) !== 'none'))
    .map(({ text }) => text);
}

// ARNs of some services have no region, and those of buckets no account.
function leavesHomeOpen(pattern: string): boolean {
  const [, , service = '*', region, account] = arnSegments(pattern) ?? [];
  return !/[*?]/.test(service) && (region === '*' || account === '*');
}

// What no request has to name, few would name.
function thingOf(action: number, grant: Grant): string | null {
  const name = actionName(action);
  if (name === 'iam:PassRole') {
    return passedThing(grant);
  }
  const { prefix } = serviceOf(action);
  const { required, own } = signatureOf(action);
  const types = required.length > 0 ? required : own;
  return (
    THINGS.get(name) ??
    types
      .map(type => THINGS.get(`${prefix}/${type.name}`))
      .find(thing => thing !== undefined) ??
    (required.length > 0 ? prefix : null)
  );
}

function passedThing(grant: Grant): string {
  if (grant.conditions.length === 0) {
    return 'roles';
  }
  const services = ['ecs-tasks', 'ec2'].filter(service =>
    passesTo(grant, `${service}.amazonaws.com`),
  );
  return services.length === 1 ? `roles-of-${services[0]}` : 'roles';
}

// By action, or by service and type of resource as the Service Authorization Reference calls it.
const THINGS: ReadonlyMap<string, string> = new Map([
  ['iam:CreateServiceLinkedRole', 'service-linked-roles'],
  ['acm-pca/certificate-authority', 'certificate-authority'],
  ['cloudwatch/alarm', 'alarms'],
  ['ecr/repository', 'repositories'],
  ['ecs/cluster', 'cluster'],
  ['ecs/container-instance', 'cluster'],
  ['ecs/service', 'services'],
  ['ecs/task-set', 'services'],
  ['elasticloadbalancing/listener-rule/app', 'listener-rules'],
  ['elasticloadbalancing/listener/app', 'listeners'],
  ['elasticloadbalancing/loadbalancer', 'load-balancers'],
  ['elasticloadbalancing/targetgroup', 'target-groups'],
  ['lambda/function', 'functions'],
  ['logs/log-group', 'log-groups'],
  ['logs/log-stream', 'log-groups'],
  ['s3/object', 'objects'],
  ['sns/topic', 'topics'],
  ['ssm/parameter', 'parameters'],
]);

/** What could be named, for people. */
export function thingText(thing: string): string {
  return TEXTS.get(thing) ?? `named resources of \`${thing}\``;
}

const TEXTS: ReadonlyMap<string, string> = new Map([
  ['alarms', 'the alarms that it reads'],
  ['certificate-authority', 'the certificate authority'],
  ['cluster', 'the cluster and its hosts'],
  ['functions', 'the functions of the hooks'],
  ['listener-rules', 'the rules of the listeners'],
  ['listeners', 'the listeners of the services'],
  ['load-balancers', 'the load balancers of the services'],
  ['log-groups', 'the log groups in use'],
  ['objects', 'the objects that it reads'],
  ['parameters', 'the parameters that it reads'],
  ['repositories', 'the repositories of the images'],
  ['roles', 'the roles that it passes'],
  ['roles-of-ec2', 'the container instance roles'],
  ['roles-of-ecs-tasks', 'the task and execution roles'],
  ['service-linked-roles', 'the service-linked roles that it makes'],
  ['services', 'the services that it deploys'],
  ['target-groups', 'the target groups of the services'],
  ['topics', 'the topics that it notifies'],
]);
