import fc from 'fast-check';
import { holds } from '../catalogue/actionSet';
import { actionName, findAction, signatureOf } from '../catalogue/catalogue';
import type { ResourceType } from '../catalogue/ServiceTable';
import { decide } from '../decide/decide';
import { documentOf, policy } from '../rules/caseBuilders';
import { ACCOUNT } from '../testUtils/names';
import { ACTIONS, RESOURCES, SAMPLED } from './patterns.cases';
import type { Grant, Reach, RoleGrants } from './grant';
import { grantsOf } from './grantsOf';
import type { Home } from './home';
import { scopeOf } from './scopeOf';
import { standingOf } from './standingOf';

/*
 * Two pieces of code read the same policies: grants say in sets what a role holds, `decide` answers one request. Where
 * grants are certain of something, every request must come out so.
 */
const HOME: Home = { partition: 'aws', accountId: ACCOUNT };

describe('what a statement grants', () => {
  it('is allowed on every resource of a type, or on all but some, when its scope is all', () => {
    fc.assert(
      ofEachAction(
        { allow: anAllow() },
        ({ role, grant, action, isAllowed }) =>
          scopeOf(grant, action) !== 'all' ||
          isGranted(role, grant, action, isAllowed),
      ),
    );
  });

  it('is allowed on no resource that the action takes, when its scope is none', () => {
    fc.assert(
      ofEachAction(
        { allow: anAllow() },
        ({ role, grant, action, isAllowed }) =>
          scopeOf(grant, action) !== 'none' ||
          !resourcesOf(role, grant, action).some(isAllowed),
      ),
    );
  });

  it('is allowed on what a pattern of it matches', () => {
    fc.assert(
      fc.property(actions(), resources(), fillings, (named, some, filling) => {
        const statement = { Effect: 'Allow', ...named, Resource: some };
        const { grant, isAllowed } = heldBy([statement], null);
        const matching = some.map(pattern => filled(pattern, filling));
        return sampled(grant)
          .filter(action => signatureOf(action).types.length > 0)
          .every(action => matching.every(isAllowed(action)));
      }),
    );
  });

  it('is nothing else: another action is not allowed on anything', () => {
    fc.assert(
      fc.property(anAllow(), statement => {
        const { role, grant, isAllowed } = heldBy([statement], null);
        return SAMPLE.filter(action => !holds(grant.known, action)).every(
          action =>
            !['*', ...resourcesOf(role, grant, action)].some(isAllowed(action)),
        );
      }),
    );
  });
});

describe('what takes a grant away', () => {
  it('leaves nothing of it that is allowed, when a Deny or the boundary mitigates it', () => {
    fc.assert(
      ofEachAction(
        {
          allow: anAllow(),
          others: [aDeny()],
          boundary: someOf(fc.oneof(anAllow(), aDeny())),
        },
        ({ role, grant, action, isAllowed }) =>
          standingOf(role, grant, action).mitigatedBy === null ||
          isRefused(role, grant, action, isAllowed),
      ),
    );
  });

  // What `NotResource` and a boundary have in common is not known for certain.
  it('leaves all of it, when there is no Deny and the boundary lets it through, by `Resource`', () => {
    fc.assert(
      ofEachAction(
        { allow: anAllow(), boundary: someOf(anAllow()) },
        ({ role, grant, action, isAllowed }) => {
          const { passes, mitigatedBy } = standingOf(role, grant, action);
          const isLetThrough =
            passes === 'all' &&
            mitigatedBy === null &&
            [grant, ...(role.bounds ?? [])].every(isByResource);
          return !isLetThrough || isGranted(role, grant, action, isAllowed);
        },
      ),
    );
  });
});

type Json = Readonly<Record<string, unknown>>;
type Tried = Readonly<{
  role: RoleGrants;
  grant: Grant;
  action: number;
  isAllowed: (resource: string) => boolean;
}>;

type Given = Readonly<{
  allow: fc.Arbitrary<Json>;
  others?: readonly fc.Arbitrary<Json>[];
  boundary?: fc.Arbitrary<readonly Json[]>;
}>;

/** A claim about each sampled action of a role's first statement. */
function ofEachAction(
  { allow, others = [], boundary }: Given,
  holdsFor: (tried: Tried) => boolean,
) {
  return fc.property(
    allow,
    fc.tuple(...others),
    boundary ?? fc.constant(null),
    (first, more, limits) => {
      const { role, grant, isAllowed } = heldBy([first, ...more], limits);
      return sampled(grant).every(action =>
        holdsFor({ role, grant, action, isAllowed: isAllowed(action) }),
      );
    },
  );
}

function someOf<T>(item: fc.Arbitrary<T>): fc.Arbitrary<T[]> {
  return fc.array(item, { minLength: 1, maxLength: 3 });
}

