import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import { readEcsIamConfig } from './readEcsIamConfig';
import { unknownRuleSettings } from './readAnalysis';

function read(data: JsonObject) {
  return readEcsIamConfig(new ConfigReader(data));
}

const prod = { accountId: '111122223333', regions: ['eu-west-1'] };

describe('readEcsIamConfig', () => {
  it('has defaults for everything', () => {
    expect(read({})).toEqual({
      targets: 'from-catalog',
      targetsFrom: 'catalog',
      schedule: {
        frequency: { minutes: 30 },
        timeout: { minutes: 25 },
        initialDelay: { seconds: 10 },
        scope: undefined,
      },
      scan: { shards: 8, cooldownMilliseconds: 60_000 },
      endpoint: undefined,
      analysis: { knownAccounts: [], unusedAfterDays: 90, rules: {} },
      ssoSubdomain: undefined,
    });
  });

  it('reads every key', () => {
    expect(
      read({
        ecsIam: {
          targets: [
            prod,
            { accountId: '012345678901', regions: ['us-gov-west-1'] },
          ],
          schedule: { frequency: { cron: '0 * * * *' } },
          scan: { shards: '16', cooldown: '30s' },
          endpoint: 'http://127.0.0.1:5555',
          analysis: {
            knownAccounts: ['444455556666'],
            unusedAfterDays: 30,
            rules: { 'iam.not-action': { severity: 'low', enabled: false } },
          },
        },
        aws: { sso: { subdomain: 'example' } },
      }),
    ).toEqual({
      targets: [
        { accountId: '111122223333', region: 'eu-west-1', partition: 'aws' },
        {
          accountId: '012345678901',
          region: 'us-gov-west-1',
          partition: 'aws-us-gov',
        },
      ],
      targetsFrom: 'ecsIam.targets',
      schedule: {
        frequency: { cron: '0 * * * *' },
        timeout: { minutes: 25 },
        initialDelay: { seconds: 10 },
        scope: undefined,
      },
      scan: { shards: 16, cooldownMilliseconds: 30_000 },
      endpoint: 'http://127.0.0.1:5555',
      analysis: {
        knownAccounts: ['444455556666'],
        unusedAfterDays: 30,
        rules: { 'iam.not-action': { severity: 'low', enabled: false } },
      },
      ssoSubdomain: 'example',
    });
  });

  it('takes accounts x regions of the AWS Labs locator when there are no targets', () => {
    const locator = {
      resourceTaggingApi: {
        accounts: ['111122223333', '444455556666'],
        regions: ['eu-west-1', 'us-east-1'],
      },
    };
    expect(read({ aws: { locator } })).toMatchObject({
      targetsFrom: 'aws.locator.resourceTaggingApi',
      targets: [
        { accountId: '111122223333', region: 'eu-west-1', partition: 'aws' },
        { accountId: '111122223333', region: 'us-east-1', partition: 'aws' },
        { accountId: '444455556666', region: 'eu-west-1', partition: 'aws' },
        { accountId: '444455556666', region: 'us-east-1', partition: 'aws' },
      ],
    });
  });

  it('prefers targets of its own to those of the locator', () => {
    expect(
      read({
        ecsIam: { targets: [prod] },
        aws: {
          locator: {
            resourceTaggingApi: {
              accounts: ['444455556666'],
              regions: ['us-east-1'],
            },
          },
        },
      }).targets,
    ).toEqual([
      { accountId: '111122223333', region: 'eu-west-1', partition: 'aws' },
    ]);
  });

  it.each([
    ['no regions', { accounts: ['111122223333'] }],
    ['empty accounts', { accounts: [], regions: ['eu-west-1'] }],
  ])('asks the catalog when the locator has %s', (_, resourceTaggingApi) => {
    expect(read({ aws: { locator: { resourceTaggingApi } } })).toMatchObject({
      targets: 'from-catalog',
      targetsFrom: 'catalog',
    });
  });

  it('names each account and region once', () => {
    expect(
      read({
        ecsIam: {
          targets: [
            prod,
            { ...prod, regions: ['us-east-1', 'eu-west-1', 'us-east-1'] },
          ],
        },
      }).targets,
    ).toEqual([
      { accountId: '111122223333', region: 'eu-west-1', partition: 'aws' },
      { accountId: '111122223333', region: 'us-east-1', partition: 'aws' },
    ]);
  });

  it.each<[string, JsonObject, string]>([
    [
      'an account id that is a number',
      { targets: [{ ...prod, accountId: 111122223333 }] },
      "- ecsIam.targets[0].accountId: is the number 111122223333, but an account id is text; write it in quotes: '111122223333'",
    ],
    [
      'an account id that lost its leading zero',
      { targets: [{ ...prod, accountId: 12345678901 }] },
      "- ecsIam.targets[0].accountId: is the number 12345678901, but an account id is text; write it in quotes: '012345678901'",
    ],
    [
      'an account id that is too short',
      { targets: [prod, { ...prod, accountId: '1111' }] },
      "- ecsIam.targets[1].accountId: '1111' is no AWS account id: that has exactly 12 digits",
    ],
    [
      'an account id with dashes',
      { targets: [{ ...prod, accountId: '1111-2222-3333' }] },
      "- ecsIam.targets[0].accountId: '1111-2222-3333' is no AWS account id",
    ],
    [
      'no account id',
      { targets: [{ regions: ['eu-west-1'] }] },
      '- ecsIam.targets[0].accountId: is missing',
    ],
    [
      'an unknown region',
      { targets: [{ ...prod, regions: ['eu-west-1', 'eu-wets-1'] }] },
      "- ecsIam.targets[0].regions[1]: 'eu-wets-1' is no AWS region",
    ],
    [
      'a region that does not exist though it looks right',
      { targets: [{ ...prod, regions: ['eu-west-9'] }] },
      "- ecsIam.targets[0].regions[0]: 'eu-west-9' is no AWS region",
    ],
    [
      'a region of the pseudo kind',
      { targets: [{ ...prod, regions: ['aws-global'] }] },
      "- ecsIam.targets[0].regions[0]: 'aws-global' is no AWS region",
    ],
    [
      'regions that are one text',
      { targets: [{ ...prod, regions: 'eu-west-1' }] },
      '- ecsIam.targets[0].regions: must be a list of AWS regions',
    ],
    [
      'no region',
      { targets: [{ ...prod, regions: [] }] },
      '- ecsIam.targets[0].regions: names no region',
    ],
    ['no target', { targets: [] }, '- ecsIam.targets: is empty'],
    [
      'targets that are no list',
      { targets: { accountId: '111122223333' } },
      '- ecsIam.targets: must be a list of accounts with their regions',
    ],
    [
      'a target that is a text',
      { targets: ['111122223333'] },
      '- ecsIam.targets[0]: must be an account with its regions',
    ],
    [
      'an account in two partitions',
      { targets: [{ ...prod, regions: ['eu-west-1', 'cn-north-1'] }] },
      "- ecsIam.targets: account '111122223333' has regions of two partitions (aws and aws-cn)",
    ],
    [
      'a schedule without a unit',
      { schedule: { frequency: 30 } },
      '- ecsIam.schedule: ',
    ],
    ['a schedule that is a text', { schedule: 'daily' }, '- ecsIam.schedule: '],
    [
      'no shards',
      { scan: { shards: 0 } },
      '- ecsIam.scan.shards: must be a whole number from 1 to 64, but is 0',
    ],
    [
      'too many shards',
      { scan: { shards: 65 } },
      '- ecsIam.scan.shards: must be a whole number from 1 to 64, but is 65',
    ],
    [
      'half a shard',
      { scan: { shards: 1.5 } },
      '- ecsIam.scan.shards: must be a whole number from 1 to 64, but is 1.5',
    ],
    [
      'a cool-down without a unit',
      { scan: { cooldown: { minuets: 1 } } },
      '- ecsIam.scan.cooldown: ',
    ],
    [
      'an endpoint without a protocol',
      { endpoint: '127.0.0.1:5555' },
      '- ecsIam.endpoint: must be the address of an AWS-compatible server',
    ],
    [
      'an endpoint that is no web address',
      { endpoint: 'ftp://127.0.0.1' },
      '- ecsIam.endpoint: must be the address of an AWS-compatible server',
    ],
    [
      'a known account that is a number',
      { analysis: { knownAccounts: [444455556666] } },
      '- ecsIam.analysis.knownAccounts[0]: is the number 444455556666',
    ],
    [
      'more days than IAM remembers',
      { analysis: { unusedAfterDays: 500 } },
      '- ecsIam.analysis.unusedAfterDays: must be a whole number from 1 to 400, but is 500',
    ],
    [
      'an unknown severity',
      { analysis: { rules: { 'iam.not-action': { severity: 'severe' } } } },
      "- ecsIam.analysis.rules['iam.not-action'].severity: must be one of critical, high, medium, low, info",
    ],
    [
      'a rule switched off by a text',
      { analysis: { rules: { 'iam.not-action': { enabled: 'no' } } } },
      "- ecsIam.analysis.rules['iam.not-action'].enabled: must be true or false",
    ],
  ])('refuses %s', (_, ecsIam, message) => {
    expect(() => read({ ecsIam })).toThrow(
      expect.objectContaining({
        name: 'InputError',
        message: expect.stringContaining(message),
      }),
    );
  });

  it('names the key of the locator when the fault is there', () => {
    const resourceTaggingApi = {
      accounts: [111122223333],
      regions: ['eu-west-1'],
    };
    expect(() => read({ aws: { locator: { resourceTaggingApi } } })).toThrow(
      '- aws.locator.resourceTaggingApi.accounts[0]: is the number 111122223333',
    );
  });

  it('names all problems at once', () => {
    const ecsIam = {
      targets: [{ accountId: '1', regions: ['here'] }],
      scan: { shards: 0 },
      endpoint: 'nowhere',
    };
    expect(() => read({ ecsIam })).toThrow(
      expect.objectContaining({
        message: expect.stringMatching(
          /targets\[0\]\.accountId: [^]*targets\[0\]\.regions\[0\]: [^]*scan\.shards: [^]*ecsIam\.endpoint: /,
        ),
      }),
    );
  });
});

describe('unknownRuleSettings', () => {
  it('names the key of a rule that does not exist', () => {
    const { analysis } = read({
      ecsIam: {
        analysis: {
          rules: {
            'iam.not-action': { enabled: false },
            'iam.no-action': { enabled: false },
          },
        },
      },
    });
    expect(unknownRuleSettings(analysis, ['iam.not-action'])).toEqual([
      "ecsIam.analysis.rules['iam.no-action']: there is no rule with this id, so the setting does nothing; GET /api/ecs-iam/v1/rules lists the ids",
    ]);
  });
});
