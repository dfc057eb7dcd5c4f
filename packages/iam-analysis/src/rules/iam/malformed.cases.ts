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
  ],
  undecided: [
    {
      name: 'a boundary that was not read; the policies are judged',
      given: { policies: [sound], trust },
      because: 'not read',
    },
  ],
};
