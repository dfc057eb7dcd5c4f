import { unknown } from '../../known';
import { rootOf } from '../input/place';
import { parseCluster } from './parseCluster';

const ARN = 'arn:aws:ecs:eu-west-1:111122223333:cluster/shop';
const NO_DAEMONS = unknown('the input holds no daemons', 'ecs:ListDaemons');

describe('parseCluster', () => {
  it.each([
    ['the answer of the AWS CLI', { clusters: [{ clusterArn: ARN }] }],
    ['what is in it', { clusterArn: ARN }],
  ])('reads %s', (_, value) => {
    expect(parseCluster(rootOf(value))).toEqual({
      arn: ARN,
      name: 'shop',
      status: 'UNKNOWN',
      capacityProviders: [],
      defaultCapacityProviderStrategy: [],
      executeCommand: null,
      daemons: NO_DAEMONS,
    });
  });

  it('reads where tasks run by default, and where ECS Exec logs', () => {
    expect(
      parseCluster(
        rootOf({
          clusterArn: ARN,
          clusterName: 'shop',
          status: 'ACTIVE',
          capacityProviders: ['FARGATE'],
          defaultCapacityProviderStrategy: [{ capacityProvider: 'FARGATE' }],
          configuration: {
            executeCommandConfiguration: {
              logging: 'OVERRIDE',
              logConfiguration: {
                s3BucketName: 'sessions',
                s3KeyPrefix: 'exec',
              },
            },
          },
        }),
      ),
    ).toEqual({
      arn: ARN,
      name: 'shop',
      status: 'ACTIVE',
      capacityProviders: ['FARGATE'],
      defaultCapacityProviderStrategy: [
        { capacityProvider: 'FARGATE', weight: 0, base: 0 },
      ],
      executeCommand: {
        logging: 'OVERRIDE',
        kmsKeyId: null,
        cloudWatchLogGroupName: null,
        s3BucketName: 'sessions',
        s3KeyPrefix: 'exec',
      },
      daemons: NO_DAEMONS,
    });
  });

  it('refuses an answer without a cluster, and names the place', () => {
    expect(() => parseCluster(rootOf({ clusters: [] }))).toThrow(
      '/clusters: expected a cluster, as `aws ecs describe-clusters` prints it, found an empty list',
    );
  });
});
