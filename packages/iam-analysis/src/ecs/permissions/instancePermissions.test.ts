import { known, unknown } from '../../known';
import {
  aCluster,
  aNeedsInput,
  aService,
  aTaskDefinition,
  needLines,
  unresolvedLines,
} from '../../testUtils';
import type { Compute } from '../slots';
import type { NeedsInput } from './derivation';
import { instancePermissions } from './instancePermissions';

const ECS = 'arn:aws:ecs:eu-west-1:111122223333';
const AGENT = [
  'I1 ecs:DiscoverPollEndpoint on *',
  `I1 ecs:RegisterContainerInstance ecs:SubmitTaskStateChange ecs:SubmitAttachmentStateChanges on ${ECS}:cluster/prod-eu`,
  `I1 ecs:Poll on ${ECS}:container-instance/prod-eu/*`,
  `I2 ecs:StartTelemetrySession on ${ECS}:container-instance/prod-eu/* (tolerated)`,
];

const on = (compute: readonly Compute[], parts: Partial<NeedsInput> = {}) =>
  instancePermissions(aNeedsInput({ compute, ...parts }));

const accepted = (compute: Compute, parts: Partial<NeedsInput> = {}) =>
  on([compute], parts).accepted.flatMap(({ actions }) => actions);

describe('I1 and I2, the agent of an EC2 host', () => {
  it('registers, polls and reports in its cluster', () => {
    const needs = on(['ec2']);

    expect(needs).toMatchObject({
      required: true,
      closed: true,
      unresolved: [],
    });
    expect(needLines(needs)).toEqual(AGENT);
  });

  it('asks as one container instance, with its cluster for conditions', () => {
    expect(on(['ec2']).needs[2]).toEqual({
      row: 'I1',
      actions: ['ecs:Poll'],
      resources: [`${ECS}:container-instance/prod-eu/*`],
      probes: [
        `${ECS}:container-instance/prod-eu/0123456789abcdef0123456789abcdef`,
      ],
      conditions: [],
      context: { 'ecs:cluster': `${ECS}:cluster/prod-eu` },
      because: 'cluster.clusterArn',
      phrase: 'gets the tasks that the host is to run',
      breaks: true,
      failure: 'the agent is disconnected: agentConnected is false',
      alsoNeeds: null,
    });
  });

  it('is named in the partition of the cluster', () => {
    expect(
      needLines(
        on(['ec2'], {
          home: {
            partition: 'aws-us-gov',
            region: 'us-gov-west-1',
            accountId: '444455556666',
          },
        }),
      )[2],
    ).toBe(
      'I1 ecs:Poll on arn:aws-us-gov:ecs:us-gov-west-1:444455556666:container-instance/prod-eu/*',
    );
  });

  it('finds the cluster by the service where it was not read', () => {
    expect(
      needLines(on(['ec2'], { cluster: unknown('AccessDenied') })),
    ).toEqual(AGENT);
  });

  it.each<[string, Partial<NeedsInput>]>([
    ['it is not known', { cluster: unknown('AccessDenied'), service: null }],
    [
      'a variable names it',
      { cluster: known(aCluster({ name: '${Cluster}' })) },
    ],
    [
      'a variable is in its ARN',
      {
        cluster: unknown('AccessDenied'),
        service: aService({
          clusterArn: 'arn:aws:ecs:${AWS::Region}:111122223333:cluster/prod',
        }),
      },
    ],
    [
      'the account is not known',
      { home: { partition: 'aws', region: 'eu-west-1', accountId: '' } },
    ],
  ])('cannot be bound to a cluster when %s', (_, parts) => {
    const needs = on(['ec2'], parts);

    expect(needLines(needs)).toEqual([AGENT[0]]);
    expect(unresolvedLines(needs)).toEqual([
      'I1 cluster.clusterArn',
      'I2 cluster.clusterArn',
    ]);
    expect(needs.unresolved.flatMap(({ actions }) => actions)).toEqual([
      'ecs:Poll',
      'ecs:RegisterContainerInstance',
      'ecs:SubmitTaskStateChange',
      'ecs:SubmitAttachmentStateChanges',
      'ecs:StartTelemetrySession',
    ]);
  });
});

