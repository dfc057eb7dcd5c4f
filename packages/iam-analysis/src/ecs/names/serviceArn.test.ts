import { parseServiceArn } from './serviceArn';

describe('parseServiceArn', () => {
  it.each([
    ['aws', 'eu-west-1'],
    ['aws-cn', 'cn-north-1'],
    ['aws-us-gov', 'us-gov-west-1'],
  ])('reads the long form in partition %s', (partition, region) => {
    const arn = `arn:${partition}:ecs:${region}:111122223333:service/prod-eu/checkout`;
    expect(parseServiceArn(arn)).toEqual({
      ok: true,
      value: {
        arn,
        partition,
        region,
        accountId: '111122223333',
        clusterName: 'prod-eu',
        clusterArn: `arn:${partition}:ecs:${region}:111122223333:cluster/prod-eu`,
        serviceName: 'checkout',
      },
    });
  });

  it.each([
    [
      'the old form, which names no cluster',
      'arn:aws:ecs:eu-west-1:111122223333:service/checkout',
      'no-cluster',
      "'arn:aws:ecs:eu-west-1:111122223333:service/checkout' has the old form, which names no cluster",
      'Write the long form, which names the cluster: arn:aws:ecs:eu-west-1:111122223333:service/CLUSTER/checkout.',
    ],
    [
      'an account id that lost its leading zero',
      'arn:aws:ecs:eu-west-1:11122223333:service/prod/checkout',
      'bad-account',
      "'arn:aws:ecs:eu-west-1:11122223333:service/prod/checkout': its account id '11122223333' has 11 digits, not 12",
      'Write the ARN of a service: arn:aws:ecs:eu-west-1:ACCOUNT:service/CLUSTER/SERVICE.',
    ],
    [
      'an account that is a word',
      'arn:aws:ecs:eu-west-1:prod:service/prod/checkout',
      'bad-account',
      "'arn:aws:ecs:eu-west-1:prod:service/prod/checkout': 'prod' is not an account id",
      'Write the ARN of a service: arn:aws:ecs:eu-west-1:ACCOUNT:service/CLUSTER/SERVICE.',
    ],
    [
      'no account',
      'arn:aws:ecs:eu-west-1::service/prod/checkout',
      'bad-account',
      "'arn:aws:ecs:eu-west-1::service/prod/checkout': it names no account",
      'Write the ARN of a service: arn:aws:ecs:eu-west-1:ACCOUNT:service/CLUSTER/SERVICE.',
    ],
    [
      'no region',
      'arn:aws:ecs::111122223333:service/prod/checkout',
      'no-region',
      "'arn:aws:ecs::111122223333:service/prod/checkout' names no region",
      'Write the ARN of a service: arn:aws:ecs:REGION:111122223333:service/CLUSTER/SERVICE.',
    ],
    [
      'a task definition',
      'arn:aws:ecs:eu-west-1:111122223333:task-definition/checkout:7',
      'not-a-service',
      "'arn:aws:ecs:eu-west-1:111122223333:task-definition/checkout:7' is not the ARN of an ECS service",
      'Write the ARN of a service: arn:aws:ecs:eu-west-1:111122223333:service/CLUSTER/SERVICE.',
    ],
    [
      'an empty service name',
      'arn:aws:ecs:eu-west-1:111122223333:service/prod/',
      'not-a-service',
      "'arn:aws:ecs:eu-west-1:111122223333:service/prod/' is not the ARN of an ECS service",
      'Write the ARN of a service: arn:aws:ecs:eu-west-1:111122223333:service/CLUSTER/SERVICE.',
    ],
    [
      'a wildcard in place of a name',
      'arn:aws:ecs:eu-west-1:111122223333:service/prod/*',
      'not-a-service',
      "'arn:aws:ecs:eu-west-1:111122223333:service/prod/*' is not the ARN of an ECS service: names of clusters and services are to be 1 to 255 letters, digits, '_' and '-'",
      'Write the ARN of a service: arn:aws:ecs:eu-west-1:111122223333:service/CLUSTER/SERVICE.',
    ],
    [
      'a part too many',
      'arn:aws:ecs:eu-west-1:111122223333:service/prod/checkout/7',
      'not-a-service',
      "'arn:aws:ecs:eu-west-1:111122223333:service/prod/checkout/7' has more parts than service/CLUSTER/SERVICE",
      'Write the ARN of a service: arn:aws:ecs:eu-west-1:111122223333:service/CLUSTER/SERVICE.',
    ],
    [
      'the ARN of another AWS service',
      'arn:aws:lambda:eu-west-1:111122223333:function:checkout',
      'not-ecs',
      "'arn:aws:lambda:eu-west-1:111122223333:function:checkout' belongs to lambda, not to ECS",
      'Write the ARN of a service: arn:aws:ecs:eu-west-1:111122223333:service/CLUSTER/SERVICE.',
    ],
    [
      'a bare name',
      'checkout',
      'not-an-arn',
      "'checkout' is not an ARN",
      'Write an ARN, such as arn:aws:ecs:eu-west-1:111122223333:service/CLUSTER/SERVICE.',
    ],
  ])('says what is wrong with %s', (_, text, reason, message, fix) => {
    expect(parseServiceArn(text)).toEqual({ ok: false, reason, message, fix });
  });

  it('tells a list from a malformed ARN', () => {
    const one = 'arn:aws:ecs:eu-west-1:111122223333:service/prod/checkout';
    expect(parseServiceArn(`${one},${one}`)).toMatchObject({
      ok: false,
      reason: 'several-arns',
    });
  });
});
