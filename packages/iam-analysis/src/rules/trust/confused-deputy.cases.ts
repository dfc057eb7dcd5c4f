import { defaultSettings } from '../../analysis/settings';
import { documentOf, policy, trust, trusting } from '../caseBuilders';
import type { RuleCases } from '../testRule';
import type { confusedDeputy } from './confused-deputy';

const OWN = '111122223333';
const OTHER = '444455556666';
const TASKS = 'ecs-tasks.amazonaws.com';
const task = { slot: 'task' } as const;

export const cases: RuleCases<typeof confusedDeputy> = {
  flagged: [
    {
      name: 'a task role without a condition',
      given: trusting(trust({ Service: TASKS })),
      context: task,
      expect: [unbound('low')],
    },
    {
      name: 'an execution role without a condition, as in the examples of AWS',
      given: trusting(trust({ Service: TASKS })),
      context: { slot: 'execution' },
      expect: [unbound('info')],
    },
    {
      name: 'an infrastructure role that trusts tasks too',
      given: trusting(
        trust({ Service: 'ecs.amazonaws.com' }),
        trust({ Service: TASKS }),
      ),
      context: { slot: 'infrastructure-volumes' },
      expect: [unbound('info', 'trust#/Statement/1')],
    },
    {
      name: 'the account of somebody else',
      given: when({ StringEquals: { 'aws:SourceAccount': OTHER } }),
      context: task,
      expect: [unbound('low')],
    },
    {
      name: 'the own account, or that of somebody else',
      given: when({ StringEquals: { 'aws:SourceAccount': [OWN, OTHER] } }),
      context: task,
      expect: [unbound('low')],
    },
    {
      name: 'an account that may be any',
      given: when({ StringLike: { 'aws:SourceAccount': '*' } }),
      context: task,
      expect: [unbound('low')],
    },
    {
      name: 'ECS of any account',
      given: when({
        ArnLike: { 'aws:SourceArn': 'arn:aws:ecs:eu-west-1:*:*' },
      }),
      context: task,
      expect: [unbound('low')],
    },
    {
      name: 'another service of the own account',
      given: when({
        ArnLike: { 'aws:SourceArn': `arn:aws:lambda:eu-west-1:${OWN}:*` },
      }),
      context: task,
      expect: [unbound('low')],
    },
    {
      name: 'the own account as that of the caller, which is a service',
      given: when({ StringEquals: { 'aws:PrincipalAccount': OWN } }),
      context: task,
      expect: [unbound('low')],
    },
    {
      name: 'the own account, if there is one',
      given: when({ StringEqualsIfExists: { 'aws:SourceAccount': OWN } }),
      context: task,
      expect: [unbound('low')],
    },
    {
      name: 'every account but one',
      given: when({ StringNotEquals: { 'aws:SourceAccount': OTHER } }),
      context: task,
      expect: [unbound('low')],
    },
    {
      name: 'one statement with the condition, and one without',
      given: trusting(
        trust(
          { Service: TASKS },
          { Condition: { StringEquals: { 'aws:SourceAccount': OWN } } },
        ),
        trust({ Service: ['lambda.amazonaws.com', TASKS] }),
      ),
      context: task,
      expect: [unbound('low', 'trust#/Statement/1')],
    },
    {
      name: 'a Deny of other accounts, but for services',
      given: trusting(
        trust({ Service: TASKS }),
        trust('*', {
          Effect: 'Deny',
          Condition: {
            StringNotEquals: { 'aws:SourceAccount': OWN },
            BoolIfExists: { 'aws:PrincipalIsAWSService': 'false' },
          },
        }),
      ),
      context: task,
      expect: [unbound('low')],
    },
    {
      name: 'a Deny shuts tasks out again',
      given: trusting(
        trust({ Service: TASKS }),
        trust({ Service: TASKS }, { Effect: 'Deny' }),
      ),
      context: task,
      expect: [{ ...unbound('low'), mitigatedBy: 'deny' }],
    },
  ],
  accepted: [
    {
      name: 'both conditions, as AWS recommends',
      given: when({
        ArnLike: { 'aws:SourceArn': `arn:aws:ecs:eu-west-1:${OWN}:*` },
        StringEquals: { 'aws:SourceAccount': OWN },
      }),
      context: task,
    },
    {
      name: 'the own account alone',
      given: when({ StringLike: { 'aws:SourceAccount': OWN } }),
      context: task,
    },
    {
      name: 'the account of the role, as a variable',
      given: when({
        StringEquals: { 'aws:SourceAccount': '${aws:ResourceAccount}' },
      }),
      context: task,
    },
    {
      name: 'ECS of the own account in any region',
      given: when({ ArnEquals: { 'aws:SourceArn': `arn:aws:ecs:*:${OWN}:*` } }),
      context: task,
    },
    {
      name: 'ECS of the own account in China, compared as text',
      given: when({
        StringLike: { 'aws:SourceArn': `arn:aws-cn:ecs:cn-north-1:${OWN}:*` },
      }),
      context: task,
    },
    {
      name: 'the own account beside one of the setting `knownAccounts`',
      given: when({ StringEquals: { 'aws:SourceAccount': [OWN, OTHER] } }),
      context: {
        ...task,
        settings: { ...defaultSettings, knownAccounts: [OTHER] },
      },
    },
    {
      name: 'a Deny of all other accounts',
      given: trusting(
        trust({ Service: TASKS }),
        trust('*', {
          Effect: 'Deny',
          Condition: { StringNotEquals: { 'aws:SourceAccount': OWN } },
        }),
      ),
      context: task,
    },
    {
      name: 'a Deny of services that call for other accounts',
      given: trusting(
        trust({ Service: TASKS }),
        trust('*', {
          Effect: 'Deny',
          Condition: {
            StringNotEquals: { 'aws:SourceAccount': OWN },
            Bool: { 'aws:PrincipalIsAWSService': 'true' },
          },
        }),
      ),
      context: task,
    },
    {
      name: 'a single cluster, which is an error of its own: `trust.cluster-source-arn`',
      given: when({
        ArnEquals: {
          'aws:SourceArn': `arn:aws:ecs:eu-west-1:${OWN}:cluster/prod-eu`,
        },
      }),
      context: task,
    },
    {
      name: 'an instance role: EC2 sends no source, and a condition would break it',
      given: trusting(trust({ Service: 'ec2.amazonaws.com' })),
      context: { slot: 'instance' },
    },
    {
      name: 'an infrastructure role for ECS itself',
      given: trusting(trust({ Service: 'ecs.amazonaws.com' })),
      context: { slot: 'infrastructure-volumes' },
    },
  ],
  undecided: [
    {
      name: 'a statement that cannot be read may hold the condition',
      given: {
        trust: policy('trust', documentOf([trust(7)]), 'trust'),
      },
      context: task,
      because: 'a part of the trust policy cannot be read',
    },
    {
      name: 'a role whose account is not known',
      given: trusting(trust({ Service: TASKS })),
      context: { ...task, role: null },
      because: 'the account of the role is not known',
    },
  ],
};

function when(Condition: Readonly<Record<string, unknown>>) {
  return trusting(trust({ Service: TASKS }, { Condition }));
}

function unbound(severity: 'low' | 'info', at: string = 'trust#/Statement/0') {
  return {
    message: 'unbound',
    severity,
    data: { service: TASKS, accountId: OWN },
    at,
  } as const;
}
