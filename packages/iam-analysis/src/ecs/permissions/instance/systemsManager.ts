import { ownArn } from '../arns/ownArn';
import type { TaskHome } from '../derivation';
import type { PermissionNeed, RoleNeeds } from '../permission';
import { needOf, roleNeeds } from '../roleNeeds';
import { CHANNEL_ACTIONS } from '../task/execChannel';

const MESSAGES = [
  'ec2messages:AcknowledgeMessage',
  'ec2messages:DeleteMessage',
  'ec2messages:FailMessage',
  'ec2messages:GetEndpoint',
  'ec2messages:GetMessages',
  'ec2messages:SendReply',
];
const OF_NODES = [
  'ssm:UpdateInstanceInformation',
  'ssm:ListInstanceAssociations',
  'ssm:DescribeAssociation',
  'ssm:UpdateAssociationStatus',
  'ssm:UpdateInstanceAssociationStatus',
  'ssm:PutComplianceItems',
];
const DOCUMENTS = ['ssm:GetDocument', 'ssm:DescribeDocument'];
const REPORTS = [
  'ssm:GetDeployablePatchSnapshotForInstance',
  'ssm:GetManifest',
  'ssm:ListAssociations',
  'ssm:PutInventory',
  'ssm:PutConfigurePackageResult',
];

/** Of AmazonSSMManagedInstanceCore, what the SSM agent needs; reading every parameter (`ssm:GetParameter*`) is not. */
export const SSM_AGENT_ACTIONS = [
  ...OF_NODES,
  ...DOCUMENTS,
  ...REPORTS,
  ...CHANNEL_ACTIONS,
  ...MESSAGES,
];

/**
 * Row I5: external hosts get their credentials through the SSM agent.
 * Sources: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/iam-role-ecsanywhere.html,
 * https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AmazonSSMManagedInstanceCore.html
 */
export function systemsManager(home: TaskHome): RoleNeeds {
  const node = ownArn(home, 'ssm', 'managed-instance/mi-0123456789abcdef0');
  const document = ownArn(home, 'ssm', 'document/AWS-RunShellScript');
  return roleNeeds({
    needs: [
      managed(CHANNEL_ACTIONS, 'talks to Systems Manager'),
      managed(OF_NODES, 'keeps the host registered in Systems Manager', {
        ...(node.ok ? { probes: [node.value] } : {}),
      }),
      managed(DOCUMENTS, 'reads what Systems Manager is to do on the host', {
        ...(document.ok ? { probes: [document.value] } : {}),
        breaks: false,
      }),
      managed(REPORTS, 'reports packages, patches and inventory of the host', {
        breaks: false,
      }),
      managed(
        MESSAGES,
        'gets messages of Systems Manager, as older SSM agents do',
        { breaks: false },
      ),
    ],
  });
}

// AWS grants all of it on `*`.
function managed(
  actions: readonly string[],
  phrase: string,
  parts: Partial<PermissionNeed> = {},
): PermissionNeed {
  return needOf({
    row: 'I5',
    actions,
    resources: ['*'],
    because: 'containerInstance.ec2InstanceId',
    phrase,
    failure:
      'the host is lost to Systems Manager (ConnectionLost) and gets no new credentials',
    ...parts,
  });
}
