import type { Finding } from '../../analysis/finding';
import { actionNames } from '../../catalogue/catalogue';
import { agentActions } from '../../ecs/permissions/excessKinds';
import { slotKind } from '../../ecs/permissions/kindsIn';
import type { RoleSlot } from '../../ecs/slots';
import type { Change } from '../change/change';
import { partsIn, placesOf, stringIn, stringsIn } from '../findingData';
import type { Situation } from '../situation';
import { actionsOfLevels, CHANGING } from './actionsOfLevels';
import { dropping } from './dropping';
import { keepNeeded } from './keepNeeded';
import { keepUsed } from './keepUsed';

/** Ways to clear a finding, the smallest first. Whether one does is found out by trying. */
export type Candidates = (
  finding: Finding,
  situation: Situation,
) => Iterable<readonly Change[]>;

/** The actions that the finding names, but for what ECS is known to need of them; then all of them. */
export function* dropNamedActions(finding: Finding, situation: Situation) {
  const actions = stringsIn(finding.data, 'actions');
  yield* keepNeeded(actions, placesOf(finding), situation);
  yield* dropping(actions, placesOf(finding), situation);
}

/** Of what AWS grants a slot, what ECS is known to need. */
export function* narrowToNeeds(finding: Finding, situation: Situation) {
  const { data } = finding;
  if (finding.message === 'least') {
    const actions = [
      ...partsIn(data, 'kept').flatMap(part => stringsIn(part, 'actions')),
      ...stringsIn(data, 'unneeded'),
    ];
    yield* keepNeeded(actions, placesOf(finding), situation);
  } else {
    yield* dropNamedActions(finding, situation);
  }
}

/** Always the same actions, whatever the finding names. */
export function dropActions(...actions: readonly string[]): Candidates {
  return (finding, situation) =>
    dropping(actions, placesOf(finding), situation);
}

/** One action of a set, for without it the others do not work together: one that is in many sets, or changes the most. */
export function* breakSet(finding: Finding, situation: Situation) {
  const sets = situation.findings
    .filter(each => each.ruleId === finding.ruleId && each.state === 'active')
    .map(({ data }) => stringsIn(data, 'actions'));
  const uses = (action: string) =>
    sets.filter(set => set.includes(action)).length;
  const actions = stringsIn(finding.data, 'actions').sort(
    (a, b) => uses(b) - uses(a) || gravityOf(b) - gravityOf(a),
  );
  for (const action of actions) {
    yield* dropping([action], placesOf(finding), situation);
  }
}

function gravityOf(name: string): number {
  if (/^iam:/i.test(name)) {
    return 2;
  }
  return actionsOfLevels(name, CHANGING).length > 0 ? 1 : 0;
}

/** Of a whole service: who may reach it, then all that changes something, then all. */
export function* narrowService(finding: Finding, situation: Situation) {
  const service = stringIn(finding.data, 'service');
  if (service === null) {
    return;
  }
  const all = `${service}:*`;
  const places = placesOf(finding);
  yield* dropping(
    actionsOfLevels(all, ['Permissions management']),
    places,
    situation,
  );
  yield* dropping(actionsOfLevels(all, CHANGING), places, situation);
  yield* dropping([all], places, situation);
}

/** A Deny of the actions that the finding names, or of what weighs the most in the service that it names. */
export function* denyActions({ data }: Finding): Generator<Change[]> {
  const service = stringIn(data, 'service');
  const actions =
    service === null ? stringsIn(data, 'actions') : gravestOf(`${service}:*`);
  if (actions.length > 0) {
    yield [{ kind: 'add-deny', name: DENY_POLICY, actions }];
  }
}

function gravestOf(pattern: string): string[] {
  const grave = actionsOfLevels(pattern, ['Permissions management']);
  const changing = actionsOfLevels(pattern, CHANGING);
  return [grave, changing].find(({ length }) => length > 0) ?? [pattern];
}

const DENY_POLICY = 'deny-excess';

/** A Deny of the private keys of Service Connect, as AWS proposes; other secrets stay readable. */
export function* denyServiceConnectKeys(
  _finding: Finding,
  { home }: Situation,
): Generator<Change[]> {
  yield [
    {
      kind: 'add-deny',
      name: DENY_POLICY,
      actions: ['secretsmanager:GetSecretValue'],
      resources: [`arn:${home.partition}:secretsmanager:*:*:secret:ecs-sc!*`],
    },
  ];
}

/** All of the services that the finding names, wherever the role has them. */
export function dropServices(finding: Finding, situation: Situation) {
  const services = stringsIn(finding.data, 'services');
  return dropping(
    services.map(service => `${service}:*`),
    placesOf(finding),
    situation,
  );
}

/** All but what the role has used, where that is known; else what changes IAM goes, then all of IAM, then the statements. */
export function* dropIam(finding: Finding, situation: Situation) {
  const places = placesOf(finding);
  const { slot } = situation.today;
  yield* keepUsed(placesOf(finding), situation);
  yield* dropping(administrating(slot), places, situation);
  yield* dropping(['iam:*', ...foreignTo(slot)], places, situation);
  yield* removeStatements(finding);
}

/** What an administrator has to lose first: what changes IAM, and what is as grave in its slot. */
export function administrating(slot: RoleSlot): string[] {
  return [...actionsOfLevels('iam:*', CHANGING), ...foreignTo(slot)];
}

// As the agent of a host, a role reaches all roles there.
function foreignTo(slot: RoleSlot): string[] {
  switch (slotKind(slot)) {
    case 'instance':
    case 'infrastructure':
      return [];
    default:
      return actionNames(agentActions());
  }
}

/** All but what the role has used, where that is known; else the statements go. */
export function* keepUsedOrRemove(finding: Finding, situation: Situation) {
  yield* keepUsed(placesOf(finding), situation);
  yield* removeStatements(finding);
}

/** What stands elsewhere too: the statement, or those of its actions. */
export function* removeRedundant({ at, data }: Finding): Generator<Change[]> {
  const actions = stringsIn(data, 'actions');
  yield [
    actions.length > 0
      ? { kind: 'drop-actions', at, actions }
      : { kind: 'remove-statement', at },
  ];
}

/** The statements that the finding is about. */
export function* removeStatements(finding: Finding): Generator<Change[]> {
  yield placesOf(finding).map(at => ({ kind: 'remove-statement', at }));
}

/** The resources that the finding names, else the actions. */
export function* dropNamedResources(finding: Finding, situation: Situation) {
  const resources = stringsIn(finding.data, 'resources');
  yield placesOf(finding).map(
    (at): Change => ({ kind: 'drop-resources', at, resources }),
  );
  yield* dropNamedActions(finding, situation);
}

/** The names of the actions in place of a wildcard. */
export function* nameWildcards({ at, data }: Finding): Generator<Change[]> {
  yield [{ kind: 'name-actions', at, patterns: stringsIn(data, 'patterns') }];
}
