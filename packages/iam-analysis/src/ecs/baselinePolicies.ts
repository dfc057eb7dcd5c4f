import type { RoleSlot } from './slots';

/** An AWS managed policy, as AWS published it. Where the facts come from: NOTICE. */
export type ManagedPolicy = Readonly<{
  name: string;
  version: string;
  document: Readonly<Record<string, unknown>>;
}>;

/**
 * The AWS managed policies that AWS names for a slot: what they grant is expected there.
 * Source: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security-iam-awsmanpol.html
 */
export function baselinePolicies(slot: RoleSlot): readonly ManagedPolicy[] {
  return BASELINES[slot] ?? [];
}

const AWSCODE_DEPLOY_ROLE_FOR_ECS: ManagedPolicy = {
  name: 'AWSCodeDeployRoleForECS',
  version: 'v3',
  document: {
    Statement: [
      {
        Action: [
          'ecs:DescribeServices',
          'ecs:CreateTaskSet',
          'ecs:UpdateServicePrimaryTaskSet',
          'ecs:DeleteTaskSet',
          'elasticloadbalancing:DescribeTargetGroups',
          'elasticloadbalancing:DescribeListeners',
          'elasticloadbalancing:ModifyListener',
          'elasticloadbalancing:DescribeRules',
          'elasticloadbalancing:ModifyRule',
          'lambda:InvokeFunction',
          'cloudwatch:DescribeAlarms',
          'sns:Publish',
          's3:GetObject',
          's3:GetObjectVersion',
        ],
        Effect: 'Allow',
        Resource: '*',
      },
      {
        Action: ['iam:PassRole'],
        Condition: {
          StringLike: {
            'iam:PassedToService': ['ecs-tasks.amazonaws.com'],
          },
        },
        Effect: 'Allow',
        Resource: '*',
      },
    ],
    Version: '2012-10-17',
  },
};

const AWSCODE_DEPLOY_ROLE_FOR_ECSLIMITED: ManagedPolicy = {
  name: 'AWSCodeDeployRoleForECSLimited',
  version: 'v3',
  document: {
    Statement: [
      {
        Action: [
          'ecs:DescribeServices',
          'ecs:CreateTaskSet',
          'ecs:UpdateServicePrimaryTaskSet',
          'ecs:DeleteTaskSet',
          'cloudwatch:DescribeAlarms',
        ],
        Effect: 'Allow',
        Resource: '*',
      },
      {
        Action: ['sns:Publish'],
        Effect: 'Allow',
        Resource: 'arn:aws:sns:*:*:CodeDeployTopic_*',
      },
      {
        Action: [
          'elasticloadbalancing:DescribeTargetGroups',
          'elasticloadbalancing:DescribeListeners',
          'elasticloadbalancing:ModifyListener',
          'elasticloadbalancing:DescribeRules',
          'elasticloadbalancing:ModifyRule',
        ],
        Effect: 'Allow',
        Resource: '*',
      },
      {
        Action: ['lambda:InvokeFunction'],
        Effect: 'Allow',
        Resource: 'arn:aws:lambda:*:*:function:CodeDeployHook_*',
      },
      {
        Action: ['s3:GetObject', 's3:GetObjectVersion'],
        Condition: {
          StringEquals: {
            's3:ExistingObjectTag/UseWithCodeDeploy': 'true',
          },
        },
        Effect: 'Allow',
        Resource: '*',
      },
      {
        Action: ['iam:PassRole'],
        Condition: {
          StringLike: {
            'iam:PassedToService': ['ecs-tasks.amazonaws.com'],
          },
        },
        Effect: 'Allow',
        Resource: [
          'arn:aws:iam::*:role/ecsTaskExecutionRole',
          'arn:aws:iam::*:role/ECSTaskExecution*',
        ],
      },
    ],
    Version: '2012-10-17',
  },
};

const AMAZON_EC2_CONTAINER_SERVICE_ROLE: ManagedPolicy = {
  name: 'AmazonEC2ContainerServiceRole',
  version: 'v2',
  document: {
    Statement: [
      {
        Action: [
          'ec2:AuthorizeSecurityGroupIngress',
          'ec2:Describe*',
          'elasticloadbalancing:DeregisterInstancesFromLoadBalancer',
          'elasticloadbalancing:DeregisterTargets',
          'elasticloadbalancing:Describe*',
          'elasticloadbalancing:RegisterInstancesWithLoadBalancer',
          'elasticloadbalancing:RegisterTargets',
        ],
        Effect: 'Allow',
        Resource: '*',
      },
    ],
    Version: '2012-10-17',
  },
};

