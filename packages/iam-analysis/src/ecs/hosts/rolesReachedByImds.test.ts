import { known, unknown } from '../../known';
import {
  aCapacityProvider,
  aHost,
  aHostTemplate,
  aService,
  aServiceContext,
  aStrategy,
  aTaskDefinition,
  roleArn,
} from '../../testUtils';
import type { ServiceContext } from '../serviceContext';
import { rolesReachedByImds } from './rolesReachedByImds';

const BLOCKS = 'ecs.capability.task-eni-block-instance-metadata';
const INSTANCE_ROLE = roleArn('ecsInstanceRole');

function onEc2(
  parts: Parameters<typeof aServiceContext>[0] = {},
): ServiceContext {
  return aServiceContext({
    service: aService({ launchType: 'EC2' }),
    hosts: known([aHost()]),
    ...parts,
  });
}

const bridge = [aTaskDefinition({ networkMode: 'bridge' })];

describe('rolesReachedByImds', () => {
  it.each<[string, readonly ServiceContext[], readonly string[]]>([
    ['no service', [], []],
    ['Fargate', [aServiceContext()], []],
    [
      'tasks in awsvpc on a host that does not block',
      [onEc2()],
      [INSTANCE_ROLE],
    ],
    [
      'a host that blocks',
      [onEc2({ hosts: known([aHost({ attributes: [BLOCKS] })]) })],
      [],
    ],
    [
      'tasks on the bridge, which tokens do not cross',
      [onEc2({ taskDefinitions: bridge })],
      [],
    ],
    [
      'one service of two that reaches it',
      [onEc2({ taskDefinitions: bridge }), onEc2()],
      [INSTANCE_ROLE],
    ],
    [
      'a host without a role',
      [onEc2({ hosts: known([aHost({ instanceProfileArn: known(null) })]) })],
      [],
    ],
    [
      'hosts that could not be read',
      [onEc2({ hosts: unknown('AccessDenied') })],
      [],
    ],
    ['a revision that could not be read', [onEc2({ taskDefinitions: [] })], []],
    [
      'a template that is open, while the host of before blocks',
      [
        onEc2({
          service: aService({
            launchType: null,
            capacityProviderStrategy: aStrategy('asg'),
          }),
          hosts: known([
            aHost({ capacityProviderName: 'asg', attributes: [BLOCKS] }),
          ]),
          capacityProviders: known([
            aCapacityProvider({
              templates: known([
                aHostTemplate({
                  metadataOptions: {
                    httpEndpoint: 'enabled',
                    httpTokens: 'optional',
                    httpPutResponseHopLimit: 2,
                  },
                }),
              ]),
            }),
          ]),
          taskDefinitions: [aTaskDefinition({ networkMode: 'awsvpc' })],
        }),
      ],
      [],
    ],
  ])('of %s', (_, contexts, expected) => {
    expect([...rolesReachedByImds(contexts)]).toEqual(expected);
  });
});
