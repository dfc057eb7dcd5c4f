import { aService } from '../../testUtils';
import type { RuleCases } from '../testRule';
import type { publicIp } from './public-ip';

export const cases: RuleCases<typeof publicIp> = {
  flagged: [
    {
      name: 'a service on Fargate',
      given: { service: aService({ assignPublicIp: true }) },
      expect: [{ message: 'assigned', data: { service: 'checkout' }, at: '' }],
    },
    {
      name: 'one without running tasks: the next one gets an address',
      given: {
        service: aService({
          name: 'orders',
          assignPublicIp: true,
          desiredCount: 0,
          runningCount: 0,
        }),
      },
      expect: [{ message: 'assigned', data: { service: 'orders' }, at: '' }],
    },
  ],
  accepted: [
    {
      name: 'private addresses only',
      given: { service: aService({ assignPublicIp: false }) },
    },
    {
      name: 'a service that does not say: ECS assigns none',
      given: { service: aService({ assignPublicIp: null }) },
    },
  ],
};