const AMAZON_EC2_CONTAINER_SERVICEFOR_EC2_ROLE: ManagedPolicy = {
  name: 'AmazonEC2ContainerServiceforEC2Role',
  version: 'v10',
  document: {
    Statement: [
      {
        Action: [
          'ec2:DescribeTags',
          'ecs:CreateCluster',
          'ecs:DeregisterContainerInstance',
          'ecs:DiscoverPollEndpoint',
          'ecs:Poll',
          'ecs:RegisterContainerInstance',
          'ecs:StartTelemetrySession',
          'ecs:UpdateContainerInstancesState',
          'ecs:Submit*',
          'ecr:GetAuthorizationToken',
          'ecr:BatchCheckLayerAvailability',
          'ecr:GetDownloadUrlForLayer',
          'ecr:BatchGetImage',
          'logs:CreateLogStream',
          'logs:PutLogEvents',
        ],
        Effect: 'Allow',
        Resource: '*',
      },
      {
        Action: ['ecs:TagResource'],
        Condition: {
          StringEquals: {
            'ecs:CreateAction': ['CreateCluster', 'RegisterContainerInstance'],
          },
        },
        Effect: 'Allow',
        Resource: '*',
      },
      {
        Action: ['ecs:ListTagsForResource'],
        Effect: 'Allow',
        Resource: [
          'arn:aws:ecs:*:*:task/*/*',
          'arn:aws:ecs:*:*:container-instance/*/*',
        ],
      },
    ],
    Version: '2012-10-17',
  },
};

const AMAZON_ECSINFRASTRUCTURE_ROLE_POLICY_FOR_LOAD_BALANCERS: ManagedPolicy = {
  name: 'AmazonECSInfrastructureRolePolicyForLoadBalancers',
  version: 'v6',
  document: {
    Statement: [
      {
        Action: [
          'elasticloadbalancing:DescribeListeners',
          'elasticloadbalancing:DescribeRules',
          'elasticloadbalancing:DescribeTargetGroups',
          'elasticloadbalancing:DescribeTargetHealth',
        ],
        Effect: 'Allow',
        Resource: '*',
        Sid: 'ELBReadOperations',
      },
      {
        Action: [
          'elasticloadbalancing:RegisterTargets',
          'elasticloadbalancing:DeregisterTargets',
        ],
        Effect: 'Allow',
        Resource: 'arn:aws:elasticloadbalancing:*:*:targetgroup/*/*',
        Sid: 'TargetGroupOperations',
      },
      {
        Action: ['elasticloadbalancing:ModifyListener'],
        Effect: 'Allow',
        Resource: ['arn:aws:elasticloadbalancing:*:*:listener/app/*/*/*'],
        Sid: 'ALBModifyListeners',
      },
      {
        Action: ['elasticloadbalancing:ModifyListener'],
        Effect: 'Allow',
        Resource: ['arn:aws:elasticloadbalancing:*:*:listener/net/*/*/*'],
        Sid: 'NLBModifyListeners',
      },
      {
        Action: ['elasticloadbalancing:ModifyRule'],
        Effect: 'Allow',
        Resource: [
          'arn:aws:elasticloadbalancing:*:*:listener-rule/app/*/*/*/*',
        ],
        Sid: 'ALBModifyRules',
      },
    ],
    Version: '2012-10-17',
  },
};

