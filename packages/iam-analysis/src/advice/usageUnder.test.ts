import type { LastAccessed } from '../ecs/lastAccessed';
import { proposed } from './proposedPolicy.cases';
import { usageUnder } from './usageUnder';

describe('usageUnder', () => {
  it('leaves out of a report what is not allowed any more', () => {
    const service = (namespace: string, ...actions: string[]) => ({
      namespace,
      lastAuthenticated: null,
      trackedActions: actions.map(name => ({ name, lastAccessed: null })),
    });
    const report: LastAccessed = {
      granularity: 'ACTION_LEVEL',
      services: [
        service('s3', 'CreateBucket', 'DeleteBucket', 'NobodyKnows'),
        service('sqs'),
        service('a-new-one', 'Action'),
      ],
    };
    const policies = [
      proposed([
        { Effect: 'Allow', Action: ['s3:CreateBucket'], Resource: '*' },
        { Effect: 'Deny', Action: 'sqs:*', Resource: '*' },
      ]),
    ];
    expect(usageUnder(policies)(report)).toEqual({
      granularity: 'ACTION_LEVEL',
      services: [
        service('s3', 'CreateBucket', 'NobodyKnows'),
        service('a-new-one', 'Action'),
      ],
    });
  });
});
