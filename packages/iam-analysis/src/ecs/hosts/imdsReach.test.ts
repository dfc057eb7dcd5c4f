import { known, unknown } from '../../known';
import type { Known } from '../../known';
import type { MetadataOptions } from '../service';
import type { Compute } from '../slots';
import { imdsReach } from './imdsReach';
import type { ImdsInput, ImdsReach } from './imdsReach';

const BLOCKS = 'ecs.capability.task-eni-block-instance-metadata';
const NOT_RUNNING = unknown('the host does not run yet');
const DENIED = unknown('AccessDenied', 'ec2:DescribeInstances');

function options(parts: Partial<MetadataOptions> = {}): Known<MetadataOptions> {
  return known({
    httpEndpoint: 'enabled',
    httpTokens: 'required',
    httpPutResponseHopLimit: 1,
    ...parts,
  });
}

const off = options({ httpEndpoint: 'disabled' });
const v1 = options({ httpTokens: 'optional' });
const hop1 = options();
const hop2 = options({ httpPutResponseHopLimit: 2 });

function reachOf(parts: Partial<ImdsInput>): ImdsReach['reach'] {
  return imdsReach({
    networkMode: 'awsvpc',
    compute: 'ec2',
    metadataOptions: hop1,
    attributes: known([]),
    ...parts,
  }).reach;
}

type Row = [
  networkMode: ImdsInput['networkMode'],
  attributes: Known<readonly string[]>,
  off: ImdsReach['reach'],
  v1: ImdsReach['reach'],
  hop1: ImdsReach['reach'],
  hop2: ImdsReach['reach'],
];

describe('imdsReach, the table', () => {
  it.each<Row>([
    // mode, attributes, endpoint off, tokens optional, hop limit 1, hop limit 2
    ['host', known([]), 'no', 'yes', 'yes', 'yes'],
    ['host', known([BLOCKS]), 'no', 'yes', 'yes', 'yes'],
    ['host', NOT_RUNNING, 'no', 'yes', 'yes', 'yes'],
    ['awsvpc', known([]), 'no', 'yes', 'yes', 'yes'],
    ['awsvpc', known([BLOCKS]), 'no', 'no', 'no', 'no'],
    ['awsvpc', NOT_RUNNING, 'no', ...three('unless-blocked')],
    ['bridge', known([]), 'no', 'yes', 'no', 'yes'],
    ['bridge', known([BLOCKS]), 'no', 'yes', 'no', 'yes'],
    ['bridge', NOT_RUNNING, 'no', 'yes', 'no', 'yes'],
    [null, known([]), 'no', 'yes', 'no', 'yes'],
    ['none', known([]), 'no', 'no', 'no', 'no'],
  ])('on EC2 in network mode %s, with attributes %j', (...row) => {
    const [networkMode, attributes, ...expected] = row;
    expect(
      [off, v1, hop1, hop2].map(metadataOptions =>
        reachOf({ networkMode, attributes, metadataOptions }),
      ),
    ).toEqual(expected);
  });

  it.each<[Compute, ImdsReach['reach']]>([
    ['fargate', 'not-applicable'],
    ['external', 'not-applicable'],
    ['unknown', 'unknown'],
  ])('on %s is %s, whatever else is known', (compute, expected) => {
    const modes = ['host', 'awsvpc', 'bridge', 'none', null] as const;
    const reaches = modes.flatMap(networkMode =>
      [off, v1, hop1, hop2, DENIED].map(metadataOptions =>
        reachOf({ compute, networkMode, metadataOptions }),
      ),
    );
    expect([...new Set(reaches)]).toEqual([expected]);
  });

  it.each<Row>([
    ['host', known([]), 'no', ...three('unknown')],
    ['awsvpc', known([]), 'no', ...three('unknown')],
    ['awsvpc', known([BLOCKS]), 'no', ...three('no')],
    ['awsvpc', NOT_RUNNING, 'no', ...three('unknown')],
    ['none', known([]), 'no', ...three('no')],
  ])(
    'on Managed Instances in network mode %s, with attributes %j',
    (...row) => {
      const [networkMode, attributes, ...expected] = row;
      expect(
        [off, v1, hop1, hop2].map(metadataOptions =>
          reachOf({
            compute: 'managed-instances',
            networkMode,
            attributes,
            metadataOptions,
          }),
        ),
      ).toEqual(expected);
    },
  );
});

