import { aNeed, needsOf } from '../../testUtils';
import { allow, deny, documentOf, policy } from '../caseBuilders';
import type { RuleCases } from '../testRule';
import type { missingPermission } from './missing-permission';

const ECR = 'arn:aws:ecr:eu-west-1:111122223333:repository/shop/checkout';
const SECRET =
  'arn:aws:secretsmanager:eu-west-1:111122223333:secret:shop/db-Ab12Cd';
const FIELD = 'containerDefinitions[0].secrets[0].valueFrom';

const PULL = ['ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'];

const secret = aNeed({
  row: 'E12c',
  actions: ['secretsmanager:GetSecretValue'],
  resources: [SECRET],
  because: FIELD,
  phrase: 'reads the secret shop/db',
  failure:
    'ResourceInitializationError: unable to pull secrets or registry auth',
});
const bucketLocation = aNeed({
  row: 'E11',
  actions: ['s3:GetBucketLocation'],
  resources: ['arn:aws:s3:::shop-config'],
  because: 'containerDefinitions[0].environmentFiles[0].value',
  phrase: 'looks for the bucket shop-config',
  breaks: false,
  failure: 'the agent asks for the bucket by another call',
});
const importing = aNeed({
  row: 'E4',
  actions: ['ecr:BatchImportUpstreamImage'],
  breaks: false,
  failure: 'CannotPullContainerError',
  alsoNeeds: 'the policy of the registry',
});

type Statements = readonly object[];

