import fc from 'fast-check';
import { aDeployment, aService, taskDefinitionArn } from '../testUtils';
import { activeRevisions, percentages } from './activeRevisions';
import type { Deployment } from './service';

function of(revision: number, parts: Partial<Deployment> = {}): Deployment {
  return aDeployment({
    taskDefinitionArn: taskDefinitionArn(`checkout:${revision}`),
    ...parts,
  });
}

function shares(...deployments: Deployment[]) {
  return activeRevisions(aService({ deployments })).map(
    ({ revision, sharePercent }) => [revision, sharePercent],
  );
}

describe('activeRevisions', () => {
  it('names the one revision of a service at rest', () => {
    expect(activeRevisions(aService())).toEqual([
      {
        taskDefinitionArn: taskDefinitionArn('checkout:7'),
        revision: 7,
        sharePercent: 100,
      },
    ]);
  });

  it.each([
    [
      'shares by running tasks during a rollout, the primary one first',
      [
        of(41, { status: 'ACTIVE', runningCount: 1, desiredCount: 5 }),
        of(42, { runningCount: 4, desiredCount: 5 }),
      ],
      [
        [42, 80],
        [41, 20],
      ],
    ],
    [
      'keeps a primary one that has no task yet',
      [
        of(42, { runningCount: 0 }),
        of(41, { status: 'ACTIVE', runningCount: 3 }),
      ],
      [
        [42, 0],
        [41, 100],
      ],
    ],
    [
      'drops one that is replaced',
      [of(42), of(41, { status: 'INACTIVE', runningCount: 0 })],
      [[42, 100]],
    ],
    [
      'drops one that is empty',
      [of(42), of(41, { status: 'ACTIVE', runningCount: 0, desiredCount: 0 })],
      [[42, 100]],
    ],
    [
      'drops one that has drained',
      [of(42), of(41, { status: 'DRAINING', runningCount: 0 })],
      [[42, 100]],
    ],
    [
      'keeps an inactive one that still runs tasks',
      [
        of(42, { runningCount: 3 }),
        of(41, { status: 'INACTIVE', runningCount: 1 }),
      ],
      [
        [42, 75],
        [41, 25],
      ],
    ],
    [
      'keeps one whose tasks are starting',
      [
        of(42, { runningCount: 2 }),
        of(43, { status: 'ACTIVE', runningCount: 0, pendingCount: 1 }),
      ],
      [
        [42, 100],
        [43, 0],
      ],
    ],
    [
      'shares by desired tasks when none runs',
      [
        of(42, { runningCount: 0, desiredCount: 1 }),
        of(41, { status: 'ACTIVE', runningCount: 0, desiredCount: 2 }),
      ],
      [
        [42, 33],
        [41, 67],
      ],
    ],
    [
      'gives all to the primary one of a service that is scaled to nothing',
      [of(42, { runningCount: 0, desiredCount: 0 })],
      [[42, 100]],
    ],
    [
      'adds deployments of the same revision',
      [of(42, { runningCount: 1 }), of(42, { status: 'ACTIVE' })],
      [[42, 100]],
    ],
    [
      'reads the task sets of CodeDeploy',
      [
        of(42, { kind: 'task-set', status: 'ACTIVE', runningCount: 1 }),
        of(41, { kind: 'task-set', runningCount: 3 }),
      ],
      [
        [41, 75],
        [42, 25],
      ],
    ],
    [
      'does not round one task of a thousand to none',
      [
        of(42, { runningCount: 999 }),
        of(41, { status: 'ACTIVE', runningCount: 1 }),
      ],
      [
        [42, 99],
        [41, 1],
      ],
    ],
    ['finds none when nothing is deployed', [], []],
  ])('%s', (_, deployments, expected) => {
    expect(shares(...deployments)).toEqual(expected);
  });

  it('keeps families apart that have the same revision', () => {
    const deployments = [
      of(7),
      of(7, {
        status: 'ACTIVE',
        taskDefinitionArn: taskDefinitionArn('checkout-v2:7'),
      }),
    ];
    expect(
      activeRevisions(aService({ deployments })).map(
        each => each.taskDefinitionArn,
      ),
    ).toEqual([
      taskDefinitionArn('checkout:7'),
      taskDefinitionArn('checkout-v2:7'),
    ]);
  });
});

describe('percentages', () => {
  const counts = fc.array(fc.nat(5000), { minLength: 1, maxLength: 20 });

  it('sums to 100 whenever there is something to share', () => {
    fc.assert(
      fc.property(counts, parts => {
        const total = percentages(parts).reduce((sum, each) => sum + each, 0);
        expect(total).toBe(parts.some(part => part > 0) ? 100 : 0);
      }),
    );
  });

  it('is a whole number that is 0 only for nothing', () => {
    fc.assert(
      fc.property(counts, parts => {
        const percents = percentages(parts);
        expect(percents.every(Number.isInteger)).toBe(true);
        expect(percents.map(percent => percent > 0)).toEqual(
          parts.map(part => part > 0),
        );
      }),
    );
  });

  // Equal parts cannot always get equal shares: three thirds are 34, 33 and 33.
  it('never gives the larger part less', () => {
    const different = fc.uniqueArray(fc.nat(5000), { maxLength: 20 });
    fc.assert(
      fc.property(different, parts => {
        const percents = percentages([...parts].sort((a, b) => a - b));
        expect(percents).toEqual([...percents].sort((a, b) => a - b));
      }),
      { numRuns: 1000 },
    );
  });
});
