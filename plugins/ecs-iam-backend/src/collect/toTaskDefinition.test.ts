import { DEFINITION, EXECUTION_ROLE, TASK_ROLE } from '../testSupport/awsMocks';
import { toTaskDefinition } from './toTaskDefinition';

it('maps a task definition that uses everything', () => {
  expect(
    toTaskDefinition(
      {
        taskDefinitionArn: DEFINITION,
        family: 'checkout',
        revision: 7,
        taskRoleArn: TASK_ROLE,
        executionRoleArn: EXECUTION_ROLE,
        networkMode: 'bridge',
        pidMode: 'host',
        ipcMode: 'task',
        requiresCompatibilities: ['EC2'],
        runtimePlatform: { operatingSystemFamily: 'LINUX' },
        enableFaultInjection: true,
        proxyConfiguration: { containerName: 'envoy' },
        containerDefinitions: [
          {
            name: 'app',
            image: 'nginx',
            essential: false,
            environmentFiles: [{ value: 'arn:aws:s3:::env/a.env', type: 's3' }],
            secrets: [{ name: 'DB', valueFrom: 'shop-db' }],
            logConfiguration: {
              logDriver: 'awslogs',
              options: { 'awslogs-group': '/ecs/checkout' },
              secretOptions: [{ name: 'token', valueFrom: 'splunk' }],
            },
            repositoryCredentials: { credentialsParameter: 'registry' },
            firelensConfiguration: {
              type: 'fluentbit',
              options: {
                'config-file-type': 's3',
                'config-file-value': 'arn:aws:s3:::conf/fluent.conf',
              },
            },
            credentialSpecs: ['credentialspec:arn:aws:s3:::conf/spec.json'],
            privileged: true,
            user: 'root',
            readonlyRootFilesystem: true,
            linuxParameters: { capabilities: { add: ['SYS_PTRACE'] } },
            mountPoints: [
              { sourceVolume: 'data', containerPath: '/data', readOnly: true },
            ],
          },
        ],
        volumes: [
          { name: 'docker', host: { sourcePath: '/var/run/docker.sock' } },
          { name: 'scratch', host: {} },
          { name: 'ebs', configuredAtLaunch: true },
          {
            name: 'efs',
            efsVolumeConfiguration: {
              fileSystemId: 'fs-1',
              transitEncryption: 'ENABLED',
              authorizationConfig: { accessPointId: 'fsap-1', iam: 'ENABLED' },
            },
          },
          {
            name: 's3',
            s3filesVolumeConfiguration: { fileSystemArn: 'arn:aws:s3files' },
          },
          {
            name: 'fsx',
            fsxWindowsFileServerVolumeConfiguration: {
              fileSystemId: 'fs-2',
              rootDirectory: '/',
              authorizationConfig: {
                credentialsParameter: 'ad',
                domain: 'example.com',
              },
            },
          },
        ],
      },
      DEFINITION,
    ),
  ).toEqual({
    arn: DEFINITION,
    family: 'checkout',
    revision: 7,
    taskRoleArn: TASK_ROLE,
    executionRoleArn: EXECUTION_ROLE,
    networkMode: 'bridge',
    pidMode: 'host',
    ipcMode: 'task',
    requiresCompatibilities: ['EC2'],
    operatingSystem: 'LINUX',
    proxyType: 'APPMESH',
    enableFaultInjection: true,
    containers: [
      {
        name: 'app',
        image: 'nginx',
        essential: false,
        environment: [],
        environmentFiles: ['arn:aws:s3:::env/a.env'],
        secrets: [{ name: 'DB', valueFrom: 'shop-db' }],
        logConfiguration: {
          driver: 'awslogs',
          options: { 'awslogs-group': '/ecs/checkout' },
          secretOptions: [{ name: 'token', valueFrom: 'splunk' }],
        },
        repositoryCredentials: 'registry',
        firelens: {
          type: 'fluentbit',
          configFileType: 's3',
          configFileValue: 'arn:aws:s3:::conf/fluent.conf',
        },
        credentialSpecs: ['credentialspec:arn:aws:s3:::conf/spec.json'],
        privileged: true,
        user: 'root',
        readonlyRootFilesystem: true,
        addedCapabilities: ['SYS_PTRACE'],
        mountPoints: [{ volume: 'data', path: '/data', readOnly: true }],
      },
    ],
    volumes: [
      aVolume('docker', { hostSourcePath: '/var/run/docker.sock' }),
      aVolume('scratch'),
      aVolume('ebs', { configuredAtLaunch: true }),
      aVolume('efs', {
        efs: {
          fileSystemId: 'fs-1',
          accessPointId: 'fsap-1',
          iam: true,
          transitEncryption: true,
        },
      }),
      aVolume('s3', { s3Files: { fileSystemArn: 'arn:aws:s3files' } }),
      aVolume('fsx', { fsxCredentialsParameter: 'ad' }),
    ],
  });
});

function aVolume(name: string, volume: object = {}) {
  return {
    name,
    hostSourcePath: null,
    configuredAtLaunch: false,
    efs: null,
    s3Files: null,
    fsxCredentialsParameter: null,
    ...volume,
  };
}

it('gives an empty answer the defaults of ECS', () => {
  expect(
    toTaskDefinition({ containerDefinitions: [{ name: 'app' }] }, DEFINITION),
  ).toEqual({
    arn: DEFINITION,
    family: 'checkout',
    revision: 7,
    taskRoleArn: null,
    executionRoleArn: null,
    networkMode: null,
    pidMode: null,
    ipcMode: null,
    requiresCompatibilities: [],
    operatingSystem: null,
    proxyType: null,
    enableFaultInjection: false,
    volumes: [],
    containers: [
      {
        name: 'app',
        image: '',
        essential: true,
        environment: [],
        environmentFiles: [],
        secrets: [],
        logConfiguration: null,
        repositoryCredentials: null,
        firelens: null,
        credentialSpecs: [],
        privileged: false,
        user: null,
        readonlyRootFilesystem: false,
        addedCapabilities: [],
        mountPoints: [],
      },
    ],
  });
});
