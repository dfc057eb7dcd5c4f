import { annotations } from '@ecs-iam/plugin-ecs-iam-common';
import type { EntityMatch } from './EntityMatch';
import { isAnnotated } from './EntityMatch';
import { matchEntity } from './matchEntity';

const CHECKOUT = 'arn:aws:ecs:eu-west-1:111122223333:service/shop/checkout';
const CART = 'arn:aws:ecs:us-east-1:444455556666:service/shop/cart';
const ROLE = 'arn:aws:iam::111122223333:role/app/checkout-task';

const nothing: EntityMatch = {
  services: [],
  malformedServices: [],
  families: [],
  tagMatches: [],
  roles: [],
  malformedRoles: [],
  problems: [],
};

const checkout = {
  arn: CHECKOUT,
  partition: 'aws',
  accountId: '111122223333',
  region: 'eu-west-1',
  clusterName: 'shop',
  serviceName: 'checkout',
};
const cart = {
  arn: CART,
  partition: 'aws',
  accountId: '444455556666',
  region: 'us-east-1',
  clusterName: 'shop',
  serviceName: 'cart',
};
const role = {
  arn: ROLE,
  partition: 'aws',
  accountId: '111122223333',
  path: '/app/',
  name: 'checkout-task',
};
const said = { message: expect.any(String), fix: expect.any(String) };

function match(given: Record<string, string> | undefined) {
  return matchEntity({
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name: 'checkout', annotations: given },
  });
}

