import {
  aContainer,
  aNeedsInput,
  aTaskDefinition,
  needLines,
  unresolvedLines,
} from '../../../testUtils';
import type { NeedsInput } from '../derivation';
import { executionPermissions } from '../executionPermissions';

const SIGN_IN = 'E1 ecr:GetAuthorizationToken on *';

const pulling = (images: readonly string[], parts: Partial<NeedsInput> = {}) =>
  executionPermissions(
    aNeedsInput({
      taskDefinition: aTaskDefinition({
        containers: images.map(image => aContainer({ image })),
      }),
      ...parts,
    }),
  );

const pull = (row: string, arn: string) =>
  `${row} ecr:BatchGetImage ecr:GetDownloadUrlForLayer on ${arn}`;

const home = (partition: string, region: string) => ({
  home: { partition, region, accountId: '111122223333' },
});

describe('E1, an image in ECR of the account', () => {
  it.each([
    [
      'with a tag',
      '111122223333.dkr.ecr.eu-west-1.amazonaws.com/shop/checkout:1.2',
    ],
    [
      'with a digest',
      `111122223333.dkr.ecr.eu-west-1.amazonaws.com/shop/checkout@sha256:${'0'.repeat(
        64,
      )}`,
    ],
    [
      'by the FIPS endpoint',
      '111122223333.dkr.ecr-fips.eu-west-1.amazonaws.com/shop/checkout',
    ],
    [
      'by the dual-stack endpoint',
      '111122223333.dkr-ecr.eu-west-1.on.aws/shop/checkout',
    ],
  ])('%s needs the repository, and to sign in on *', (_, image) => {
    expect(needLines(pulling([image]))).toEqual([
      SIGN_IN,
      pull('E1', 'arn:aws:ecr:eu-west-1:111122223333:repository/shop/checkout'),
    ]);
  });

  it('tells field, phrase and the words of the error', () => {
    const { needs } = pulling([
      'public.ecr.aws/nginx/nginx:1',
      '111122223333.dkr.ecr.eu-west-1.amazonaws.com/shop/checkout:1.2',
    ]);

    expect(needs).toEqual([
      {
        row: 'E1',
        actions: ['ecr:GetAuthorizationToken'],
        resources: ['*'],
        conditions: [],
        context: {},
        because: 'containerDefinitions[1].image',
        phrase: 'signs in to ECR',
        breaks: true,
        failure:
          'ResourceInitializationError: unable to pull secrets or registry auth: unable to retrieve ecr registry auth',
        alsoNeeds: null,
      },
      {
        row: 'E1',
        actions: ['ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'],
        resources: [
          'arn:aws:ecr:eu-west-1:111122223333:repository/shop/checkout',
        ],
        conditions: [],
        context: {},
        because: 'containerDefinitions[1].image',
        phrase: 'pulls shop/checkout from ECR',
        breaks: true,
        failure:
          'CannotPullContainerError: pull access denied, not authorized to perform ecr:BatchGetImage',
        alsoNeeds: null,
      },
    ]);
  });

  it('names the error of the agent where a host signs in', () => {
    const { needs } = pulling(
      ['111122223333.dkr.ecr.eu-west-1.amazonaws.com/shop/checkout'],
      { compute: ['external'] },
    );

    expect(needs[0].failure).toBe(
      'CannotPullECRContainerError: AccessDeniedException: not authorized to perform ecr:GetAuthorizationToken',
    );
  });

  it('is one need for two containers of one image, with the first field', () => {
    const image = '111122223333.dkr.ecr.eu-west-1.amazonaws.com/shop/checkout';

    expect(
      pulling([`${image}:1`, `${image}:2`]).needs.map(each => each.because),
    ).toEqual([
      'containerDefinitions[0].image',
      'containerDefinitions[0].image',
    ]);
  });

  it('accepts the check of layers, which pushing makes', () => {
    const { accepted } = pulling([
      '111122223333.dkr.ecr.eu-west-1.amazonaws.com/shop/checkout',
    ]);

    expect(accepted).toEqual([
      {
        actions: ['ecr:BatchCheckLayerAvailability'],
        resources: [
          'arn:aws:ecr:eu-west-1:111122223333:repository/shop/checkout',
        ],
        why: 'pulling does not need it, but AWS managed policies and tools grant it with the other actions of a pull',
      },
    ]);
  });

  it.each([
    [
      'aws-cn',
      'cn-north-1',
      '111122223333.dkr.ecr.cn-north-1.amazonaws.com.cn/shop',
      'arn:aws-cn:ecr:cn-north-1:111122223333:repository/shop',
    ],
    [
      'aws-us-gov',
      'us-gov-west-1',
      '111122223333.dkr.ecr.us-gov-west-1.amazonaws.com/shop',
      'arn:aws-us-gov:ecr:us-gov-west-1:111122223333:repository/shop',
    ],
    [
      'aws',
      'eu-west-1',
      '111122223333.dkr.ecr.us-east-1.amazonaws.com/shop',
      'arn:aws:ecr:us-east-1:111122223333:repository/shop',
    ],
  ])(
    'is named in %s, tasks in %s, by %s',
    (partition, region, image, expected) => {
      expect(needLines(pulling([image], home(partition, region)))).toEqual([
        SIGN_IN,
        pull('E1', expected),
      ]);
    },
  );

  it('of another partition cannot be granted to the role', () => {
    const needs = pulling([
      '111122223333.dkr.ecr.cn-north-1.amazonaws.com.cn/shop',
    ]);

    expect(needLines(needs)).toEqual([SIGN_IN]);
    expect(needs.unresolved).toEqual([
      {
        row: 'E1',
        certain: true,
        because: 'containerDefinitions[0].image',
        phrase: 'pulls shop from ECR in cn-north-1',
        why: 'a role of the partition aws cannot be granted anything in cn-north-1: keep a copy of the image in a region of its own partition',
        actions: ['ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'],
      },
    ]);
  });
});

