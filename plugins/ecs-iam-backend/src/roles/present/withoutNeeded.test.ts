import { rules } from '@ecs-iam/iam-analysis';
import type { StoredFinding } from '../../inventory/Inventory';
import { aFinding } from '../../testSupport/inventoryFixtures';
import { withoutNeeded } from './withoutNeeded';

const found = (ruleId: string, data: StoredFinding['data']): StoredFinding => ({
  ...aFinding({ ruleId, data }),
  state: 'active',
  id: '1',
  firstSeen: '2026-11-02T10:00:00.000Z',
  lastSeen: '2026-11-02T10:00:00.000Z',
  resolvedAt: null,
});

const actions = ['secretsmanager:GetSecretValue'];
const granted = ['*'];
const resources = ['arn:aws:secretsmanager:eu-west-1:111122223333:secret:db'];

describe('withoutNeeded', () => {
  it.each<[string, string, StoredFinding['data'], StoredFinding['data']]>([
    [
      'the resources that would do',
      'ecs.execution-role-broad-secrets',
      { actions, granted, needed: resources },
      { actions, granted, needed: [] },
    ],
    [
      'the resources to which a policy of AWS can be narrowed',
      'ecs.excess-permission',
      { kept: [{ actions, resources }], unneeded: actions },
      { kept: [{ actions, resources: [] }], unneeded: actions },
    ],
    [
      'nothing where no more is named than what the role holds',
      'ecs.excess-permission',
      { actions, granted },
      { actions, granted },
    ],
    [
      'nothing of a rule that asks for no needs, whatever its data are called',
      'trust.extra-service',
      { needed: ['ecs-tasks.amazonaws.com'], extra: ['ec2.amazonaws.com'] },
      { needed: ['ecs-tasks.amazonaws.com'], extra: ['ec2.amazonaws.com'] },
    ],
    [
      'the resources of a rule that is not there any more',
      'gone',
      { needed: resources },
      { needed: [] },
    ],
  ])('leaves out %s', (_, ruleId, data, expected) => {
    const finding = found(ruleId, data);
    expect(withoutNeeded(finding, rules)).toEqual({
      ...finding,
      data: expected,
    });
  });
});
