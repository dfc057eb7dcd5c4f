import { aFinding, aRoleRef } from '../src/__testUtils__/builders';

const execution = aRoleRef({ name: 'ecsTaskExecution' });
const instance = aRoleRef({ name: 'ecsInstanceRole' });

/** Warnings of every severity and state. */
export const findings = [
  aFinding({ id: 'nightly', roleName: 'checkout-nightly', severity: 'low' }),
  aFinding(),
  aFinding({
    id: 'instance',
    ruleId: 'ecs.instance-role-overprivileged',
    severity: 'high',
    slot: 'instance',
    roleId: instance.id,
    roleName: instance.name,
    title: 'Every container on the host can write to every bucket',
    message:
      '`s3:*` on `*` is more than what a host needs, and containers can get the credentials of the host.',
    place: {
      document: 'managed:arn:aws:iam::aws:policy/AmazonS3FullAccess',
      documentName: 'AmazonS3FullAccess',
      pointer: '/Statement/0/Action',
      statement: 0,
      sid: null,
    },
    why: 'A container that reaches the metadata service of its host works with the role of the host, whatever its own role allows.',
    fix: 'Detach `AmazonS3FullAccess`, and give the rights to the task role of the one service that needs them.',
    leaveIt: 'The metadata service is blocked for tasks on all hosts.',
  }),
  aFinding({
    id: 'secrets',
    ruleId: 'ecs.execution-role-broad-secrets',
    severity: 'high',
    slot: 'execution',
    roleId: execution.id,
    roleName: execution.name,
    title: 'Can read every secret of the account',
    message:
      '`secretsmanager:GetSecretValue` on `*`; the task names 2 secrets.',
    place: {
      document: 'inline:secrets',
      documentName: 'secrets',
      pointer: '/Statement/0/Resource',
      statement: 0,
      sid: 'ReadSecrets',
    },
    fix: 'Name the two secrets in `Resource`:\n`arn:aws:secretsmanager:eu-west-1:111122223333:secret:checkout/db-AbCdEf`\n`arn:aws:secretsmanager:eu-west-1:111122223333:secret:checkout/psp-GhIjKl`',
    leaveIt: '',
  }),
  aFinding({
    id: 'shared',
    ruleId: 'ecs.role-shared',
    severity: 'medium',
    title: 'Task role is shared with other applications',
    message:
      '1 other service of 1 other application runs with the same task role.',
    place: null,
    why: 'A shared role holds what all its applications need together, so each holds more than it needs.',
    fix: 'Give each application a task role of its own.',
  }),
  aFinding({
    id: 'excess',
    ruleId: 'ecs.excess-permission',
    severity: 'low',
    slot: 'execution',
    roleId: execution.id,
    roleName: execution.name,
    title: 'Can create log groups',
    message: '`logs:CreateLogGroup` is not needed: the log group exists.',
    place: null,
  }),
  aFinding({
    id: 'mitigated',
    ruleId: 'iam.service-wildcard',
    severity: 'high',
    state: 'mitigated',
    mitigatedBy: 'boundary',
    title: 'Has every right of a service',
    message: '`dynamodb:*` on `*` allows every action of DynamoDB.',
  }),
];
