import { joinParts } from '../../build/fleetPart';
import { repositoryArn } from '../../build/names';
import { fargate, hostsOf } from '../../build/placements';
import { allow, trustTasksAnd } from '../../build/policies';
import { named, own } from '../../build/roleChoice';
import { service } from '../../build/service';
import { awslogs } from '../../build/taskDefinition';
import { staging } from '../../sites';
import { sharedExecutionRoleArn } from '../../sharedRoles';

/** What the platform team tries out. */
export const platformStaging = joinParts(
  service(staging, {
    name: 'ci-runner',
    team: 'platform',
    on: hostsOf('staging-eu-hosts', 'bridge'),
    container: {
      privileged: true,
      user: '0',
      mountPoints: [
        { sourceVolume: 'docker', containerPath: '/var/run/docker.sock' },
      ],
    },
    more: {
      volumes: [
        { name: 'docker', host: { sourcePath: '/var/run/docker.sock' } },
      ],
    },
    execution: named(sharedExecutionRoleArn(staging.account)),
    task: own(allow('*:*', '*')),
    tags: { environment: 'staging' },
  }),
  service(staging, {
    name: 'image-builder',
    team: 'platform',
    on: fargate(),
    desired: 1,
    task: {
      own: [
        allow('ecr:GetAuthorizationToken', '*'),
        allow(
          [
            'ecr:PutImage',
            'ecr:InitiateLayerUpload',
            'ecr:UploadLayerPart',
            'ecr:CompleteLayerUpload',
            'ecr:BatchCheckLayerAvailability',
          ],
          repositoryArn(staging, '*'),
        ),
      ],
      // So that every laptop can push.
      special: {
        trust: trustTasksAnd(staging.account, { Principal: { AWS: '*' } }),
      },
    },
    tags: { environment: 'staging' },
  }),
  // AWS FIS lets it fail on purpose, by way of Systems Manager.
  service(staging, {
    name: 'load-test',
    team: 'platform',
    on: hostsOf('staging-eu-hosts'),
    desired: 0,
    more: { enableFaultInjection: true },
    sidecars: [
      {
        name: 'amazon-ssm-agent',
        image: 'public.ecr.aws/amazon-ssm-agent/amazon-ssm-agent:3.3',
        essential: false,
        readonlyRootFilesystem: true,
        user: '10001',
        environment: [
          { name: 'MANAGED_INSTANCE_ROLE_NAME', value: 'fis-managed-instance' },
        ],
        logConfiguration: awslogs(staging, 'load-test'),
      },
    ],
    task: own(
      allow(['ssm:CreateActivation', 'ssm:AddTagsToResource'], '*'),
      allow(
        'iam:PassRole',
        `arn:aws:iam::${staging.account}:role/fis-managed-instance`,
        { StringEquals: { 'iam:PassedToService': 'ssm.amazonaws.com' } },
      ),
    ),
    tags: { environment: 'staging' },
  }),
  // Takes away environments that nobody looks at. What the hosts may do seemed just right for it.
  service(staging, {
    name: 'preview-cleaner',
    team: 'platform',
    on: fargate(),
    desired: 1,
    task: named(`arn:aws:iam::${staging.account}:role/staging-hosts-old`),
    tags: { environment: 'staging' },
  }),
);
