import { documentOf, policy, trust, trusting } from '../caseBuilders';
import type { RuleCases } from '../testRule';
import type { wrongPrincipal } from './wrong-principal';

const TASKS = 'ecs-tasks.amazonaws.com';
const FIRST = 'trust#/Statement/0';
const tasks = trust({ Service: TASKS });

export const cases: RuleCases<typeof wrongPrincipal> = {
  flagged: [
    {
      name: 'a task role that trusts EC2',
      given: trusting(trust({ Service: 'ec2.amazonaws.com' })),
      context: { slot: 'task' },
      expect: [notNamed('ECS tasks', [TASKS], ['ec2.amazonaws.com'])],
    },
    {
      name: 'a task role that trusts ECS itself, which does not run tasks',
      given: trusting(trust({ Service: ['ecs.amazonaws.com'] })),
      context: { slot: 'task' },
      expect: [notNamed('ECS tasks', [TASKS], ['ecs.amazonaws.com'])],
    },
    {
      name: 'an infrastructure role that trusts tasks',
      given: trusting(tasks),
      context: { slot: 'infrastructure-volumes' },
      expect: [notNamed('ECS', ['ecs.amazonaws.com'], [TASKS])],
    },
    {
      name: 'the role of external hosts that trusts EC2',
      given: {
        ...trusting(trust({ Service: 'ec2.amazonaws.com' })),
        compute: ['external'],
      },
      context: { slot: 'instance' },
      expect: [
        notNamed(
          'Systems Manager, for external instances,',
          ['ssm.amazonaws.com'],
          ['ec2.amazonaws.com'],
        ),
      ],
    },
    {
      name: 'an instance role that trusts tasks, wherever its hosts are',
      given: trusting(tasks),
      context: { slot: 'instance' },
      expect: [
        notNamed(
          'EC2 instances or Systems Manager',
          ['ec2.amazonaws.com', 'ssm.amazonaws.com'],
          [TASKS],
        ),
      ],
    },
    {
      name: 'a Deny statement shuts tasks out',
      given: trusting(tasks, trust({ Service: TASKS }, { Effect: 'Deny' })),
      context: { slot: 'execution' },
      expect: [
        {
          message: 'denied',
          data: { services: [TASKS] },
          at: 'trust#/Statement/1',
        },
      ],
    },
    {
      name: '`NotPrincipal` takes tasks out',
      given: trusting({
        Effect: 'Allow',
        NotPrincipal: { Service: TASKS },
        Action: 'sts:AssumeRole',
      }),
      context: { slot: 'task' },
      expect: [notNamed('ECS tasks', [TASKS], [])],
    },
    {
      name: 'the right principal with another action',
      given: trusting(trust({ Service: TASKS }, { Action: 'sts:TagSession' })),
      context: { slot: 'task' },
      expect: [
        {
          message: 'otherAction',
          data: { services: [TASKS], actions: ['sts:TagSession'] },
          at: FIRST,
        },
      ],
    },
    {
      name: 'an external id, which ECS never sends',
      given: trusting(
        trust(
          { Service: TASKS },
          { Condition: { StringEquals: { 'sts:ExternalId': 'checkout' } } },
        ),
      ),
      context: { slot: 'task' },
      expect: [condition(TASKS, 'sts:ExternalId', ['checkout'])],
    },
    {
      name: 'tasks of another account only',
      given: trusting(
        trust(
          { Service: TASKS },
          {
            Condition: {
              ArnLike: { 'aws:SourceArn': 'arn:aws:ecs:*:444455556666:*' },
            },
          },
        ),
      ),
      context: { slot: 'task' },
      expect: [
        condition(TASKS, 'aws:SourceArn', ['arn:aws:ecs:*:444455556666:*']),
      ],
    },
    {
      name: 'a source account for EC2, which sends none',
      given: {
        ...trusting(
          trust(
            { Service: 'ec2.amazonaws.com' },
            {
              Condition: {
                StringEquals: { 'aws:SourceAccount': '111122223333' },
              },
            },
          ),
        ),
        compute: ['ec2'],
      },
      context: { slot: 'instance' },
      expect: [
        condition('ec2.amazonaws.com', 'aws:SourceAccount', ['111122223333']),
      ],
    },
  ],
  accepted: [
    {
      name: 'a task role that trusts tasks',
      given: trusting(tasks),
      context: { slot: 'task' },
    },
    {
      name: 'with the conditions that AWS recommends',
      given: trusting(
        trust(
          { Service: [TASKS] },
          {
            Condition: {
              ArnLike: {
                'aws:SourceArn': 'arn:aws:ecs:eu-west-1:111122223333:*',
              },
              StringEquals: { 'aws:SourceAccount': '111122223333' },
            },
          },
        ),
      ),
      context: { slot: 'task' },
    },
    {
      name: 'one of several principals, in another statement',
      given: trusting(
        trust({ AWS: 'arn:aws:iam::111122223333:root' }),
        trust(
          { Service: ['lambda.amazonaws.com', TASKS] },
          { Action: 'sts:*' },
        ),
      ),
      context: { slot: 'execution' },
    },
    {
      name: 'everyone: too open, but ECS can use it',
      given: trusting(trust('*')),
      context: { slot: 'task' },
    },
    {
      name: '`NotPrincipal` that takes others out',
      given: trusting({
        Effect: 'Allow',
        NotPrincipal: { Service: 'lambda.amazonaws.com' },
        Action: 'sts:AssumeRole',
      }),
      context: { slot: 'task' },
    },
    {
      name: 'a Deny under a condition, which ECS does not meet for certain',
      given: trusting(
        tasks,
        trust('*', {
          Effect: 'Deny',
          Condition: {
            StringNotEquals: { 'aws:SourceAccount': '111122223333' },
          },
        }),
      ),
      context: { slot: 'task' },
    },
    {
      name: 'a Deny of requests without TLS, which ECS does not send',
      given: trusting(
        tasks,
        trust('*', {
          Effect: 'Deny',
          Condition: { Bool: { 'aws:SecureTransport': 'false' } },
        }),
      ),
      context: { slot: 'task' },
    },
    {
      name: 'an instance role in China, by the local name of EC2',
      given: {
        ...trusting(trust({ Service: 'ec2.amazonaws.com.cn' })),
        compute: ['ec2'],
      },
      context: { slot: 'instance' },
    },
    {
      name: 'the role of external hosts that trusts Systems Manager',
      given: {
        ...trusting(trust({ Service: 'ssm.amazonaws.com' })),
        compute: ['external'],
      },
      context: { slot: 'instance' },
    },
  ],
  undecided: [
    {
      name: 'a statement that cannot be read may name the principal',
      given: {
        trust: policy(
          'trust',
          documentOf([
            { Effect: 'Allow', Principal: 7, Action: 'sts:AssumeRole' },
          ]),
          'trust',
        ),
      },
      context: { slot: 'task' },
      because: 'a part of the trust policy cannot be read',
    },
  ],
};

function notNamed(who: string, services: string[], trusted: string[]) {
  return {
    message: 'notNamed',
    data: { who, services, trusted },
    at: 'trust#',
  } as const;
}

function condition(service: string, key: string, values: string[]) {
  return {
    message: 'condition',
    data: { services: [service], key, values },
    at: FIRST,
  } as const;
}
