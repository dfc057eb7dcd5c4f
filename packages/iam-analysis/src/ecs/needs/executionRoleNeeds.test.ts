import { known, unknown } from '../../known';
import {
  aContainer,
  aService,
  aTaskDefinition,
  aVolume,
} from '../../testUtils';
import type { Compute } from '../slots';
import type { Container, TaskDefinition } from '../taskDefinition';
import { executionRoleNeeds } from './executionRoleNeeds';
import type { ExecutionRoleNeed } from './need';

const ECR = '111122223333.dkr.ecr.eu-west-1.amazonaws.com';
const SECRET = 'arn:aws:secretsmanager:eu-west-1:111122223333:secret';

function withContainers(...containers: Partial<Container>[]): TaskDefinition {
  return aTaskDefinition({ containers: containers.map(aContainer) });
}

function awslogs(options: Record<string, string> = {}) {
  return {
    logConfiguration: {
      driver: 'awslogs',
      options: {
        'awslogs-group': '/ecs/checkout',
        'awslogs-region': 'eu-west-1',
        ...options,
      },
      secretOptions: [],
    },
  };
}

function secrets(...valuesFrom: string[]) {
  return {
    secrets: valuesFrom.map((valueFrom, i) => ({ name: `S${i}`, valueFrom })),
  };
}

function need(
  feature: ExecutionRoleNeed['feature'],
  phrase: string,
): ExecutionRoleNeed {
  return { feature, phrase, requires: true };
}

