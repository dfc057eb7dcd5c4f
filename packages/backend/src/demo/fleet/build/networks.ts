import type { ServiceAmendment } from '../types';

/** Subnets without a NAT gateway, so that each task gets a public address. */
export function publicAddress(): ServiceAmendment {
  return {
    because: 'the recorded server takes no subnets but its own',
    change: service => ({
      ...service,
      networkConfiguration: {
        awsvpcConfiguration: {
          subnets: ['subnet-0de40000000000001'],
          securityGroups: ['sg-0de40000000000001'],
          assignPublicIp: 'ENABLED',
        },
      },
    }),
  };
}
