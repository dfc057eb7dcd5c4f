import { known, unknown } from '../../../known';
import {
  aContainer,
  aNeedsInput,
  aService,
  aTaskDefinition,
  needLines,
  roleArn,
  taskDefinitionArn,
} from '../../../testUtils';
import type { Service, TaskOverride } from '../../service';
import { executionPermissions } from '../executionPermissions';

const BUCKET = 'arn:aws:s3:::shop-config';

describe('E18, what running tasks were started with', () => {
  const override = (parts: Partial<TaskOverride>): TaskOverride => ({
    taskDefinitionArn: taskDefinitionArn('checkout:7'),
    taskRoleArn: null,
    executionRoleArn: null,
    environmentFiles: [`${BUCKET}/debug.env`],
    tasks: 1,
    ...parts,
  });
  const input = (
    overrides: readonly TaskOverride[],
    parts: Partial<Service> = {},
  ) =>
    aNeedsInput({
      taskDefinition: aTaskDefinition({ executionRoleArn: 'checkout-exec' }),
      service: aService({ overrides: known(overrides), ...parts }),
    });
  const debug = [
    `E18 s3:GetObject on ${BUCKET}/debug.env`,
    `E18 s3:GetBucketLocation on ${BUCKET} (tolerated)`,
  ];

  it.each([
    ['no role of their own', null],
    ['the role of the definition', roleArn('checkout-exec')],
  ])('is read with the role of the definition, given %s', (_, role) => {
    const needs = executionPermissions(
      input([override({ executionRoleArn: role })]),
    );

    expect(needs.required).toBe(true);
    expect(needLines(needs)).toEqual(debug);
    expect(needs.needs[0].because).toBe(
      'overrides.containerOverrides.environmentFiles[0].value',
    );
  });

  it.each([
    [
      'another revision',
      { taskDefinitionArn: taskDefinitionArn('checkout:6') },
    ],
    ['another role', { executionRoleArn: roleArn('debug-exec') }],
  ])('is nothing to it, given %s', (_, parts) => {
    expect(executionPermissions(input([override(parts)])).needs).toEqual([]);
  });

  it('is read with the role of the override, which needs all the rest too', () => {
    const own = override({ executionRoleArn: roleArn('debug-exec') });
    const needs = executionPermissions(
      {
        ...input([
          own,
          override({ environmentFiles: [`${BUCKET}/other.env`] }),
        ]),
        taskDefinition: aTaskDefinition({
          containers: [
            aContainer({ secrets: [{ name: 'DB', valueFrom: '/db' }] }),
          ],
        }),
      },
      own,
    );

    expect(needLines(needs)).toEqual([
      'E12a ssm:GetParameters on arn:aws:ssm:eu-west-1:111122223333:parameter/db',
      ...debug,
    ]);
  });

  it('is not known of tasks that no service runs, when it was not read', () => {
    const parts = { overrides: unknown('AccessDenied') };

    expect(
      executionPermissions(input([], { ...parts, kind: 'task-family' })),
    ).toMatchObject({
      required: null,
      unresolved: [
        {
          row: 'E18',
          certain: false,
          why: 'what running tasks were started with is not known (AccessDenied): with ecs:DescribeTasks it is',
        },
      ],
    });
    expect(executionPermissions(input([], parts))).toMatchObject({
      required: false,
      unresolved: [],
    });
  });
});