describe('executionRoleNeeds', () => {
  it.each<[string, TaskDefinition, ExecutionRoleNeed[]]>([
    [
      'E1: an image of ECR in the same account',
      withContainers({ image: `${ECR}/shop/checkout:1.4` }),
      [need('ecr-pull', 'pulls shop/checkout from ECR')],
    ],
    [
      'E1: images of one repository once',
      withContainers({ image: `${ECR}/app:1` }, { image: `${ECR}/app:2` }),
      [need('ecr-pull', 'pulls app from ECR')],
    ],
    [
      'E1: many repositories in short',
      withContainers(
        ...['a', 'b', 'c', 'd'].map(name => ({ image: `${ECR}/${name}` })),
      ),
      [need('ecr-pull', 'pulls a, b and 2 more images from ECR')],
    ],
    [
      'E1: the region of the image when it is another',
      withContainers({
        image: '111122223333.dkr.ecr.us-east-1.amazonaws.com/app',
      }),
      [need('ecr-pull', 'pulls app from ECR in us-east-1')],
    ],
    [
      'E2: the account of the image when it is another',
      withContainers(
        { image: `${ECR}/app` },
        { image: '777788889999.dkr.ecr.eu-west-1.amazonaws.com/base' },
      ),
      [
        need('ecr-pull', 'pulls app from ECR'),
        need('ecr-pull', 'pulls base from ECR of account 777788889999'),
      ],
    ],
    [
      'E5: a private registry with credentials',
      withContainers({
        image: 'registry.example.com/app:1',
        repositoryCredentials: `${SECRET}:registry-AbC123`,
      }),
      [need('registry-credentials', 'signs in to registry.example.com')],
    ],
    [
      'E7: the log group of awslogs',
      withContainers(awslogs()),
      [need('awslogs', 'writes /ecs/checkout')],
    ],
    [
      'E7: the region of the log group when it is another',
      withContainers(awslogs({ 'awslogs-region': 'us-east-1' })),
      [need('awslogs', 'writes /ecs/checkout in us-east-1')],
    ],
    [
      'E7: a log group that containers share once',
      withContainers(awslogs(), awslogs()),
      [need('awslogs', 'writes /ecs/checkout')],
    ],
    [
      'E8: a log group that is to be created',
      withContainers(awslogs({ 'awslogs-create-group': 'true' })),
      [
        need('awslogs', 'writes /ecs/checkout'),
        need('awslogs', 'creates log group /ecs/checkout'),
      ],
    ],
    [
      'E9 with E12: the secret of another log driver',
      withContainers({
        logConfiguration: {
          driver: 'splunk',
          options: {},
          secretOptions: [
            { name: 'splunk-token', valueFrom: `${SECRET}:splunk-AbC123` },
          ],
        },
      }),
      [need('secrets', 'reads 1 secret')],
    ],
    [
      'E10: FireLens configuration in S3',
      withContainers({
        firelens: {
          type: 'fluentbit',
          configFileType: 's3',
          configFileValue: 'arn:aws:s3:::conf/fluent.conf',
        },
      }),
      [need('firelens-config', 'reads the FireLens configuration from S3')],
    ],
    [
      'E11: files of environment variables, each once',
      withContainers(
        { environmentFiles: ['arn:aws:s3:::conf/a.env'] },
        {
          environmentFiles: [
            'arn:aws:s3:::conf/a.env',
            'arn:aws:s3:::conf/b.env',
          ],
        },
      ),
      [need('environment-files', 'reads 2 env files from S3')],
    ],
    [
      'E12a, b: parameters by name and by ARN',
      withContainers(
        secrets(
          '/shop/db',
          'arn:aws:ssm:us-east-1:111122223333:parameter/shop/db',
        ),
      ),
      [need('secrets', 'reads 2 SSM parameters')],
    ],
    [
      'E12a, b: one parameter, named in both ways',
      withContainers(
        secrets(
          '/shop/db',
          'arn:aws:ssm:eu-west-1:111122223333:parameter/shop/db',
        ),
      ),
      [need('secrets', 'reads 1 SSM parameter')],
    ],
    [
      'E12c: two keys of one secret',
      withContainers(
        secrets(`${SECRET}:db-AbC123:user::`, `${SECRET}:db-AbC123:host::`),
      ),
      [need('secrets', 'reads 1 secret')],
    ],
    [
      'E12c, d: secrets, one of them through a parameter',
      withContainers(
        secrets(`${SECRET}:db-AbC123`),
        secrets('/aws/reference/secretsmanager/api', 'plain', '?'),
      ),
      [
        need(
          'secrets',
          'reads 2 secrets, 1 SSM parameter and 1 malformed secret reference',
        ),
      ],
    ],
    [
      'E13: credentials of FSx for Windows',
      aTaskDefinition({
        volumes: [
          aVolume({ name: 'share', fsxCredentialsParameter: '/fsx/admin' }),
        ],
      }),
      [need('fsx-credentials', 'reads the credentials of FSx volume share')],
    ],
    [
      'E14: credential specs in S3 and SSM, and domainless ones',
      withContainers({
        credentialSpecs: [
          'credentialspec:arn:aws:s3:::conf/gmsa.json',
          'credentialspecdomainless:arn:aws:ssm:eu-west-1:111122223333:parameter/gmsa',
        ],
      }),
      [need('credential-specs', 'reads 2 gMSA credential specs')],
    ],
  ])('sees %s', (_, taskDefinition, expected) => {
    expect(executionRoleNeeds(taskDefinition, ['fargate'])).toEqual(expected);
  });

  it.each<[string, TaskDefinition]>([
    ['E3: public ECR', withContainers({ image: 'public.ecr.aws/a/b:1' })],
    ['E6: a registry without credentials', withContainers({ image: 'nginx' })],
    [
      'E9: a log driver that is not of AWS',
      withContainers({
        logConfiguration: {
          driver: 'json-file',
          options: { 'awslogs-group': '/ecs/checkout' },
          secretOptions: [],
        },
      }),
    ],
    [
      'E10: FireLens configuration in the image',
      withContainers({
        firelens: {
          type: 'fluentbit',
          configFileType: 'file',
          configFileValue: '/fluent.conf',
        },
      }),
    ],
    [
      'E13: a volume without credentials',
      aTaskDefinition({ volumes: [aVolume({ hostSourcePath: '/data' })] }),
    ],
    [
      'E14: a credential spec on the host',
      withContainers({ credentialSpecs: ['credentialspec:file://gmsa.json'] }),
    ],
    [
      'plain environment variables',
      withContainers({
        environment: [{ name: 'TOKEN', looksLikeCredential: true }],
      }),
    ],
    ['no containers', withContainers()],
  ])('needs nothing for %s', (_, taskDefinition) => {
    expect(executionRoleNeeds(taskDefinition, ['fargate'])).toEqual([]);
  });

  const everything = withContainers({
    image: `${ECR}/app`,
    ...awslogs(),
    ...secrets('/shop/db'),
    environmentFiles: ['arn:aws:s3:::conf/a.env'],
  });

  it.each<[readonly Compute[], string[]]>([
    [['fargate'], ['ecr-pull', 'awslogs', 'secrets', 'environment-files']],
    [
      ['managed-instances'],
      ['ecr-pull', 'awslogs', 'secrets', 'environment-files'],
    ],
    [['external'], ['ecr-pull', 'awslogs', 'secrets', 'environment-files']],
    [['ec2'], ['secrets', 'environment-files']],
    [['unknown'], ['secrets', 'environment-files']],
    [
      ['fargate', 'ec2'],
      ['ecr-pull', 'awslogs', 'secrets', 'environment-files'],
    ],
  ])('on %j requires the role for %j', (compute, features) => {
    const needs = executionRoleNeeds(everything, compute);
    expect(needs.map(each => each.feature)).toEqual([
      'ecr-pull',
      'awslogs',
      'secrets',
      'environment-files',
    ]);
    expect(
      needs.filter(each => each.requires).map(each => each.feature),
    ).toEqual(features);
  });

  it.each<
    [string, Parameters<typeof aService>[0], readonly Compute[], unknown]
  >([
    [
      'E15: GuardDuty on Fargate',
      { guardDuty: known(true) },
      ['fargate'],
      [need('guard-duty', 'pulls the agent of GuardDuty')],
    ],
    [
      'E15: not GuardDuty on hosts, which have its agent',
      { guardDuty: known(true) },
      ['ec2', 'managed-instances'],
      [],
    ],
    [
      'E15: GuardDuty that is off',
      { guardDuty: known(false) },
      ['fargate'],
      [],
    ],
    [
      'E15: nothing where GuardDuty was not read',
      { guardDuty: unknown('AccessDenied') },
      ['fargate'],
      [],
    ],
    [
      'E17: Express Mode',
      { express: true },
      ['fargate'],
      [need('express-mode', 'starts the tasks of Express Mode')],
    ],
  ])('%s', (_, service, compute, expected) => {
    expect(
      executionRoleNeeds(withContainers(), compute, aService(service)),
    ).toEqual(expected);
  });

  it('E16: sees the logs of the Service Connect proxy', () => {
    const service = aService({
      serviceConnectLogs: {
        secretOptions: [],
        driver: 'awslogs',
        options: { 'awslogs-group': '/ecs/proxy' },
      },
    });
    expect(
      executionRoleNeeds(withContainers(awslogs()), ['fargate'], service),
    ).toEqual([need('awslogs', 'writes /ecs/checkout and /ecs/proxy')]);
  });

  it('E16: sees the secrets of the proxy, on hosts too', () => {
    const service = aService({
      serviceConnectLogs: {
        driver: 'splunk',
        options: {},
        secretOptions: [{ name: 'splunk-token', valueFrom: '/splunk' }],
      },
    });
    expect(executionRoleNeeds(withContainers(), ['ec2'], service)).toEqual([
      need('secrets', 'reads 1 SSM parameter'),
    ]);
  });

  it.each([
    [`${ECR.replace('eu-west-1', '${AWS::Region}')}/app`, true],
    ['${Image}', false],
  ])('E1: of an image by a variable, %s, only the host tells', (image, is) => {
    expect(executionRoleNeeds(withContainers({ image }), ['fargate'])).toEqual(
      is ? [need('ecr-pull', 'pulls an image from ECR')] : [],
    );
  });

  it.each([
    ['Windows', { operatingSystem: 'WINDOWS_SERVER_2022_CORE' }, null],
    ['an old platform version', {}, '1.3.0'],
  ])('E15: GuardDuty does not watch %s', (_, parts, platformVersion) => {
    const service = aService({ guardDuty: known(true), platformVersion });
    expect(
      executionRoleNeeds(
        { ...withContainers(), ...parts },
        ['fargate'],
        service,
      ),
    ).toEqual([]);
  });
});
