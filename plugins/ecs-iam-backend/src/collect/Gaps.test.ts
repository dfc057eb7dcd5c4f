import type { Gap } from '@ecs-iam/plugin-ecs-iam-node';
import { Gaps } from './Gaps';

const aGap = (gap: Partial<Gap> = {}): Gap => ({
  api: 'iam:GetRole',
  because: 'AccessDenied',
  message: 'no',
  resources: ['a'],
  leavesIncomplete: ['role'],
  ...gap,
});

it('groups by API and cause', () => {
  const gaps = Gaps.create();
  gaps.add(aGap());
  gaps.add(aGap({ resources: ['b', 'a'], leavesIncomplete: ['host'] }));
  gaps.add(aGap({ because: 'Throttled' }));

  expect([...gaps.flush()]).toEqual([
    {
      kind: 'gap',
      gap: aGap({ resources: ['a', 'b'], leavesIncomplete: ['role', 'host'] }),
    },
    { kind: 'gap', gap: aGap({ because: 'Throttled' }) },
  ]);
});

it('is empty after it was flushed', () => {
  const gaps = Gaps.create();
  gaps.add(aGap());
  expect([...gaps.flush()]).toHaveLength(1);

  expect([...gaps.flush()]).toEqual([]);
});
