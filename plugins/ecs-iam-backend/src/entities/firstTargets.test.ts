import { mockServices } from '@backstage/backend-test-utils';
import { ConflictError } from '@backstage/errors';
import type { Target } from '@ecs-iam/plugin-ecs-iam-node';
import { EntityIndex } from './EntityIndex';
import { requireTargets, scanWhenFound } from './firstTargets';

const target: Target = {
  accountId: '111122223333',
  region: 'eu-west-1',
  partition: 'aws',
};

type Answer = readonly Target[] | 'down';

/** Answers one after the other; the last one for good. */
function around(answers: readonly Answer[], isCatalogEmpty = false) {
  const left = [...answers];
  const pauses: number[] = [];
  const logger = mockServices.logger.mock();
  return {
    pauses,
    logger,
    pause: async (milliseconds: number) => pauses.push(milliseconds),
    targetSource: {
      targets: async () => {
        const answer = left.length > 1 ? left.shift() : left[0];
        if (answer === undefined || answer === 'down') {
          throw new Error('no route');
        }
        return answer;
      },
    },
    entities: {
      index: async () => EntityIndex.create([]),
      isCatalogEmpty: async () => isCatalogEmpty,
    },
  };
}

describe('requireTargets', () => {
  it('goes on at once when there is something to scan', async () => {
    const options = around([[target]]);
    await expect(requireTargets(options)).resolves.toBe(true);
    expect(options.pauses).toEqual([]);
  });

  it('waits for a catalog that is coming up', async () => {
    const options = around(['down', 'down', [target]]);
    await expect(requireTargets(options)).resolves.toBe(true);
    expect(options.pauses).toEqual([1_000, 2_000]);
  });

  it('says which key to set when the catalog names no ARN', async () => {
    const refused = requireTargets(around([[]]));
    await expect(refused).rejects.toMatchObject({ name: 'InputError' });
    await expect(refused).rejects.toThrow('Set ecsIam.targets');
  });

  it('lets time tell when the catalog has read nothing yet', async () => {
    const options = around([[]], true);
    await expect(requireTargets(options)).resolves.toBe(false);
    expect(options.pauses).toEqual([]);
    expect(options.logger.warn).toHaveBeenCalledWith(
      expect.stringContaining('Set ecsIam.targets'),
    );
  });

  it('does not stop the portal when the catalog is down', async () => {
    const options = around(['down']);
    await expect(requireTargets(options)).resolves.toBe(false);
    expect(options.pauses).toHaveLength(5);
  });
});

describe('scanWhenFound', () => {
  it('asks for a scan as soon as two looks agree', async () => {
    const other = { ...target, region: 'us-east-1' };
    const both = [target, other];
    const options = around([[], 'down', [target], both, both]);
    const requested: (readonly Target[])[] = [];
    await scanWhenFound(options, async targets => requested.push(targets));
    expect(requested).toEqual([both]);
    expect(options.pauses).toHaveLength(5);
  });

  it('leaves it at that when the schedule was faster', async () => {
    const options = around([[target]]);
    await scanWhenFound(options, async () => {
      throw new ConflictError('scanned a moment ago');
    });
    expect(options.pauses).toHaveLength(2);
  });

  it('says which key to set when nothing comes', async () => {
    const options = around([[]]);
    const request = jest.fn();
    await scanWhenFound(options, request);
    expect(request).not.toHaveBeenCalled();
    expect(options.logger.warn).toHaveBeenCalledWith(
      expect.stringContaining('Set ecsIam.targets'),
    );
  });
});
