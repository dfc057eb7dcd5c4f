/**
 * The IAM permissions of the collector. Each bears the name of the API call that it allows: among the calls that are
 * made here there is none whose action has another name (Service Authorization Reference).
 */
export type Permission =
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