const AMAZON_ECSINFRASTRUCTURE_ROLE_POLICY_FOR_MANAGED_INSTANCES: ManagedPolicy =
  {
    name: 'AmazonECSInfrastructureRolePolicyForManagedInstances',
    version: 'v11',
    document: {
      Statement: [
        {
          Action: ['ec2:CreateLaunchTemplate'],
          Condition: {
            StringEquals: {
              'aws:RequestTag/AmazonECSManaged': 'true',
            },
          },
          Effect: 'Allow',
          Resource: ['arn:aws:ec2:*:*:launch-template/*'],
          Sid: 'CreateLaunchTemplateForManagedInstances',
        },
        {
          Action: [
            'ec2:CreateLaunchTemplateVersion',
            'ec2:ModifyLaunchTemplate',
          ],
          Condition: {
            StringEquals: {
              'ec2:ManagedResourceOperator': 'ecs.amazonaws.com',
            },
          },
          Effect: 'Allow',
          Resource: ['arn:aws:ec2:*:*:launch-template/*'],
          Sid: 'CreateLaunchTemplateVersionsForManagedInstances',
        },
        {
          Action: ['ec2:CreateFleet'],
          Condition: {
            StringEquals: {
              'aws:RequestTag/AmazonECSManaged': 'true',
            },
          },
          Effect: 'Allow',
          Resource: [
            'arn:aws:ec2:*:*:fleet/*',
            'arn:aws:ec2:*:*:instance/*',
            'arn:aws:ec2:*:*:network-interface/*',
            'arn:aws:ec2:*:*:launch-template/*',
            'arn:aws:ec2:*:*:volume/*',
          ],
          Sid: 'ProvisionEC2InstancesForManagedInstances',
        },
        {
          Action: ['ec2:CreateFleet'],
          Effect: 'Allow',
          Resource: [
            'arn:aws:ec2:*:*:subnet/*',
            'arn:aws:ec2:*:*:security-group/*',
            'arn:aws:ec2:*::image/*',
          ],
          Sid: 'CreateFleetForSupportingResources',
        },
        {
          Action: ['ec2:RunInstances'],
          Condition: {
            StringEquals: {
              'aws:RequestTag/AmazonECSManaged': 'true',
            },
          },
          Effect: 'Allow',
          Resource: [
            'arn:aws:ec2:*:*:instance/*',
            'arn:aws:ec2:*:*:volume/*',
            'arn:aws:ec2:*:*:network-interface/*',
          ],
          Sid: 'RunInstancesForManagedInstances',
        },
        {
          Action: ['ec2:RunInstances'],
          Condition: {
            StringEquals: {
              'ec2:ResourceTag/AmazonECSManaged': 'true',
            },
          },
          Effect: 'Allow',
          Resource: ['arn:aws:ec2:*:*:launch-template/*'],
          Sid: 'RunInstancesForECSManagedLaunchTemplates',
        },
        {
          Action: ['ec2:RunInstances'],
          Effect: 'Allow',
          Resource: [
            'arn:aws:ec2:*:*:subnet/*',
            'arn:aws:ec2:*:*:security-group/*',
            'arn:aws:ec2:*::image/*',
            'arn:aws:resource-groups:*:*:group/*',
          ],
          Sid: 'RunInstancesForSupportingResources',
        },
        {
          Action: ['ec2:CreateTags'],
          Condition: {
            StringEquals: {
              'ec2:CreateAction': [
                'CreateFleet',
                'CreateLaunchTemplate',
                'RunInstances',
              ],
            },
          },
          Effect: 'Allow',
          Resource: [
            'arn:aws:ec2:*:*:fleet/*',
            'arn:aws:ec2:*:*:launch-template/*',
            'arn:aws:ec2:*:*:network-interface/*',
            'arn:aws:ec2:*:*:instance/*',
            'arn:aws:ec2:*:*:volume/*',
          ],
          Sid: 'TagOnCreateEC2ResourcesForManagedInstances',
        },
        {
          Action: ['iam:PassRole'],
          Condition: {
            StringLike: {
              'iam:PassedToService': 'ec2.*',
            },
          },
          Effect: 'Allow',
          Resource: ['arn:aws:iam::*:role/ecsInstanceRole*'],
          Sid: 'PassInstanceRoleForManagedInstances',
        },
        {
          Action: ['iam:CreateServiceLinkedRole'],
          Effect: 'Allow',
          Resource: [
            'arn:aws:iam::*:role/aws-service-role/spot.amazonaws.com/AWSServiceRoleForEC2Spot',
          ],
          Sid: 'CreateServiceLinkedRoleForEC2Spot',
        },
        {
          Action: [
            'ec2:DescribeInstances',
            'ec2:DescribeInstanceTypes',
            'ec2:DescribeLaunchTemplates',
            'ec2:DescribeNetworkInterfaces',
            'ec2:DescribeInstanceTypeOfferings',
            'ec2:DescribeAvailabilityZones',
            'ec2:DescribeSecurityGroups',
            'ec2:DescribeSubnets',
            'ec2:DescribeVpcs',
            'ec2:DescribeCapacityReservations',
          ],
          Effect: 'Allow',
          Resource: '*',
          Sid: 'DescribeEC2ResourcesManagedByECS',
        },
        {
          Action: [
            'resource-groups:ListGroupResources',
            'cloudformation:DescribeStacks',
            'cloudformation:ListStackResources',
            'tag:GetResources',
          ],
          Effect: 'Allow',
          Resource: '*',
          Sid: 'ListResourceGroupResources',
        },
      ],
      Version: '2012-10-17',
    },
  };

