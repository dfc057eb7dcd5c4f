import { printJson } from '../../advice/print/printJson';
import { minimalTrust } from './minimalTrust';
import type { TaskHome } from './derivation';

const HOME: TaskHome = {
  partition: 'aws',
  region: 'eu-west-1',
  accountId: '111122223333',
};

function statementOf(...given: Parameters<typeof minimalTrust>): unknown {
  return JSON.parse(printJson(minimalTrust(...given))).Statement;
}

function assumedBy(service: unknown, condition?: unknown) {
  return [
    {
      Effect: 'Allow',
      Principal: { Service: service },
      Action: 'sts:AssumeRole',
      ...(condition ? { Condition: condition } : {}),
    },
  ];
}

describe('minimalTrust', () => {
  it.each(['task', 'execution', 'daemon-task', 'daemon-execution'] as const)(
    'binds the role of a %s slot to the account and region, as AWS documents it',
    slot => {
      expect(statementOf(slot, [HOME])).toEqual(
        assumedBy('ecs-tasks.amazonaws.com', {
          ArnLike: { 'aws:SourceArn': 'arn:aws:ecs:eu-west-1:111122223333:*' },
          StringEquals: { 'aws:SourceAccount': '111122223333' },
        }),
      );
    },
  );

  it('names each region in which tasks run, and the account once', () => {
    expect(
      statementOf('task', [HOME, { ...HOME, region: 'us-east-1' }, HOME]),
    ).toEqual(
      assumedBy('ecs-tasks.amazonaws.com', {
        ArnLike: {
          'aws:SourceArn': [
            'arn:aws:ecs:eu-west-1:111122223333:*',
            'arn:aws:ecs:us-east-1:111122223333:*',
          ],
        },
        StringEquals: { 'aws:SourceAccount': '111122223333' },
      }),
    );
  });

  it('speaks of the partition', () => {
    expect(
      statementOf('task', [
        { ...HOME, partition: 'aws-cn', region: 'cn-north-1' },
      ]),
    ).toEqual(
      assumedBy('ecs-tasks.amazonaws.com', {
        ArnLike: {
          'aws:SourceArn': 'arn:aws-cn:ecs:cn-north-1:111122223333:*',
        },
        StringEquals: { 'aws:SourceAccount': '111122223333' },
      }),
    );
  });

  it('leaves open what is not known', () => {
    expect(statementOf('task', [{ ...HOME, region: '' }])).toEqual(
      assumedBy('ecs-tasks.amazonaws.com', {
        ArnLike: { 'aws:SourceArn': 'arn:aws:ecs:*:111122223333:*' },
        StringEquals: { 'aws:SourceAccount': '111122223333' },
      }),
    );
    expect(statementOf('task', [{ ...HOME, accountId: '' }])).toEqual(
      assumedBy('ecs-tasks.amazonaws.com'),
    );
  });

  it('lets hosts assume their role by what they are, under no condition', () => {
    expect(statementOf('instance', [HOME])).toEqual(
      assumedBy('ec2.amazonaws.com'),
    );
    expect(statementOf('instance', [HOME], ['external'])).toEqual(
      assumedBy('ssm.amazonaws.com'),
    );
    expect(statementOf('instance', [HOME], ['ec2', 'external'])).toEqual(
      assumedBy(['ec2.amazonaws.com', 'ssm.amazonaws.com']),
    );
  });

  it('lets ECS and CodeDeploy assume theirs', () => {
    expect(statementOf('infrastructure-volumes', [HOME])).toEqual(
      assumedBy('ecs.amazonaws.com'),
    );
    expect(statementOf('code-deploy', [HOME])).toEqual(
      assumedBy('codedeploy.amazonaws.com'),
    );
  });
});
