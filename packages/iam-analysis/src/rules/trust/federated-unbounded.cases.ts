import { documentOf, policy, trust, trusting } from '../caseBuilders';
import type { RuleCases } from '../testRule';
import type { federatedUnbounded } from './federated-unbounded';

type Json = Readonly<Record<string, unknown>>;

const IAM = 'arn:aws:iam::111122223333';
const GITHUB = `${IAM}:oidc-provider/token.actions.githubusercontent.com`;
const AUD = 'token.actions.githubusercontent.com:aud';
const SUB = 'token.actions.githubusercontent.com:sub';
const CLUSTER =
  'oidc.eks.eu-west-1.amazonaws.com/id/EXAMPLED539D4633E53DE1B716D3041E';
const EKS = `${IAM}:oidc-provider/${CLUSTER}`;
const SAML = `${IAM}:saml-provider/corporate`;
const COGNITO = 'cognito-identity.amazonaws.com';

export const cases: RuleCases<typeof federatedUnbounded> = {
  flagged: [
    {
      name: 'GitHub without a condition',
      given: oidc(GITHUB),
      expect: [unbounded(GITHUB)],
    },
    {
      name: 'GitHub with the audience alone, which the tokens of everybody have',
      given: oidc(GITHUB, { StringEquals: { [AUD]: 'sts.amazonaws.com' } }),
      expect: [unbounded(GITHUB)],
    },
    {
      name: 'GitHub for every repository',
      given: oidc(GITHUB, { StringLike: { [SUB]: 'repo:*' } }),
      expect: [unbounded(GITHUB)],
    },
    {
      name: 'GitHub for every owner whose name begins alike',
      given: oidc(GITHUB, { StringLike: { [SUB]: 'repo:octo*' } }),
      expect: [unbounded(GITHUB)],
    },
    {
      name: 'GitHub for a branch of anybody',
      given: oidc(GITHUB, { StringEquals: { [SUB]: 'ref:refs/heads/main' } }),
      expect: [unbounded(GITHUB)],
    },
    {
      name: 'GitHub with a condition that passes without a subject',
      given: oidc(GITHUB, {
        'ForAllValues:StringLike': { [SUB]: 'repo:octo-org/octo-repo:*' },
      }),
      expect: [unbounded(GITHUB)],
    },
    {
      name: 'an identity pool of anybody',
      given: oidc(COGNITO, {
        'ForAnyValue:StringLike': { [`${COGNITO}:amr`]: 'authenticated' },
      }),
      expect: [unbounded(COGNITO)],
    },
    {
      name: 'every account of a cluster of EKS',
      given: oidc(EKS, { StringLike: { [`${CLUSTER}:sub`]: '*' } }),
      expect: [unbounded(EKS)],
    },
    {
      name: 'every account of a cluster of EKS that has a name',
      given: oidc(EKS, { StringLike: { [`${CLUSTER}:sub`]: '?*' } }),
      expect: [unbounded(EKS)],
    },
    {
      name: 'SAML without a condition',
      given: saml(),
      expect: [unbounded(SAML)],
    },
    {
      name: 'every audience but one',
      given: saml({ StringNotEquals: { 'SAML:aud': 'https://example.com' } }),
      expect: [unbounded(SAML)],
    },
    {
      name: 'a Deny shuts everyone out again',
      given: trusting(
        trust({ Federated: SAML }, { Action: 'sts:AssumeRoleWithSAML' }),
        trust('*', { Effect: 'Deny', Action: 'sts:*' }),
      ),
      expect: [{ ...unbounded(SAML), mitigatedBy: 'deny' }],
    },
  ],
  accepted: [
    {
      name: 'one repository of GitHub',
      given: oidc(GITHUB, {
        StringEquals: { [AUD]: 'sts.amazonaws.com' },
        StringLike: { [SUB]: 'repo:octo-org/octo-repo:*' },
      }),
    },
    {
      name: 'every repository of an owner',
      given: oidc(GITHUB, { StringLike: { [SUB]: ['repo:octo-org/*'] } }),
    },
    {
      name: 'one repository of GitHub, by its own claim',
      given: oidc(GITHUB, {
        StringEquals: {
          [AUD]: 'sts.amazonaws.com',
          'token.actions.githubusercontent.com:repository':
            'octo-org/octo-repo',
        },
      }),
    },
    {
      name: 'one workspace of Terraform Cloud',
      given: oidc(`${IAM}:oidc-provider/app.terraform.io`, {
        StringLike: {
          'app.terraform.io:sub':
            'organization:octo:project:*:workspace:net:run_phase:*',
        },
      }),
    },
    {
      name: 'a service account of a cluster of EKS',
      given: oidc(EKS, {
        StringEquals: {
          [`${CLUSTER}:aud`]: 'sts.amazonaws.com',
          [`${CLUSTER}:sub`]: 'system:serviceaccount:shop:checkout',
        },
      }),
    },
    {
      name: 'an audience of a provider of your own',
      given: oidc(EKS, {
        StringEquals: { [`${CLUSTER}:aud`]: 'sts.amazonaws.com' },
      }),
    },
    {
      name: 'an identity pool of Cognito',
      given: oidc(COGNITO, {
        StringEquals: {
          [`${COGNITO}:aud`]: 'eu-west-1:12345678-abcd-abcd-abcd-123456790ab',
        },
      }),
    },
    {
      name: 'SAML for the sign-in page of AWS',
      given: saml({
        StringEquals: { 'SAML:aud': 'https://signin.aws.amazon.com/saml' },
      }),
    },
    {
      name: 'an application of Amazon, as it calls its audience',
      given: oidc('www.amazon.com', {
        StringEquals: { 'www.amazon.com:app_id': 'amzn1.application.a1b2' },
      }),
    },
    {
      name: 'a provider with an action that it cannot call',
      given: trusting(trust({ Federated: SAML })),
    },
    {
      name: 'tasks',
      given: trusting(trust({ Service: 'ecs-tasks.amazonaws.com' })),
    },
  ],
  undecided: [
    {
      name: 'a statement whose principals cannot be read',
      given: {
        trust: policy('trust', documentOf([trust(7)]), 'trust'),
      },
      because: 'a part of the trust policy cannot be read',
    },
  ],
};

function oidc(Federated: string, Condition?: Json) {
  return trusting(
    trust(
      { Federated },
      {
        Action: 'sts:AssumeRoleWithWebIdentity',
        ...(Condition ? { Condition } : {}),
      },
    ),
  );
}

function saml(Condition?: Json) {
  return trusting(
    trust(
      { Federated: SAML },
      {
        Action: 'sts:AssumeRoleWithSAML',
        ...(Condition ? { Condition } : {}),
      },
    ),
  );
}

function unbounded(principal: string) {
  return {
    message: 'unbounded',
    data: { principals: [principal] },
    at: 'trust#/Statement/0',
  } as const;
}
