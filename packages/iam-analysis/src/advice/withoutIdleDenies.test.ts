import { proposed } from './proposedPolicy.cases';
import { withoutIdleDenies } from './withoutIdleDenies';

const statement = (Effect: 'Allow' | 'Deny', Action: string) => ({
  Effect,
  Action,
  Resource: '*',
});

describe('withoutIdleDenies', () => {
  const app = proposed([
    statement('Allow', 's3:Get*'),
    statement('Deny', 'sqs:*'),
  ]);

  it('takes out of new policies what denies nothing that is allowed', () => {
    const limits = proposed(
      [statement('Deny', 's3:GetObject'), statement('Deny', 'ecs:*')],
      'limits',
    );
    expect(withoutIdleDenies([app, limits], [app])).toEqual([
      app,
      { ...limits, statements: [limits.statements[0]] },
    ]);
  });

  it('takes out new policies of which nothing is left', () => {
    const limits = proposed([statement('Deny', 'ecs:*')], 'limits');
    expect(withoutIdleDenies([app, limits], [app])).toEqual([app]);
  });
});
