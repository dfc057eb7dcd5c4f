import {
  aContainer,
  aNeedsInput,
  aTaskDefinition,
  needLines,
} from '../../testUtils';
import type { Compute } from '../slots';
import type { TaskDefinition } from '../taskDefinition';
import { executionPermissions } from './executionPermissions';
import { instancePermissions } from './instancePermissions';
import type { NeedRow, RoleNeeds } from './permission';

/*
 * Pulls (E1) and logs (E7) are the work of the execution role, or of the host (I3, I4): each is demanded of one of them.
 */
const CONTAINER = aContainer({
  image: '111122223333.dkr.ecr.eu-west-1.amazonaws.com/shop',
  logConfiguration: {
    driver: 'awslogs',
    options: { 'awslogs-group': '/ecs/shop', 'awslogs-create-group': 'true' },
    secretOptions: [],
  },
});
const SECRET = { name: 'DB', valueFrom: '/db' };

const demanded = (
  compute: readonly Compute[],
  parts: Partial<TaskDefinition> = {},
) => {
  const input = aNeedsInput({
    compute,
    taskDefinition: aTaskDefinition({ containers: [CONTAINER], ...parts }),
  });
  const execution = executionPermissions(input);
  const instance = instancePermissions(input);
  return { execution, instance };
};

const rows = ({ needs }: RoleNeeds, ...wanted: readonly NeedRow[]) => [
  ...new Set(needs.map(({ row }) => row).filter(row => wanted.includes(row))),
];

describe('pulls and logs', () => {
  it.each<[string, readonly Compute[], Partial<TaskDefinition>]>([
    ['on Fargate', ['fargate'], {}],
    ['on Managed Instances', ['managed-instances'], {}],
    ['on external hosts', ['external'], {}],
    ['on EC2 and Fargate', ['ec2', 'fargate'], {}],
  ])('are of the execution role %s, which is required', (_, compute, parts) => {
    const { execution, instance } = demanded(compute, parts);

    expect(rows(execution, 'E1', 'E7', 'E8')).toEqual(['E1', 'E7', 'E8']);
    expect(execution.required).toBe(true);
    expect(rows(instance, 'I3', 'I4')).toEqual([]);
  });

  it('are of the execution role on EC2 when the definition names one, which it need not', () => {
    const { execution, instance } = demanded(['ec2'], {
      executionRoleArn: 'checkout-exec',
    });

    expect(rows(execution, 'E1', 'E7', 'E8')).toEqual(['E1', 'E7', 'E8']);
    expect(execution.required).toBe(false);
    expect(rows(instance, 'I3', 'I4')).toEqual([]);
  });

  it('are of the execution role on EC2 when something else needs one', () => {
    const { execution, instance } = demanded(['ec2'], {
      containers: [{ ...CONTAINER, secrets: [SECRET] }],
    });

    expect(rows(execution, 'E1', 'E7', 'E12a')).toEqual(['E1', 'E7', 'E12a']);
    expect(execution.required).toBe(true);
    expect(rows(instance, 'I3', 'I4')).toEqual([]);
    expect(instance.unresolved).toEqual([]);
  });

  it('are of the host on EC2 otherwise', () => {
    const { execution, instance } = demanded(['ec2']);

    expect(execution).toEqual({
      required: false,
      needs: [],
      accepted: [],
      unresolved: [],
      closed: true,
    });
    expect(
      needLines({
        needs: instance.needs.filter(({ row }) => row === 'I3' || row === 'I4'),
      }),
    ).toEqual([
      'I3 ecr:GetAuthorizationToken on *',
      'I3 ecr:BatchGetImage ecr:GetDownloadUrlForLayer on arn:aws:ecr:eu-west-1:111122223333:repository/shop',
      'I4 logs:CreateLogStream logs:PutLogEvents on arn:aws:logs:eu-west-1:111122223333:log-group:/ecs/shop:log-stream:*',
      'I4 logs:CreateLogGroup on arn:aws:logs:eu-west-1:111122223333:log-group:/ecs/shop:*',
    ]);
  });

  it.each<[string, readonly Compute[]]>([
    ['it is not known where the tasks run', ['unknown']],
    ['they may run elsewhere than on EC2', ['ec2', 'unknown']],
    ['nothing is said of where they run', []],
  ])('may be of either when %s', (_, compute) => {
    const { execution } = demanded(compute);

    expect(rows(execution, 'E1', 'E7')).toEqual(['E1', 'E7']);
    expect(execution.required).toBeNull();
  });

  it('that may be of either are not called missing of the host', () => {
    const { instance } = demanded(['unknown']);

    expect(rows(instance, 'I3', 'I4')).toEqual([]);
    expect(
      instance.unresolved.map(({ row, certain, actions }) => [
        row,
        certain,
        actions,
      ]),
    ).toEqual([
      ['I3', false, ['ecr:GetAuthorizationToken']],
      ['I3', false, ['ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer']],
      ['I4', false, ['logs:CreateLogStream', 'logs:PutLogEvents']],
      ['I4', false, ['logs:CreateLogGroup']],
    ]);
  });

  it('that cannot be named are certain, but for the host that may not do them', () => {
    const parts = { containers: [aContainer({ image: '${Image}' })] };
    const certain = ({ unresolved }: RoleNeeds) =>
      unresolved.map(each => [each.row, each.certain]);

    const open = demanded(['unknown'], parts);
    expect(certain(open.execution)).toEqual([['E1', true]]);
    expect(certain(open.instance)).toEqual([['I3', false]]);

    const onEc2 = demanded(['ec2'], parts);
    expect(certain(onEc2.instance)).toEqual([['I3', true]]);
  });

  it('are known to be of the execution role wherever the tasks run, when it is named', () => {
    const { execution, instance } = demanded(['unknown'], {
      executionRoleArn: '${ExecutionRole}',
    });

    expect(rows(execution, 'E1', 'E7')).toEqual(['E1', 'E7']);
    expect(execution.required).toBeNull();
    expect(instance.unresolved).toEqual([]);
  });
});