describe('matchEntity', () => {
  it.each<[string, Record<string, string> | undefined]>([
    ['no annotations', undefined],
    ['other annotations', { 'backstage.io/kubernetes-id': 'checkout' }],
    ['a bucket', { [annotations.awsArn]: 'arn:aws:s3:::checkout' }],
    [
      'a cluster',
      {
        [annotations.awsArn]: 'arn:aws:ecs:eu-west-1:111122223333:cluster/shop',
      },
    ],
    [
      'a user',
      { [annotations.awsArn]: 'arn:aws:iam::111122223333:user/checkout' },
    ],
  ])('finds nothing in an entity with %s', (_, given) => {
    expect(match(given)).toEqual(nothing);
    expect(isAnnotated(match(given))).toBe(false);
  });

  it.each<[string, Record<string, string>, Partial<EntityMatch>]>([
    [
      'the service of AWS Labs',
      { [annotations.amazonEcsServiceArn]: ` ${CHECKOUT}\n` },
      {
        services: [
          { ...checkout, matchedBy: [annotations.amazonEcsServiceArn] },
        ],
      },
    ],
    [
      'the tags of AWS Labs',
      {
        [annotations.amazonEcsServiceTags]:
          'component=checkout, environment=prod',
      },
      {
        tagMatches: [
          {
            annotation: annotations.amazonEcsServiceTags,
            tags: { component: 'checkout', environment: 'prod' },
          },
        ],
      },
    ],
    [
      'both annotations of AWS Labs together',
      {
        [annotations.amazonEcsServiceArn]: CHECKOUT,
        [annotations.amazonEcsServiceTags]: 'a=b=c',
      },
      {
        services: [
          { ...checkout, matchedBy: [annotations.amazonEcsServiceArn] },
        ],
        tagMatches: [
          {
            annotation: annotations.amazonEcsServiceTags,
            tags: { a: 'b=c' },
          },
        ],
      },
    ],
    [
      'an ARN of the old form, which names no cluster',
      {
        [annotations.amazonEcsServiceArn]:
          'arn:aws:ecs:eu-west-1:111122223333:service/checkout',
      },
      {
        services: [
          {
            ...checkout,
            arn: 'arn:aws:ecs:eu-west-1:111122223333:service/checkout',
            clusterName: null,
            matchedBy: [annotations.amazonEcsServiceArn],
          },
        ],
      },
    ],
    [
      'a service that the AWS Config provider found',
      { [annotations.awsArn]: CHECKOUT },
      { services: [{ ...checkout, matchedBy: [annotations.awsArn] }] },
    ],
    [
      'a role that the AWS Config provider found',
      { [annotations.awsArn]: ROLE },
      { roles: [{ ...role, matchedBy: [annotations.awsArn] }] },
    ],
    [
      "Roadie's role",
      { [annotations.roadieRoleArn]: ROLE },
      { roles: [{ ...role, matchedBy: [annotations.roadieRoleArn] }] },
    ],
    [
      'lists of services and roles',
      {
        [annotations.serviceArns]: `${CHECKOUT},\n${CART}`,
        [annotations.roleArns]: ROLE,
      },
      {
        services: [
          { ...checkout, matchedBy: [annotations.serviceArns] },
          { ...cart, matchedBy: [annotations.serviceArns] },
        ],
        roles: [{ ...role, matchedBy: [annotations.roleArns] }],
      },
    ],
    [
      'once what several annotations name',
      {
        [annotations.amazonEcsServiceArn]: CHECKOUT,
        [annotations.awsArn]: CHECKOUT,
        [annotations.serviceArns]: `${CHECKOUT}\n${CHECKOUT}`,
      },
      {
        services: [
          {
            ...checkout,
            matchedBy: [
              annotations.amazonEcsServiceArn,
              annotations.awsArn,
              annotations.serviceArns,
            ],
          },
        ],
      },
    ],
    [
      'a service in China',
      {
        [annotations.amazonEcsServiceArn]:
          'arn:aws-cn:ecs:cn-north-1:111122223333:service/shop/checkout',
      },
      {
        services: [
          {
            ...checkout,
            arn: 'arn:aws-cn:ecs:cn-north-1:111122223333:service/shop/checkout',
            partition: 'aws-cn',
            region: 'cn-north-1',
            matchedBy: [annotations.amazonEcsServiceArn],
          },
        ],
      },
    ],
  ])('reads %s', (_, given, expected) => {
    expect(match(given)).toEqual({ ...nothing, ...expected });
    expect(isAnnotated(match(given))).toBe(true);
  });

  it.each<[string, string]>([
    ['no ARN', 'checkout'],
    [
      'an account id that is too short',
      'arn:aws:ecs:us-west-2:1234567890:service/cluster1/myapp-service',
    ],
    ['a cluster', 'arn:aws:ecs:eu-west-1:111122223333:cluster/shop'],
    ['a role', ROLE],
    ['no region', 'arn:aws:ecs::111122223333:service/shop/checkout'],
    ['too many parts', `${CHECKOUT}/7`],
    ['no name', 'arn:aws:ecs:eu-west-1:111122223333:service/shop/'],
  ])('says what is wrong with a service ARN that has %s', (_, value) => {
    expect(match({ [annotations.amazonEcsServiceArn]: value })).toEqual({
      ...nothing,
      malformedServices: [
        { value, matchedBy: [annotations.amazonEcsServiceArn], ...said },
      ],
    });
  });

  it('says that a list belongs into the annotation for lists', () => {
    const value = `${CHECKOUT},${CART}`;
    expect(match({ [annotations.amazonEcsServiceArn]: value })).toEqual({
      ...nothing,
      malformedServices: [
        {
          value,
          matchedBy: [annotations.amazonEcsServiceArn],
          message: expect.stringContaining('more than one ARN'),
          fix: expect.stringContaining(annotations.serviceArns),
        },
      ],
    });
  });

  it('keeps the good values beside bad ones', () => {
    expect(
      match({
        [annotations.serviceArns]: `checkout, ${CHECKOUT}, cart`,
        [annotations.roleArns]: `${ROLE}\nchekout-role`,
      }),
    ).toEqual({
      ...nothing,
      services: [{ ...checkout, matchedBy: [annotations.serviceArns] }],
      malformedServices: [
        { value: 'checkout', matchedBy: [annotations.serviceArns], ...said },
        { value: 'cart', matchedBy: [annotations.serviceArns], ...said },
      ],
      roles: [{ ...role, matchedBy: [annotations.roleArns] }],
      malformedRoles: [
        { value: 'chekout-role', matchedBy: [annotations.roleArns], ...said },
      ],
    });
  });

  it('does not widen a tag match when one of its tags is malformed', () => {
    expect(
      match({
        [annotations.amazonEcsServiceTags]: 'environment=prod,checkout',
      }),
    ).toEqual({
      ...nothing,
      problems: [
        {
          annotation: annotations.amazonEcsServiceTags,
          value: 'checkout',
          ...said,
        },
      ],
    });
  });

  it.each([
    annotations.amazonEcsServiceArn,
    annotations.amazonEcsServiceTags,
    annotations.roadieRoleArn,
    annotations.serviceArns,
    annotations.roleArns,
    annotations.awsArn,
  ])('says that %s is empty or no ARN', annotation => {
    expect(match({ [annotation]: ' ' })).toEqual({
      ...nothing,
      problems: [{ annotation, value: ' ', ...said }],
    });
  });

  it('reads families of task definitions, each once in a place', () => {
    const families = 'ecs-iam.io/task-families';
    const arn = 'arn:aws:ecs:eu-west-1:111122223333:task-definition';
    expect(
      match({
        [families]: `nightly-report, ${arn}/cleanup:3\n${arn}/cleanup:4, nightly-report, ${CHECKOUT}`,
      }),
    ).toEqual({
      ...nothing,
      families: [
        {
          family: 'nightly-report',
          place: null,
          value: 'nightly-report',
          matchedBy: [families],
        },
        {
          family: 'cleanup',
          place: {
            partition: 'aws',
            accountId: '111122223333',
            region: 'eu-west-1',
          },
          value: `${arn}/cleanup:4`,
          matchedBy: [families],
        },
      ],
      malformedServices: [{ value: CHECKOUT, matchedBy: [families], ...said }],
    });
    expect(match({ [families]: ' ,' })).toEqual({
      ...nothing,
      problems: [{ annotation: families, value: ' ,', ...said }],
    });
  });
});
