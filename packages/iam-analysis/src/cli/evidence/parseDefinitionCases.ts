import { resolveRoleArn } from '../../ecs/names/roleArn';
import type { Role } from '../../ecs/role';
import { known, mapKnown } from '../../known';
import { parseLastUsed, parseTime } from '../aws/parseTime';
import { isUnresolved } from '../input/intrinsic';
import { fault, isAbsent, isObject, object } from '../input/place';
import type { Fields, Place } from '../input/place';
import type { CaseFacts, Told } from './Case';
import type { PlacedCase } from './parseCase';
import { fieldsOfFacts, parseFacts, type AllFacts } from './parseFacts';
import { nameIn, parseRoleOf } from './parseRole';
import { neededSlots, roleIn, roleNameFor } from './neededSlots';
import type { NeededSlot } from './neededSlots';
import { slotsWithoutRole } from './slotsWithoutRole';
import { homeTold } from './taskHome';

/**
 * Reads `{ "taskDefinition", "roles": { "execution"?, "task"?, "instance"? }, "facts"? }`: a case for each role that is
 * handed in, and for each slot that the task definition leaves without one. Facts stand beside the task definition, or
 * under `facts`.
 */
export function parseDefinitionCases(
  place: Place,
  said: Told,
): readonly PlacedCase[] {
  const at = object(place);
  const all = parseFacts(fieldsBeside(place), said);
  const roles = parseRoles(at('roles'), all);
  const facts = withRoles(all, roles);
  const empty = slotsWithoutRole(facts);
  const cases = neededSlots.flatMap((slot): readonly PlacedCase[] => {
    const role = roles.get(slot);
    if (role) {
      return [
        {
          case: { role, slot, facts, emptySlots: [] },
          at: place.at,
          roleAt: `${place.at}/roles/${slot}`,
        },
      ];
    }
    return empty.some(each => each === slot)
      ? [{ case: { role: null, slot, facts }, at: place.at, roleAt: place.at }]
      : [];
  });
  if (cases.length === 0) {
    throw fault(at('roles'), `expected at least one of ${SLOTS}`);
  }
  return cases;
}

/** What stands beside a task definition, or under `facts`. */
export function fieldsBeside(place: Place): Fields {
  const at = object(place);
  const inFacts = fieldsOfFacts(at('facts'));
  // Beside a task definition, `roles` are those of its slots.
  return key => (key === 'roles' || isAbsent(at(key)) ? inFacts(key) : at(key));
}

const SLOTS = neededSlots.join(', ');

function parseRoles(
  place: Place,
  facts: AllFacts,
): ReadonlyMap<NeededSlot, Role> {
  if (isAbsent(place)) {
    return new Map();
  }
  const at = object(place, `an object with ${SLOTS}`);
  const names = isObject(place.value) ? Object.keys(place.value) : [];
  for (const name of names) {
    if (!neededSlots.some(slot => slot === name)) {
      throw fault(
        at(name),
        `there is no such slot here; expected one of ${SLOTS}`,
      );
    }
  }
  return new Map(
    neededSlots.flatMap(slot =>
      isAbsent(at(slot)) ? [] : [[slot, parseRole(at(slot), slot, facts)]],
    ),
  );
}

function parseRole(place: Place, slot: NeededSlot, facts: AllFacts): Role {
  const at = object(place);
  return {
    ...parseRoleOf(place, arnFor(slot, facts)),
    lastUsed: isAbsent(at('lastUsed'))
      ? facts.lastUsed
      : known(parseLastUsed(at('lastUsed'))),
    createdAt: isAbsent(at('createdAt'))
      ? facts.createdAt
      : known(parseTime(at('createdAt'))),
  };
}

/** The ARN that the task definition names; else one that the role could have. */
function arnFor(slot: NeededSlot, facts: CaseFacts): string {
  const definition = facts.taskDefinition.known
    ? facts.taskDefinition.value
    : null;
  const { partition, accountId } = homeTold(facts);
  const owner = { partition, accountId: accountId ?? NOBODY };
  const named = definition && roleIn(slot, definition);
  const arn =
    named === null || isUnresolved(named) ? '' : resolveRoleArn(named, owner);
  return nameIn(arn) !== null
    ? arn
    : resolveRoleArn(roleNameFor(slot, definition?.family ?? ''), owner);
}

const NOBODY = '000000000000';

// What is handed in is what the tasks are to run with.
function withRoles(
  { lastUsed: _, createdAt: __, ...facts }: AllFacts,
  roles: ReadonlyMap<NeededSlot, Role>,
): CaseFacts {
  return {
    ...facts,
    taskDefinition: mapKnown(facts.taskDefinition, definition => ({
      ...definition,
      taskRoleArn: roles.get('task')?.arn ?? definition.taskRoleArn,
      executionRoleArn:
        roles.get('execution')?.arn ?? definition.executionRoleArn,
    })),
  };
}
