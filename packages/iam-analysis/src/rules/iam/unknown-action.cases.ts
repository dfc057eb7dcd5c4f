import { catalogueDate } from '../../catalogue/catalogue';
import { allow, deny, held, heldBy, managed } from '../caseBuilders';
import type { RuleCases } from '../testRule';
import type { unknownAction } from './unknown-action';

const AT = 'inline:app#/Statement/0';

export const cases: RuleCases<typeof unknownAction> = {
  flagged: [
    {
      name: 'two letters that changed places',
      given: held([allow(['s3:GetObejct', 's3:PutObject'])]),
      expect: [misspelt('s3:GetObejct', 's3:GetObject')],
    },
    {
      name: 'a space behind the name: nothing is trimmed',
      given: held([allow('sqs:SendMessage ')]),
      expect: [misspelt('sqs:SendMessage ', 'sqs:SendMessage')],
    },
    {
      name: 'an operation of the API in place of its action',
      given: held([allow('s3:ListObjectsV2')]),
      expect: [misspelt('s3:ListObjectsV2', 's3:ListBucket')],
    },
    {
      name: 'a letter too few in the name of the service',
      given: held([allow('secretmanager:GetSecretValue')]),
      expect: [
        misspelt(
          'secretmanager:GetSecretValue',
          'secretsmanager:GetSecretValue',
        ),
      ],
    },
    {
      name: 'nothing that is close: one report a statement',
      given: held([allow(['s3:TimeTravel', 'nosuch:*', 's3:GetObject'])]),
      expect: [unknown('s3:TimeTravel', 'nosuch:*')],
    },
    {
      name: 'a pattern that matches nothing',
      given: held([allow('s3:Rename*')]),
      expect: [unknown('s3:Rename*')],
    },
    {
      name: 'in a Deny, which forbids nothing then',
      given: held([deny('s3:DeleteBuckets'), allow('s3:*')]),
      expect: [misspelt('s3:DeleteBuckets', 's3:DeleteBucket')],
    },
    {
      name: 'after `NotAction`, where it lets the action through',
      given: held([allow({ not: 'iam:PassRoles' })]),
      expect: [misspelt('iam:PassRoles', 'iam:PassRole')],
    },
    {
      name: 'in the boundary',
      given: held([allow('s3:GetObject')], [allow('s3:GetObjects')]),
      expect: [
        {
          ...misspelt('s3:GetObjects', 's3:GetObject'),
          at: 'boundary:arn#/Statement/0',
        },
      ],
    },
  ],
  accepted: [
    {
      name: 'known names, in any letter case',
      given: held([allow(['s3:getobject', 'SQS:SENDMESSAGE'])]),
    },
    {
      name: 'patterns that match something',
      given: held([allow(['s3:*', 's?s:Send*', 'i*'])]),
    },
    { name: 'every action', given: held([allow(['*', '*:*'])]) },
    {
      name: 'no name of an action at all: that is `iam.malformed`',
      given: held([allow('GetObject')]),
    },
    {
      name: 'an AWS managed policy, which nobody else can correct',
      given: heldBy([
        managed('arn:aws:iam::aws:policy/ExamplePolicy', [allow('deeplens:*')]),
      ]),
    },
  ],
};

function misspelt(action: string, instead: string) {
  return {
    message: 'misspelt',
    data: { actions: [action], asOf: catalogueDate, instead },
    at: AT,
  } as const;
}

function unknown(...actions: string[]) {
  return {
    message: 'unknown',
    data: { actions, asOf: catalogueDate },
    at: AT,
  } as const;
}