const AMAZON_ECSINFRASTRUCTURE_ROLE_POLICY_FOR_SERVICE_CONNECT_TRANSPORT_LAYER_SECURITY: ManagedPolicy =
  {
    name: 'AmazonECSInfrastructureRolePolicyForServiceConnectTransportLayerSecurity',
    version: 'v4',
    document: {
      Statement: [
        {
          Action: ['secretsmanager:CreateSecret'],
          Condition: {
            ArnLike: {
              'aws:RequestTag/AmazonECSCreated': [
                'arn:aws:ecs:*:*:service/*/*',
                'arn:aws:ecs:*:*:task-set/*/*',
              ],
            },
            StringEquals: {
              'aws:RequestTag/AmazonECSManaged': 'true',
              'aws:ResourceAccount': '${aws:PrincipalAccount}',
            },
          },
          Effect: 'Allow',
          Resource: 'arn:aws:secretsmanager:*:*:secret:ecs-sc!*',
          Sid: 'CreateSecret',
        },
        {
          Action: ['secretsmanager:TagResource'],
          Condition: {
            ArnLike: {
              'aws:RequestTag/AmazonECSCreated': [
                'arn:aws:ecs:*:*:service/*/*',
                'arn:aws:ecs:*:*:task-set/*/*',
              ],
            },
            StringEquals: {
              'aws:RequestTag/AmazonECSManaged': 'true',
              'aws:ResourceAccount': '${aws:PrincipalAccount}',
            },
          },
          Effect: 'Allow',
          Resource: 'arn:aws:secretsmanager:*:*:secret:ecs-sc!*',
          Sid: 'TagOnCreateSecret',
        },
        {
          Action: [
            'secretsmanager:UpdateSecret',
            'secretsmanager:GetSecretValue',
            'secretsmanager:PutSecretValue',
            'secretsmanager:DeleteSecret',
            'secretsmanager:RotateSecret',
            'secretsmanager:UpdateSecretVersionStage',
          ],
          Condition: {
            StringEquals: {
              'aws:ResourceAccount': '${aws:PrincipalAccount}',
              'secretsmanager:ResourceTag/aws:secretsmanager:owningService':
                'ecs-sc',
            },
          },
          Effect: 'Allow',
          Resource: 'arn:aws:secretsmanager:*:*:secret:ecs-sc!*',
          Sid: 'RotateTLSCertificateSecret',
        },
        {
          Action: ['secretsmanager:DescribeSecret'],
          Condition: {
            StringEquals: {
              'aws:ResourceAccount': '${aws:PrincipalAccount}',
            },
          },
          Effect: 'Allow',
          Resource: 'arn:aws:secretsmanager:*:*:secret:ecs-sc!*',
          Sid: 'DescribeTLSCertificateSecret',
        },
        {
          Action: [
            'acm-pca:GetCertificate',
            'acm-pca:GetCertificateAuthorityCertificate',
            'acm-pca:DescribeCertificateAuthority',
          ],
          Condition: {
            StringEquals: {
              'aws:ResourceTag/AmazonECSManaged': 'true',
            },
          },
          Effect: 'Allow',
          Resource: '*',
          Sid: 'ManagePrivateCertificateAuthority',
        },
        {
          Action: ['acm-pca:IssueCertificate'],
          Condition: {
            StringEquals: {
              'acm-pca:TemplateArn':
                'arn:aws:acm-pca:::template/EndEntityCertificate/V1',
              'aws:ResourceTag/AmazonECSManaged': 'true',
            },
          },
          Effect: 'Allow',
          Resource: '*',
          Sid: 'ManagePrivateCertificateAuthorityForIssuingEndEntityCertificate',
        },
      ],
      Version: '2012-10-17',
    },
  };

const AMAZON_ECSINFRASTRUCTURE_ROLE_POLICY_FOR_VOLUMES: ManagedPolicy = {
  name: 'AmazonECSInfrastructureRolePolicyForVolumes',
  version: 'v5',
  document: {
    Statement: [
      {
        Action: ['ec2:CreateVolume'],
        Condition: {
          ArnLike: {
            'aws:RequestTag/AmazonECSCreated': 'arn:aws:ecs:*:*:task/*',
          },
          StringEquals: {
            'aws:RequestTag/AmazonECSManaged': 'true',
          },
        },
        Effect: 'Allow',
        Resource: 'arn:aws:ec2:*:*:volume/*',
        Sid: 'CreateEBSManagedVolume',
      },
      {
        Action: ['ec2:CreateVolume'],
        Effect: 'Allow',
        Resource: 'arn:aws:ec2:*:*:snapshot/*',
        Sid: 'CreateEBSManagedVolumeFromSnapshot',
      },
      {
        Action: ['ec2:CreateTags'],
        Condition: {
          ArnLike: {
            'aws:RequestTag/AmazonECSCreated': 'arn:aws:ecs:*:*:task/*',
          },
          StringEquals: {
            'aws:RequestTag/AmazonECSManaged': 'true',
            'ec2:CreateAction': 'CreateVolume',
          },
        },
        Effect: 'Allow',
        Resource: 'arn:aws:ec2:*:*:volume/*',
        Sid: 'TagOnCreateVolume',
      },
      {
        Action: ['ec2:DescribeVolumes', 'ec2:DescribeAvailabilityZones'],
        Effect: 'Allow',
        Resource: '*',
        Sid: 'DescribeVolumesForLifecycle',
      },
      {
        Action: ['ec2:DescribeInstances'],
        Effect: 'Allow',
        Resource: '*',
        Sid: 'DescribeInstancesForAttachingVolume',
      },
      {
        Action: ['ec2:AttachVolume', 'ec2:DetachVolume'],
        Condition: {
          StringEquals: {
            'aws:ResourceTag/AmazonECSManaged': 'true',
          },
        },
        Effect: 'Allow',
        Resource: 'arn:aws:ec2:*:*:volume/*',
        Sid: 'ManageEBSVolumeLifecycle',
      },
      {
        Action: ['ec2:AttachVolume', 'ec2:DetachVolume'],
        Effect: 'Allow',
        Resource: 'arn:aws:ec2:*:*:instance/*',
        Sid: 'ManageVolumeAttachmentsForEC2',
      },
      {
        Action: ['ec2:DeleteVolume'],
        Condition: {
          ArnLike: {
            'aws:ResourceTag/AmazonECSCreated': 'arn:aws:ecs:*:*:task/*',
          },
          StringEquals: {
            'aws:ResourceTag/AmazonECSManaged': 'true',
          },
        },
        Effect: 'Allow',
        Resource: 'arn:aws:ec2:*:*:volume/*',
        Sid: 'DeleteEBSManagedVolume',
      },
    ],
    Version: '2012-10-17',
  },
};

