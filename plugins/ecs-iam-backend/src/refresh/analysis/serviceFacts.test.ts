import { known, unknown } from '@ecs-iam/iam-analysis';
import type { TaskOverride } from '@ecs-iam/iam-analysis';
import {
  aCapacityProvider,
  aCluster,
  aDeployment,
  aRole,
  aService,
  aServiceContext,
  aStrategy,
  aTaskDefinition,
  roleArn,
  taskDefinitionArn,
} from '@ecs-iam/iam-analysis/testUtils';
import { allowing } from '../../testSupport/aHostFleet';
import { someRoleEvidence } from '../../testSupport/someRoleEvidence';
import { revisionFacts, serviceFacts } from './serviceFacts';

const unread = unknown(
  'it was not part of the last scan',
  'ecs:DescribeTaskDefinition',
);

describe('revisionFacts', () => {
  const arn = taskDefinitionArn('checkout:7');
  const override = (taskDefinition: string): TaskOverride => ({
    taskDefinitionArn: taskDefinitionArn(taskDefinition),
    taskRoleArn: roleArn('special'),
    executionRoleArn: null,
    environmentFiles: [],
    tasks: 1,
  });
  const family = {
    name: 'checkout',
    accountId: '111122223333',
    region: 'eu-west-1',
    latest: aTaskDefinition({ revision: 9 }),
  };

  it('are the revision with its roles, the latest one and what tasks of it were given', () => {
    const definition = aTaskDefinition({ taskRoleArn: 'checkout-task' });
    expect(
      revisionFacts(
        aServiceContext({
          service: aService({
            overrides: known([override('checkout:7'), override('checkout:8')]),
          }),
          taskDefinitions: [definition],
          families: [family],
        }),
        arn,
      ),
    ).toEqual({
      taskDefinition: known(definition),
      taskRoles: known({ task: roleArn('checkout-task'), execution: null }),
      latestRevision: known(family.latest),
      overrides: known([override('checkout:7')]),
    });
  });

  it('know what could be read', () => {
    const denied = unknown('AccessDenied', 'ecs:DescribeTasks');
    const service = aService({ overrides: denied });
    expect(revisionFacts(aServiceContext({ service }), arn)).toMatchObject({
      taskDefinition: { known: true },
      latestRevision: unread,
      overrides: denied,
    });
    expect(
      revisionFacts(
        aServiceContext({ taskDefinitions: [], families: [family] }),
        arn,
      ),
    ).toEqual({
      taskDefinition: unread,
      taskRoles: unread,
      latestRevision: unread,
      overrides: known([]),
    });
  });
});

describe('serviceFacts', () => {
  const roles = () =>
    someRoleEvidence([], [], {
      rolesInSlots: known(new Map([[roleArn('a'), ['task']]])),
      serviceConnectTls: known(true),
      ec2Hosts: known(true),
    });

  it('are what is around a service, and of its account what concerns a use', async () => {
    const context = aServiceContext();
    expect(
      serviceFacts({ context, compute: ['fargate'] }, await roles()),
    ).toEqual({
      service: known(context.service),
      cluster: known(aCluster()),
      compute: known(['fargate']),
      hosts: known([]),
      coLocated: known([]),
      revisions: known([aTaskDefinition()]),
      rolesInSlots: known(new Map([[roleArn('a'), ['task']]])),
      serviceConnectTls: known(true),
    });
  });

  it('do not know the revisions when one could not be read', async () => {
    const service = aService({
      deployments: [
        aDeployment(),
        aDeployment({
          id: '2',
          status: 'ACTIVE',
          taskDefinitionArn: taskDefinitionArn('checkout:6'),
        }),
      ],
    });
    const facts = serviceFacts(
      { context: aServiceContext({ service }), compute: ['fargate'] },
      await roles(),
    );
    expect(facts.revisions).toEqual(unread);
  });

  describe('on Managed Instances', () => {
    const provider = (name: string, infrastructureRoleArn: string) =>
      aCapacityProvider({
        name,
        kind: 'managed-instances',
        autoScalingGroup: null,
        infrastructureRoleArn,
      });

    async function passed(infrastructureRole: string) {
      const context = aServiceContext({
        service: aService({
          launchType: null,
          capacityProviderStrategy: aStrategy('mine'),
        }),
        capacityProviders: known([
          provider('mine', infrastructureRole),
          provider('theirs', roleArn('not-read')),
        ]),
      });
      const evidence = await someRoleEvidence([
        aRole({ name: 'passes', policies: allowing('iam:PassRole') }),
        aRole({ name: 'reads', policies: allowing('s3:GetObject') }),
      ]);
      return serviceFacts({ context, compute: ['managed-instances'] }, evidence)
        .infrastructurePassRole;
    }

    it.each([
      ['passes', known(['*'])],
      ['reads', known([])],
      ['unread', unknown('it was not part of the last scan', 'iam:GetRole')],
    ])(
      'tell what the infrastructure role of the own hosts may pass: %s',
      async (name, expected) => {
        expect(await passed(name)).toEqual(expected);
      },
    );
  });
});
