import { allow, documentOf, policy } from '../caseBuilders';
import type { RuleCases } from '../testRule';
import type { malformed } from './malformed';

const trust = policy(
  'trust',
  documentOf([
    {
      Effect: 'Allow',
      Principal: { Service: 'ecs-tasks.amazonaws.com' },
      Action: 'sts:AssumeRole',
    },
  ]),
  'trust',
);
const sound = policy('inline:app', documentOf([allow('s3:GetObject')]));
const rest = { boundary: null, trust };

export const cases: RuleCases<typeof malformed> = {
  flagged: [
    {
      name: 'a document that is no policy',
      given: { ...rest, policies: [policy('inline:app', '[]')] },
      expect: [
        {
          message: 'document',
          data: {
            policy: 'app',
            reason: 'expected a policy object, found a list',
          },
          at: 'inline:app#',
        },
      ],
    },
    {
      name: 'one statement of two; the other one is judged by the other rules',
      given: {
        ...rest,
        policies: [
          policy(
            'inline:app',
            documentOf([
              allow('s3:GetObject'),
              { ...allow('s3:PutObject'), Effect: 'allow' },
            ]),
          ),
        ],
      },
      expect: [
        {
          message: 'place',
          data: {
            policy: 'app',
            place: '/Statement/1/Effect',
            reason: "expected 'Allow' or 'Deny', found 'allow'",
          },
          at: 'inline:app#/Statement/1/Effect',
        },
      ],
    },
    {
      name: 'a boundary that names no resources',
      given: {
        trust,
        policies: [],
        boundary: policy(
          'boundary:app',
          documentOf([{ Effect: 'Allow', Action: 's3:*' }]),
        ),
      },
      expect: [
        {
          message: 'place',
          data: {
            policy: 'app',
            place: '/Statement/0',
            reason: 'has neither Resource nor NotResource',
          },
          at: 'boundary:app#/Statement/0',
        },
      ],
    },
    {
      name: 'an old version, in which policy variables are plain text',
      given: written({
        Version: '2008-10-17',
        Statement: [allow('s3:GetObject')],
      }),
      expect: [
        fault(
          '/Version',
          "Version '2008-10-17' is the old policy language, in which policy variables are plain text; expected '2012-10-17'",
        ),
      ],
    },
    {
      name: 'no version, which is the old one',
      given: written({ Statement: [allow('s3:GetObject')] }),
      expect: [
        fault(
          '/Version',
          "Version is missing, so AWS takes '2008-10-17', in which policy variables are plain text; expected '2012-10-17'",
        ),
      ],
    },
    {
      name: 'one `Sid` for two statements',
      given: written({
        Version: '2012-10-17',
        Statement: [
          { Sid: 'Read', ...allow('s3:GetObject') },
          { Sid: 'Read', ...allow('s3:PutObject') },
        ],
      }),
      expect: [fault('/Statement/1/Sid', "Sid 'Read' is used more than once")],
    },
    {
      name: 'a condition operator that IAM does not know',
      given: stating(
        allow('s3:GetObject', '*', { StringIs: { 'aws:SourceVpc': 'vpc-1' } }),
      ),
      expect: [
        fault(
          '/Statement/0/Condition/StringIs',
          "unknown condition operator 'StringIs'",
        ),
      ],
    },
    {
      name: 'a value that the operator cannot compare',
      given: stating(
        allow('s3:GetObject', '*', { IpAddress: { 'aws:SourceIp': 'home' } }),
      ),
      expect: [
        fault(
          '/Statement/0/Condition/IpAddress/aws:SourceIp',
          "expected an IP address or a range such as 203.0.113.0/24, found 'home'",
        ),
      ],
    },
    {
      name: 'an operator that does not compare what the key holds',
      given: stating(
        allow('s3:GetObject', '*', {
          StringLike: { 'aws:SourceIp': '203.0.113.*' },
        }),
      ),
      expect: [
        fault(
          '/Statement/0/Condition',
          "'aws:SourceIp' is an IP address, which 'StringLike' does not compare",
        ),
      ],
    },
    {
      name: 'a colon too few in an ARN',
      given: stating(
        allow('iam:PassRole', 'arn:aws:iam:111122223333:role/worker'),
      ),
      expect: [
        fault(
          '/Statement/0/Resource',
          "'arn:aws:iam:111122223333:role/worker': expected a Region or nothing, found '111122223333'",
        ),
      ],
    },
    {
      name: 'a digit too few in the account of an ARN',
      given: stating(
        allow('iam:PassRole', { not: 'arn:aws:iam::11112222333:role/worker' }),
      ),
      expect: [
        fault(
          '/Statement/0/NotResource',
          "'arn:aws:iam::11112222333:role/worker': expected an account of 12 digits or nothing, found '11112222333'",
        ),
      ],
    },
    {
      name: 'a bucket where the account is to stand',
      given: stating(allow('s3:GetObject', 'arn:aws:s3::assets/*')),
      expect: [
        fault(
          '/Statement/0/Resource',
          "'arn:aws:s3::assets/*': expected an account of 12 digits or nothing, found 'assets/*'",
        ),
      ],
    },
    {
      name: 'an ARN that ends before its resource',
      given: stating(allow('s3:GetObject', 'arn:aws:s3:::')),
      expect: [
        fault('/Statement/0/Resource', "'arn:aws:s3:::' names no resource"),
      ],
    },
    {
      name: 'a trust policy with a resource',
      given: {
        policies: [],
        boundary: null,
        trust: policy(
          'trust',
          documentOf([
            {
              Effect: 'Allow',
              Principal: '*',
              Action: 'sts:AssumeRole',
              Resource: '*',
            },
          ]),
          'trust',
        ),
      },
      expect: [
        {
          message: 'place',
          data: {
            policy: 'trust',
            place: '/Statement/0/Resource',
            reason: 'a trust policy cannot have Resource',
          },
          at: 'trust#/Statement/0/Resource',
        },
      ],
    },
  ],
  accepted: [
    { name: 'a sound policy', given: { ...rest, policies: [sound] } },
    {
      name: 'one statement without a list around it',
      given: {
        ...rest,
        policies: [
          policy(
            'inline:app',
            JSON.stringify({
              Version: '2012-10-17',
              Statement: allow('s3:GetObject'),
            }),
          ),
        ],
      },
    },
    { name: 'a role without policies', given: { ...rest, policies: [] } },
    {
      name: 'ARNs with wildcards, variables and missing ends',
      given: stating(
        allow('*', [
          'arn:aws:s3',
          'arn:*:s3:::assets',
          'arn:aws:iam::*:role/*',
          'arn:aws:iam::aws:policy/*',
          'arn:aws-us-gov:sqs:us-gov-west-1:111122223333:jobs',
          'arn:aws:logs:*:${aws:PrincipalAccount}:log-group:app:*',
        ]),
      ),
    },
    {
      name: 'operators that go with their keys',
      given: stating(
        allow('s3:GetObject', '*', {
          NotIpAddress: { 'aws:SourceIp': '203.0.113.0/24' },
          DateLessThan: { 'aws:CurrentTime': '2027-01-01T00:00:00Z' },
          NumericLessThan: { 'aws:MultiFactorAuthAge': '3600' },
          Null: { 'aws:SourceIp': 'false' },
          StringEquals: { 's3:prefix': 'reports/' },
        }),
      ),
    },
  ],
  undecided: [
    {
      name: 'a boundary that was not read; the policies are judged',
      given: { policies: [sound], trust },
      because: 'not read',
    },
  ],
};

function written(document: unknown) {
  return {
    ...rest,
    policies: [policy('inline:app', JSON.stringify(document))],
  };
}

function stating(statement: unknown) {
  return { ...rest, policies: [policy('inline:app', documentOf([statement]))] };
}

function fault(place: string, reason: string) {
  return {
    message: 'place',
    data: { policy: 'app', place, reason },
    at: `inline:app#${place}`,
  } as const;
}
