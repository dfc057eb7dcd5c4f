import { object, rootOf } from '../input/place';
import type { Told } from './Case';
import { parseFacts } from './parseFacts';
import { nothingTold } from './parseTold';
import { homeTold } from './taskHome';

const EU = { partition: 'aws', region: 'eu-west-1', accountId: '111122223333' };
const said = {
  ...nothingTold,
  region: 'us-east-1',
  accountId: '444455556666',
};

describe('homeTold', () => {
  it.each([
    [
      'the ARN of the task definition',
      {
        taskDefinition: definition({
          taskDefinitionArn: ecs('task-definition/a:1'),
        }),
      },
    ],
    [
      'the ARN of the service',
      {
        taskDefinition: definition({}),
        service: {
          serviceArn: ecs('service/a/b'),
          clusterArn: ecs('cluster/a'),
        },
      },
    ],
    ['the ARN of the cluster', { cluster: { clusterArn: ecs('cluster/a') } }],
    [
      'the ARN of a host',
      {
        hosts: [
          { InstanceId: 'i-1' },
          { containerInstanceArn: ecs('container-instance/a/1') },
        ],
      },
    ],
  ])('believes %s more than what is said', (_, facts) => {
    expect(homeOf(facts)).toEqual(EU);
  });

  it.each([
    ['eu-west-1', 'aws'],
    ['cn-north-1', 'aws-cn'],
    ['us-gov-west-1', 'aws-us-gov'],
    ['us-iso-east-1', 'aws-iso'],
    ['us-isob-east-1', 'aws-iso-b'],
  ])('takes %s for a region of %s', (region, partition) => {
    expect(homeOf({ region })).toEqual({
      accountId: said.accountId,
      region,
      partition,
    });
  });

  it('takes a partition that is said', () => {
    expect(homeOf({ partition: 'aws-cn' }).partition).toBe('aws-cn');
  });

  it.each([
    ['by ARN', 'arn:aws-cn:iam::777788889999:role/a', '777788889999', 'aws-cn'],
    ['by name', 'a', null, 'aws'],
    ['by a variable', '${Role.Arn}', null, 'aws'],
  ])(
    'knows the account of a role that the task definition names %s',
    (_, executionRoleArn, accountId, partition) => {
      const facts = { taskDefinition: definition({ executionRoleArn }) };
      expect(homeOf(facts, nothingTold)).toEqual({
        accountId,
        partition,
        region: null,
      });
    },
  );

  it('does not take a variable for an account', () => {
    const taskDefinitionArn =
      'arn:aws:ecs:eu-west-1:${Account}:task-definition/a:1';
    expect(
      homeOf(
        { taskDefinition: definition({ taskDefinitionArn }) },
        nothingTold,
      ),
    ).toEqual({ ...EU, accountId: null });
  });
});

function homeOf(facts: object, told: Told = said) {
  return homeTold(parseFacts(object(rootOf(facts)), told));
}

function definition(parts: object) {
  return { family: 'a', ...parts };
}

function ecs(resource: string): string {
  return `arn:aws:ecs:eu-west-1:111122223333:${resource}`;
}
