import { documentOf, policy, trust, trusting } from '../caseBuilders';
import type { RuleCases } from '../testRule';
import type { clusterSourceArn } from './cluster-source-arn';

const TASKS = 'ecs-tasks.amazonaws.com';
const HERE = 'arn:aws:ecs:eu-west-1:111122223333';

export const cases: RuleCases<typeof clusterSourceArn> = {
  flagged: [
    {
      name: 'one cluster',
      given: from('ArnEquals', `${HERE}:cluster/prod-eu`),
      expect: [found([`${HERE}:cluster/prod-eu`])],
    },
    {
      name: 'clusters whose names begin alike, with the own account beside',
      given: trusting(
        trust(
          { Service: TASKS },
          {
            Condition: {
              ArnLike: { 'aws:SourceArn': `${HERE}:cluster/prod-*` },
              StringEquals: { 'aws:SourceAccount': '111122223333' },
            },
          },
        ),
      ),
      expect: [found([`${HERE}:cluster/prod-*`])],
    },
    {
      name: 'the tasks and services of one cluster',
      given: from('StringLike', [
        `${HERE}:task/prod-eu/*`,
        `${HERE}:service/prod-eu/checkout`,
      ]),
      expect: [
        found([`${HERE}:task/prod-eu/*`, `${HERE}:service/prod-eu/checkout`]),
      ],
    },
  ],
  accepted: [
    {
      name: 'the wildcard for all clusters',
      given: from('ArnLike', `${HERE}:*`),
    },
    {
      name: 'all clusters, or all tasks',
      given: from('ArnLike', [`${HERE}:cluster/*`, `${HERE}:task/*`]),
    },
    {
      name: 'one cluster, or any other',
      given: from('ArnLike', [`${HERE}:cluster/prod-eu`, `${HERE}:*`]),
    },
    {
      name: 'another statement lets tasks in',
      given: trusting(
        statement('ArnLike', `${HERE}:cluster/prod-eu`),
        statement('ArnLike', `${HERE}:*`),
      ),
    },
    {
      name: 'every cluster but one',
      given: from('ArnNotLike', `${HERE}:cluster/test`),
    },
    {
      name: 'no source at all',
      given: trusting(trust({ Service: TASKS })),
    },
    {
      name: 'another service, whose source is a cluster of its own',
      given: trusting(
        trust(
          { Service: 'eks.amazonaws.com' },
          {
            Condition: {
              ArnLike: {
                'aws:SourceArn': 'arn:aws:eks:eu-west-1:111122223333:cluster/a',
              },
            },
          },
        ),
      ),
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

function statement(operator: string, sourceArns: string | string[]) {
  return trust(
    { Service: TASKS },
    { Condition: { [operator]: { 'aws:SourceArn': sourceArns } } },
  );
}

function from(operator: string, sourceArns: string | string[]) {
  return trusting(statement(operator, sourceArns));
}

function found(sourceArns: string[]) {
  return {
    message: 'namesCluster',
    data: { service: TASKS, sourceArns },
    at: 'trust#/Statement/0',
  } as const;
}
