import type { Severity } from '../../analysis/finding';

/** An AWS managed policy that AWS no longer wants anybody to attach. */
export type DeprecatedPolicy = Readonly<{
  /** The policy, or the service-linked role, that took its place. */
  successor: string;
  severity: Severity;
}>;

/**
 * By name. Medium: AWS withdrew it, and its successor grants less. Low: it works, and the service has a better way.
 * Sources: "Deprecated AWS managed policies" in
 * https://docs.aws.amazon.com/aws-managed-policy/latest/reference/about-managed-policy-reference.html and the pages on
 * managed policies of the services, such as
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security-iam-awsmanpol-deprecated-policies.html
 */
export const deprecatedPolicies: ReadonlyMap<string, DeprecatedPolicy> =
  new Map([
    ['AWSBackupAdminPolicy', withdrawn('AWSBackupFullAccess')],
    ['AWSBackupOperatorPolicy', withdrawn('AWSBackupOperatorAccess')],
    ['AWSCloudTrailFullAccess', withdrawn('AWSCloudTrail_FullAccess')],
    ['AWSCloudTrailReadOnlyAccess', withdrawn('AWSCloudTrail_ReadOnlyAccess')],
    ['AWSCodePipelineFullAccess', withdrawn('AWSCodePipeline_FullAccess')],
    [
      'AWSCodePipelineReadOnlyAccess',
      withdrawn('AWSCodePipeline_ReadOnlyAccess'),
    ],
    ['AWSConfigRole', withdrawn('AWS_ConfigRole')],
    ['AWSDataPipelineFullAccess', withdrawn('AWSDataPipeline_FullAccess')],
    [
      'AWSElasticBeanstalkFullAccess',
      withdrawn('AdministratorAccess-AWSElasticBeanstalk'),
    ],
    [
      'AWSElasticBeanstalkReadOnlyAccess',
      withdrawn('AWSElasticBeanstalkReadOnly'),
    ],
    [
      'AWSElasticBeanstalkService',
      withdrawn('AWSElasticBeanstalkManagedUpdatesCustomerRolePolicy'),
    ],
    ['AWSLambdaFullAccess', withdrawn('AWSLambda_FullAccess')],
    ['AWSLambdaReadOnlyAccess', withdrawn('AWSLambda_ReadOnlyAccess')],
    ['AWSOpsWorksFullAccess', withdrawn('AWSOpsWorks_FullAccess')],
    ['AmazonConnectFullAccess', withdrawn('AmazonConnect_FullAccess')],
    [
      'AmazonEC2ContainerServiceAutoscaleRole',
      superseded('AWSServiceRoleForApplicationAutoScaling_ECSService'),
    ],
    ['AmazonEC2ContainerServiceFullAccess', withdrawn('AmazonECS_FullAccess')],
    ['AmazonEC2ContainerServiceRole', superseded('AWSServiceRoleForECS')],
    ['AmazonEC2RoleforSSM', withdrawn('AmazonSSMManagedInstanceCore')],
    ['AmazonEC2SpotFleetRole', withdrawn('AmazonEC2SpotFleetTaggingRole')],
    ['AmazonEKSServicePolicy', superseded('AmazonEKSClusterPolicy')],
    [
      'AmazonElasticMapReduceFullAccess',
      withdrawn('AmazonEMRFullAccessPolicy_v2'),
    ],
    [
      'AmazonElasticMapReduceReadOnlyAccess',
      withdrawn('AmazonEMRReadOnlyAccessPolicy_v2'),
    ],
    ['AmazonElasticMapReduceRole', withdrawn('AmazonEMRServicePolicy_v2')],
    [
      'AmazonMachineLearningRoleforRedshiftDataSource',
      withdrawn('AmazonMachineLearningRoleforRedshiftDataSourceV3'),
    ],
    [
      'AmazonMachineLearningRoleforRedshiftDataSourceV2',
      withdrawn('AmazonMachineLearningRoleforRedshiftDataSourceV3'),
    ],
    ['AmazonRoute53AutoNamingFullAccess', superseded('AWSCloudMapFullAccess')],
    [
      'ServiceCatalogAdminFullAccess',
      withdrawn('AWSServiceCatalogAdminFullAccess'),
    ],
    [
      'ServiceCatalogAdminReadOnlyAccess',
      withdrawn('AWSServiceCatalogAdminReadOnlyAccess'),
    ],
    [
      'ServiceCatalogEndUserAccess',
      withdrawn('AWSServiceCatalogEndUserReadOnlyAccess'),
    ],
    [
      'ServiceCatalogEndUserFullAccess',
      withdrawn('AWSServiceCatalogEndUserFullAccess'),
    ],
  ]);

function withdrawn(successor: string): DeprecatedPolicy {
  return { successor, severity: 'medium' };
}

function superseded(successor: string): DeprecatedPolicy {
  return { successor, severity: 'low' };
}