describe('imdsReach, with gaps', () => {
  it.each<[string, Partial<ImdsInput>, ImdsReach['reach']]>([
    [
      'options that could not be read leave it open',
      { metadataOptions: DENIED },
      'unknown',
    ],
    [
      'but not where the agent blocks it',
      { metadataOptions: DENIED, attributes: known([BLOCKS]) },
      'no',
    ],
    [
      'nor in network mode none',
      { metadataOptions: DENIED, networkMode: 'none' },
      'no',
    ],
    [
      'host mode still needs the endpoint to be on',
      { metadataOptions: DENIED, networkMode: 'host' },
      'unknown',
    ],
    [
      'an endpoint that a template leaves to defaults is not taken for on',
      { metadataOptions: options({ httpEndpoint: null }) },
      'unknown',
    ],
    [
      'nor is it where what the agent blocks is not known either',
      {
        metadataOptions: options({ httpEndpoint: null }),
        attributes: NOT_RUNNING,
      },
      'unknown',
    ],
    [
      'a hop limit that is not known makes no difference to awsvpc',
      { metadataOptions: options({ httpPutResponseHopLimit: null }) },
      'yes',
    ],
    [
      'it does to bridge, with tokens',
      {
        networkMode: 'bridge',
        metadataOptions: options({ httpPutResponseHopLimit: null }),
      },
      'unknown',
    ],
    [
      'it does not to bridge without tokens',
      {
        networkMode: 'bridge',
        metadataOptions: options({
          httpTokens: 'optional',
          httpPutResponseHopLimit: null,
        }),
      },
      'yes',
    ],
    [
      'tokens that are not known make a difference with hop limit 1',
      { networkMode: 'bridge', metadataOptions: options({ httpTokens: null }) },
      'unknown',
    ],
    [
      'they make none with hop limit 2',
      {
        networkMode: 'bridge',
        metadataOptions: options({
          httpTokens: null,
          httpPutResponseHopLimit: 2,
        }),
      },
      'yes',
    ],
    [
      'an endpoint that is not known makes none where tokens end at the bridge',
      {
        networkMode: 'bridge',
        metadataOptions: options({ httpEndpoint: null }),
      },
      'no',
    ],
    [
      'another attribute of the same kind blocks nothing',
      { attributes: known(['ecs.capability.task-eni']) },
      'yes',
    ],
  ])('%s', (_, parts, expected) => {
    expect(reachOf(parts)).toBe(expected);
  });

  it.each<[string, Partial<ImdsInput>, string]>([
    [
      'options that could not be read',
      { metadataOptions: DENIED },
      'the metadata options of the host are not known: AccessDenied (needs ec2:DescribeInstances)',
    ],
    [
      'a firewall that cannot be seen',
      { networkMode: 'bridge', metadataOptions: hop2 },
      'the hop limit of 2 lets tokens through the bridge, unless a firewall rule on the host blocks it, which cannot be seen',
    ],
    [
      'both reasons, when either may hold',
      {
        attributes: known([BLOCKS]),
        metadataOptions: options({ httpEndpoint: null }),
      },
      'the agent of the host blocks it for network mode awsvpc (`ECS_AWSVPC_BLOCK_IMDS`); or the metadata service of the host is switched off',
    ],
  ])('gives the reason: %s', (_, parts, why) => {
    expect(
      imdsReach({
        networkMode: 'awsvpc',
        compute: 'ec2',
        metadataOptions: hop1,
        attributes: known([]),
        ...parts,
      }).why,
    ).toBe(why);
  });
});

function three(
  reach: ImdsReach['reach'],
): [ImdsReach['reach'], ImdsReach['reach'], ImdsReach['reach']] {
  return [reach, reach, reach];
}
