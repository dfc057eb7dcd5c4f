import { modifyingActions } from '../../catalogue/categories';
import { allow, held } from '../caseBuilders';
import { categoryReports } from './categoryReports';

const reportsOn = (statements: Parameters<typeof held>[0]) => [
  ...categoryReports(held(statements).grants, 'task', {
    message: 'changes',
    actions: modifyingActions(),
    severity: 'low',
  }),
];
const repeated = (times: number, statement: ReturnType<typeof allow>) =>
  Array.from({ length: times }, () => statement);

describe('of statements that say the same', () => {
  it('each is told, so that each can be changed', () => {
    const [one] = reportsOn([allow('ec2:*')]);
    expect(one.data.actions.length).toBeGreaterThan(200);
    expect(reportsOn(repeated(3, allow('ec2:*')))).toEqual(
      [0, 1, 2].map(index => ({
        ...one,
        at: `inline:app#/Statement/${index}`,
      })),
    );
  });

  it('hundreds are not told one by one, and none of their actions is left out', () => {
    const statements = [...repeated(200, allow('ec2:*')), allow('s3:*')];
    const reports = reportsOn(statements);
    expect(reports.length).toBeLessThan(30);
    const told = new Set(reports.flatMap(({ data }) => data.actions));
    const all = [allow('ec2:*'), allow('s3:*')].flatMap(statement =>
      reportsOn([statement]).flatMap(({ data }) => data.actions),
    );
    expect([...told].sort()).toEqual([...all].sort());
  });

  it('those with thousands of actions are told by what they add', () => {
    const [first, second, ...rest] = reportsOn([
      allow({ not: ['iam:*', 'ec2:*'] }),
      allow({ not: ['iam:*'] }),
    ]);
    expect(rest).toEqual([]);
    expect(first.data.actions.length).toBeGreaterThan(5_000);
    expect(second.data.actions.every(name => name.startsWith('ec2:'))).toBe(
      true,
    );
  });
});
