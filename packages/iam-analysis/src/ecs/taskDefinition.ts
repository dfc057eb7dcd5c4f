/**
 * The parts of a task definition that decide which roles it needs and what it exposes.
 * Values of environment variables, commands and labels are never part of it.
 *
 * @public
 */
export type TaskDefinition = Readonly<{
  arn: string;
  family: string;
  revision: number;
  /** As ECS returns it: an ARN, or a bare role name. */
  taskRoleArn: string | null;
  executionRoleArn: string | null;
  networkMode: 'awsvpc' | 'bridge' | 'host' | 'none' | null;
  pidMode: string | null;
  ipcMode: string | null;
  requiresCompatibilities: readonly string[];
  /** `runtimePlatform.operatingSystemFamily`, such as `LINUX`; `null` when the definition does not say. */
  operatingSystem: string | null;
  containers: readonly Container[];
  volumes: readonly Volume[];
  proxyType: string | null;
  enableFaultInjection: boolean;
}>;

/** @public */
export type Container = Readonly<{
  name: string;
  image: string;
  essential: boolean;
  environment: readonly EnvironmentVariable[];
  /** S3 object ARNs. */
  environmentFiles: readonly string[];
  secrets: readonly SecretReference[];
  logConfiguration: LogConfiguration | null;
  /** ARN, or name, of the secret that opens a private registry. */
  repositoryCredentials: string | null;
  firelens: Readonly<{
    type: string;
    configFileType: string | null;
    configFileValue: string | null;
  }> | null;
  credentialSpecs: readonly string[];
  privileged: boolean;
  user: string | null;
  readonlyRootFilesystem: boolean;
  addedCapabilities: readonly string[];
  mountPoints: readonly Readonly<{
    volume: string | null;
    path: string | null;
    readOnly: boolean;
  }>[];
}>;

/**
 * The name of a variable, and whether its value looked like a credential. The value itself is dropped in memory.
 *
 * @public
 */
export type EnvironmentVariable = Readonly<{
  name: string;
  looksLikeCredential: boolean;
}>;

/** @public */
export type SecretReference = Readonly<{ name: string; valueFrom: string }>;

/**
 * `options` holds only options that name a destination, such as `awslogs-group`: others (`splunk-token`) can be secret.
 *
 * @public
 */
export type LogConfiguration = Readonly<{
  driver: string;
  options: Readonly<Record<string, string>>;
  secretOptions: readonly SecretReference[];
}>;

/** @public */
export type Volume = Readonly<{
  name: string;
  hostSourcePath: string | null;
  configuredAtLaunch: boolean;
  efs: Readonly<{
    fileSystemId: string;
    accessPointId: string | null;
    iam: boolean;
    transitEncryption: boolean;
  }> | null;
  s3Files: Readonly<{ fileSystemArn: string }> | null;
  fsxCredentialsParameter: string | null;
}>;
