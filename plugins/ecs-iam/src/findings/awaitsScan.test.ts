import type { EntityRoles } from '@ecs-iam/plugin-ecs-iam-common';
import {
  anAnnotatedRole,
  anEntityRoles,
  aService,
} from '../__testUtils__/builders';
import { awaitsScan } from './awaitsScan';

const never: Partial<EntityRoles> = { scannedAt: null };
const problem = {
  annotation: 'aws.amazon.com/amazon-ecs-service-tags',
  value: 'x',
  message: 'No equals sign',
  fix: 'Write key=value',
  snippet: null,
};
const noTarget = {
  message: 'Account 999900001111 is not scanned.',
  fix: 'Add these lines',
  snippet: 'ecsIam:',
};

describe('awaitsScan', () => {
  it.each<[string, Partial<EntityRoles>, boolean]>([
    ['was scanned', {}, false],
    ['has no annotation', { ...never, annotated: false }, false],
    [
      'names a service that is not scanned yet',
      { ...never, services: [aService({ state: 'not-scanned' })] },
      true,
    ],
    ['names tags that nothing carries yet', { ...never, services: [] }, true],
    [
      'names tags that cannot be read',
      { ...never, services: [], problems: [problem] },
      false,
    ],
    [
      'names a service of an account that is no target',
      { ...never, services: [aService({ state: 'not-a-target' })] },
      false,
    ],
    [
      'names a malformed service',
      { ...never, services: [aService({ state: 'malformed' })] },
      false,
    ],
    [
      'names a service of a target beside one of none',
      {
        ...never,
        services: [
          aService({ state: 'not-a-target' }),
          aService({ state: 'not-scanned' }),
        ],
      },
      true,
    ],
    [
      'names a role of an account that is no target',
      {
        ...never,
        services: [],
        roles: [anAnnotatedRole({ role: null, problem: noTarget })],
      },
      false,
    ],
    [
      'names a role that was not read yet',
      {
        ...never,
        services: [],
        roles: [
          anAnnotatedRole({
            role: null,
            problem: { ...noTarget, snippet: null },
          }),
        ],
      },
      true,
    ],
  ])('of an entity that %s', (_, overrides, expected) => {
    expect(awaitsScan(anEntityRoles(overrides))).toBe(expected);
  });
});
