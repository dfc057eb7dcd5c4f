import type { Change } from '../../../advice/change/change';
import type { Condition } from '../../../policy/types';
import { changesWords } from './changeWords';

const AT = 'inline:app#/Statement/0';
const MANAGED = 'managed:arn:aws:iam::aws:policy/A';
const TASKS = { type: 'Service', value: 'ecs-tasks.amazonaws.com' } as const;
const OWN: Condition = {
  operator: 'StringEquals',
  set: null,
  ifExists: false,
  key: 'aws:SourceAccount',
  values: ['111122223333'],
};

describe('changesWords', () => {
  type Case = readonly [changes: readonly Change[], words: string];
  const cases: readonly Case[] = [
    [
      [{ kind: 'remove-statement', at: AT }],
      'Remove inline policy app, /Statement/0.',
    ],
    [
      [{ kind: 'drop-actions', at: AT, actions: ['s3:PutObject'] }],
      'Take `s3:PutObject` out of inline policy app, /Statement/0.',
    ],
    [
      [{ kind: 'keep-actions', at: AT, actions: ['s3:*', 'sqs:*'] }],
      'Leave only `s3:*` and `sqs:*` in inline policy app, /Statement/0.',
    ],
    [
      [{ kind: 'name-actions', at: AT, patterns: ['s3:Get*'] }],
      'Name the actions that `s3:Get*` takes in today, in inline policy app, /Statement/0.',
    ],
    [
      [
        {
          kind: 'narrow-resources',
          at: AT,
          parts: [
            { actions: ['s3:GetObject'], resources: ['arn:aws:s3:::a/b'] },
            { actions: ['sqs:SendMessage'], resources: ['arn:c', 'arn:d'] },
          ],
        },
      ],
      'Allow `s3:GetObject` on `arn:aws:s3:::a/b` alone, and `sqs:SendMessage` on `arn:c` and `arn:d` alone, in inline policy app, /Statement/0.',
    ],
    [
      [{ kind: 'drop-resources', at: AT, resources: ['*'] }],
      'Take the resources `*` out of inline policy app, /Statement/0.',
    ],
    [
      [
        {
          kind: 'add-condition',
          at: AT,
          condition: OWN,
          to: { part: 'statement' },
        },
      ],
      'Add the condition `StringEquals aws:SourceAccount` with `111122223333` to inline policy app, /Statement/0.',
    ],
    [
      [
        {
          kind: 'add-condition',
          at: AT,
          condition: { ...OWN, set: 'ForAllValues', ifExists: true },
          to: { part: 'actions', actions: ['iam:PassRole'] },
        },
      ],
      'Add the condition `ForAllValues:StringEqualsIfExists aws:SourceAccount` with `111122223333` for `iam:PassRole` in inline policy app, /Statement/0.',
    ],
    [
      [
        {
          kind: 'add-condition',
          at: 'trust#/Statement/0',
          condition: OWN,
          to: { part: 'principal', principal: TASKS },
        },
      ],
      'Add the condition `StringEquals aws:SourceAccount` with `111122223333` for `Service ecs-tasks.amazonaws.com` in trust policy, /Statement/0.',
    ],
    [
      [
        {
          kind: 'remove-principal',
          at: 'trust#/Statement/0',
          principal: { type: '*', value: '*' },
        },
      ],
      'Take the principal `*` out of trust policy, /Statement/0.',
    ],
    [
      [
        {
          kind: 'set-principals',
          at: 'trust#/Statement/0',
          principals: [TASKS],
        },
      ],
      'Let in only `Service ecs-tasks.amazonaws.com` in trust policy, /Statement/0.',
    ],
    [
      [
        { kind: 'replace-policy', policy: MANAGED, name: 'A' },
        { kind: 'remove-statement', at: `${MANAGED}#/Statement/1` },
      ],
      'Put an inline policy `A` in place of managed policy arn:aws:iam::aws:policy/A; then remove its /Statement/1.',
    ],
    [
      [{ kind: 'remove-policy', policy: 'inline:app' }],
      'Remove inline policy app.',
    ],
    [
      [
        {
          kind: 'add-deny',
          name: 'deny-excess',
          actions: ['iam:*'],
          resources: ['arn:a', 'arn:b'],
        },
      ],
      'Deny `iam:*` on `arn:a` and `arn:b` in the inline policy `deny-excess`.',
    ],
    [
      [{ kind: 'add-deny', name: 'deny-excess', actions: ['iam:*'] }],
      'Deny `iam:*` in the inline policy `deny-excess`.',
    ],
    [
      [{ kind: 'rewrite-policy', policy: 'inline:app' }],
      'Write inline policy app anew, with the same statements in version 2012-10-17.',
    ],
  ];
  it.each(cases)('%j', (changes, words) => {
    expect(changesWords(changes)).toBe(words);
  });
});