export const cases: RuleCases<typeof missingPermission> = {
  flagged: [
    {
      name: 'one of two actions that pull the image',
      given: { ...holding([allow(PULL[0], ECR)]), needs: needsOf([aNeed()]) },
      expect: [
        {
          message: 'missing',
          data: {
            actions: [PULL[1]],
            resources: [ECR],
            because: 'containerDefinitions[0].image',
            phrase: 'pulls shop/checkout from ECR',
            failure: 'CannotPullContainerError',
            alsoNeeds: null,
          },
          at: '',
          severity: 'high',
        },
      ],
    },
    {
      name: 'a secret beside the one that is allowed, and the image',
      given: {
        ...holding([allow('secretsmanager:GetSecretValue', `${SECRET}-other`)]),
        needs: needsOf([aNeed(), secret]),
      },
      expect: [
        {
          message: 'missing',
          data: {
            actions: PULL,
            resources: [ECR],
            because: 'containerDefinitions[0].image',
            phrase: 'pulls shop/checkout from ECR',
            failure: 'CannotPullContainerError',
            alsoNeeds: null,
          },
          at: '',
          severity: 'high',
        },
        lacking(),
      ],
    },
    {
      name: 'a Deny takes it away: the place is that of the Deny',
      given: {
        ...holding([
          allow('secretsmanager:GetSecretValue'),
          deny('secretsmanager:*', `${SECRET.slice(0, -6)}*`),
        ]),
        needs: needsOf([secret]),
      },
      expect: [
        {
          ...lacking(),
          message: 'denied',
          at: 'inline:app#/Statement/1',
        },
      ],
    },
    {
      name: 'the permissions boundary does not let it through',
      given: {
        ...holding(
          [allow('secretsmanager:GetSecretValue', SECRET)],
          [allow('ecr:*')],
        ),
        needs: needsOf([secret]),
      },
      expect: [{ ...lacking(), message: 'boundary' }],
    },
    {
      name: 'what is tolerated: low',
      given: { ...holding([]), needs: needsOf([bucketLocation]) },
      expect: [
        {
          message: 'missing',
          data: {
            actions: ['s3:GetBucketLocation'],
            resources: ['arn:aws:s3:::shop-config'],
            because: 'containerDefinitions[0].environmentFiles[0].value',
            phrase: 'looks for the bucket shop-config',
            failure: 'the agent asks for the bucket by another call',
            alsoNeeds: null,
          },
          at: '',
          severity: 'low',
        },
      ],
    },
    {
      name: 'what the policy of the registry may grant instead: for information',
      given: {
        ...holding([allow(PULL, ECR)]),
        needs: needsOf([aNeed(), importing]),
      },
      expect: [
        {
          message: 'elsewhere',
          data: {
            actions: ['ecr:BatchImportUpstreamImage'],
            resources: [ECR],
            because: 'containerDefinitions[0].image',
            phrase: 'pulls shop/checkout from ECR',
            failure: 'CannotPullContainerError',
            alsoNeeds: 'the policy of the registry',
          },
          at: '',
          severity: 'info',
        },
      ],
    },
    {
      name: 'what a Deny takes away, whatever the policy of the registry grants',
      given: {
        ...holding([allow('ecr:*'), deny('ecr:BatchImportUpstreamImage')]),
        needs: needsOf([importing]),
      },
      expect: [
        {
          message: 'denied',
          data: {
            actions: ['ecr:BatchImportUpstreamImage'],
            resources: [ECR],
            because: 'containerDefinitions[0].image',
            phrase: 'pulls shop/checkout from ECR',
            failure: 'CannotPullContainerError',
            alsoNeeds: null,
          },
          at: 'inline:app#/Statement/1',
          severity: 'low',
        },
      ],
    },
    {
      name: 'an image of another account, whose repository has to allow it too',
      given: {
        ...holding([]),
        needs: needsOf([
          aNeed({ row: 'E2', alsoNeeds: 'the policy of the repository' }),
        ]),
      },
      expect: [
        {
          message: 'missing',
          data: {
            actions: PULL,
            resources: [ECR],
            because: 'containerDefinitions[0].image',
            phrase: 'pulls shop/checkout from ECR',
            failure: 'CannotPullContainerError',
            alsoNeeds: 'the policy of the repository',
          },
          at: '',
          severity: 'high',
        },
      ],
    },
    {
      name: 'the secret of a daemon',
      given: { ...holding([]), needs: needsOf([secret]) },
      context: { slot: 'daemon-execution' },
      expect: [
        {
          message: 'missing',
          data: {
            actions: ['secretsmanager:GetSecretValue'],
            resources: [SECRET],
            because: FIELD,
            phrase: 'reads the secret shop/db',
            failure:
              'ResourceInitializationError: unable to pull secrets or registry auth',
            alsoNeeds: null,
          },
          at: '',
          severity: 'high',
        },
      ],
    },
  ],
  accepted: [
    {
      name: 'all that is needed, by wildcards',
      given: {
        ...holding([allow(['ecr:*', 'secretsmanager:Get*'])]),
        needs: needsOf([aNeed(), secret]),
      },
    },
    {
      name: 'a condition on a key that cannot be known here',
      given: {
        ...holding([
          allow(PULL, ECR, {
            StringEquals: { 'aws:SourceVpce': 'vpce-0a1b2c3d' },
          }),
        ]),
        needs: needsOf([aNeed()]),
      },
    },
    {
      name: 'nothing is needed',
      given: { ...holding([]), needs: needsOf([]) },
    },
    {
      name: 'no role in the slot: that is a finding of its own',
      given: { ...holding([]), needs: needsOf([aNeed()]) },
      context: { role: null },
    },
    {
      name: 'what cannot be resolved is not called missing',
      given: {
        ...holding([]),
        needs: needsOf([], {
          unresolved: [
            {
              row: 'E12c',
              certain: true,
              because: FIELD,
              phrase: 'reads a secret',
              why: 'it holds a variable',
              actions: ['secretsmanager:GetSecretValue'],
            },
          ],
        }),
      },
    },
  ],
  undecided: [
    {
      name: 'the policies of the role could not be read',
      given: { needs: needsOf([aNeed()]) },
      because: 'not read',
    },
  ],
};

function holding(statements: Statements, boundary?: Statements) {
  return {
    policies: [policy('inline:app', documentOf(statements))],
    boundary: boundary ? policy('boundary:arn', documentOf(boundary)) : null,
  };
}

function lacking() {
  return {
    message: 'missing',
    data: {
      actions: ['secretsmanager:GetSecretValue'],
      resources: [SECRET],
      because: FIELD,
      phrase: 'reads the secret shop/db',
      failure:
        'ResourceInitializationError: unable to pull secrets or registry auth',
      alsoNeeds: null,
    },
    at: '',
    severity: 'high',
  } as const;
}
