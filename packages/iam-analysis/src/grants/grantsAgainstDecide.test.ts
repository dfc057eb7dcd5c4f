import fc from 'fast-check';
import { holds } from '../catalogue/actionSet';
import { actionName, findAction, signatureOf } from '../catalogue/catalogue';
import type { ResourceType } from '../catalogue/ServiceTable';
import { decide } from '../decide/decide';
import { documentOf, policy } from '../rules/caseBuilders';
import { ACCOUNT } from '../testUtils/names';
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
    forEachAction(anAllow(), [], null, ({ role, grant, action, isAllowed }) => {
      if (scopeOf(grant, action) === 'all') {
        expect(isGranted(role, grant, action, isAllowed)).toBe(true);
      }
    });
  });

  it('is allowed on no resource that the action takes, when its scope is none', () => {
    forEachAction(anAllow(), [], null, ({ role, grant, action, isAllowed }) => {
      if (scopeOf(grant, action) === 'none') {
        expect(resourcesOf(role, grant, action).filter(isAllowed)).toEqual([]);
      }
    });
  });

  it('is allowed on what a pattern of it matches', () => {
    fc.assert(
      fc.property(actions(), resources(), fillings, (named, some, filling) => {
        const statement = { Effect: 'Allow', ...named, Resource: some };
        const { grant, isAllowed } = heldBy([statement], null);
        for (const action of sampled(grant)) {
          const [types, only] = [signatureOf(action).types, some.map(filled)];
          expect({
            action: actionName(action),
            refused:
              types.length > 0 ? only.filter(not(isAllowed(action))) : [],
          }).toEqual({ action: actionName(action), refused: [] });
        }

        function filled(pattern: string): string {
          let next = 0;
          return wholeArn(pattern).replace(/[*?]/g, wildcard =>
            wildcard === '?' ? 'q' : filling[next++ % filling.length],
          );
        }
      }),
    );
  });

  it('is nothing else: another action is not allowed on anything', () => {
    fc.assert(
      fc.property(anAllow(), statement => {
        const { role, grant, isAllowed } = heldBy([statement], null);
        for (const action of SAMPLE.filter(each => !holds(grant.known, each))) {
          const everywhere = ['*', ...resourcesOf(role, grant, action)];
          expect(everywhere.filter(isAllowed(action))).toEqual([]);
        }
      }),
    );
  });
});

describe('what takes a grant away', () => {
  it('leaves nothing of it that is allowed, when a Deny or the boundary mitigates it', () => {
    forEachAction(
      anAllow(),
      [aDeny()],
      fc.array(fc.oneof(anAllow(), aDeny()), { minLength: 1, maxLength: 3 }),
      ({ role, grant, action, isAllowed }) => {
        const { mitigatedBy } = standingOf(role, grant, action);
        if (mitigatedBy !== null) {
          expect(isRefused(role, grant, action, isAllowed)).toBe(true);
        }
      },
    );
  });

  it('leaves all of it, when there is no Deny and the boundary lets it through, by `Resource`', () => {
    forEachAction(
      anAllow(),
      [],
      fc.array(anAllow(), { minLength: 1, maxLength: 3 }),
      ({ role, grant, action, isAllowed }) => {
        const { passes, mitigatedBy } = standingOf(role, grant, action);
        // What `NotResource` and a boundary have in common is not known for certain.
        const isCertain = [grant, ...(role.bounds ?? [])].every(isByResource);
        if (isCertain && passes === 'all' && mitigatedBy === null) {
          expect(isGranted(role, grant, action, isAllowed)).toBe(true);
        }
      },
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

function forEachAction(
  allow: fc.Arbitrary<Json>,
  others: readonly fc.Arbitrary<Json>[],
  limits: fc.Arbitrary<readonly Json[]> | null,
  claim: (tried: Tried) => void,
): void {
  fc.assert(
    fc.property(
      allow,
      fc.tuple(...others),
      limits ?? fc.constant(null),
      (first, more, limit) => {
        const { role, grant, isAllowed } = heldBy([first, ...more], limit);
        for (const action of sampled(grant)) {
          claim({ role, grant, action, isAllowed: isAllowed(action) });
        }
      },
    ),
  );
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

function not(claim: (resource: string) => boolean) {
  return (resource: string) => !claim(resource);
}

const NAMES = [
  's3:GetObject',
  's3:GetObjectVersion',
  's3:PutObject',
  's3:ListBucket',
  's3:ListAllMyBuckets',
  's3:PutBucketPolicy',
  'iam:PassRole',
  'iam:CreateUser',
  'iam:ListRoles',
  'sts:AssumeRole',
  'sts:GetCallerIdentity',
  'ec2:RunInstances',
  'ec2:DescribeInstances',
  'ec2:TerminateInstances',
  'ecs:RunTask',
  'kms:Decrypt',
  'kms:CreateKey',
  'secretsmanager:GetSecretValue',
  'ssm:SendCommand',
  'ssm:GetParameter',
  'sqs:SendMessage',
  'logs:CreateLogGroup',
  'dynamodb:GetItem',
  'lambda:InvokeFunction',
];

const SAMPLE = NAMES.map(name => {
  const action = findAction(name);
  if (action === undefined) {
    throw new Error(`The catalogue has no ${name}; name another action here.`);
  }
  return action;
});

const fillings = fc.array(
  fc.constantFrom('', 'a', 'payroll', 'x/y', ACCOUNT, 'eu-west-1'),
  { minLength: 1, maxLength: 4 },
);

function actions(): fc.Arbitrary<Json> {
  const patterns = fc.array(
    fc.constantFrom(
      ...NAMES,
      '*',
      '*:*',
      's3:*',
      'S3:get*',
      'iam:Pass?ole',
      'ec2:*Instances',
      'ss*:*',
      '*:Get*',
      's3:?*Bucket*',
    ),
    { minLength: 1, maxLength: 3 },
  );
  return fc
    .tuple(fc.constantFrom('Action', 'NotAction'), patterns)
    .map(([key, list]) => ({ [key]: list }));
}

function resources(): fc.Arbitrary<string[]> {
  return fc.array(
    fc.constantFrom(
      '*',
      '**',
      '?*',
      'arn:*',
      'arn:aws:*',
      'arn:aws:s3:::*',
      'arn:aws:s3',
      'arn:aws:s3:::payroll',
      'arn:aws:s3:::payroll/*',
      'arn:aws:s3:::pay*',
      'arn:aws:s3:::*/app-1',
      `arn:aws:iam::${ACCOUNT}:role/*`,
      'arn:aws:iam::*:role/payroll',
      'arn:aws:iam::999999999999:role/*',
      `arn:aws:iam::${ACCOUNT}:*`,
      'arn:*:sqs:*:*:?*',
      `arn:aws:ec2:eu-west-1:${ACCOUNT}:instance/*`,
      'arn:aws:ec2:us-*:*:*',
      'arn:aws:*:*:*:*/payroll',
      `arn:aws:ssm:*:${ACCOUNT}:parameter/*`,
      'arn:aws:kms:*:*:key/????????',
      'arn:aws-cn:s3:::*',
    ),
    { minLength: 1, maxLength: 3 },
  );
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
