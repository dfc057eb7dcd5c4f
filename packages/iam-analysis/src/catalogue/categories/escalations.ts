/**
 * A set of actions with which a role gains more than it was given.
 *
 * - `identity-write`: it changes an identity of IAM, or makes credentials for one
 * - `new-passrole`: it hands a role to a service that then acts for it
 * - `existing-target`: it takes over something that runs with another role
 * - `ecs-host-escape`: it reaches the host of ECS tasks, and with it their roles
 */
export type Escalation = Readonly<{
  kind: EscalationKind;
  actions: readonly string[];
  /** The services that roles are passed to: each of them, where there are several. Empty: no role is passed. */
  passedTo: readonly string[];
  /** By which name other tools know it. */
  knownAs: readonly string[];
}>;

export type EscalationKind =
  | 'identity-write'
  | 'new-passrole'
  | 'existing-target'
  | 'ecs-host-escape';

/**
 * Every set that is publicly known, also those that hold a smaller one. Where the facts come from: NOTICE.
 */
export const escalations: readonly Escalation[] = [
  {
    kind: 'ecs-host-escape',
    actions: ['ecs:CreateService', 'ecs:RegisterTaskDefinition'],
    passedTo: [],
    knownAs: ['hacktricks:ecs-host-escape-no-passrole'],
  },
  {
    kind: 'ecs-host-escape',
    actions: ['ecs:RegisterTaskDefinition', 'ecs:RunTask'],
    passedTo: [],
    knownAs: ['hacktricks:ecs-host-escape-no-passrole'],
  },
  {
    kind: 'ecs-host-escape',
    actions: ['ecs:RegisterTaskDefinition', 'ecs:StartTask'],
    passedTo: [],
    knownAs: ['hacktricks:ecs-host-escape-no-passrole'],
  },
  {
    kind: 'ecs-host-escape',
    actions: ['ecs:RegisterTaskDefinition', 'ecs:UpdateService'],
    passedTo: [],
    knownAs: ['hacktricks:ecs-host-escape-no-passrole'],
  },
  {
    kind: 'existing-target',
    actions: ['apprunner:UpdateService'],
    passedTo: [],
    knownAs: ['pathfinding:apprunner-002', 'prowler:AppRunnerUpdateService'],
  },
  {
    kind: 'existing-target',
    actions: ['batch:SubmitJob'],
    passedTo: [],
    knownAs: ['pathfinding:batch-002', 'prowler:BatchSubmitJob'],
  },
  {
    kind: 'existing-target',
    actions: [
      'bedrock-agentcore:ConnectBrowserAutomationStream',
      'bedrock-agentcore:StartBrowserSession',
    ],
    passedTo: [],
    knownAs: ['prowler:AgentCoreBrowserSessionConnect'],
  },
  {
    kind: 'existing-target',
    actions: ['bedrock-agentcore:InvokeAgentRuntimeCommand'],
    passedTo: [],
    knownAs: ['prowler:AgentCoreInvokeRuntimeCommand'],
  },
  {
    kind: 'existing-target',
    actions: [
      'bedrock-agentcore:InvokeCodeInterpreter',
      'bedrock-agentcore:StartCodeInterpreterSession',
    ],
    passedTo: [],
    knownAs: [
      'cloudsplaining:AccessExistingBedrockCodeInterpreterSession',
      'pathfinding:bedrock-002',
      'prowler:AgentCoreSessionInvoke',
    ],
  },
  {
    kind: 'existing-target',
    actions: [
      'cloudformation:CreateChangeSet',
      'cloudformation:ExecuteChangeSet',
    ],
    passedTo: [],
    knownAs: [
      'cloudsplaining:ExecuteCloudFormationChangeSet',
      'pathfinding:cloudformation-005',
      'pmapper:cloudformation-changeset',
      'prowler:CloudFormationChangeSet',
    ],
  },
  {
    kind: 'existing-target',
    actions: ['cloudformation:UpdateStack'],
    passedTo: [],
    knownAs: [
      'pathfinding:cloudformation-002',
      'pmapper:cloudformation-update',
      'prowler:CloudFormationUpdateStack',
    ],
  },
  {
    kind: 'existing-target',
    actions: ['codebuild:StartBuild'],
    passedTo: [],
    knownAs: [
      'pathfinding:codebuild-002',
      'pmapper:codebuild-start',
      'prowler:CodeBuildStartBuild',
    ],
  },
  {
    kind: 'existing-target',
    actions: ['codebuild:StartBuildBatch'],
    passedTo: [],
    knownAs: ['pathfinding:codebuild-003', 'prowler:CodeBuildStartBuildBatch'],
  },
  {
    kind: 'existing-target',
    actions: [
      'codedeploy:CreateDeployment',
      'codedeploy:GetDeploymentConfig',
      'codedeploy:RegisterApplicationRevision',
    ],
    passedTo: [],
    knownAs: ['prowler:CodeDeployCreateDeployment'],
  },
  {
    kind: 'existing-target',
    actions: ['codestar:AssociateTeamMember', 'codestar:CreateProject'],
    passedTo: [],
    knownAs: ['pacu:CodeStarCreateProjectThenAssociateTeamMember'],
  },
  {
    kind: 'existing-target',
    actions: ['codestar:CreateProject'],
    passedTo: [],
    knownAs: ['pacu:CodeStarCreateProjectFromTemplate'],
  },
  {
    kind: 'existing-target',
    actions: ['ec2-instance-connect:SendSSHPublicKey', 'ec2:DescribeInstances'],
    passedTo: [],
    knownAs: [
      'cloudsplaining:EC2InstanceConnectSendSSHPublicKey',
      'pathfinding:ec2instanceconnect-003',
      'prowler:EC2InstanceConnect+SendSSHPublicKey',
    ],
  },
  {
    kind: 'existing-target',
    actions: ['ec2:CreateLaunchTemplateVersion', 'ec2:ModifyLaunchTemplate'],
    passedTo: [],
    knownAs: [
      'cloudsplaining:ModifyExistingEC2LaunchTemplate',
      'pathfinding:ec2-004',
      'prowler:EC2ModifyLaunchTemplate',
    ],
  },
  {
    kind: 'existing-target',
    actions: [
      'ec2:ModifyInstanceAttribute',
      'ec2:StartInstances',
      'ec2:StopInstances',
    ],
    passedTo: [],
    knownAs: [
      'cloudsplaining:ModifyEC2InstanceUserDataThenRestart',
      'pathfinding:ec2-002',
      'prowler:EC2ModifyInstanceAttribute',
    ],
  },
  {
    kind: 'existing-target',
    actions: ['ecs:CreateService', 'ecs:DescribeTasks', 'ecs:ExecuteCommand'],
    passedTo: [],
    knownAs: ['hacktricks:ecs-exec-enable'],
  },
  {
    kind: 'existing-target',
    actions: [
      'ecs:CreateTaskSet',
      'ecs:DescribeTaskSets',
      'ecs:UpdateServicePrimaryTaskSet',
    ],
    passedTo: [],
    knownAs: ['hacktricks:ecs-taskset'],
  },
  {
    kind: 'existing-target',
    actions: ['ecs:DescribeTasks', 'ecs:ExecuteCommand'],
    passedTo: [],
    knownAs: [
      'cloudsplaining:ECSExecuteCommandOnRunningTask',
      'pathfinding:ecs-006',
      'prowler:ECS+ExecuteCommand',
    ],
  },
  {
    kind: 'existing-target',
    actions: ['ecs:DescribeTasks', 'ecs:ExecuteCommand', 'ecs:RunTask'],
    passedTo: [],
    knownAs: ['hacktricks:ecs-exec-enable'],
  },
  {
    kind: 'existing-target',
    actions: ['ecs:DescribeTasks', 'ecs:ExecuteCommand', 'ecs:StartTask'],
    passedTo: [],
    knownAs: ['hacktricks:ecs-exec-enable'],
  },
  {
    kind: 'existing-target',
    actions: ['ecs:DescribeTasks', 'ecs:ExecuteCommand', 'ecs:UpdateService'],
    passedTo: [],
    knownAs: ['hacktricks:ecs-exec-enable'],
  },
  {
    kind: 'existing-target',
    actions: ['ecs:DiscoverPollEndpoint', 'ecs:Poll'],
    passedTo: [],
    knownAs: ['hacktricks:ecscape'],
  },
  {
    kind: 'existing-target',
    actions: ['glue:UpdateDevEndpoint'],
    passedTo: [],
    knownAs: [
      'cloudsplaining:UpdateExistingGlueDevEndpoint',
      'pathfinding:glue-002',
      'prowler:GlueUpdateDevEndpoint',
    ],
  },
  {
    kind: 'existing-target',
    actions: ['lambda:AddPermission', 'lambda:UpdateFunctionCode'],
    passedTo: [],
    knownAs: [
      'cloudsplaining:UpdateLambdaFunctionAndAddPermission',
      'pathfinding:lambda-005',
      'prowler:UpdateFunctionCode+AddPermission',
    ],
  },
  {
    kind: 'existing-target',
    actions: ['lambda:InvokeFunction', 'lambda:UpdateFunctionCode'],
    passedTo: [],
    knownAs: [
      'cloudsplaining:UpdateAndInvokeLambdaFunction',
      'pathfinding:lambda-004',
      'prowler:UpdateFunctionCode+InvokeFunction',
    ],
  },
  {
    kind: 'existing-target',
    actions: ['lambda:UpdateFunctionCode'],
    passedTo: [],
    knownAs: [
      'cloudsplaining:EditExistingLambdaFunctionWithRole',
      'pathfinding:lambda-003',
      'pmapper:lambda-code',
      'prowler:lambda:UpdateFunctionCode',
    ],
  },
  {
    kind: 'existing-target',
    actions: ['lambda:UpdateFunctionConfiguration'],
    passedTo: [],
    knownAs: ['prowler:lambda:UpdateFunctionConfiguration'],
  },
  {
    kind: 'existing-target',
    actions: [
      'sagemaker:CreateNotebookInstanceLifecycleConfig',
      'sagemaker:StartNotebookInstance',
      'sagemaker:StopNotebookInstance',
      'sagemaker:UpdateNotebookInstance',
    ],
    passedTo: [],
    knownAs: [
      'cloudsplaining:UpdateSageMakerNotebookLifecycleConfig',
      'pathfinding:sagemaker-005',
      'prowler:SageMakerNotebookLifecycleConfig',
    ],
  },
  {
    kind: 'existing-target',
    actions: ['sagemaker:CreatePresignedNotebookInstanceUrl'],
    passedTo: [],
    knownAs: [
      'cloudsplaining:CreatePresignedSageMakerNotebookUrl',
      'pathfinding:sagemaker-004',
      'prowler:SageMakerCreatePresignedNotebookInstanceUrl',
    ],
  },
  {
    kind: 'existing-target',
    actions: ['ssm:SendCommand'],
    passedTo: [],
    knownAs: [
      'pathfinding:ssm-002',
      'pmapper:ssm-send',
      'prowler:SSMSendCommand',
    ],
  },
  {
    kind: 'existing-target',
    actions: ['ssm:StartSession'],
    passedTo: [],
    knownAs: [
      'pathfinding:ssm-001',
      'pmapper:ssm-start',
      'prowler:SSMStartSession',
    ],
  },
  {
    kind: 'existing-target',
    actions: ['states:StartExecution', 'states:UpdateStateMachine'],
    passedTo: [],
    knownAs: ['prowler:StepFunctionsUpdateStateMachine+StartExecution'],
  },
  {
    kind: 'existing-target',
    actions: ['sts:AssumeRole'],
    passedTo: [],
    knownAs: ['pathfinding:sts-001', 'pmapper:sts'],
  },
  {
    kind: 'identity-write',
    actions: ['iam:AddUserToGroup'],
    passedTo: [],
    knownAs: [
      'cloudsplaining:AddUserToGroup',
      'pathfinding:iam-013',
      'prowler:iam:AddUserToGroup',
    ],
  },
  {
    kind: 'identity-write',
    actions: ['iam:AttachGroupPolicy'],
    passedTo: [],
    knownAs: [
      'cloudsplaining:AttachGroupPolicy',
      'pathfinding:iam-010',
      'prowler:iam:AttachGroupPolicy',
    ],
  },
  {
    kind: 'identity-write',
    actions: ['iam:AttachRolePolicy'],
    passedTo: [],
    knownAs: [
      'cloudsplaining:AttachRolePolicy',
      'pathfinding:iam-009',
      'prowler:iam:AttachRolePolicy',
    ],
  },
  {
    kind: 'identity-write',
    actions: ['iam:AttachRolePolicy', 'iam:UpdateAssumeRolePolicy'],
    passedTo: [],
    knownAs: [
      'cloudsplaining:AttachRolePolicyThenUpdateAssumeRolePolicy',
      'pathfinding:iam-019',
      'prowler:AttachRolePolicy+UpdateAssumeRolePolicy',
    ],
  },
  {
    kind: 'identity-write',
    actions: ['iam:AttachRolePolicy', 'sts:AssumeRole'],
    passedTo: [],
    knownAs: ['pathfinding:iam-014', 'prowler:AssumeRole+AttachRolePolicy'],
  },
  {
    kind: 'identity-write',
    actions: ['iam:AttachUserPolicy'],
    passedTo: [],
    knownAs: [
      'cloudsplaining:AttachUserPolicy',
      'pathfinding:iam-008',
      'prowler:iam:AttachUserPolicy',
    ],
  },
  {
    kind: 'identity-write',
    actions: ['iam:AttachUserPolicy', 'iam:CreateAccessKey'],
    passedTo: [],
    knownAs: [
      'cloudsplaining:AttachUserPolicyThenCreateAccessKey',
      'pathfinding:iam-015',
      'prowler:AttachUserPolicy+CreateAccessKey',
    ],
  },
  {
    kind: 'identity-write',
    actions: ['iam:CreateAccessKey'],
    passedTo: [],
    knownAs: [
      'cloudsplaining:CreateAccessKey',
      'pathfinding:iam-002',
      'prowler:iam:CreateAccessKey',
    ],
  },
  {
    kind: 'identity-write',
    actions: ['iam:CreateAccessKey', 'iam:DeleteAccessKey'],
    passedTo: [],
    knownAs: [
      'cloudsplaining:CreateAndRotateAccessKey',
      'pathfinding:iam-003',
      'prowler:CreateAccessKey+DeleteAccessKey',
    ],
  },
  {
    kind: 'identity-write',
    actions: ['iam:CreateAccessKey', 'iam:PutUserPolicy'],
    passedTo: [],
    knownAs: [
      'cloudsplaining:PutUserPolicyThenCreateAccessKey',
      'pathfinding:iam-018',
      'prowler:PutUserPolicy+CreateAccessKey',
    ],
  },
  {
    kind: 'identity-write',
    actions: ['iam:CreateLoginProfile'],
    passedTo: [],
    knownAs: [
      'cloudsplaining:CreateLoginProfile',
      'pathfinding:iam-004',
      'prowler:iam:CreateLoginProfile',
    ],
  },
  {
    kind: 'identity-write',
    actions: ['iam:CreatePolicyVersion'],
    passedTo: [],
    knownAs: [
      'cloudsplaining:CreateNewPolicyVersion',
      'pathfinding:iam-001',
      'prowler:CreatePolicyVersion',
    ],
  },
  {
    kind: 'identity-write',
    actions: ['iam:CreatePolicyVersion', 'iam:UpdateAssumeRolePolicy'],
    passedTo: [],
    knownAs: [
      'cloudsplaining:CreatePolicyVersionThenUpdateAssumeRolePolicy',
      'pathfinding:iam-020',
      'prowler:CreatePolicyVersion+UpdateAssumeRolePolicy',
    ],
  },
  {
    kind: 'identity-write',
    actions: ['iam:CreatePolicyVersion', 'sts:AssumeRole'],
    passedTo: [],
    knownAs: [
      'cloudsplaining:CreatePolicyVersionThenAssumeRole',
      'pathfinding:iam-016',
      'prowler:AssumeRole+CreatePolicyVersion',
    ],
  },
  {
    kind: 'identity-write',
    actions: ['iam:DeleteRolePermissionsBoundary', 'sts:AssumeRole'],
    passedTo: [],
    knownAs: [
      'pathfinding:iam-023',
      'prowler:AssumeRole+DeleteRolePermissionsBoundary',
    ],
  },
  {
    kind: 'identity-write',
    actions: ['iam:DeleteUserPermissionsBoundary'],
    passedTo: [],
    knownAs: [
      'pathfinding:iam-022',
      'prowler:iam:DeleteUserPermissionsBoundary',
    ],
  },
  {
    kind: 'identity-write',
    actions: ['iam:DeleteUserPolicy'],
    passedTo: [],
    knownAs: ['pathfinding:iam-026'],
  },
  {
    kind: 'identity-write',
    actions: ['iam:DetachUserPolicy'],
    passedTo: [],
    knownAs: ['pathfinding:iam-025'],
  },
  {
    kind: 'identity-write',
    actions: ['iam:PutGroupPolicy'],
    passedTo: [],
    knownAs: [
      'cloudsplaining:PutGroupPolicy',
      'pathfinding:iam-011',
      'prowler:iam:PutGroupPolicy',
    ],
  },
  {
    kind: 'identity-write',
    actions: ['iam:PutRolePolicy'],
    passedTo: [],
    knownAs: [
      'cloudsplaining:PutRolePolicy',
      'pathfinding:iam-005',
      'prowler:iam:PutRolePolicy',
    ],
  },
  {
    kind: 'identity-write',
    actions: ['iam:PutRolePolicy', 'iam:UpdateAssumeRolePolicy'],
    passedTo: [],
    knownAs: [
      'cloudsplaining:PutRolePolicyThenUpdateAssumeRolePolicy',
      'pathfinding:iam-021',
      'prowler:PutRolePolicy+UpdateAssumeRolePolicy',
    ],
  },
  {
    kind: 'identity-write',
    actions: ['iam:PutRolePolicy', 'sts:AssumeRole'],
    passedTo: [],
    knownAs: ['pathfinding:iam-017', 'prowler:AssumeRole+PutRolePolicy'],
  },
  {
    kind: 'identity-write',
    actions: ['iam:PutUserPermissionsBoundary'],
    passedTo: [],
    knownAs: ['pathfinding:iam-024'],
  },
  {
    kind: 'identity-write',
    actions: ['iam:PutUserPolicy'],
    passedTo: [],
    knownAs: [
      'cloudsplaining:PutUserPolicy',
      'pathfinding:iam-007',
      'prowler:iam:PutUserPolicy',
    ],
  },
  {
    kind: 'identity-write',
    actions: ['iam:SetDefaultPolicyVersion'],
    passedTo: [],
    knownAs: [
      'cloudsplaining:SetExistingDefaultPolicyVersion',
      'prowler:SetDefaultPolicyVersion',
    ],
  },
  {
    kind: 'identity-write',
    actions: ['iam:UpdateAssumeRolePolicy'],
    passedTo: [],
    knownAs: [
      'cloudsplaining:UpdateRolePolicyToAssumeIt',
      'pathfinding:iam-012',
      'prowler:iam:UpdateAssumeRolePolicy',
    ],
  },
  {
    kind: 'identity-write',
    actions: ['iam:UpdateAssumeRolePolicy', 'sts:AssumeRole'],
    passedTo: [],
    knownAs: ['prowler:AssumeRole+UpdateAssumeRolePolicy'],
  },
  {
    kind: 'identity-write',
    actions: ['iam:UpdateLoginProfile'],
    passedTo: [],
    knownAs: [
      'cloudsplaining:UpdateLoginProfile',
      'pathfinding:iam-006',
      'prowler:iam:UpdateLoginProfile',
    ],
  },
  {
    kind: 'identity-write',
    actions: ['sso:AttachManagedPolicyToPermissionSet'],
    passedTo: [],
    knownAs: [
      'pathfinding:sso-002',
      'prowler:sso:AttachManagedPolicyToPermissionSet',
    ],
  },
  {
    kind: 'identity-write',
    actions: [
      'sso:AttachManagedPolicyToPermissionSet',
      'sso:CreateAccountAssignment',
      'sso:CreatePermissionSet',
    ],
    passedTo: [],
    knownAs: [
      'pathfinding:sso-001',
      'prowler:SSOCreatePermissionSet+CreateAccountAssignment+AttachManagedPolicy',
    ],
  },
  {
    kind: 'identity-write',
    actions: ['sso:PutInlinePolicyToPermissionSet'],
    passedTo: [],
    knownAs: [
      'pathfinding:sso-003',
      'prowler:sso:PutInlinePolicyToPermissionSet',
    ],
  },
  {
    kind: 'new-passrole',
    actions: [
      'iam:PassRole',
      'amplify:CreateApp',
      'amplify:CreateBranch',
      'amplify:StartJob',
    ],
    passedTo: ['amplify.amazonaws.com'],
    knownAs: ['pathfinding:amplify-001'],
  },
  {
    kind: 'new-passrole',
    actions: ['iam:PassRole', 'apprunner:CreateService'],
    passedTo: ['tasks.apprunner.amazonaws.com'],
    knownAs: [
      'cloudsplaining:PassExistingRoleToNewAppRunnerService',
      'pathfinding:apprunner-001',
      'prowler:PassRole+AppRunnerCreateService',
    ],
  },
  {
    kind: 'new-passrole',
    actions: [
      'iam:PassRole',
      'autoscaling:CreateAutoScalingGroup',
      'autoscaling:CreateLaunchConfiguration',
    ],
    passedTo: ['ec2.amazonaws.com'],
    knownAs: ['pmapper:autoscaling', 'prowler:PassRole+CreateAutoScaling'],
  },
  {
    kind: 'new-passrole',
    actions: [
      'iam:PassRole',
      'autoscaling:CreateAutoScalingGroup',
      'ec2:CreateLaunchTemplate',
      'ecs:CreateCapacityProvider',
      'ecs:PutClusterCapacityProviders',
      'ecs:UpdateService',
    ],
    passedTo: ['ec2.amazonaws.com', 'ecs-tasks.amazonaws.com'],
    knownAs: ['hacktricks:ecs-capacity-provider'],
  },
  {
    kind: 'new-passrole',
    actions: [
      'iam:PassRole',
      'autoscaling:CreateLaunchConfiguration',
      'autoscaling:UpdateAutoScalingGroup',
    ],
    passedTo: ['ec2.amazonaws.com'],
    knownAs: ['prowler:PassRole+UpdateAutoScaling'],
  },
  {
    kind: 'new-passrole',
    actions: [
      'iam:PassRole',
      'batch:CreateComputeEnvironment',
      'batch:CreateJobQueue',
      'batch:RegisterJobDefinition',
      'batch:SubmitJob',
    ],
    passedTo: ['ecs-tasks.amazonaws.com'],
    knownAs: ['pathfinding:batch-003'],
  },
  {
    kind: 'new-passrole',
    actions: ['iam:PassRole', 'batch:RegisterJobDefinition', 'batch:SubmitJob'],
    passedTo: ['ecs-tasks.amazonaws.com'],
    knownAs: [
      'pathfinding:batch-001',
      'prowler:PassRole+BatchRegisterJobDef+SubmitJob',
    ],
  },
  {
    kind: 'new-passrole',
    actions: [
      'iam:PassRole',
      'bedrock-agentcore:ConnectBrowserAutomationStream',
      'bedrock-agentcore:CreateBrowser',
      'bedrock-agentcore:StartBrowserSession',
    ],
    passedTo: ['bedrock-agentcore.amazonaws.com'],
    knownAs: ['prowler:PassRole+AgentCoreCreateBrowser+ConnectBrowser'],
  },
  {
    kind: 'new-passrole',
    actions: [
      'iam:PassRole',
      'bedrock-agentcore:CreateAgentRuntime',
      'bedrock-agentcore:CreateAgentRuntimeEndpoint',
      'bedrock-agentcore:CreateHarness',
      'bedrock-agentcore:CreateWorkloadIdentity',
      'bedrock-agentcore:GetAgentRuntime',
      'bedrock-agentcore:InvokeAgentRuntimeCommand',
    ],
    passedTo: ['bedrock-agentcore.amazonaws.com'],
    knownAs: ['prowler:PassRole+AgentCoreCreateHarness+InvokeRuntimeCommand'],
  },
  {
    kind: 'new-passrole',
    actions: [
      'iam:PassRole',
      'bedrock-agentcore:CreateAgentRuntime',
      'bedrock-agentcore:CreateAgentRuntimeEndpoint',
      'bedrock-agentcore:CreateWorkloadIdentity',
      'bedrock-agentcore:InvokeAgentRuntimeCommand',
    ],
    passedTo: ['bedrock-agentcore.amazonaws.com'],
    knownAs: ['prowler:PassRole+AgentCoreCreateRuntime+InvokeRuntimeCommand'],
  },
  {
    kind: 'new-passrole',
    actions: [
      'iam:PassRole',
      'bedrock-agentcore:CreateCodeInterpreter',
      'bedrock-agentcore:InvokeCodeInterpreter',
      'bedrock-agentcore:StartCodeInterpreterSession',
    ],
    passedTo: ['bedrock-agentcore.amazonaws.com'],
    knownAs: [
      'cloudsplaining:PassExistingRoleToNewBedrockCodeInterpreter',
      'pathfinding:bedrock-001',
      'prowler:PassRole+AgentCoreCreateInterpreter+InvokeInterpreter',
    ],
  },
  {
    kind: 'new-passrole',
    actions: ['iam:PassRole', 'braket:CreateJob'],
    passedTo: ['braket.amazonaws.com'],
    knownAs: ['prowler:PassRole+BraketCreateJob'],
  },
  {
    kind: 'new-passrole',
    actions: ['iam:PassRole', 'cloudformation:CreateStack'],
    passedTo: ['cloudformation.amazonaws.com'],
    knownAs: [
      'cloudsplaining:PassExistingRoleToCloudFormation',
      'pathfinding:cloudformation-001',
      'prowler:PassRole+CloudFormationCreateStack',
    ],
  },
  {
    kind: 'new-passrole',
    actions: [
      'iam:PassRole',
      'cloudformation:CreateStackInstances',
      'cloudformation:CreateStackSet',
    ],
    passedTo: ['cloudformation.amazonaws.com'],
    knownAs: [
      'cloudsplaining:PassExistingRoleToNewCloudFormationStackSet',
      'pathfinding:cloudformation-003',
      'prowler:PassRole+CloudFormationCreateStackSet',
    ],
  },
  {
    kind: 'new-passrole',
    actions: ['iam:PassRole', 'cloudformation:UpdateStack'],
    passedTo: ['cloudformation.amazonaws.com'],
    knownAs: ['pmapper:cloudformation-update-pass'],
  },
  {
    kind: 'new-passrole',
    actions: ['iam:PassRole', 'cloudformation:UpdateStackSet'],
    passedTo: ['cloudformation.amazonaws.com'],
    knownAs: [
      'cloudsplaining:PassRoleToUpdateCloudFormationStackSet',
      'pathfinding:cloudformation-004',
      'prowler:PassRole+CloudFormationUpdateStackSet',
    ],
  },
  {
    kind: 'new-passrole',
    actions: [
      'iam:PassRole',
      'codebuild:CreateProject',
      'codebuild:StartBuild',
    ],
    passedTo: ['codebuild.amazonaws.com'],
    knownAs: [
      'cloudsplaining:PassExistingRoleToNewCodeBuildProjectThenBuild',
      'pathfinding:codebuild-001',
      'pmapper:codebuild-create',
      'prowler:PassRole+CodeBuildCreateProject+StartBuild',
    ],
  },
  {
    kind: 'new-passrole',
    actions: [
      'iam:PassRole',
      'codebuild:CreateProject',
      'codebuild:StartBuildBatch',
    ],
    passedTo: ['codebuild.amazonaws.com'],
    knownAs: [
      'cloudsplaining:PassExistingRoleToNewCodeBuildProjectThenBuildBatch',
      'pathfinding:codebuild-004',
      'prowler:PassRole+CodeBuildCreateProject+StartBuildBatch',
    ],
  },
  {
    kind: 'new-passrole',
    actions: [
      'iam:PassRole',
      'codebuild:StartBuild',
      'codebuild:UpdateProject',
    ],
    passedTo: ['codebuild.amazonaws.com'],
    knownAs: ['pmapper:codebuild-update'],
  },
  {
    kind: 'new-passrole',
    actions: ['iam:PassRole', 'codestar:CreateProject'],
    passedTo: ['codestar.amazonaws.com'],
    knownAs: [
      'pacu:PassExistingRoleToNewCodeStarProject',
      'prowler:PassRole+CodeStar',
    ],
  },
  {
    kind: 'new-passrole',
    actions: ['iam:PassRole', 'cognito-identity:SetIdentityPoolRoles'],
    passedTo: ['cognito-identity.amazonaws.com'],
    knownAs: ['prowler:PassRole+CognitoSetIdentityPoolRoles'],
  },
  {
    kind: 'new-passrole',
    actions: [
      'iam:PassRole',
      'datapipeline:ActivatePipeline',
      'datapipeline:CreatePipeline',
      'datapipeline:PutPipelineDefinition',
    ],
    passedTo: ['datapipeline.amazonaws.com'],
    knownAs: ['pathfinding:datapipeline-001', 'prowler:PassRole+DataPipeline'],
  },
  {
    kind: 'new-passrole',
    actions: ['iam:PassRole', 'datapipeline:CreatePipeline'],
    passedTo: ['datapipeline.amazonaws.com'],
    knownAs: ['cloudsplaining:PassExistingRoleToNewDataPipeline'],
  },
  {
    kind: 'new-passrole',
    actions: [
      'iam:PassRole',
      'dynamodb:CreateTable',
      'dynamodb:PutItem',
      'lambda:CreateEventSourceMapping',
      'lambda:CreateFunction',
    ],
    passedTo: ['lambda.amazonaws.com'],
    knownAs: [
      'cloudsplaining:PassExistingRoleToNewLambdaThenTriggerWithNewDynamo',
      'prowler:PassRole+CreateLambda+NewDynamo',
    ],
  },
  {
    kind: 'new-passrole',
    actions: ['iam:PassRole', 'ec2:AssociateIamInstanceProfile'],
    passedTo: ['ec2.amazonaws.com'],
    knownAs: ['pmapper:ec2-associate-profile'],
  },
  {
    kind: 'new-passrole',
    actions: ['iam:PassRole', 'ec2:RequestSpotInstances'],
    passedTo: ['ec2.amazonaws.com'],
    knownAs: [
      'cloudsplaining:PassExistingRoleToNewEC2SpotInstance',
      'pathfinding:ec2-003',
      'prowler:PassRole+EC2SpotInstances',
    ],
  },
  {
    kind: 'new-passrole',
    actions: ['iam:PassRole', 'ec2:RunInstances'],
    passedTo: ['ec2.amazonaws.com'],
    knownAs: [
      'cloudsplaining:CreateEC2WithExistingIP',
      'pathfinding:ec2-001',
      'pmapper:ec2-run',
      'prowler:PassRole+EC2',
    ],
  },
  {
    kind: 'new-passrole',
    actions: [
      'iam:PassRole',
      'ec2:RunInstances',
      'iam:AddRoleToInstanceProfile',
      'iam:CreateInstanceProfile',
    ],
    passedTo: ['ec2.amazonaws.com'],
    knownAs: ['pmapper:ec2-new-profile'],
  },
  {
    kind: 'new-passrole',
    actions: [
      'iam:PassRole',
      'ecs:CreateCluster',
      'ecs:CreateService',
      'ecs:RegisterTaskDefinition',
    ],
    passedTo: ['ecs-tasks.amazonaws.com'],
    knownAs: [
      'cloudsplaining:PassExistingRoleToNewECSClusterServiceTask',
      'pathfinding:ecs-001',
    ],
  },
  {
    kind: 'new-passrole',
    actions: [
      'iam:PassRole',
      'ecs:CreateCluster',
      'ecs:RegisterTaskDefinition',
      'ecs:RunTask',
    ],
    passedTo: ['ecs-tasks.amazonaws.com'],
    knownAs: [
      'cloudsplaining:PassExistingRoleToNewECSClusterRunTask',
      'pathfinding:ecs-002',
    ],
  },
  {
    kind: 'new-passrole',
    actions: ['iam:PassRole', 'ecs:CreateService'],
    passedTo: ['ecs-tasks.amazonaws.com'],
    knownAs: ['hacktricks:ecs-createservice-existing-taskdef'],
  },
  {
    kind: 'new-passrole',
    actions: [
      'iam:PassRole',
      'ecs:CreateService',
      'ecs:RegisterTaskDefinition',
    ],
    passedTo: ['ecs-tasks.amazonaws.com'],
    knownAs: [
      'cloudsplaining:PassExistingRoleToNewECSService',
      'pathfinding:ecs-003',
      'prowler:PassRole+ECS+RegisterTaskDef+CreateService',
    ],
  },
  {
    kind: 'new-passrole',
    actions: [
      'iam:PassRole',
      'ecs:DeregisterContainerInstance',
      'ecs:RegisterContainerInstance',
      'ecs:StartTask',
    ],
    passedTo: ['ecs-tasks.amazonaws.com'],
    knownAs: ['pathfinding:ecs-007', 'prowler:PassRole+ECS+StartTask'],
  },
  {
    kind: 'new-passrole',
    actions: ['iam:PassRole', 'ecs:RegisterTaskDefinition', 'ecs:RunTask'],
    passedTo: ['ecs-tasks.amazonaws.com'],
    knownAs: [
      'cloudsplaining:PassExistingRoleToNewECSTaskViaRunTask',
      'pathfinding:ecs-004',
      'prowler:PassRole+ECS+RegisterTaskDef+RunTask',
    ],
  },
  {
    kind: 'new-passrole',
    actions: [
      'iam:PassRole',
      'ecs:RegisterTaskDefinition',
      'ecs:RunTask',
      'ssm:CreateActivation',
    ],
    passedTo: ['ecs-tasks.amazonaws.com', 'ssm.amazonaws.com'],
    knownAs: ['hacktricks:ecs-anywhere-external'],
  },
  {
    kind: 'new-passrole',
    actions: ['iam:PassRole', 'ecs:RegisterTaskDefinition', 'ecs:StartTask'],
    passedTo: ['ecs-tasks.amazonaws.com'],
    knownAs: [
      'cloudsplaining:PassExistingRoleToNewECSTaskViaStartTask',
      'pathfinding:ecs-005',
      'prowler:PassRole+ECS+RegisterTaskDef+StartTask',
    ],
  },
  {
    kind: 'new-passrole',
    actions: [
      'iam:PassRole',
      'ecs:RegisterTaskDefinition',
      'ecs:StartTask',
      'ssm:CreateActivation',
    ],
    passedTo: ['ecs-tasks.amazonaws.com', 'ssm.amazonaws.com'],
    knownAs: ['hacktricks:ecs-anywhere-external'],
  },
  {
    kind: 'new-passrole',
    actions: [
      'iam:PassRole',
      'ecs:RegisterTaskDefinition',
      'ecs:UpdateService',
    ],
    passedTo: ['ecs-tasks.amazonaws.com'],
    knownAs: ['hacktricks:ecs-updateservice'],
  },
  {
    kind: 'new-passrole',
    actions: ['iam:PassRole', 'ecs:RunTask'],
    passedTo: ['ecs-tasks.amazonaws.com'],
    knownAs: ['pathfinding:ecs-008', 'prowler:PassRole+ECS+RunTask'],
  },
  {
    kind: 'new-passrole',
    actions: ['iam:PassRole', 'ecs:StartTask'],
    passedTo: ['ecs-tasks.amazonaws.com'],
    knownAs: [
      'pathfinding:ecs-009',
      'prowler:PassRole+ECSStartTaskExistingCluster',
    ],
  },
  {
    kind: 'new-passrole',
    actions: ['iam:PassRole', 'ecs:UpdateService'],
    passedTo: ['ecs-tasks.amazonaws.com'],
    knownAs: ['hacktricks:ecs-updateservice-existing-taskdef'],
  },
  {
    kind: 'new-passrole',
    actions: ['iam:PassRole', 'elasticmapreduce:RunJobFlow'],
    passedTo: ['elasticmapreduce.amazonaws.com'],
    knownAs: ['prowler:PassRole+EMRRunJobFlow'],
  },
  {
    kind: 'new-passrole',
    actions: [
      'iam:PassRole',
      'emr-serverless:CreateApplication',
      'emr-serverless:StartJobRun',
    ],
    passedTo: ['emr-serverless.amazonaws.com'],
    knownAs: ['prowler:PassRole+EMRServerlessCreateApp+StartJobRun'],
  },
  {
    kind: 'new-passrole',
    actions: [
      'iam:PassRole',
      'gamelift:CreateBuild',
      'gamelift:CreateFleet',
      'gamelift:RequestUploadCredentials',
    ],
    passedTo: ['gamelift.amazonaws.com'],
    knownAs: ['prowler:PassRole+GameLiftCreateBuild+CreateFleet'],
  },
  {
    kind: 'new-passrole',
    actions: ['iam:PassRole', 'glue:CreateDevEndpoint'],
    passedTo: ['glue.amazonaws.com'],
    knownAs: [
      'cloudsplaining:PassExistingRoleToNewGlueDevEndpoint',
      'pathfinding:glue-001',
      'prowler:PassRole+GlueCreateDevEndpoint',
    ],
  },
  {
    kind: 'new-passrole',
    actions: ['iam:PassRole', 'glue:CreateJob', 'glue:CreateTrigger'],
    passedTo: ['glue.amazonaws.com'],
    knownAs: [
      'cloudsplaining:PassExistingRoleToNewGlueJobViaTrigger',
      'pathfinding:glue-004',
      'prowler:PassRole+GlueCreateJob+CreateTrigger',
    ],
  },
  {
    kind: 'new-passrole',
    actions: ['iam:PassRole', 'glue:CreateJob', 'glue:StartJobRun'],
    passedTo: ['glue.amazonaws.com'],
    knownAs: [
      'cloudsplaining:PassExistingRoleToNewGlueJobThenRun',
      'pathfinding:glue-003',
      'prowler:PassRole+GlueCreateJob+StartJobRun',
    ],
  },
  {
    kind: 'new-passrole',
    actions: ['iam:PassRole', 'glue:CreateSession', 'glue:RunStatement'],
    passedTo: ['glue.amazonaws.com'],
    knownAs: [
      'pathfinding:glue-007',
      'prowler:PassRole+GlueCreateSession+RunStatement',
    ],
  },
  {
    kind: 'new-passrole',
    actions: ['iam:PassRole', 'glue:CreateTrigger', 'glue:UpdateJob'],
    passedTo: ['glue.amazonaws.com'],
    knownAs: [
      'cloudsplaining:PassExistingRoleToUpdatedGlueJobViaTrigger',
      'pathfinding:glue-006',
      'prowler:PassRole+GlueUpdateJob+CreateTrigger',
    ],
  },
  {
    kind: 'new-passrole',
    actions: ['iam:PassRole', 'glue:StartJobRun', 'glue:UpdateJob'],
    passedTo: ['glue.amazonaws.com'],
    knownAs: [
      'cloudsplaining:PassExistingRoleToUpdatedGlueJobThenRun',
      'pathfinding:glue-005',
      'prowler:PassRole+GlueUpdateJob+StartJobRun',
    ],
  },
  {
    kind: 'new-passrole',
    actions: [
      'iam:PassRole',
      'imagebuilder:CreateComponent',
      'imagebuilder:CreateImage',
      'imagebuilder:CreateImageRecipe',
      'imagebuilder:CreateInfrastructureConfiguration',
    ],
    passedTo: ['ec2.amazonaws.com'],
    knownAs: ['prowler:PassRole+ImageBuilderCreateComponent+CreateImage'],
  },
  {
    kind: 'new-passrole',
    actions: [
      'iam:PassRole',
      'kinesisanalytics:CreateApplication',
      'kinesisanalytics:StartApplication',
    ],
    passedTo: ['kinesisanalytics.amazonaws.com'],
    knownAs: ['prowler:PassRole+KinesisAnalyticsCreateApp+StartApp'],
  },
  {
    kind: 'new-passrole',
    actions: ['iam:PassRole', 'lambda:AddPermission', 'lambda:CreateFunction'],
    passedTo: ['lambda.amazonaws.com'],
    knownAs: [
      'cloudsplaining:PassExistingRoleToNewLambdaThenAddPermission',
      'pathfinding:lambda-006',
      'prowler:PassRole+CreateLambda+AddPermission',
    ],
  },
  {
    kind: 'new-passrole',
    actions: [
      'iam:PassRole',
      'lambda:CreateEventSourceMapping',
      'lambda:CreateFunction',
    ],
    passedTo: ['lambda.amazonaws.com'],
    knownAs: [
      'cloudsplaining:PassExistingRoleToNewLambdaThenTriggerWithExistingDynamo',
      'pathfinding:lambda-002',
      'prowler:PassRole+CreateLambda+ExistingDynamo',
    ],
  },
  {
    kind: 'new-passrole',
    actions: ['iam:PassRole', 'lambda:CreateFunction', 'lambda:InvokeFunction'],
    passedTo: ['lambda.amazonaws.com'],
    knownAs: [
      'cloudsplaining:PassExistingRoleToNewLambdaThenInvoke',
      'pathfinding:lambda-001',
      'prowler:PassRole+CreateLambda+Invoke',
    ],
  },
  {
    kind: 'new-passrole',
    actions: [
      'iam:PassRole',
      'lambda:UpdateFunctionCode',
      'lambda:UpdateFunctionConfiguration',
    ],
    passedTo: ['lambda.amazonaws.com'],
    knownAs: ['pmapper:lambda-update-config'],
  },
  {
    kind: 'new-passrole',
    actions: [
      'iam:PassRole',
      'omics:CreateWorkflow',
      'omics:StartRun',
      's3:GetObject',
    ],
    passedTo: ['omics.amazonaws.com'],
    knownAs: ['prowler:PassRole+OmicsCreateWorkflow+StartRun'],
  },
  {
    kind: 'new-passrole',
    actions: ['iam:PassRole', 'sagemaker:CreateNotebookInstance'],
    passedTo: ['sagemaker.amazonaws.com'],
    knownAs: [
      'cloudsplaining:PassExistingRoleToNewSageMakerNotebookInstance',
      'pathfinding:sagemaker-001',
      'prowler:PassRole+SageMakerCreateNotebookInstance',
    ],
  },
  {
    kind: 'new-passrole',
    actions: ['iam:PassRole', 'sagemaker:CreateProcessingJob'],
    passedTo: ['sagemaker.amazonaws.com'],
    knownAs: [
      'cloudsplaining:PassExistingRoleToNewSageMakerProcessingJob',
      'pathfinding:sagemaker-003',
      'prowler:PassRole+SageMakerCreateProcessingJob',
    ],
  },
  {
    kind: 'new-passrole',
    actions: ['iam:PassRole', 'sagemaker:CreateTrainingJob'],
    passedTo: ['sagemaker.amazonaws.com'],
    knownAs: [
      'cloudsplaining:PassExistingRoleToNewSageMakerTrainingJob',
      'pathfinding:sagemaker-002',
      'prowler:PassRole+SageMakerCreateTrainingJob',
    ],
  },
  {
    kind: 'new-passrole',
    actions: ['iam:PassRole', 'scheduler:CreateSchedule'],
    passedTo: ['scheduler.amazonaws.com'],
    knownAs: ['prowler:PassRole+SchedulerCreateSchedule'],
  },
  {
    kind: 'new-passrole',
    actions: [
      'iam:PassRole',
      'ssm:CreateDocument',
      'ssm:StartAutomationExecution',
    ],
    passedTo: ['ssm.amazonaws.com'],
    knownAs: ['prowler:PassRole+SSMCreateDocument+StartAutomation'],
  },
  {
    kind: 'new-passrole',
    actions: [
      'iam:PassRole',
      'states:CreateStateMachine',
      'states:StartExecution',
    ],
    passedTo: ['states.amazonaws.com'],
    knownAs: [
      'prowler:PassRole+StepFunctionsCreateStateMachine+StartExecution',
    ],
  },
  // Nobody lists these three, but what holds for users holds for roles: a policy or a boundary that denies is taken off.
  ...[
    'iam:DeleteRolePolicy',
    'iam:DetachRolePolicy',
    'iam:PutRolePermissionsBoundary',
  ].map(
    (action): Escalation => ({
      kind: 'identity-write',
      actions: [action],
      passedTo: [],
      knownAs: [],
    }),
  ),
];
