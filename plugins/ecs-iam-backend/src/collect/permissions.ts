/**
 * The IAM permissions of the collector that everything rests on. Each bears the name of the API call that it allows:
 * among the calls that are made here there is none whose action has another name (Service Authorization Reference).
 */
export type CorePermission =
  | 'ecs:ListClusters'
  | 'ecs:DescribeClusters'
  | 'ecs:ListServices'
  | 'ecs:DescribeServices'
  | 'ecs:DescribeTaskDefinition'
  | 'ecs:DescribeCapacityProviders'
  | 'ecs:ListContainerInstances'
  | 'ecs:DescribeContainerInstances'
  | 'ec2:DescribeInstances'
  | 'ec2:DescribeLaunchTemplateVersions'
  | 'autoscaling:DescribeAutoScalingGroups'
  | 'autoscaling:DescribeLaunchConfigurations'
  | 'iam:GetInstanceProfile'
  | 'iam:GetRole'
  | 'iam:ListRolePolicies'
  | 'iam:GetRolePolicy'
  | 'iam:ListAttachedRolePolicies'
  | 'iam:GetPolicy'
  | 'iam:GetPolicyVersion';

/**
 * Permissions that an account may leave out: what they would tell is unknown then, and the read counts as whole. The
 * statements of docs/iam-policy.json whose name begins with `Optional` grant them.
 */
export type OptionalPermission =
  | 'ecs:ListTasks'
  | 'ecs:DescribeTasks'
  | 'ssm:DescribeInstanceInformation'
  | 'ecs:DescribeServiceRevisions'
  | 'ecs:DescribeGateway'
  | 'ecs:DescribeExpressGatewayService'
  | 'ecs:ListDaemons'
  | 'ecs:DescribeDaemon'
  | 'ecs:DescribeDaemonRevisions'
  | 'ecs:DescribeDaemonTaskDefinition'
  | 'secretsmanager:DescribeSecret'
  | 'ssm:DescribeParameters'
  | 'ecr:DescribePullThroughCacheRules';

export type Permission = CorePermission | OptionalPermission;
