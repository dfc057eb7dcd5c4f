import type { Target } from '@ecs-iam/plugin-ecs-iam-node';
import type { TargetClients } from './AwsClients';
import type { Gaps } from './Gaps';
import type { Refusals } from './Refusals';

/** What the reading of one target has at hand from its first call to its last. */
export type Reading = Readonly<{
  target: Target;
  clients: TargetClients;
  gaps: Gaps;
  refusals: Refusals;
  signal: AbortSignal;
}>;

/** How many calls of one kind are under way at a time; the pace decides how many there are in a second. */
export const AT_A_TIME = 5;
