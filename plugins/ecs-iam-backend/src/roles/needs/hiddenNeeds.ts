import type {
  NeededPermission,
  UnresolvedNeed,
} from '@ecs-iam/plugin-ecs-iam-common';

/** A cause in a service that the caller may not see. */
export const HIDDEN_CAUSE: NeededPermission['because'][number] = {
  field: null,
  serviceArn: null,
  serviceName: null,
  revision: null,
};

/** In place of the names of resources. */
export const HIDDEN_RESOURCES = 'resources of services that you may not see';

const PHRASE = 'does what services need that you may not see';

/** In place of a proposal, and of what cannot be named of hidden services. */
export const WITHHELD: UnresolvedNeed = {
  certain: true,
  phrase: PHRASE,
  why: 'a policy would name their resources; whoever may see all services is shown it',
  because: HIDDEN_CAUSE,
};

/**
 * Takes the names out of what hidden services alone need of a role: left is which actions, and how the role stands to them.
 * The statements that decide are in the policies of the role, which are no secret to whoever may see it.
 *
 * @param isNamed - whether a service that the caller may see needs it too
 * @returns the permissions in their order, one for all hidden ones of the same actions and state
 */
export function withoutHiddenNames(
  permissions: readonly NeededPermission[],
  isNamed: (permission: NeededPermission) => boolean,
): NeededPermission[] {
  const shown: NeededPermission[] = [];
  const places = new Map<string, number>();
  for (const permission of permissions) {
    const { state, actions } = permission;
    const key = JSON.stringify([state, actions]);
    const place = places.get(key);
    if (isNamed(permission)) {
      shown.push(permission);
    } else if (place === undefined) {
      places.set(key, shown.length);
      shown.push(withoutNames(permission));
    } else {
      shown[place] = unite(shown[place], withoutNames(permission));
    }
  }
  return shown;
}

function withoutNames(permission: NeededPermission): NeededPermission {
  return {
    ...permission,
    resources: [HIDDEN_RESOURCES],
    because: [HIDDEN_CAUSE],
    phrase: PHRASE,
    failure: permission.breaks
      ? 'their next deployment, or the next task that has to start, fails'
      : 'they may lack a feature',
    alsoNeeds: permission.alsoNeeds && 'a policy of the resource',
  };
}

function unite(a: NeededPermission, b: NeededPermission): NeededPermission {
  return {
    ...(a.breaks || !b.breaks ? a : b),
    missing: [...new Set([...a.missing, ...b.missing])],
    alsoNeeds: a.alsoNeeds ?? b.alsoNeeds,
    denied: a.denied || b.denied,
    places: distinctPlaces([...a.places, ...b.places]),
  };
}

function distinctPlaces(
  places: NeededPermission['places'],
): NeededPermission['places'] {
  return [
    ...new Map(places.map(place => [JSON.stringify(place), place])).values(),
  ];
}
