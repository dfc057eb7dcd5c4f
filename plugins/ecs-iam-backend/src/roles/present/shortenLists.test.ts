import { shortenLists } from './shortenLists';

const actions = (count: number) =>
  Array.from({ length: count }, (_, index) => `s3:Action${index}`);

describe('shortenLists', () => {
  it('leaves data as it is when no list is long', () => {
    const data = { service: 's3', days: 91, actions: actions(25), role: null };
    expect(shortenLists(data)).toEqual({ data, leftOut: {} });
  });

  it('cuts each long list, and says how many entries were left out', () => {
    expect(
      shortenLists({
        actions: actions(812),
        statements: actions(26),
        services: ['s3'],
      }),
    ).toEqual({
      data: {
        actions: actions(25),
        statements: actions(25),
        services: ['s3'],
      },
      leftOut: { actions: 787, statements: 1 },
    });
  });
});