describe('what a setting of an EC2 host may ask for', () => {
  it.each([
    'ecs:UpdateContainerInstancesState',
    'ec2:DescribeTags',
    'ecs:TagResource',
    'ecs:ListTagsForResource',
    'ecs:ListAccountSettings',
    'ecs:PutAccountSetting',
    'ecs:ListAttributes',
    'ssm:UpdateInstanceInformation',
    'ssmmessages:OpenDataChannel',
    'cloudwatch:PutMetricData',
  ])('%s is left alone, and not needed', action => {
    expect(accepted('ec2')).toContain(action);
    expect(on(['ec2']).needs.flatMap(({ actions }) => actions)).not.toContain(
      action,
    );
  });

  it('is bound to the cluster where it can be', () => {
    expect(
      on(['ec2']).accepted.find(({ actions }) =>
        actions.includes('ecs:UpdateContainerInstancesState'),
      ),
    ).toEqual({
      actions: ['ecs:UpdateContainerInstancesState'],
      resources: [`${ECS}:container-instance/prod-eu/*`],
      why: 'the agent drains its host before a Spot interruption, with ECS_ENABLE_SPOT_INSTANCE_DRAINING',
    });
  });

  it.each([
    'ecs:SubmitContainerStateChange',
    'ecs:DeregisterContainerInstance',
    'ecs:CreateCluster',
    'ssm:GetParameter',
    'ssm:GetParameters',
    's3:GetObject',
  ])('%s is not among it', action => {
    expect(accepted('ec2')).not.toContain(action);
  });

  it('T1e, are the channels of ECS Exec for tasks without a task role', () => {
    const resources = (parts: Partial<NeedsInput>) =>
      on(['ec2'], parts)
        .accepted.filter(({ why }) => why.startsWith('ECS Exec works'))
        .map(({ actions }) => actions.length);
    const service = aService({ enableExecuteCommand: true });

    expect(resources({ service })).toEqual([4]);
    expect(
      resources({
        service,
        taskDefinition: aTaskDefinition({ taskRoleArn: 'checkout-task' }),
      }),
    ).toEqual([]);
    expect(resources({})).toEqual([]);
  });
});

describe('the host of Managed Instances', () => {
  it('needs what AmazonECSInstanceRolePolicyForManagedInstances grants, in its cluster', () => {
    const needs = on(['managed-instances']);

    expect(needs).toMatchObject({ required: true, accepted: [] });
    expect(needLines(needs)).toEqual([
      ...AGENT,
      `I1 ecs:Poll on ${ECS}:task-set/prod-eu/*`,
      `I2 ecs:PutSystemLogEvents on ${ECS}:container-instance/prod-eu/* (tolerated)`,
    ]);
  });
});

describe('I5, an external host', () => {
  const needs = on(['external']);

  it('needs the SSM agent besides the agent of ECS', () => {
    expect(needs.required).toBe(true);
    expect(needLines(needs).slice(0, 4)).toEqual(AGENT);
    expect(needLines(needs).slice(4)).toEqual([
      'I5 ssmmessages:CreateControlChannel ssmmessages:CreateDataChannel ssmmessages:OpenControlChannel ssmmessages:OpenDataChannel on *',
      'I5 ssm:UpdateInstanceInformation ssm:ListInstanceAssociations ssm:DescribeAssociation ssm:UpdateAssociationStatus ssm:UpdateInstanceAssociationStatus ssm:PutComplianceItems on *',
      'I5 ssm:GetDocument ssm:DescribeDocument on * (tolerated)',
      'I5 ssm:GetDeployablePatchSnapshotForInstance ssm:GetManifest ssm:ListAssociations ssm:PutInventory ssm:PutConfigurePackageResult on * (tolerated)',
      'I5 ec2messages:AcknowledgeMessage ec2messages:DeleteMessage ec2messages:FailMessage ec2messages:GetEndpoint ec2messages:GetMessages ec2messages:SendReply on * (tolerated)',
    ]);
  });

  it.each(['ssm:GetParameter', 'ssm:GetParameters'])(
    'has no place for %s, which reads every parameter',
    action => {
      expect(
        [...needs.needs, ...needs.accepted].flatMap(({ actions }) => actions),
      ).not.toContain(action);
    },
  );

  it('is no EC2 host', () => {
    expect(on(['ec2']).needs.map(({ row }) => row)).not.toContain('I5');
  });
});

describe('hosts of several kinds', () => {
  it('need what all of them do; what one kind needs is left alone', () => {
    const needs = on(['ec2', 'managed-instances', 'external']);

    expect(needLines(needs)).toEqual(AGENT);
    expect(
      needs.accepted
        .filter(({ why }) => why === 'hosts of another kind need it')
        .map(({ actions, resources }) => [actions[0], ...resources]),
    ).toEqual([
      ['ecs:Poll', `${ECS}:task-set/prod-eu/*`],
      ['ecs:PutSystemLogEvents', `${ECS}:container-instance/prod-eu/*`],
      ['ssmmessages:CreateControlChannel', '*'],
      ['ssm:UpdateInstanceInformation', '*'],
      ['ssm:GetDocument', '*'],
      ['ssm:GetDeployablePatchSnapshotForInstance', '*'],
      ['ec2messages:AcknowledgeMessage', '*'],
    ]);
  });

  it('are EC2 hosts alone when the rest runs on Fargate', () => {
    expect(needLines(on(['ec2', 'fargate']))).toEqual(AGENT);
  });
});

it('has no role of hosts on Fargate', () => {
  expect(on(['fargate'])).toEqual({
    required: false,
    needs: [],
    accepted: [],
    unresolved: [],
    closed: true,
  });
});

it('cannot tell whether there is a role of hosts where it is not known what the tasks run on', () => {
  const needs = on(['unknown']);

  expect(needs.required).toBeNull();
  expect(needLines(needs)).toEqual(AGENT);
  expect(
    unresolvedLines(
      on(['unknown'], { cluster: unknown('AccessDenied'), service: null }),
    ),
  ).toEqual([
    'I1 cluster.clusterArn (perhaps)',
    'I2 cluster.clusterArn (perhaps)',
  ]);
});
