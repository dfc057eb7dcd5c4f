import { aNeed, needsOf } from '../../testUtils';
import { allow, deny, held } from '../caseBuilders';
import type { RuleCases } from '../testRule';
import type { toolShapedExcess } from './tool-shaped-excess';

const SECRET =
  'arn:aws:secretsmanager:eu-west-1:111122223333:secret:shop/db-Ab12Cd';
const PARAMETER =
  'arn:aws:ssm:eu-west-1:111122223333:parameter/shop/currencies';
const FILE = 'arn:aws:s3:::shop-config/checkout.env';
const ECR = 'arn:aws:ecr:eu-west-1:111122223333:repository/shop/checkout';

const needs = needsOf([
  aNeed(),
  aNeed({ actions: ['secretsmanager:GetSecretValue'], resources: [SECRET] }),
  aNeed({ actions: ['ssm:GetParameters'], resources: [PARAMETER] }),
  aNeed({ actions: ['s3:GetObject'], resources: [FILE] }),
]);

export const cases: RuleCases<typeof toolShapedExcess> = {
  flagged: [
    {
      name: 'the description of a secret that is read',
      given: {
        ...held([
          allow(
            ['secretsmanager:GetSecretValue', 'secretsmanager:DescribeSecret'],
            SECRET,
          ),
        ]),
        needs,
      },
      expect: [added(['secretsmanager:DescribeSecret'], [SECRET])],
    },
    {
      name: 'single reads of a parameter, and its history',
      given: {
        ...held([
          allow(
            [
              'ssm:DescribeParameters',
              'ssm:GetParameters',
              'ssm:GetParameter',
              'ssm:GetParameterHistory',
            ],
            PARAMETER,
          ),
        ]),
        needs,
      },
      expect: [
        added(['ssm:GetParameter', 'ssm:GetParameterHistory'], [PARAMETER]),
      ],
    },
    {
      name: 'the listing of the bucket of an environment file',
      given: {
        ...held([
          allow('s3:GetObject', FILE),
          allow('s3:ListBucket', 'arn:aws:s3:::shop-config'),
        ]),
        needs,
      },
      expect: [
        {
          ...added(['s3:ListBucket'], ['arn:aws:s3:::shop-config']),
          at: 'inline:app#/Statement/1',
        },
      ],
    },
    {
      name: 'all files of the bucket of an environment file',
      given: {
        ...held([allow('s3:GetObject', 'arn:aws:s3:::shop-config/*')]),
        needs,
      },
      expect: [
        {
          message: 'wider',
          data: {
            actions: ['s3:GetObject'],
            granted: ['arn:aws:s3:::shop-config/*'],
            needed: [FILE],
          },
          at: 'inline:app#/Statement/0',
        },
      ],
    },
    {
      name: 'without knowing what is needed: the description goes with no need at all',
      given: held([
        allow(
          ['secretsmanager:GetSecretValue', 'secretsmanager:DescribeSecret'],
          SECRET,
        ),
      ]),
      expect: [added(['secretsmanager:DescribeSecret'], [SECRET])],
    },
    {
      name: 'a Deny takes it away: mitigated',
      given: {
        ...held([
          allow(
            ['secretsmanager:GetSecretValue', 'secretsmanager:DescribeSecret'],
            SECRET,
          ),
          deny('secretsmanager:Describe*'),
        ]),
        needs,
      },
      expect: [
        {
          ...added(['secretsmanager:DescribeSecret'], [SECRET]),
          mitigatedBy: 'deny',
        },
      ],
    },
  ],
  accepted: [
    {
      name: 'just what is needed',
      given: {
        ...held([
          allow('secretsmanager:GetSecretValue', SECRET),
          allow('ssm:GetParameters', PARAMETER),
        ]),
        needs,
      },
    },
    {
      name: 'the check of layers within the policy of AWS: `ecs.excess-permission` speaks of it',
      given: {
        ...held([
          allow(['ecr:BatchGetImage', 'ecr:BatchCheckLayerAvailability'], ECR),
        ]),
        needs,
      },
    },
    {
      name: 'a secret that no task names is more than a tool adds: `ecs.execution-role-broad-secrets` speaks of it',
      given: {
        ...held([allow('secretsmanager:GetSecretValue', `${SECRET}x`)]),
        needs,
      },
    },
    {
      name: 'administrator: `iam.admin-access` speaks of it',
      given: { ...held([allow('*')]), needs },
    },
  ],
};

function added(actions: readonly string[], granted: readonly string[]) {
  return {
    message: 'held',
    data: { actions, granted },
    at: 'inline:app#/Statement/0',
  } as const;
}
