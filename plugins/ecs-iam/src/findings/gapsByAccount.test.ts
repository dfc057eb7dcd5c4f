import { aGap } from '../__testUtils__/builders';
import { gapsByAccount } from './gapsByAccount';

describe('gapsByAccount', () => {
  it('gathers what is missing in one account, since the first day, each thing once', () => {
    const gaps = [
      aGap({ since: '2026-11-22T00:00:00.000Z' }),
      aGap({
        api: 'iam:ListRolePolicies',
        message: 'inline',
        attach: null,
        since: '2026-11-20T00:00:00.000Z',
      }),
      aGap({ since: '2026-11-23T00:00:00.000Z' }),
      aGap({ accountId: '444455556666', message: 'other' }),
    ];
    expect(gapsByAccount(gaps)).toEqual([
      {
        accountId: '777788889999',
        since: '2026-11-20T00:00:00.000Z',
        messages: [aGap().message, 'inline'],
        attach: [aGap().attach],
      },
      {
        accountId: '444455556666',
        since: aGap().since,
        messages: ['other'],
        attach: [aGap().attach],
      },
    ]);
  });

  it('is empty when all could be read', () => {
    expect(gapsByAccount([])).toEqual([]);
  });
});