const AMAZON_ECSINFRASTRUCTURE_ROLE_POLICY_FOR_VPC_LATTICE: ManagedPolicy = {
  name: 'AmazonECSInfrastructureRolePolicyForVpcLattice',
  version: 'v1',
  document: {
    Statement: [
      {
        Action: [
          'vpc-lattice:RegisterTargets',
          'vpc-lattice:DeregisterTargets',
        ],
        Effect: 'Allow',
        Resource: ['arn:aws:vpc-lattice:*:*:targetgroup/*'],
        Sid: 'ManagedVpcLatticeTargetRegistration',
      },
      {
        Action: ['vpc-lattice:GetTargetGroup'],
        Effect: 'Allow',
        Resource: ['arn:aws:vpc-lattice:*:*:targetgroup/*'],
        Sid: 'DescribeVpcLatticeTargetGroup',
      },
      {
        Action: ['vpc-lattice:ListTargets'],
        Effect: 'Allow',
        Resource: ['arn:aws:vpc-lattice:*:*:targetgroup/*'],
        Sid: 'ListVpcLatticeTargets',
      },
      {
        Action: [
          'ec2:DescribeSubnets',
          'ec2:DescribeVpcs',
          'ec2:DescribeInstances',
        ],
        Effect: 'Allow',
        Resource: ['*'],
        Sid: 'DescribeEc2Resources',
      },
    ],
    Version: '2012-10-17',
  },
};

