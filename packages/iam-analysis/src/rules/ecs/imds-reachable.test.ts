import { unknown } from '../../known';
import { aServiceHost, aTaskDefinition } from '../../testUtils';
import { allow, heldByHost, ofInstanceRole } from '../caseBuilders';
import { runCase, testRule } from '../testRule';
import { imdsReachable } from './imds-reachable';
import { cases } from './imds-reachable.cases';

testRule(imdsReachable, cases);

describe('ecs.imds-reachable without the policies of the role', () => {
  it('flags, and says that it may be worse', () => {
    const given = {
      hosts: [aServiceHost()],
      revisions: [aTaskDefinition({ networkMode: 'host' })],
    };
    expect(
      runCase(imdsReachable, { name: '', given, context: ofInstanceRole }),
    ).toEqual([
      expect.objectContaining({ message: 'reached', at: '' }),
      { undecided: unknown('not read') },
    ]);
  });
});

describe('ecs.imds-reachable by what the role holds', () => {
  const names = [
    'AmazonEC2ContainerServiceforEC2Role',
    'AmazonSSMManagedInstanceCore',
    'CloudWatchAgentServerPolicy',
  ];

  it.each([
    ['the managed policies of AWS for hosts', heldByHost(names), 'reached'],
    [
      'a table of an application beside them',
      heldByHost(names, [
        allow(
          'dynamodb:GetItem',
          'arn:aws:dynamodb:eu-west-1:111122223333:table/carts',
        ),
      ]),
      'beyond',
    ],
    ['an administrator', heldByHost(names, [allow('*')]), 'beyond'],
  ])('of %s', (_, grants, message) => {
    const given = {
      hosts: [aServiceHost()],
      revisions: [aTaskDefinition({ networkMode: 'awsvpc' })],
      ...grants,
    };
    expect(
      runCase(imdsReachable, { name: '', given, context: ofInstanceRole }),
    ).toEqual([expect.objectContaining({ message })]);
  });
});
