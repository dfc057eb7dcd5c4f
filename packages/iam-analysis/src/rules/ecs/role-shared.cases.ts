import { aTaskDefinition, ecsArn } from '../../testUtils';
import type { RuleCases } from '../testRule';
import type { roleShared } from './role-shared';

const taskDefinition = aTaskDefinition({ family: 'checkout' });

export const cases: RuleCases<typeof roleShared> = {
  flagged: [
    {
      name: 'a service of another family',
      given: { taskDefinition, sharedWith: [runs('orders', 'orders')] },
      expect: [
        { message: 'shared', data: { services: 1, families: 1 }, at: '' },
      ],
    },
    {
      name: 'several, of which one is of the same family',
      given: {
        taskDefinition,
        sharedWith: [
          runs('orders', 'orders'),
          runs('orders-batch', 'orders'),
          runs('refunds', 'refunds'),
          runs('checkout-canary', 'checkout'),
        ],
      },
      expect: [
        { message: 'shared', data: { services: 3, families: 2 }, at: '' },
      ],
    },
  ],
  accepted: [
    { name: 'a role of its own', given: { taskDefinition, sharedWith: [] } },
    {
      name: 'the same application in another cluster',
      given: { taskDefinition, sharedWith: [runs('checkout-eu', 'checkout')] },
    },
  ],
};

function runs(service: string, family: string) {
  return { serviceArn: ecsArn(`service/prod-eu/${service}`), family };
}
