import { allow, deny, held } from '../caseBuilders';
import type { RuleCases } from '../testRule';
import type { conditionedEcrToken } from './conditioned-ecr-token';

const AT = 'inline:app#/Statement/0';
const OTHER = 'inline:app#/Statement/1';
const TOKEN = 'ecr:GetAuthorizationToken';
const PULL = ['ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'];
const fromEndpoint = { StringEquals: { 'aws:SourceVpce': 'vpce-0a1b2c3d' } };

export const cases: RuleCases<typeof conditionedEcrToken> = {
  flagged: [
    {
      name: 'all that pulls under a condition on the endpoint',
      given: { ...held([allow([TOKEN, ...PULL], '*', fromEndpoint)]) },
      expect: [onlyFrom('aws:SourceVpce')],
    },
    {
      name: 'tasks on Fargate and on hosts',
      given: {
        ...held([
          allow('ecr:*', '*', { StringLike: { 'aws:sourceVpc': 'vpc-*' } }),
        ]),
        compute: ['fargate', 'ec2'],
      },
      expect: [onlyFrom('aws:sourceVpc')],
    },
    {
      name: 'two statements, each from one network',
      given: held([
        allow(TOKEN, '*', fromEndpoint),
        allow(TOKEN, '*', { IpAddress: { 'aws:SourceIp': '198.51.100.0/24' } }),
      ]),
      expect: [onlyFrom('aws:SourceVpce', 'aws:SourceIp')],
    },
    {
      name: 'a Deny of every call from elsewhere',
      given: held([
        allow([TOKEN, ...PULL]),
        deny('*', '*', {
          StringNotEquals: { 'aws:SourceVpc': 'vpc-0a1b2c3d' },
        }),
      ]),
      expect: [
        {
          message: 'deniedElsewhere',
          data: { keys: ['aws:SourceVpc'] },
          at: OTHER,
        },
      ],
    },
  ],
  accepted: [
    {
      name: 'as AWS prints it: the token without the condition, what pulls with it',
      given: held([allow(TOKEN), allow(PULL, '*', fromEndpoint)]),
    },
    {
      name: 'tasks on hosts alone, whose agent asks from within the VPC',
      given: {
        ...held([allow(TOKEN, '*', fromEndpoint)]),
        compute: ['ec2', 'managed-instances'],
      },
    },
    {
      name: 'a condition that holds without the key',
      given: held([
        allow(TOKEN, '*', {
          StringEqualsIfExists: { 'aws:SourceVpce': 'vpce-0a1b2c3d' },
        }),
      ]),
    },
    {
      name: 'a condition that any network meets',
      given: held([
        allow(TOKEN, '*', { StringLike: { 'aws:SourceVpc': '*' } }),
      ]),
    },
    {
      name: 'a condition on the region',
      given: held([
        allow(TOKEN, '*', {
          StringEquals: { 'aws:RequestedRegion': 'eu-west-1' },
        }),
      ]),
    },
    {
      name: 'a Deny of what pulls from elsewhere',
      given: held([
        allow([TOKEN, ...PULL]),
        deny(PULL, '*', {
          StringNotEquals: { 'aws:SourceVpc': 'vpc-0a1b2c3d' },
        }),
      ]),
    },
    {
      name: 'a Deny that spares the calls of AWS services',
      given: held([
        allow(TOKEN),
        deny('*', '*', {
          StringNotEquals: { 'aws:SourceVpc': 'vpc-0a1b2c3d' },
          Bool: { 'aws:ViaAWSService': 'false' },
        }),
      ]),
    },
    {
      name: 'no token at all',
      given: held([allow(PULL, '*', fromEndpoint)]),
    },
  ],
};

function onlyFrom(...keys: string[]) {
  return { message: 'onlyFrom', data: { keys }, at: AT } as const;
}
