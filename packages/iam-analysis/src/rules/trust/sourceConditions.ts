import type { Condition } from '../../policy/types';
import { bindingOn, isPositive } from './trustConditions';

/** The accounts whose tasks a statement may be about. */
export type Accounts = Readonly<{ own: string; known: readonly string[] }>;

/**
 * Whether the service that calls must do so for the own account: by `aws:SourceAccount`, or by an ARN of ECS in
 * `aws:SourceArn`. Known accounts may stand beside the own one.
 * Source: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html
 */
export function isBoundToAccount(
  conditions: readonly Condition[],
  accounts: Accounts,
): boolean {
  return (
    bindingOn(conditions, /^aws:sourceaccount$/).some(
      ({ operator, values }) => isText(operator) && nameOwn(values, accounts),
    ) ||
    bindingOn(conditions, /^aws:sourcearn$/).some(
      ({ operator, values }) =>
        (isText(operator) || isArn(operator)) &&
        nameOwn(values.map(accountOfEcs), accounts),
    )
  );
}

function nameOwn(values: readonly string[], { own, known }: Accounts): boolean {
  const isOwn = (value: string) =>
    value === own || RESOURCE_ACCOUNT.test(value);
  return (
    values.some(isOwn) &&
    values.every(value => isOwn(value) || known.includes(value))
  );
}

// The resource is the role itself.
const RESOURCE_ACCOUNT = /^\$\{aws:ResourceAccount\}$/i;

function accountOfEcs(arn: string): string {
  const [, , service, , account = ''] = arn.split(':');
  return service === 'ecs' || service === '*' ? account : '';
}

function isText(operator: string): boolean {
  return /^string(equals|like)$/i.test(operator);
}

function isArn(operator: string): boolean {
  return /^arn(equals|like)$/i.test(operator);
}

/**
 * Values of a condition on `aws:SourceArn` that admits single clusters only. ECS sends no ARN that such a value matches.
 * Source: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html
 *
 * @returns none when the condition has another value beside them
 */
export function clustersIn(conditions: readonly Condition[]): string[] {
  return conditions
    .filter(
      condition =>
        condition.key.toLowerCase() === 'aws:sourcearn' &&
        (isText(condition.operator) || isArn(condition.operator)) &&
        isPositive(condition) &&
        condition.values.every(namesCluster),
    )
    .flatMap(({ values }) => values);
}

function namesCluster(arn: string): boolean {
  const [, , service, , , ...rest] = arn.split(':');
  const [type, cluster = '', ...more] = rest.join(':').split('/');
  const isInCluster =
    type === 'cluster' || (OF_CLUSTER.test(type) && more.length > 0);
  return service === 'ecs' && isInCluster && !/^[*?]*$/.test(cluster);
}

// Their long ARNs hold the name of the cluster.
const OF_CLUSTER = /^(service|task|container-instance|task-set)$/;