describe('E2, an image in ECR of another account', () => {
  const image = '444455556666.dkr.ecr.us-east-1.amazonaws.com/base/app:1';

  it('needs its repository, whose policy must allow it too', () => {
    const { needs } = pulling([image]);

    expect(needLines({ needs })).toEqual([
      SIGN_IN,
      pull('E2', 'arn:aws:ecr:us-east-1:444455556666:repository/base/app'),
    ]);
    expect(needs.map(each => each.alsoNeeds)).toEqual([
      null,
      'the policy of the repository in account 444455556666',
    ]);
    expect(needs[1].phrase).toBe(
      'pulls base/app from ECR of account 444455556666 in us-east-1',
    );
  });

  it('is not told from one of the own account while that is not known', () => {
    const { needs } = pulling([image], {
      home: { partition: 'aws', region: '', accountId: '' },
    });

    expect(needs.map(each => [each.row, each.alsoNeeds])).toEqual([
      ['E1', null],
      ['E1', null],
    ]);
  });
});

describe('images that need nothing', () => {
  it.each([
    ['E3, public ECR', 'public.ecr.aws/nginx/nginx:1.29'],
    ['E6, Docker Hub', 'nginx:1.29'],
    ['E6, another registry', 'ghcr.io/shop/checkout:1'],
    [
      'E6, a host that only resembles ECR',
      '111122223333.dkr.ecr.eu-west-1.example.com/shop',
    ],
  ])('%s', (_, image) => {
    expect(pulling([image])).toEqual({
      required: false,
      needs: [],
      accepted: [],
      unresolved: [],
      closed: true,
    });
  });
});

describe('an image that cannot be resolved', () => {
  const anyPull = [
    'ecr:GetAuthorizationToken',
    'ecr:BatchGetImage',
    'ecr:GetDownloadUrlForLayer',
  ];

  it.each([
    ['', 'the container names no image: name one'],
    [' ', 'the container names no image: name one'],
    [
      '${Image}',
      'the image holds ${Image}, a variable of a template: with its value it can be resolved',
    ],
    [
      '{{resolve:ssm:/image}}',
      'the image holds {{resolve:ssm:/image}}, a variable of a template: with its value it can be resolved',
    ],
    [
      'shop//checkout',
      "'shop//checkout' is not the name of an image: write REGISTRY/REPOSITORY:TAG or REGISTRY/REPOSITORY@DIGEST",
    ],
  ])('%p says why', (image, why) => {
    expect(pulling([image])).toEqual({
      required: null,
      needs: [],
      accepted: [],
      unresolved: [
        {
          row: 'E1',
          certain: true,
          because: 'containerDefinitions[0].image',
          phrase: 'pulls an image',
          why,
          actions: anyPull,
        },
      ],
      closed: true,
    });
  });

  it('but surely lies in ECR needs to sign in, and a role', () => {
    const needs = pulling([
      '${AWS::AccountId}.dkr.ecr.${AWS::Region}.amazonaws.com/shop:1',
    ]);

    expect(needs.required).toBe(true);
    expect(needLines(needs)).toEqual([SIGN_IN]);
    expect(unresolvedLines(needs)).toEqual([
      'E1 containerDefinitions[0].image',
    ]);
  });
});
