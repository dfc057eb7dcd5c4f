import { fitsInto } from './policySize';
import { proposed } from './proposedPolicy.cases';

const allow = (actions: number) => ({
  Effect: 'Allow',
  Action: Array.from({ length: actions }, (_, n) => `s3:Action${1000 + n}`),
  Resource: '*',
});
const trust = (principals: number) => ({
  Effect: 'Allow',
  Principal: {
    AWS: Array.from(
      { length: principals },
      (_, n) => `arn:aws:iam::111122223333:role/r${1000 + n}`,
    ),
  },
  Action: 'sts:AssumeRole',
});

describe('fitsInto', () => {
  const small = proposed([allow(10)]);

  it('takes inline policies of together 10,240 characters, without white space', () => {
    // 84 characters around the actions, each 16 with its quotes and comma.
    expect(fitsInto([small], [proposed([allow(634)])])).toBe(true);
    expect(fitsInto([small], [proposed([allow(635)])])).toBe(false);
    expect(
      fitsInto([small], [proposed([allow(400)]), proposed([allow(400)], 'b')]),
    ).toBe(false);
  });

  it('does not count managed policies', () => {
    const managed = { ...proposed([allow(700)]), id: 'managed:arn' };
    expect(fitsInto([small], [small, managed])).toBe(true);
  });

  it('takes what is too long already, as long as it does not grow', () => {
    const long = proposed([allow(700)]);
    expect(fitsInto([long], [long])).toBe(true);
    expect(fitsInto([long], [proposed([allow(701)])])).toBe(false);
  });

  it('takes a trust policy of 2,048 characters that lets somebody in', () => {
    const before = [proposed([trust(1)], 'trust')];
    expect(fitsInto(before, [proposed([trust(45)], 'trust')])).toBe(true);
    expect(fitsInto(before, [proposed([trust(60)], 'trust')])).toBe(false);
    expect(fitsInto(before, [proposed([], 'trust')])).toBe(false);
  });
});
