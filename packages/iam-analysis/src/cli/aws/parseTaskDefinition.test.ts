import { rootOf } from '../input/place';
import { parseTaskDefinition } from './parseTaskDefinition';

const ARN = 'arn:aws:ecs:eu-west-1:111122223333:task-definition/checkout:7';

describe('parseTaskDefinition', () => {
  it.each([
    ['the answer of the AWS CLI', { taskDefinition: definition(), tags: [] }],
    ['what is in it', definition()],
    ['fields that nobody knows', { ...definition(), 'x-team': ['shop'] }],
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
      operatingSystem: 'LINUX',
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
      'an object that is something else',
      { taskDefinition: { serviceName: 'a' } },
      '/taskDefinition: expected a task definition, as `aws ecs describe-task-definition` prints it, found neither family nor containerDefinitions',
    ],
    [
      'another resource of CloudFormation',
      { Type: 'AWS::ECS::Service', Properties: { ServiceName: 'a' } },
      'found neither family nor containerDefinitions',
    ],
    [
      'the ARN of a task definition',
      { taskDefinition: ARN },
      /^\/taskDefinition: expected a task definition, .*, found "arn:aws:ecs:/,
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
    [
      'a text for a container',
      { ContainerDefinitions: ['web'] },
      '/ContainerDefinitions/0: expected a container definition, found "web"',
    ],
    [
      'variables that are no list, without what may be a credential',
      { containerDefinitions: [{ environment: 'DB_PASSWORD=swordfish' }] },
      /^\/containerDefinitions\/0\/environment: expected a list of { "name", "value" }$/,
    ],
  ])('refuses %s, and names the place', (_, value, message) => {
    expect(() => parseTaskDefinition(rootOf(value))).toThrow(message);
  });

  it.each([
    ['the properties of a resource of CloudFormation', inCloudFormation()],
    [
      'a resource of CloudFormation',
      { Type: 'AWS::ECS::TaskDefinition', Properties: inCloudFormation() },
    ],
  ])('reads %s like what the AWS CLI prints', (_, value) => {
    const { taskDefinitionArn: __, revision: ___, ...input } = definition();
    expect(parseTaskDefinition(rootOf(value))).toEqual(
      parseTaskDefinition(rootOf(input)),
    );
  });

  it('needs no family, which CloudFormation makes up', () => {
    const { arn, family } = parseTaskDefinition(
      rootOf({ ContainerDefinitions: [] }),
    );
    expect({ arn, family }).toEqual({
      arn: 'task-definition',
      family: 'task-definition',
    });
  });

  it('keeps what is filled in later as the text of a variable', () => {
    const key = { Ref: 'Key' };
    const definitionOfTemplate = {
      Family: { 'Fn::Sub': '${AWS::StackName}-checkout' },
      ExecutionRoleArn: { 'Fn::GetAtt': ['Execution', 'Arn'] },
      NetworkMode: { Ref: 'Mode' },
      ContainerDefinitions: [
        {
          Name: 'web',
          Image: '{{resolve:ssm:/image}}',
          Privileged: { 'Fn::If': ['Root', true, false] },
          EnvironmentFiles: [{ Value: key, Type: 's3' }],
          Secrets: [
            { Name: 'A', ValueFrom: key },
            { Ref: 'AWS::NoValue' },
            { 'Fn::If': ['Has', { Name: 'B', ValueFrom: 'b' }, key] },
          ],
          LogConfiguration: {
            LogDriver: 'awslogs',
            Options: { 'awslogs-group': key, Ref: { Ref: 'AWS::NoValue' } },
          },
          RepositoryCredentials: key,
          CredentialSpecs: key,
        },
        { 'Fn::If': ['Has', { Name: 'envoy', Image: 'envoy' }, key] },
      ],
      Volumes: [key],
    };
    const definitionRead = parseTaskDefinition(rootOf(definitionOfTemplate));
    const [web, other] = definitionRead.containers;
    expect(definitionRead).toEqual(
      expect.objectContaining({
        family: '${AWS::StackName}-checkout',
        executionRoleArn: '${Execution.Arn}',
        networkMode: null,
      }),
    );
    expect(web).toEqual(
      expect.objectContaining({
        image: '${resolve:ssm:/image}',
        privileged: false,
        environmentFiles: ['${Key}'],
        secrets: [
          { name: 'A', valueFrom: '${Key}' },
          { name: '', valueFrom: '${Fn::If}' },
        ],
        logConfiguration: {
          driver: 'awslogs',
          options: { 'awslogs-group': '${Key}' },
          secretOptions: [],
        },
        repositoryCredentials: '${Key}',
        credentialSpecs: ['${Key}'],
      }),
    );
    expect(other.image).toBe('${Fn::If}');
  });

  it('reads on behind what ECS would refuse', () => {
    const { containers } = parseTaskDefinition(
      rootOf({
        containerDefinitions: [
          {
            image: null,
            essential: 'False',
            environment: ['A', { name: 5, value: {} }, { name: 'B', value: 1 }],
            environmentFiles: [{}],
            secrets: [{ name: 'A' }, { valueFrom: 7 }, { valueFrom: {} }],
            logConfiguration: {},
          },
        ],
      }),
    );
    expect(containers).toEqual([
      expect.objectContaining({
        name: '',
        image: '',
        essential: false,
        environment: [
          { name: '5', looksLikeCredential: false },
          { name: 'B', looksLikeCredential: false },
        ],
        environmentFiles: [''],
        secrets: [
          { name: 'A', valueFrom: '' },
          { name: '', valueFrom: '7' },
          { name: '', valueFrom: '' },
        ],
        logConfiguration: { driver: '', options: {}, secretOptions: [] },
      }),
    ]);
  });
});

