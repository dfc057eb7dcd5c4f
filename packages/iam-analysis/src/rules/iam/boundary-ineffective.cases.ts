import { allow, deny, documentOf, held, policy } from '../caseBuilders';
import type { RuleCases } from '../testRule';
import type { boundaryIneffective } from './boundary-ineffective';

type Statements = Parameters<typeof held>[0];

const ASSETS = 'arn:aws:s3:::assets/*';
const reads = allow('s3:GetObject', ASSETS);

const nothing = {
  message: 'nothing',
  data: { policies: ['arn'] },
  at: 'boundary:arn#',
} as const;
const everything = { ...nothing, message: 'everything' } as const;

export const cases: RuleCases<typeof boundaryIneffective> = {
  flagged: [
    {
      name: 'a boundary that allows everything',
      given: bounded([reads], [allow('*')]),
      expect: [everything],
    },
    {
      name: 'of a role that may change IAM: low',
      given: bounded([allow('iam:*')], [allow('*')]),
      expect: [{ ...everything, severity: 'low' }],
    },
    {
      name: 'a boundary that allows the same as the policy',
      given: bounded([reads], [reads]),
      expect: [nothing],
    },
    {
      name: 'the same in several statements',
      given: bounded(
        [allow(['s3:GetObject', 's3:PutObject'], ASSETS)],
        [
          allow('s3:Get*', 'arn:aws:s3:::*'),
          allow('s3:Put*', ASSETS),
          deny('iam:*'),
        ],
      ),
      expect: [nothing],
    },
    {
      name: 'a condition that the policy asks for too',
      given: bounded([inRegion('s3:GetObject', ASSETS)], [inRegion('s3:*')]),
      expect: [nothing],
    },
  ],
  accepted: [
    {
      name: 'a boundary without one of the actions',
      given: bounded(
        [allow(['s3:GetObject', 'sqs:SendMessage'])],
        [allow('s3:*')],
      ),
    },
    {
      name: 'a boundary that knows one bucket only',
      given: bounded([allow('s3:GetObject')], [allow('s3:*', ASSETS)]),
    },
    {
      name: 'a boundary that asks for more',
      given: bounded([reads], [inRegion('s3:*')]),
    },
    {
      name: 'a Deny in the boundary',
      given: bounded([allow('s3:*')], [allow('*'), deny('s3:DeleteBucket')]),
    },
    {
      name: 'an empty boundary, which takes everything away',
      given: bounded([reads], []),
    },
    {
      name: 'a role that holds nothing',
      given: bounded([], [allow('*')]),
    },
    {
      name: 'no boundary is `iam.boundary-missing`',
      given: { boundary: null, ...held([reads]) },
    },
  ],
};

function bounded(statements: Statements, boundary: Statements) {
  return {
    boundary: policy('boundary:arn', documentOf(boundary)),
    ...held(statements, boundary),
  };
}

function inRegion(action: string, resource?: string) {
  return allow(action, resource, {
    StringEquals: { 'aws:RequestedRegion': 'eu-west-1' },
  });
}