function heldBy(statements: readonly Json[], limits: readonly Json[] | null) {
  const policies = [policy('inline:app', documentOf(statements))];
  const boundary = limits && policy('boundary:limit', documentOf(limits));
  const role = grantsOf(policies, boundary, HOME);
  const isAllowed = (action: number) => (resource: string) => {
    const decision = decide(
      { policies, boundary },
      { action: actionName(action), resource, context: {} },
    );
    return decision.known && decision.value.decision === 'allowed';
  };
  return { role, grant: role.grants[0], isAllowed };
}

/** Of the actions of a grant, those of the sample, which have all kinds of resource types. */
function sampled({ known }: Grant): number[] {
  return SAMPLE.filter(action => holds(known, action));
}

/** On every resource of some type; where the statement says `NotResource`, on some resource. */
function isGranted(
  { home }: RoleGrants,
  grant: Grant,
  action: number,
  isAllowed: (resource: string) => boolean,
): boolean {
  const { types } = signatureOf(action);
  return types.length === 0
    ? isAllowed('*')
    : types
        .map(type => instancesOf(type, home))
        .some(all =>
          isByResource(grant) ? all.every(isAllowed) : all.some(isAllowed),
        );
}

function isByResource({ resources: { kind } }: Reach): boolean {
  return kind === 'only';
}

// A request names a resource of each required type, so it is refused where all of one type are.
function isRefused(
  role: RoleGrants,
  grant: Grant,
  action: number,
  isAllowed: (resource: string) => boolean,
): boolean {
  return (
    !resourcesOf(role, grant, action).some(isAllowed) ||
    signatureOf(action).required.some(
      type => !instancesOf(type, role.home).some(isAllowed),
    )
  );
}

function resourcesOf(
  { home }: RoleGrants,
  grant: Grant,
  action: number,
): string[] {
  const types = typesMeant(grant, action);
  return types.length === 0
    ? ['*']
    : types.flatMap(type => instancesOf(type, home));
}

// Who writes `NotAction` on the ARNs of one service does not mean the actions of others that may take such a resource.
// Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notaction.html
function typesMeant(grant: Grant, action: number): readonly ResourceType[] {
  const { types, own } = signatureOf(action);
  return grant.namesServices ? types : own;
}

/** Some resources of a type in the account. No pattern of the statements below leaves out all of them by chance. */
function instancesOf({ arn }: ResourceType, home: Home): string[] {
  return [
    ['payroll', 'eu-west-1'],
    ['app-1', 'us-east-1'],
    ['zebra', 'ap-south-1'],
  ].map(([name, region]) =>
    arn.replace(/\{([^}]*)\}/g, (_, part: string) => {
      switch (part) {
        case 'Partition':
          return home.partition;
        case 'Account':
          return home.accountId;
        case 'Region':
          return region;
        default:
          return name;
      }
    }),
  );
}

// The missing segments of a short ARN read `*`.
function wholeArn(pattern: string): string {
  const missing = 6 - pattern.split(':').length;
  return pattern.startsWith('arn:') && missing > 0
    ? pattern + ':*'.repeat(missing)
    : pattern;
}

/** A resource that a pattern matches, with these in place of its stars. */
function filled(pattern: string, filling: readonly string[]): string {
  let next = 0;
  return wholeArn(pattern).replace(/[*?]/g, wildcard =>
    wildcard === '?' ? 'q' : filling[next++ % filling.length],
  );
}

const SAMPLE = SAMPLED.map(name => {
  const action = findAction(name);
  if (action === undefined) {
    throw new Error(`The catalogue has no ${name}; name another action here.`);
  }
  return action;
});

const fillings = fc.array(
  fc.constantFrom('', 'a', 'payroll', 'x/y', HOME.accountId, 'eu-west-1'),
  { minLength: 1, maxLength: 4 },
);

function actions(): fc.Arbitrary<Json> {
  return fc
    .tuple(
      fc.constantFrom('Action', 'NotAction'),
      someOf(fc.constantFrom(...ACTIONS)),
    )
    .map(([key, list]) => ({ [key]: list }));
}

function resources(): fc.Arbitrary<string[]> {
  return someOf(fc.constantFrom(...RESOURCES));
}

function aStatement(effect: 'Allow' | 'Deny'): fc.Arbitrary<Json> {
  return fc
    .tuple(actions(), fc.constantFrom('Resource', 'NotResource'), resources())
    .map(([action, key, list]) => ({
      Effect: effect,
      ...action,
      [key]: list,
    }));
}

function anAllow() {
  return aStatement('Allow');
}

function aDeny() {
  return aStatement('Deny');
}
