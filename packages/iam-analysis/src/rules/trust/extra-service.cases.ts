import { documentOf, policy, trust, trusting } from '../caseBuilders';
import type { RuleCases } from '../testRule';
import type { extraService } from './extra-service';

const TASKS = 'ecs-tasks.amazonaws.com';
const LAMBDA = 'lambda.amazonaws.com';
const EC2 = 'ec2.amazonaws.com';
const task = { slot: 'task' } as const;

export const cases: RuleCases<typeof extraService> = {
  flagged: [
    {
      name: 'a task role that Lambda can assume too',
      given: trusting(trust({ Service: [TASKS, LAMBDA] })),
      context: task,
      expect: [extra([LAMBDA], [TASKS])],
    },
    {
      name: 'in a statement of their own: EC2 and Glue',
      given: trusting(
        trust({ Service: TASKS }),
        trust({ Service: [EC2, 'glue.amazonaws.com'] }),
      ),
      context: { slot: 'execution' },
      expect: [
        extra([EC2, 'glue.amazonaws.com'], [TASKS], 'trust#/Statement/1'),
      ],
    },
    {
      name: 'an instance role that tasks can assume too',
      given: {
        ...trusting(trust({ Service: [EC2, TASKS] })),
        compute: ['ec2'],
      },
      context: { slot: 'instance' },
      expect: [extra([TASKS], [EC2])],
    },
    {
      name: 'an infrastructure role that CodeDeploy can assume too',
      given: trusting(
        trust({ Service: ['ecs.amazonaws.com', 'codedeploy.amazonaws.com'] }),
      ),
      context: { slot: 'infrastructure-load-balancers' },
      expect: [extra(['codedeploy.amazonaws.com'], ['ecs.amazonaws.com'])],
    },
    {
      name: 'with the own account as its source: the role can be passed within it',
      given: trusting(
        trust({ Service: TASKS }),
        trust(
          { Service: LAMBDA },
          {
            Condition: {
              StringEquals: { 'aws:SourceAccount': '111122223333' },
            },
          },
        ),
      ),
      context: task,
      expect: [extra([LAMBDA], [TASKS], 'trust#/Statement/1')],
    },
    {
      name: 'a Deny shuts the other service out again',
      given: trusting(
        trust({ Service: TASKS }),
        trust({ Service: LAMBDA }),
        trust({ Service: LAMBDA }, { Effect: 'Deny' }),
      ),
      context: task,
      expect: [
        {
          ...extra([LAMBDA], [TASKS], 'trust#/Statement/1'),
          mitigatedBy: 'deny',
        },
      ],
    },
  ],
  accepted: [
    {
      name: 'a task role that only tasks can assume',
      given: trusting(trust({ Service: TASKS })),
      context: task,
    },
    {
      name: 'a role of hosts of which it is not known where they are',
      given: trusting(trust({ Service: [EC2, 'ssm.amazonaws.com'] })),
      context: { slot: 'instance' },
    },
    {
      name: 'hosts in China, by both names of EC2',
      given: {
        ...trusting(trust({ Service: [EC2, 'ec2.amazonaws.com.cn'] })),
        compute: ['ec2'],
      },
      context: { slot: 'instance' },
    },
    {
      name: 'a role of the own account, which is no service',
      given: trusting(
        trust({ Service: TASKS, AWS: 'arn:aws:iam::111122223333:role/deploy' }),
      ),
      context: task,
    },
    {
      name: 'another service that may tag sessions only',
      given: trusting(
        trust({ Service: TASKS }),
        trust({ Service: LAMBDA }, { Action: 'sts:TagSession' }),
      ),
      context: task,
    },
    {
      name: 'only the wrong service: `trust.wrong-principal`',
      given: trusting(trust({ Service: LAMBDA })),
      context: task,
    },
  ],
  undecided: [
    {
      name: 'a statement whose principals cannot be read',
      given: {
        trust: policy('trust', documentOf([trust(7)]), 'trust'),
      },
      context: task,
      because: 'a part of the trust policy cannot be read',
    },
  ],
};

function extra(
  services: string[],
  needed: string[],
  at: string = 'trust#/Statement/0',
) {
  return { message: 'extra', data: { services, needed }, at } as const;
}