/** The definition as CloudFormation writes it: source of the names is its resource reference. */
function inCloudFormation() {
  return {
    Family: 'checkout',
    TaskRoleArn: 'arn:aws:iam::111122223333:role/checkout-task',
    ExecutionRoleArn: '',
    NetworkMode: 'awsvpc',
    RequiresCompatibilities: ['FARGATE'],
    RuntimePlatform: { OperatingSystemFamily: 'LINUX' },
    ProxyConfiguration: { ContainerName: 'envoy' },
    EnableFaultInjection: 'true',
    ContainerDefinitions: [
      {
        Name: 'web',
        Image: '111122223333.dkr.ecr.eu-west-1.amazonaws.com/web:1',
        Environment: [
          { Name: 'DB_PASSWORD', Value: 'swordfish' },
          { Name: 'LOG_LEVEL', Value: 'info' },
        ],
        EnvironmentFiles: [
          { Value: 'arn:aws:s3:::settings/web.env', Type: 's3' },
        ],
        Secrets: [{ Name: 'KEY', ValueFrom: 'web/key' }],
        LogConfiguration: {
          LogDriver: 'awslogs',
          Options: { 'awslogs-group': '/ecs/web', 'splunk-token': 'secret' },
        },
        RepositoryCredentials: { CredentialsParameter: 'registry' },
        Privileged: true,
        LinuxParameters: { Capabilities: { Add: ['SYS_ADMIN'] } },
        MountPoints: [{ SourceVolume: 'data', ContainerPath: '/data' }],
      },
      {
        Name: 'router',
        Image: 'fluent',
        Essential: false,
        User: '1000',
        ReadonlyRootFilesystem: true,
        FirelensConfiguration: {
          Options: {
            'config-file-type': 's3',
            'config-file-value': 'arn:aws:s3:::settings/router.conf',
          },
        },
      },
    ],
    Volumes: [
      {
        Name: 'data',
        Host: {},
        EFSVolumeConfiguration: {
          FilesystemId: 'fs-1',
          TransitEncryption: 'ENABLED',
          AuthorizationConfig: { AccessPointId: 'fsap-1', IAM: 'ENABLED' },
        },
      },
      {
        Name: 'socket',
        Host: { SourcePath: '/var/run/docker.sock' },
        ConfiguredAtLaunch: true,
        S3FilesVolumeConfiguration: {
          FileSystemArn: 'arn:aws:s3files:example',
        },
        FSxWindowsFileServerVolumeConfiguration: {
          AuthorizationConfig: { CredentialsParameter: 'arn:aws:ssm:example' },
        },
      },
    ],
  };
}

function definition() {
  return {
    taskDefinitionArn: ARN,
    family: 'checkout',
    revision: 7,
    taskRoleArn: 'arn:aws:iam::111122223333:role/checkout-task',
    executionRoleArn: '',
    networkMode: 'awsvpc',
    requiresCompatibilities: ['FARGATE'],
    runtimePlatform: { operatingSystemFamily: 'LINUX' },
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