const AMAZON_ECSINFRASTRUCTURE_ROLEFOR_EXPRESS_GATEWAY_SERVICES: ManagedPolicy =
  {
    name: 'AmazonECSInfrastructureRoleforExpressGatewayServices',
    version: 'v6',
    document: {
      Statement: [
        {
          Action: ['iam:CreateServiceLinkedRole'],
          Condition: {
            StringEquals: {
              'iam:AWSServiceName': [
                'ecs.application-autoscaling.amazonaws.com',
                'elasticloadbalancing.amazonaws.com',
              ],
            },
          },
          Effect: 'Allow',
          Resource: '*',
          Sid: 'ServiceLinkedRoleCreateOperations',
        },
        {
          Action: [
            'elasticloadbalancing:CreateListener',
            'elasticloadbalancing:CreateLoadBalancer',
            'elasticloadbalancing:CreateRule',
            'elasticloadbalancing:CreateTargetGroup',
            'elasticloadbalancing:ModifyListener',
            'elasticloadbalancing:ModifyRule',
            'elasticloadbalancing:AddListenerCertificates',
            'elasticloadbalancing:RemoveListenerCertificates',
            'elasticloadbalancing:RegisterTargets',
            'elasticloadbalancing:DeregisterTargets',
            'elasticloadbalancing:DeleteTargetGroup',
            'elasticloadbalancing:DeleteLoadBalancer',
            'elasticloadbalancing:DeleteRule',
            'elasticloadbalancing:DeleteListener',
          ],
          Condition: {
            StringEquals: {
              'aws:ResourceTag/AmazonECSManaged': 'true',
            },
          },
          Effect: 'Allow',
          Resource: [
            'arn:aws:elasticloadbalancing:*:*:loadbalancer/app/*/*',
            'arn:aws:elasticloadbalancing:*:*:listener/app/*/*/*',
            'arn:aws:elasticloadbalancing:*:*:listener-rule/app/*/*/*/*',
            'arn:aws:elasticloadbalancing:*:*:targetgroup/*/*',
          ],
          Sid: 'ELBOperations',
        },
        {
          Action: ['elasticloadbalancing:AddTags'],
          Condition: {
            StringEquals: {
              'elasticloadbalancing:CreateAction': [
                'CreateLoadBalancer',
                'CreateListener',
                'CreateRule',
                'CreateTargetGroup',
              ],
            },
          },
          Effect: 'Allow',
          Resource: [
            'arn:aws:elasticloadbalancing:*:*:loadbalancer/app/*/*',
            'arn:aws:elasticloadbalancing:*:*:listener/app/*/*/*',
            'arn:aws:elasticloadbalancing:*:*:listener-rule/app/*/*/*/*',
            'arn:aws:elasticloadbalancing:*:*:targetgroup/*/*',
          ],
          Sid: 'TagOnCreateELBResources',
        },
        {
          Action: ['ec2:CreateSecurityGroup'],
          Effect: 'Allow',
          Resource: 'arn:aws:ec2:*:*:vpc/*',
          Sid: 'BlanketAllowCreateSecurityGroupsInVPCs',
        },
        {
          Action: [
            'ec2:CreateSecurityGroup',
            'ec2:AuthorizeSecurityGroupEgress',
            'ec2:AuthorizeSecurityGroupIngress',
          ],
          Condition: {
            StringEquals: {
              'aws:RequestTag/AmazonECSManaged': 'true',
            },
          },
          Effect: 'Allow',
          Resource: [
            'arn:aws:ec2:*:*:security-group/*',
            'arn:aws:ec2:*:*:security-group-rule/*',
            'arn:aws:ec2:*:*:vpc/*',
          ],
          Sid: 'CreateSecurityGroupResourcesWithTags',
        },
        {
          Action: [
            'ec2:AuthorizeSecurityGroupEgress',
            'ec2:AuthorizeSecurityGroupIngress',
            'ec2:DeleteSecurityGroup',
            'ec2:RevokeSecurityGroupEgress',
            'ec2:RevokeSecurityGroupIngress',
          ],
          Condition: {
            StringEquals: {
              'aws:ResourceTag/AmazonECSManaged': 'true',
            },
          },
          Effect: 'Allow',
          Resource: [
            'arn:aws:ec2:*:*:security-group/*',
            'arn:aws:ec2:*:*:vpc/*',
          ],
          Sid: 'ModifySecurityGroupOperations',
        },
        {
          Action: ['ec2:CreateTags'],
          Condition: {
            StringEquals: {
              'ec2:CreateAction': [
                'CreateSecurityGroup',
                'AuthorizeSecurityGroupIngress',
                'AuthorizeSecurityGroupEgress',
              ],
            },
          },
          Effect: 'Allow',
          Resource: [
            'arn:aws:ec2:*:*:security-group/*',
            'arn:aws:ec2:*:*:security-group-rule/*',
          ],
          Sid: 'TagOnCreateEC2Resources',
        },
        {
          Action: [
            'acm:RequestCertificate',
            'acm:AddTagsToCertificate',
            'acm:DeleteCertificate',
            'acm:DescribeCertificate',
          ],
          Condition: {
            StringEquals: {
              'aws:ResourceTag/AmazonECSManaged': 'true',
            },
          },
          Effect: 'Allow',
          Resource: ['arn:aws:acm:*:*:certificate/*'],
          Sid: 'CertificateOperations',
        },
        {
          Action: [
            'application-autoscaling:RegisterScalableTarget',
            'application-autoscaling:TagResource',
            'application-autoscaling:DeregisterScalableTarget',
          ],
          Condition: {
            StringEquals: {
              'aws:ResourceTag/AmazonECSManaged': 'true',
            },
          },
          Effect: 'Allow',
          Resource: ['arn:aws:application-autoscaling:*:*:scalable-target/*'],
          Sid: 'ApplicationAutoscalingCreateOperations',
        },
        {
          Action: [
            'application-autoscaling:PutScalingPolicy',
            'application-autoscaling:DeleteScalingPolicy',
          ],
          Condition: {
            StringEquals: {
              'application-autoscaling:service-namespace': 'ecs',
            },
          },
          Effect: 'Allow',
          Resource: ['arn:aws:application-autoscaling:*:*:scalable-target/*'],
          Sid: 'ApplicationAutoscalingPolicyOperations',
        },
        {
          Action: [
            'application-autoscaling:DescribeScalableTargets',
            'application-autoscaling:DescribeScalingPolicies',
            'application-autoscaling:DescribeScalingActivities',
          ],
          Effect: 'Allow',
          Resource: ['arn:aws:application-autoscaling:*:*:scalable-target/*'],
          Sid: 'ApplicationAutoscalingReadOperations',
        },
        {
          Action: ['cloudwatch:PutMetricAlarm', 'cloudwatch:TagResource'],
          Condition: {
            StringEquals: {
              'aws:RequestTag/AmazonECSManaged': 'true',
            },
          },
          Effect: 'Allow',
          Resource: ['arn:aws:cloudwatch:*:*:alarm:*'],
          Sid: 'CloudWatchAlarmCreateOperations',
        },
        {
          Action: ['cloudwatch:DeleteAlarms', 'cloudwatch:DescribeAlarms'],
          Condition: {
            StringEquals: {
              'aws:ResourceTag/AmazonECSManaged': 'true',
            },
          },
          Effect: 'Allow',
          Resource: ['arn:aws:cloudwatch:*:*:alarm:*'],
          Sid: 'CloudWatchAlarmOperations',
        },
        {
          Action: [
            'elasticloadbalancing:DescribeLoadBalancers',
            'elasticloadbalancing:DescribeTargetGroups',
            'elasticloadbalancing:DescribeTargetHealth',
            'elasticloadbalancing:DescribeListeners',
            'elasticloadbalancing:DescribeRules',
          ],
          Effect: 'Allow',
          Resource: '*',
          Sid: 'ELBReadOperations',
        },
        {
          Action: [
            'ec2:DescribeSecurityGroups',
            'ec2:DescribeSubnets',
            'ec2:DescribeRouteTables',
            'ec2:DescribeVpcs',
          ],
          Effect: 'Allow',
          Resource: '*',
          Sid: 'VPCReadOperations',
        },
        {
          Action: ['logs:CreateLogGroup', 'logs:TagResource'],
          Condition: {
            StringEquals: {
              'aws:RequestTag/AmazonECSManaged': 'true',
            },
          },
          Effect: 'Allow',
          Resource: 'arn:aws:logs:*:*:log-group:*',
          Sid: 'CloudWatchLogsCreateOperations',
        },
        {
          Action: ['logs:DescribeLogGroups'],
          Effect: 'Allow',
          Resource: '*',
          Sid: 'CloudWatchLogsReadOperations',
        },
      ],
      Version: '2012-10-17',
    },
  };

