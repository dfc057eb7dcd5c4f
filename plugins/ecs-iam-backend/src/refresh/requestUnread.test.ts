import type { Scan } from '@ecs-iam/plugin-ecs-iam-common';
import type { Target } from '@ecs-iam/plugin-ecs-iam-node';
import type { TargetState } from '../inventory/Inventory';
import { IRELAND, STAGING, VIRGINIA } from '../testSupport/anInventory';
import { requestUnread } from './requestUnread';

const scan: Scan = {
  id: 'scan-1',
  state: 'queued',
  requestedAt: '2026-11-20T10:00:00.000Z',
  startedAt: null,
  finishedAt: null,
  progress: { done: 0, total: 1 },
  targets: [],
};

function aState(target: Target, lastAttempt: string | null): TargetState {
  return {
    ...target,
    lastAttempt,
    lastSuccess: null,
    outcome: lastAttempt === null ? 'never' : 'failed',
    error: null,
    services: 0,
    roles: 0,
  };
}

describe('requestUnread', () => {
  it.each<
    [
      string,
      Readonly<{ states: TargetState[]; underWay?: Target[] }>,
      readonly (readonly Target[])[],
    ]
  >([
    [
      'asks for a target that is new beside one that was read',
      { states: [aState(IRELAND, '2026-11-20T09:50:00.000Z')] },
      [[VIRGINIA, STAGING]],
    ],
    [
      'asks for a target that is registered and was never read',
      {
        states: [
          aState(IRELAND, '2026-11-20T09:50:00.000Z'),
          aState(VIRGINIA, null),
          aState(STAGING, '2026-11-20T09:50:00.000Z'),
        ],
      },
      [[VIRGINIA]],
    ],
    [
      'leaves a target to the scan that is under way',
      {
        states: [aState(IRELAND, '2026-11-20T09:50:00.000Z')],
        underWay: [VIRGINIA],
      },
      [[STAGING]],
    ],
    [
      'asks for nothing when all were read, or tried in vain',
      {
        states: [IRELAND, VIRGINIA, STAGING].map(target =>
          aState(target, '2026-11-20T09:50:00.000Z'),
        ),
      },
      [],
    ],
  ])('%s', async (_, { states, underWay = [] }, expected) => {
    const requests: (readonly Target[])[] = [];
    const asked = await requestUnread({
      inventory: { targets: async () => states },
      targetSource: { targets: async () => [IRELAND, VIRGINIA, STAGING] },
      scans: {
        request: async targets => {
          requests.push(targets);
          return scan;
        },
        underWay: async ([target]) =>
          underWay.some(each => each === target) ? scan : undefined,
      },
    });
    expect(requests).toEqual(expected);
    expect(asked).toEqual(expected.flat());
  });
});
