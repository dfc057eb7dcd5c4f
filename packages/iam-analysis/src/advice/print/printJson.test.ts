import { parsePolicy } from '../../policy/parsePolicy';
import {
  everyPrincipal,
  everything,
  hostileTexts,
  proposed,
} from '../proposedPolicy.cases';
import { printJson } from './printJson';

describe('printJson', () => {
  it('prints with two spaces, keys in the order of AWS, lists of one as scalars', () => {
    const policy = proposed([
      {
        Resource: ['*'],
        Condition: { Bool: { 'aws:ViaAWSService': [true] } },
        Action: ['s3:GetObject', 's3:PutObject'],
        Effect: 'Allow',
        Sid: 'Assets',
      },
      { Sid: '', Effect: 'Deny', Action: 'iam:*', Resource: '*' },
    ]);
    expect(printJson(policy)).toBe(`{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Sid": "Assets",
      "Effect": "Allow",
      "Action": [
        "s3:GetObject",
        "s3:PutObject"
      ],
      "Resource": "*",
      "Condition": {
        "Bool": {
          "aws:ViaAWSService": "true"
        }
      }
    },
    {
      "Effect": "Deny",
      "Action": "iam:*",
      "Resource": "*"
    }
  ]
}`);
  });

  it.each([
    ['an identity policy', everything],
    ['a trust policy', everyPrincipal],
    [
      'hostile texts',
      proposed([{ Effect: 'Allow', Action: 's3:*', Resource: hostileTexts }]),
    ],
  ])('prints what parses back to the same: %s', (_, policy) => {
    expect(parsePolicy(printJson(policy), policy.kind).statements).toEqual(
      policy.statements,
    );
  });
});
