import type { StoredGap } from '../../inventory/Inventory';
import { presentGaps } from './presentGap';

function aGap(parts: Partial<StoredGap> = {}): StoredGap {
  return {
    accountId: '111122223333',
    region: 'eu-west-1',
    api: 'iam:GetRole',
    because: 'AccessDenied',
    message: 'User: arn:aws:sts::111122223333:assumed-role/x is not authorized',
    resources: ['checkout-task'],
    leavesIncomplete: ['role'],
    since: '2026-11-02T10:00:00.000Z',
    ...parts,
  };
}

const inAws = () => 'aws';

describe('presentGaps', () => {
  it('tells what to attach, and not what AWS said', () => {
    const [gap] = presentGaps([aGap()], inAws);
    expect(gap).toEqual({
      accountId: '111122223333',
      region: null,
      api: 'iam:GetRole',
      because: 'AccessDenied',
      message:
        'iam:GetRole is denied in account 111122223333; what depends on it is shown as unknown. Attach the statement to the scanning role of the account.',
      attach: expect.any(String),
      resources: ['checkout-task'],
      since: '2026-11-02T10:00:00.000Z',
    });
    expect(JSON.parse(gap.attach ?? '')).toEqual({
      Effect: 'Allow',
      Action: 'iam:GetRole',
      Resource: 'arn:aws:iam::111122223333:role/*',
    });
  });

  it('shows a gap of IAM once, whatever the region, since it began', () => {
    expect(
      presentGaps(
        [
          aGap(),
          aGap({
            region: 'us-east-1',
            resources: ['orders-task', 'checkout-task'],
            since: '2026-11-01T10:00:00.000Z',
          }),
          aGap({ accountId: '444455556666' }),
        ],
        inAws,
      ).map(({ accountId, region, resources, since }) => ({
        accountId,
        region,
        resources,
        since,
      })),
    ).toEqual([
      {
        accountId: '111122223333',
        region: null,
        resources: ['checkout-task', 'orders-task'],
        since: '2026-11-01T10:00:00.000Z',
      },
      {
        accountId: '444455556666',
        region: null,
        resources: ['checkout-task'],
        since: '2026-11-02T10:00:00.000Z',
      },
    ]);
  });

  it('keeps gaps of ECS by region', () => {
    const gap = aGap({ api: 'ecs:ListServices', resources: [] });
    expect(
      presentGaps([gap, { ...gap, region: 'us-east-1' }], inAws).map(
        ({ region }) => region,
      ),
    ).toEqual(['eu-west-1', 'us-east-1']);
  });

  it.each<[string, unknown]>([
    ['iam:ListRolePolicies', 'arn:aws-cn:iam::111122223333:role/*'],
    [
      'iam:GetPolicyVersion',
      ['arn:aws-cn:iam::111122223333:policy/*', 'arn:aws-cn:iam::aws:policy/*'],
    ],
    [
      'iam:GetInstanceProfile',
      'arn:aws-cn:iam::111122223333:instance-profile/*',
    ],
    ['ec2:DescribeInstances', '*'],
  ])('asks for no more than %s needs', (api, resource) => {
    const [gap] = presentGaps([aGap({ api })], () => 'aws-cn');
    expect(JSON.parse(gap.attach ?? '').Resource).toEqual(resource);
  });

  it.each([
    ['ThrottlingException', 'limited the rate'],
    ['MISSING', 'did not find'],
    ['ServerException', 'failed'],
  ])('has nothing to attach for %s', (because, words) => {
    const [gap] = presentGaps([aGap({ because })], inAws);
    expect(gap.attach).toBeNull();
    expect(gap.message).toContain(words);
  });
});
