import { known } from '@ecs-iam/iam-analysis';
import type { Role, Service, TaskDefinition } from '@ecs-iam/iam-analysis';
import {
  aCluster,
  aContainer,
  aDeployment,
  aRole,
  aRolePolicy,
  aService,
  aTaskDefinition,
  roleArn,
  taskDefinitionArn,
} from '@ecs-iam/iam-analysis/testUtils';
import type { FactPage, Target } from '@ecs-iam/plugin-ecs-iam-node';

/** The execution role of readers that name no other. */
export const READER_ROLE = 'ecsTaskExecutionRole';

/** The secret of a reader, in its region. */
export function secretOf(name: string, { region }: Target): string {
  return `arn:aws:secretsmanager:${region}:111122223333:secret:${name}-AbCdEf`;
}

/** A service whose execution role reads the secret of its name, with its cluster and revision. */
export function aSecretReader(
  name: string,
  target: Target,
  parts: Readonly<{
    role?: string;
    revision?: number;
    secrets?: readonly string[];
    definition?: Partial<TaskDefinition>;
    service?: Partial<Service>;
  }> = {},
): readonly FactPage[] {
  const { region } = target;
  const { role = READER_ROLE, revision = 1 } = parts;
  const { secrets = [secretOf(name, target)] } = parts;
  const moved = (arn: string) => arn.replace('eu-west-1', region);
  const service = aService({ name });
  const definition = aTaskDefinition({
    arn: moved(taskDefinitionArn(`${name}:${revision}`)),
    family: name,
    revision,
    executionRoleArn: roleArn(role),
    containers: [
      aContainer({
        secrets: secrets.map(valueFrom => ({ name: 'SECRET', valueFrom })),
      }),
    ],
    ...parts.definition,
  });
  const clusterArn = moved(service.clusterArn);
  return [
    { kind: 'cluster', facts: [aCluster({ arn: clusterArn })] },
    {
      kind: 'service',
      facts: [
        {
          ...service,
          arn: moved(service.arn),
          clusterArn,
          region,
          deployments: [aDeployment({ taskDefinitionArn: definition.arn })],
          ...parts.service,
        },
      ],
    },
    { kind: 'taskDefinition', facts: [definition] },
    {
      kind: 'secretKey',
      facts: secrets.map(arn => ({ arn, keyArn: null })),
    },
  ];
}

/** A role that may read the secrets, each by a statement of its own. */
export function aReadingRole(
  secrets: readonly string[],
  parts: Partial<Role> = {},
): Role {
  const Statement = secrets.map(Resource => ({
    Effect: 'Allow',
    Action: 'secretsmanager:GetSecretValue',
    Resource,
  }));
  const document = known(JSON.stringify({ Version: '2012-10-17', Statement }));
  return aRole({
    name: READER_ROLE,
    policies: known([aRolePolicy({ document })]),
    ...parts,
  });
}