const AMAZON_ECSINSTANCE_ROLE_POLICY_FOR_MANAGED_INSTANCES: ManagedPolicy = {
  name: 'AmazonECSInstanceRolePolicyForManagedInstances',
  version: 'v4',
  document: {
    Statement: [
      {
        Action: ['ecs:DiscoverPollEndpoint'],
        Effect: 'Allow',
        Resource: '*',
        Sid: 'ECSAgentDiscoverPollEndpointPermissions',
      },
      {
        Action: ['ecs:RegisterContainerInstance'],
        Effect: 'Allow',
        Resource: 'arn:aws:ecs:*:*:cluster/*',
        Sid: 'ECSAgentRegisterPermissions',
      },
      {
        Action: ['ecs:Poll'],
        Effect: 'Allow',
        Resource: [
          'arn:aws:ecs:*:*:container-instance/*',
          'arn:aws:ecs:*:*:task-set/*',
        ],
        Sid: 'ECSAgentPollPermissions',
      },
      {
        Action: ['ecs:StartTelemetrySession', 'ecs:PutSystemLogEvents'],
        Effect: 'Allow',
        Resource: 'arn:aws:ecs:*:*:container-instance/*',
        Sid: 'ECSAgentTelemetryPermissions',
      },
      {
        Action: [
          'ecs:SubmitAttachmentStateChanges',
          'ecs:SubmitTaskStateChange',
        ],
        Effect: 'Allow',
        Resource: 'arn:aws:ecs:*:*:cluster/*',
        Sid: 'ECSAgentStateChangePermissions',
      },
    ],
    Version: '2012-10-17',
  },
};

const AMAZON_ECSTASK_EXECUTION_ROLE_POLICY: ManagedPolicy = {
  name: 'AmazonECSTaskExecutionRolePolicy',
  version: 'v1',
  document: {
    Statement: [
      {
        Action: [
          'ecr:GetAuthorizationToken',
          'ecr:BatchCheckLayerAvailability',
          'ecr:GetDownloadUrlForLayer',
          'ecr:BatchGetImage',
          'logs:CreateLogStream',
          'logs:PutLogEvents',
        ],
        Effect: 'Allow',
        Resource: '*',
      },
    ],
    Version: '2012-10-17',
  },
};

