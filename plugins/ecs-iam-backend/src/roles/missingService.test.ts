import type { NamedService } from '../entities/EntityMatch';
import type { StoredGap, TargetState } from '../inventory/Inventory';
import { IRELAND } from '../testSupport/anInventory';
import { explainMissing } from './missingService';
import { TargetCoverage } from './TargetCoverage';

const scanned: TargetState = {
  ...IRELAND,
  lastAttempt: '2026-11-02T10:00:00.000Z',
  lastSuccess: '2026-11-02T10:00:00.000Z',
  outcome: 'succeeded',
  error: null,
  services: 1,
  roles: 1,
};

const checkout: NamedService = {
  arn: 'arn:aws:ecs:eu-west-1:111122223333:service/shop/checkout',
  partition: 'aws',
  accountId: '111122223333',
  region: 'eu-west-1',
  clusterName: 'shop',
  serviceName: 'checkout',
  matchedBy: ['a'],
};
const oldForm: NamedService = {
  ...checkout,
  arn: 'arn:aws:ecs:eu-west-1:111122223333:service/checkout',
  clusterName: null,
};
const gap: StoredGap = {
  ...IRELAND,
  api: 'ecs:ListServices',
  because: 'AccessDeniedException',
  message: '',
  resources: [],
  leavesIncomplete: ['service'],
  since: '2026-11-02T10:00:00.000Z',
};

function explain(
  named: NamedService,
  around: Readonly<{
    states?: readonly TargetState[];
    gaps?: readonly StoredGap[];
    clusterNames?: readonly string[];
    targetsFrom?:
      | 'ecsIam.targets'
      | 'aws.locator.resourceTaggingApi'
      | 'catalog';
  }> = {},
) {
  const {
    states = [scanned],
    gaps = [],
    clusterNames = [],
    targetsFrom = 'ecsIam.targets',
  } = around;
  return explainMissing(
    { named, clusterNames },
    { coverage: TargetCoverage.create([IRELAND], states), gaps, targetsFrom },
  );
}

describe('explainMissing', () => {
  it.each<[string, ReturnType<typeof explain>, string, string]>([
    [
      'a service that the last complete scan did not find',
      explain(checkout),
      'not-found',
      "There is no service 'checkout' in cluster 'shop' of account 111122223333, eu-west-1.",
    ],
    [
      'an ARN of the old form that fits nothing',
      explain(oldForm),
      'not-found',
      "There is no service 'checkout' in any cluster",
    ],
    [
      'an ARN of the old form that fits two',
      explain(oldForm, { clusterNames: ['shop', 'store'] }),
      'malformed',
      "2 clusters have a service 'checkout': shop, store.",
    ],
    [
      'a target that was never scanned',
      explain(checkout, { states: [] }),
      'not-scanned',
      'was not scanned yet',
    ],
    [
      'a target that could never be scanned',
      explain(checkout, {
        states: [
          {
            ...scanned,
            lastSuccess: null,
            outcome: 'failed',
            error: 'The role cannot be assumed',
          },
        ],
      }),
      'not-scanned',
      'could not be scanned: The role cannot be assumed',
    ],
    [
      'services that could not be listed',
      explain(checkout, { gaps: [gap] }),
      'not-scanned',
      'ecs:ListServices answered AccessDeniedException',
    ],
    [
      'a gap that says nothing about services',
      explain(checkout, { gaps: [{ ...gap, leavesIncomplete: ['role'] }] }),
      'not-found',
      'There is no service',
    ],
    [
      'services that could not be listed in another region',
      explain(checkout, { gaps: [{ ...gap, region: 'us-east-1' }] }),
      'not-found',
      'There is no service',
    ],
    [
      'an annotation that will be a target by itself',
      explain({ ...checkout, region: 'us-east-1' }, { targetsFrom: 'catalog' }),
      'not-scanned',
      'was not scanned yet',
    ],
    [
      'a region that does not exist',
      explain({ ...checkout, region: 'eu-wets-1' }, { targetsFrom: 'catalog' }),
      'not-a-target',
      'is not scanned',
    ],
  ])('explains %s', (_, explained, state, message) => {
    expect(explained).toEqual({
      state,
      problem: {
        message: expect.stringContaining(message),
        fix: expect.any(String),
        snippet: null,
      },
    });
  });

  it('writes the long form of an ARN out', () => {
    const { problem } = explain(oldForm, { clusterNames: ['shop', 'store'] });
    expect(problem.fix).toContain(checkout.arn);
  });

  it.each([
    [
      'another region of an account',
      { ...checkout, region: 'us-east-1' },
      'ecsIam.targets' as const,
      [
        'ecsIam:',
        '  targets:',
        "    - accountId: '111122223333'",
        '      regions: [eu-west-1, us-east-1]',
      ],
    ],
    [
      'another account, with its leading zero',
      { ...checkout, accountId: '012345678901' },
      'ecsIam.targets' as const,
      [
        'ecsIam:',
        '  targets:',
        "    - accountId: '012345678901'",
        '      regions: [eu-west-1]',
      ],
    ],
    [
      'another account, where the AWS Labs locator says what is scanned',
      { ...checkout, accountId: '444455556666' },
      'aws.locator.resourceTaggingApi' as const,
      [
        'aws:',
        '  locator:',
        '    resourceTaggingApi:',
        "      accounts: ['444455556666'] # beside those that are there",
        '      regions: [eu-west-1] # beside those that are there',
      ],
    ],
  ])('gives the lines to add for %s', (_, named, targetsFrom, lines) => {
    expect(explain(named, { targetsFrom })).toMatchObject({
      state: 'not-a-target',
      problem: { snippet: lines.join('\n') },
    });
  });
});
