import { IRELAND, STAGING, VIRGINIA } from '../testSupport/anInventory';
import { shardOf } from './shardOf';

describe('shardOf', () => {
  it('puts all regions of an account in one shard', () => {
    expect(shardOf(VIRGINIA, 8)).toBe(shardOf(IRELAND, 8));
  });

  it('is the same whenever it is asked', () => {
    expect([shardOf(IRELAND, 8), shardOf(STAGING, 8)]).toEqual([
      shardOf(IRELAND, 8),
      shardOf(STAGING, 8),
    ]);
    expect(shardOf(IRELAND, 1)).toBe(0);
  });

  it('spreads accounts over all shards', () => {
    const shards = Array.from({ length: 100 }, (_, index) =>
      shardOf({ accountId: `${100000000000 + index}` }, 8),
    );
    expect(new Set(shards)).toEqual(new Set([0, 1, 2, 3, 4, 5, 6, 7]));
  });
});