describe('what the host may hold for tasks that have an execution role', () => {
  const acceptedOf = ({ accepted }: RoleNeeds, service: string) =>
    accepted.filter(({ actions }) =>
      actions.some(action => action.startsWith(`${service}:`)),
    );

  it('is their logs, for agents that write them with its role', () => {
    const { instance } = demanded(['ec2'], {
      executionRoleArn: 'checkout-exec',
    });

    expect(acceptedOf(instance, 'logs').map(({ actions }) => actions)).toEqual([
      ['logs:CreateLogStream', 'logs:PutLogEvents'],
      ['logs:CreateLogGroup'],
      ['logs:CreateLogStream', 'logs:PutLogEvents'],
    ]);
    expect(acceptedOf(instance, 'ecr')).toEqual([]);
  });

  it('is their pulls too, while the definition lacks the role that it needs', () => {
    const { instance } = demanded(['ec2', 'fargate']);

    expect(acceptedOf(instance, 'ecr').map(({ actions }) => actions)).toEqual([
      ['ecr:GetAuthorizationToken'],
      ['ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'],
      ['ecr:BatchCheckLayerAvailability'],
    ]);
  });

  it('is their pulls on external hosts', () => {
    const { instance } = demanded(['external'], {
      executionRoleArn: 'checkout-exec',
    });

    expect(acceptedOf(instance, 'ecr').map(({ actions }) => actions)).toEqual([
      ['ecr:GetAuthorizationToken'],
      ['ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'],
      ['ecr:BatchCheckLayerAvailability'],
    ]);
    expect(acceptedOf(instance, 'logs')).toEqual([]);
  });

  it('is nothing of theirs on Managed Instances', () => {
    const { instance } = demanded(['managed-instances']);

    expect(acceptedOf(instance, 'logs')).toEqual([]);
    expect(acceptedOf(instance, 'ecr')).toEqual([]);
  });
});

it('asks neither role for a public image without logs', () => {
  const { execution, instance } = demanded(['ec2'], {
    containers: [aContainer()],
  });

  expect(execution.needs).toEqual([]);
  expect(rows(instance, 'I3', 'I4')).toEqual([]);
});
