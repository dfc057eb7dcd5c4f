import { defaultSettings } from '../../analysis/settings';
import { allow, deny, held, heldBy, managed } from '../caseBuilders';
import type { RuleCases } from '../testRule';
import type { crossAccountWrite } from './cross-account-write';

const OTHER = '444455556666';
const THEIR_QUEUE = `arn:aws:sqs:eu-west-1:${OTHER}:jobs`;
const THEIR_TABLE = 'arn:aws:dynamodb:eu-west-1:777788889999:table/orders';
const OUR_QUEUE = 'arn:aws:sqs:eu-west-1:111122223333:jobs';

export const cases: RuleCases<typeof crossAccountWrite> = {
  flagged: [
    {
      name: 'a queue of another account',
      given: held([
        allow(['sqs:SendMessage', 'sqs:GetQueueUrl'], [OUR_QUEUE, THEIR_QUEUE]),
      ]),
      expect: [writing([OTHER], ['sqs:SendMessage'], [THEIR_QUEUE])],
    },
    {
      name: 'two other accounts, by patterns',
      given: held([
        allow(['sqs:*', 'dynamodb:Put*'], [THEIR_TABLE, THEIR_QUEUE]),
      ]),
      expect: [
        writing(
          [OTHER, '777788889999'],
          ['sqs:*', 'dynamodb:Put*'],
          [THEIR_TABLE, THEIR_QUEUE],
        ),
      ],
    },
    {
      name: 'one of two is known',
      given: held([
        allow(
          ['sqs:SendMessage', 'dynamodb:PutItem'],
          [THEIR_TABLE, THEIR_QUEUE],
        ),
      ]),
      context: { settings: { ...defaultSettings, knownAccounts: [OTHER] } },
      expect: [writing(['777788889999'], ['dynamodb:PutItem'], [THEIR_TABLE])],
    },
    {
      name: 'a role to assume there',
      given: held([
        allow('sts:AssumeRole', `arn:aws:iam::${OTHER}:role/deployer`),
      ]),
      expect: [
        writing(
          [OTHER],
          ['sts:AssumeRole'],
          [`arn:aws:iam::${OTHER}:role/deployer`],
        ),
      ],
    },
    {
      name: 'everything but IAM, on a queue there',
      given: held([allow({ not: 'iam:*' }, THEIR_QUEUE)]),
      expect: [writing([OTHER], ['all but iam:*'], [THEIR_QUEUE])],
    },
    {
      name: 'a Deny of the same: mitigated',
      given: held([
        allow('sqs:SendMessage', THEIR_QUEUE),
        deny('sqs:*', `arn:aws:sqs:*:${OTHER}:*`),
      ]),
      expect: [
        {
          ...writing([OTHER], ['sqs:SendMessage'], [THEIR_QUEUE]),
          mitigatedBy: 'deny',
        },
      ],
    },
    {
      name: 'a boundary that knows the own account only: mitigated',
      given: held(
        [allow('sqs:SendMessage', THEIR_QUEUE)],
        [allow('sqs:*', 'arn:aws:sqs:*:111122223333:*')],
      ),
      expect: [
        {
          ...writing([OTHER], ['sqs:SendMessage'], [THEIR_QUEUE]),
          mitigatedBy: 'boundary',
        },
      ],
    },
  ],
  accepted: [
    {
      name: 'the own account',
      given: held([allow('sqs:SendMessage', OUR_QUEUE)]),
    },
    {
      name: 'a known account',
      given: held([allow('sqs:SendMessage', THEIR_QUEUE)]),
      context: { settings: { ...defaultSettings, knownAccounts: [OTHER] } },
    },
    {
      name: 'reading there',
      given: held([
        allow(
          ['sqs:GetQueueUrl', 'dynamodb:GetItem'],
          [THEIR_QUEUE, THEIR_TABLE],
        ),
      ]),
    },
    {
      name: 'a wildcard for the account',
      given: held([allow('sqs:SendMessage', 'arn:aws:sqs:eu-west-1:*:jobs')]),
    },
    {
      name: 'a bucket, whose ARN names no account',
      given: held([allow('s3:PutObject', 'arn:aws:s3:::assets/*')]),
    },
    {
      name: 'a resource there that none of the actions takes',
      given: held([allow('s3:PutObject', THEIR_QUEUE)]),
    },
    {
      name: 'accounts of AWS in its own managed policies',
      given: heldBy([
        managed('arn:aws:iam::aws:policy/ExamplePolicy', [
          allow('sqs:SendMessage', THEIR_QUEUE),
        ]),
      ]),
    },
    {
      name: 'all but a queue there says nothing of that account',
      given: held([allow('sqs:SendMessage', { not: THEIR_QUEUE })]),
    },
  ],
};

function writing(
  accounts: readonly string[],
  actions: readonly string[],
  resources: readonly string[],
) {
  return {
    message: 'writes',
    data: { accounts, actions, resources },
    at: 'inline:app#/Statement/0',
  } as const;
}
