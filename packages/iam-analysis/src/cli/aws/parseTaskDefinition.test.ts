import { rootOf } from '../input/place';
import { parseTaskDefinition } from './parseTaskDefinition';

const ARN = 'arn:aws:ecs:eu-west-1:111122223333:task-definition/checkout:7';

describe('parseTaskDefinition', () => {
  it.each([
    ['the answer of the AWS CLI', { taskDefinition: definition(), tags: [] }],
    ['what is in it', definition()],
  ])('reads %s', (_, value) => {
    expect(parseTaskDefinition(rootOf(value))).toEqual({
      arn: ARN,
      family: 'checkout',
      revision: 7,
      taskRoleArn: 'arn:aws:iam::111122223333:role/checkout-task',
      executionRoleArn: null,
      networkMode: 'awsvpc',
      pidMode: null,
      ipcMode: null,
      requiresCompatibilities: ['FARGATE'],
      containers: [
        {
          name: 'web',
          image: '111122223333.dkr.ecr.eu-west-1.amazonaws.com/web:1',
          essential: true,
          environment: [
            { name: 'DB_PASSWORD', looksLikeCredential: true },
            { name: 'LOG_LEVEL', looksLikeCredential: false },
          ],
          environmentFiles: ['arn:aws:s3:::settings/web.env'],
          secrets: [{ name: 'KEY', valueFrom: 'web/key' }],
          logConfiguration: {
            driver: 'awslogs',
            options: { 'awslogs-group': '/ecs/web' },
            secretOptions: [],
          },
          repositoryCredentials: 'registry',
          firelens: null,
          credentialSpecs: [],
          privileged: true,
          user: null,
          readonlyRootFilesystem: false,
          addedCapabilities: ['SYS_ADMIN'],
          mountPoints: [{ volume: 'data', path: '/data', readOnly: false }],
        },
        {
          name: 'router',
          image: 'fluent',
          essential: false,
          environment: [],
          environmentFiles: [],
          secrets: [],
          logConfiguration: null,
          repositoryCredentials: null,
          firelens: {
            type: 'fluentbit',
            configFileType: 's3',
            configFileValue: 'arn:aws:s3:::settings/router.conf',
          },
          credentialSpecs: [],
          privileged: false,
          user: '1000',
          readonlyRootFilesystem: true,
          addedCapabilities: [],
          mountPoints: [],
        },
      ],
      volumes: [
        {
          name: 'data',
          hostSourcePath: null,
          configuredAtLaunch: false,
          efs: {
            fileSystemId: 'fs-1',
            accessPointId: 'fsap-1',
            iam: true,
            transitEncryption: true,
          },
          s3Files: null,
          fsxCredentialsParameter: null,
        },
        {
          name: 'socket',
          hostSourcePath: '/var/run/docker.sock',
          configuredAtLaunch: true,
          efs: null,
          s3Files: { fileSystemArn: 'arn:aws:s3files:example' },
          fsxCredentialsParameter: 'arn:aws:ssm:example',
        },
      ],
      proxyType: 'APPMESH',
      enableFaultInjection: true,
    });
  });

  it('takes the family for the name of one that is not registered yet', () => {
    expect(parseTaskDefinition(rootOf({ family: 'checkout' }))).toEqual(
      expect.objectContaining({
        arn: 'checkout',
        revision: 0,
        taskRoleArn: null,
        networkMode: null,
        containers: [],
        proxyType: null,
      }),
    );
  });

  it.each([
    [
      'a list',
      [],
      'expected a task definition, as `aws ecs describe-task-definition` prints it, found an empty list',
    ],
    [
      'no family',
      { taskDefinition: {} },
      '/taskDefinition/family: expected the family of the task definition, found nothing',
    ],
    [
      'another network mode',
      { family: 'a', networkMode: 'nat' },
      '/networkMode: expected one of awsvpc, bridge, host, none, found "nat"',
    ],
    [
      'a text for a flag',
      { family: 'a', containerDefinitions: [{ privileged: 'yes' }] },
      '/containerDefinitions/0/privileged: expected true or false, found "yes"',
    ],
  ])('refuses %s, and names the place', (_, value, message) => {
    expect(() => parseTaskDefinition(rootOf(value))).toThrow(message);
  });
});

function definition() {
  return {
    taskDefinitionArn: ARN,
    family: 'checkout',
    revision: 7,
    taskRoleArn: 'arn:aws:iam::111122223333:role/checkout-task',
    executionRoleArn: '',
    networkMode: 'awsvpc',
    requiresCompatibilities: ['FARGATE'],
    proxyConfiguration: { containerName: 'envoy' },
    enableFaultInjection: true,
    containerDefinitions: [
      {
        name: 'web',
        image: '111122223333.dkr.ecr.eu-west-1.amazonaws.com/web:1',
        environment: [
          { name: 'DB_PASSWORD', value: 'swordfish' },
          { name: 'LOG_LEVEL', value: 'info' },
        ],
        environmentFiles: [
          { value: 'arn:aws:s3:::settings/web.env', type: 's3' },
        ],
        secrets: [{ name: 'KEY', valueFrom: 'web/key' }],
        logConfiguration: {
          logDriver: 'awslogs',
          options: { 'awslogs-group': '/ecs/web', 'splunk-token': 'secret' },
        },
        repositoryCredentials: { credentialsParameter: 'registry' },
        privileged: true,
        linuxParameters: { capabilities: { add: ['SYS_ADMIN'] } },
        mountPoints: [{ sourceVolume: 'data', containerPath: '/data' }],
      },
      {
        name: 'router',
        image: 'fluent',
        essential: false,
        user: '1000',
        readonlyRootFilesystem: true,
        firelensConfiguration: {
          options: {
            'config-file-type': 's3',
            'config-file-value': 'arn:aws:s3:::settings/router.conf',
          },
        },
      },
    ],
    volumes: [
      {
        name: 'data',
        host: {},
        efsVolumeConfiguration: {
          fileSystemId: 'fs-1',
          transitEncryption: 'ENABLED',
          authorizationConfig: { accessPointId: 'fsap-1', iam: 'ENABLED' },
        },
      },
      {
        name: 'socket',
        host: { sourcePath: '/var/run/docker.sock' },
        configuredAtLaunch: true,
        s3filesVolumeConfiguration: {
          fileSystemArn: 'arn:aws:s3files:example',
        },
        fsxWindowsFileServerVolumeConfiguration: {
          authorizationConfig: { credentialsParameter: 'arn:aws:ssm:example' },
        },
      },
    ],
  };
}
