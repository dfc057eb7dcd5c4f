import { aService, taskDefinitionArn } from '@ecs-iam/iam-analysis/testUtils';
import type { DatabaseInventory } from '../../DatabaseInventory';
import {
  anInventory,
  at,
  IRELAND,
  VIRGINIA,
} from '../../../testSupport/anInventory';
import { testDatabases } from '../../../testSupport/databases';
import { aRead } from '../../../testSupport/inventoryFixtures';

const databases = testDatabases();

const report = aService({
  kind: 'task-family',
  name: 'report',
  arn: `${taskDefinitionArn('report')}@prod-eu`,
});
const elsewhere = {
  ...report,
  arn: `${taskDefinitionArn('report')}@batch`,
  clusterArn: '',
};
const longer = {
  ...report,
  name: 'report-2',
  arn: taskDefinitionArn('report-2'),
};

describe.each(databases.engines)('findTaskFamilies, %s', engine => {
  let inventory: DatabaseInventory;

  beforeEach(async () => {
    inventory = await anInventory(await databases.init(engine));
    await inventory.registerTargets([IRELAND, VIRGINIA], at('10:00'));
    await aRead(
      inventory,
      [
        {
          kind: 'service',
          facts: [report, elsewhere, longer, aService({ name: 'report' })],
        },
      ],
      '10:00',
    );
  });

  const arns = async (...names: readonly string[]) =>
    (await inventory.taskFamilies(names)).map(({ fact }) => fact.arn).sort();

  it('finds those of the very name in each cluster, and no service of it', async () => {
    expect(await arns('report', 'none')).toEqual([elsewhere.arn, report.arn]);
    expect(await arns()).toEqual([]);
  });

  it('leaves out what is gone, and former targets', async () => {
    await aRead(
      inventory,
      [{ kind: 'service', facts: [report, longer] }],
      '10:30',
    );
    expect(await arns('report', 'report-2')).toEqual([longer.arn, report.arn]);
    await inventory.registerTargets([VIRGINIA], at('11:00'));
    expect(await arns('report', 'report-2')).toEqual([]);
  });
});
