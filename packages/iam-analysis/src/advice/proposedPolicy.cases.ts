import { parsePolicy } from '../policy/parsePolicy';
import { proposedOf } from './proposedPolicy';
import type { ProposedPolicy } from '../policy/proposedPolicy';

type Json = Readonly<Record<string, unknown>>;

/** A policy of these statements; `trust` is the trust policy, everything else an inline policy of that name. */
export function proposed(
  statements: readonly Json[],
  name = 'app',
): ProposedPolicy {
  const isTrust = name === 'trust';
  const text = JSON.stringify({ Version: '2012-10-17', Statement: statements });
  return proposedOf(
    { id: isTrust ? 'trust' : `inline:${name}`, name },
    parsePolicy(text, isTrust ? 'trust' : 'identity'),
  );
}

/** Texts that a template language may take for something of its own. */
export const hostileTexts = [
  'arn:aws:s3:::home/${aws:username}/*',
  'arn:aws:s3:::$${a}/${$}{b}/%{if}/%%{c}',
  'arn:aws:s3:::&{aws:username}',
  'q"uo\'te`s\\and\\nbackslashes',
  'line\nbreak\r\ttab',
  'é 漢字 💥 \u2028\u2029\uFEFF\u0000\u0085\u007F',
  '!Sub "${AWS::AccountId}"',
  '- # : {a: b}, [c] & * | > % @',
  '2012-10-17',
  'yes',
  'JSON',
  ' ',
] as const;

/** Keys that an object literal or a mapping may take for something of its own. */
export const hostileKeys = [
  'constructor',
  'yes',
  'null',
  "aws:PrincipalTag/it's",
  '"',
  '? a',
] as const;

/** A policy with everything in it that the language has. */
export const everything = proposed([
  {
    Sid: 'ReadAssets',
    Effect: 'Allow',
    Action: 's3:GetObject',
    Resource: ['arn:aws:s3:::assets/${aws:username}/*', 'arn:aws:s3:::assets'],
    Condition: {
      StringEquals: {
        'aws:ResourceAccount': '111122223333',
        'aws:PrincipalTag/team': ['${aws:ResourceTag/team}', "it's"],
      },
      'ForAllValues:StringLikeIfExists': { 'aws:TagKeys': 'app-*' },
    },
  },
  { Effect: 'Deny', NotAction: ['iam:*', 's3:*'], NotResource: '*' },
]);

/** A trust policy with every type of principal. */
export const everyPrincipal = proposed(
  [
    {
      Effect: 'Allow',
      Principal: {
        Service: 'ecs-tasks.amazonaws.com',
        AWS: ['111122223333', 'arn:aws:iam::444455556666:role/deploy'],
        Federated: 'cognito-identity.amazonaws.com',
        CanonicalUser: '79a59df9',
      },
      Action: 'sts:AssumeRole',
    },
    { Effect: 'Deny', Principal: '*', Action: 'sts:TagSession' },
    {
      Effect: 'Deny',
      NotPrincipal: { AWS: '111122223333' },
      Action: 'sts:AssumeRole',
    },
  ],
  'trust',
);