const AMAZON_SSMMANAGED_INSTANCE_CORE: ManagedPolicy = {
  name: 'AmazonSSMManagedInstanceCore',
  version: 'v2',
  document: {
    Statement: [
      {
        Action: [
          'ssm:DescribeAssociation',
          'ssm:GetDeployablePatchSnapshotForInstance',
          'ssm:GetDocument',
          'ssm:DescribeDocument',
          'ssm:GetManifest',
          'ssm:GetParameter',
          'ssm:GetParameters',
          'ssm:ListAssociations',
          'ssm:ListInstanceAssociations',
          'ssm:PutInventory',
          'ssm:PutComplianceItems',
          'ssm:PutConfigurePackageResult',
          'ssm:UpdateAssociationStatus',
          'ssm:UpdateInstanceAssociationStatus',
          'ssm:UpdateInstanceInformation',
        ],
        Effect: 'Allow',
        Resource: '*',
      },
      {
        Action: [
          'ssmmessages:CreateControlChannel',
          'ssmmessages:CreateDataChannel',
          'ssmmessages:OpenControlChannel',
          'ssmmessages:OpenDataChannel',
        ],
        Effect: 'Allow',
        Resource: '*',
      },
      {
        Action: [
          'ec2messages:AcknowledgeMessage',
          'ec2messages:DeleteMessage',
          'ec2messages:FailMessage',
          'ec2messages:GetEndpoint',
          'ec2messages:GetMessages',
          'ec2messages:SendReply',
        ],
        Effect: 'Allow',
        Resource: '*',
      },
    ],
    Version: '2012-10-17',
  },
};

const CLOUD_WATCH_AGENT_SERVER_POLICY: ManagedPolicy = {
  name: 'CloudWatchAgentServerPolicy',
  version: 'v3',
  document: {
    Statement: [
      {
        Action: [
          'cloudwatch:PutMetricData',
          'ec2:DescribeVolumes',
          'ec2:DescribeTags',
          'logs:PutLogEvents',
          'logs:PutRetentionPolicy',
          'logs:DescribeLogStreams',
          'logs:DescribeLogGroups',
          'logs:CreateLogStream',
          'logs:CreateLogGroup',
          'xray:PutTraceSegments',
          'xray:PutTelemetryRecords',
          'xray:GetSamplingRules',
          'xray:GetSamplingTargets',
          'xray:GetSamplingStatisticSummaries',
        ],
        Effect: 'Allow',
        Resource: '*',
        Sid: 'CWACloudWatchServerPermissions',
      },
      {
        Action: ['ssm:GetParameter'],
        Effect: 'Allow',
        Resource: 'arn:aws:ssm:*:*:parameter/AmazonCloudWatch-*',
        Sid: 'CWASSMServerPermissions',
      },
    ],
    Version: '2012-10-17',
  },
};

const BASELINES: Readonly<Partial<Record<RoleSlot, readonly ManagedPolicy[]>>> =
  {
    execution: [AMAZON_ECSTASK_EXECUTION_ROLE_POLICY],
    'daemon-execution': [AMAZON_ECSTASK_EXECUTION_ROLE_POLICY],
    instance: [
      AMAZON_EC2_CONTAINER_SERVICEFOR_EC2_ROLE,
      AMAZON_ECSINSTANCE_ROLE_POLICY_FOR_MANAGED_INSTANCES,
      AMAZON_SSMMANAGED_INSTANCE_CORE,
      CLOUD_WATCH_AGENT_SERVER_POLICY,
    ],
    'infrastructure-volumes': [
      AMAZON_ECSINFRASTRUCTURE_ROLE_POLICY_FOR_VOLUMES,
    ],
    'infrastructure-service-connect': [
      AMAZON_ECSINFRASTRUCTURE_ROLE_POLICY_FOR_SERVICE_CONNECT_TRANSPORT_LAYER_SECURITY,
    ],
    'infrastructure-lattice': [
      AMAZON_ECSINFRASTRUCTURE_ROLE_POLICY_FOR_VPC_LATTICE,
    ],
    'infrastructure-load-balancers': [
      AMAZON_ECSINFRASTRUCTURE_ROLE_POLICY_FOR_LOAD_BALANCERS,
    ],
    'infrastructure-managed-instances': [
      AMAZON_ECSINFRASTRUCTURE_ROLE_POLICY_FOR_MANAGED_INSTANCES,
    ],
    'infrastructure-express': [
      AMAZON_ECSINFRASTRUCTURE_ROLEFOR_EXPRESS_GATEWAY_SERVICES,
    ],
    service: [AMAZON_EC2_CONTAINER_SERVICE_ROLE],
    'code-deploy': [
      AWSCODE_DEPLOY_ROLE_FOR_ECS,
      AWSCODE_DEPLOY_ROLE_FOR_ECSLIMITED,
    ],
  };
