import { known } from '@ecs-iam/iam-analysis';
import {
  aRole,
  aRolePolicy,
  aService,
  ecsArn,
  taskDefinitionArn,
} from '@ecs-iam/iam-analysis/testUtils';
import type { StoredGap } from '../inventory/Inventory';
import { IRELAND } from '../testSupport/anInventory';
import { ownGaps } from './ownGaps';

const POLICY = 'arn:aws:iam::111122223333:policy/checkout';
const role = aRole({
  policies: known([
    aRolePolicy({ kind: 'customer-managed', name: 'checkout', arn: POLICY }),
  ]),
});
const service = aService();
const facts = {
  services: [
    {
      fact: service,
      compute: ['fargate' as const],
      readAt: '2026-11-02T10:00:00.000Z',
      goneAt: null,
    },
  ],
  uses: new Map(),
  roles: new Map([
    [
      role.arn,
      {
        id: '1',
        fact: role,
        readAt: '2026-11-02T10:00:00.000Z',
        goneAt: null,
      },
    ],
  ]),
};

function aGap(api: string, ...resources: string[]): StoredGap {
  return {
    ...IRELAND,
    api,
    because: 'AccessDenied',
    message: '',
    resources,
    leavesIncomplete: [],
    since: '2026-11-02T10:00:00.000Z',
  };
}

describe('ownGaps', () => {
  it.each<[string, StoredGap, readonly string[]]>([
    ['a whole list', aGap('ecs:ListServices'), []],
    [
      'a role by its ARN, without those of others',
      aGap('iam:GetRole', role.arn, aRole({ name: 'orders-task' }).arn),
      [role.arn],
    ],
    [
      'a role by its name, without those of others',
      aGap('iam:GetRole', 'orders-task', 'checkout-task'),
      ['checkout-task'],
    ],
    ['a policy of the role', aGap('iam:GetPolicyVersion', POLICY), [POLICY]],
    [
      'the service',
      aGap(
        'ecs:DescribeServices',
        service.arn,
        aService({ name: 'orders' }).arn,
      ),
      [service.arn],
    ],
    [
      'the family that the service runs',
      aGap(
        'ecs:DescribeTaskDefinition',
        taskDefinitionArn('checkout'),
        taskDefinitionArn('orders'),
      ),
      [taskDefinitionArn('checkout')],
    ],
    [
      'what serves all',
      aGap(
        'ecs:ListTasks',
        service.clusterArn,
        ecsArn('daemon/prod-eu/logs'),
        ecsArn('container-instance/prod-eu/1'),
      ),
      [
        service.clusterArn,
        ecsArn('daemon/prod-eu/logs'),
        ecsArn('container-instance/prod-eu/1'),
      ],
    ],
    ['hosts', aGap('ec2:DescribeInstances', 'i-1', 'i-2'), ['i-1', 'i-2']],
  ])('keeps a gap that concerns %s', (_, gap, resources) => {
    expect(ownGaps([gap], facts)).toEqual([{ ...gap, resources }]);
  });

  it.each([
    ['roles', aGap('iam:GetRole', 'orders-task')],
    [
      'services',
      aGap('ecs:DescribeServices', aService({ name: 'orders' }).arn),
    ],
    [
      'task definitions',
      aGap('ecs:DescribeTaskDefinition', taskDefinitionArn('orders:1')),
    ],
    ['gateways', aGap('ecs:DescribeGateway', ecsArn('gateway/orders'))],
  ])('leaves out a gap that concerns %s of others alone', (_, gap) => {
    expect(ownGaps([gap], facts)).toEqual([]);
  });
});
