import { allow, deny, held } from '../caseBuilders';
import type { RuleCases } from '../testRule';
import type { weakCondition } from './weak-condition';

const BUCKET = 'arn:aws:s3:::assets/*';
const reads = (condition: Readonly<Record<string, unknown>>) =>
  held([allow('s3:GetObject', BUCKET, condition)]);

export const cases: RuleCases<typeof weakCondition> = {
  flagged: [
    {
      name: 'a network whose value may be any',
      given: reads({ StringLike: { 'aws:SourceVpce': '*' } }),
      expect: [weak('anyValue', 'aws:SourceVpce', 'StringLike')],
    },
    {
      name: 'every address there is, beside one that is meant',
      given: reads({
        IpAddress: { 'aws:SourceIp': ['203.0.113.0/24', '0.0.0.0/0'] },
      }),
      expect: [weak('anyValue', 'aws:SourceIp', 'IpAddress')],
    },
    {
      name: '`ForAllValues` on a key with one value',
      given: reads({
        'ForAllValues:StringEquals': { 'aws:SourceVpce': 'vpce-1a2b3c4d' },
      }),
      expect: [weak('noValues', 'aws:SourceVpce', 'ForAllValues:StringEquals')],
    },
    {
      name: '`ForAllValues` on a tag of the principal',
      given: held([
        allow('dynamodb:*', '*', {
          'ForAllValues:StringLike': { 'aws:PrincipalTag/team': 'payments' },
        }),
      ]),
      expect: [
        weak('noValues', 'aws:PrincipalTag/team', 'ForAllValues:StringLike'),
      ],
    },
    {
      name: '`IfExists` on a key that no request of the action has',
      given: reads({
        StringEqualsIfExists: { 'ec2:InstanceType': 't3.micro' },
      }),
      expect: [weak('absentKey', 'ec2:InstanceType', 'StringEqualsIfExists')],
    },
    {
      name: 'whether a key is there that always is',
      given: reads({ Null: { 'aws:PrincipalArn': 'false' } }),
      expect: [weak('presentKey', 'aws:PrincipalArn', 'Null')],
    },
    {
      name: 'a tag of any value: low, it still has to be there',
      given: held([
        allow('ec2:TerminateInstances', '*', {
          StringLike: { 'aws:ResourceTag/team': '*' },
        }),
      ]),
      expect: [
        {
          ...weak('anyTag', 'aws:ResourceTag/team', 'StringLike'),
          severity: 'low',
        },
      ],
    },
    {
      name: 'TLS alone: a note',
      given: reads({ Bool: { 'aws:SecureTransport': 'true' } }),
      expect: [
        {
          ...weak('transport', 'aws:SecureTransport', 'Bool'),
          severity: 'info',
        },
      ],
    },
    {
      name: 'beside a condition that does bind the statement: mitigated',
      given: reads({
        StringLike: { 'aws:SourceVpce': '*' },
        StringEquals: { 'aws:ResourceAccount': '111122223333' },
      }),
      expect: [
        {
          ...weak('anyValue', 'aws:SourceVpce', 'StringLike'),
          mitigatedBy: 'condition',
        },
      ],
    },
    {
      name: 'a Deny of the same actions: mitigated',
      given: held([
        allow('s3:GetObject', BUCKET, { StringLike: { 'aws:SourceVpc': '*' } }),
        deny('s3:*'),
      ]),
      expect: [
        {
          ...weak('anyValue', 'aws:SourceVpc', 'StringLike'),
          mitigatedBy: 'deny',
        },
      ],
    },
  ],
  accepted: [
    {
      name: 'a value that is meant',
      given: reads({ StringEquals: { 'aws:SourceVpce': 'vpce-1a2b3c4d' } }),
    },
    {
      name: 'a star that is no wildcard, for an operator without any',
      given: reads({ StringEquals: { 'aws:SourceVpce': '*' } }),
    },
    {
      name: '`ForAllValues` on the tags of a request, which are several',
      given: held([
        allow(['ec2:CreateTags', 'ec2:RunInstances'], '*', {
          'ForAllValues:StringEquals': { 'aws:TagKeys': ['team'] },
        }),
      ]),
    },
    {
      name: '`ForAllValues` with a guard against the absent key',
      given: reads({
        'ForAllValues:StringEquals': { 'aws:SourceVpce': 'vpce-1a2b3c4d' },
        Null: { 'aws:SourceVpce': 'false' },
      }),
    },
    {
      name: '`IfExists` on a key that some of the actions have',
      given: held([
        allow(['ec2:RunInstances', 'ec2:DescribeInstances'], '*', {
          StringEqualsIfExists: { 'ec2:InstanceType': 't3.micro' },
        }),
      ]),
    },
    {
      name: 'a tag that has to be there',
      given: held([
        allow('ec2:TerminateInstances', '*', {
          Null: { 'aws:ResourceTag/team': 'false' },
        }),
      ]),
    },
    {
      name: 'a Region, which holds little back, but something',
      given: reads({ StringEquals: { 'aws:RequestedRegion': 'eu-west-1' } }),
    },
    {
      name: 'TLS beside another condition',
      given: reads({
        Bool: { 'aws:SecureTransport': 'true' },
        StringEquals: { 'aws:RequestedRegion': 'eu-west-1' },
      }),
    },
    {
      name: 'in a Deny, which then denies the more',
      given: held([
        allow('s3:GetObject'),
        deny('s3:*', '*', { StringLike: { 'aws:SourceVpce': '*' } }),
      ]),
    },
  ],
};

function weak<Id extends string>(message: Id, key: string, operator: string) {
  return {
    message,
    data: { keys: [key], operator },
    at: 'inline:app#/Statement/0',
    severity: 'medium',
  } as const;
}
