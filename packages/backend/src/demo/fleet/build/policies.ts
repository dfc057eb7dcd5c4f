import type { PolicyDocument, PolicyStatement } from '../types';

type Texts = string | readonly string[];

/** A policy document of these statements. */
export function policy(
  ...statements: readonly PolicyStatement[]
): PolicyDocument {
  return { Version: '2012-10-17', Statement: statements };
}

/** A statement that allows the actions on the resources. */
export function allow(
  actions: Texts,
  resources: Texts,
  condition?: PolicyStatement['Condition'],
): PolicyStatement {
  return {
    Effect: 'Allow',
    Action: actions,
    Resource: resources,
    ...(condition && { Condition: condition }),
  };
}

/** A statement that denies the actions on the resources. */
export function deny(
  actions: Texts,
  resources: Texts,
  condition?: PolicyStatement['Condition'],
): PolicyStatement {
  return { ...allow(actions, resources, condition), Effect: 'Deny' };
}

/** What AWS recommends for a task role: tasks of this account only (ECS Developer Guide, "Task IAM role"). */
export function trustTasks(account: string): PolicyDocument {
  return policy({
    Effect: 'Allow',
    Principal: { Service: 'ecs-tasks.amazonaws.com' },
    Action: 'sts:AssumeRole',
    Condition: {
      StringEquals: { 'aws:SourceAccount': account },
      ArnLike: { 'aws:SourceArn': `arn:aws:ecs:*:${account}:*` },
    },
  });
}

/** A trust policy without conditions, as most consoles and examples write it. */
export function trustService(...services: readonly string[]): PolicyDocument {
  return policy({
    Effect: 'Allow',
    Principal: { Service: services.length === 1 ? services[0] : services },
    Action: 'sts:AssumeRole',
  });
}

/** What AWS recommends for a task role, and whom else somebody let in. */
export function trustTasksAnd(
  account: string,
  principals: Pick<PolicyStatement, 'Principal' | 'NotPrincipal'>,
  condition?: PolicyStatement['Condition'],
): PolicyDocument {
  const isFederated =
    typeof principals.Principal === 'object' &&
    'Federated' in principals.Principal;
  return policy(...trustTasks(account).Statement, {
    Effect: 'Allow',
    ...principals,
    Action: isFederated ? 'sts:AssumeRoleWithWebIdentity' : 'sts:AssumeRole',
    ...(condition && { Condition: condition }),
  });
}

/** The ARN of one of AWS's own policies, its path included in the name. */
export function awsManaged(name: string): string {
  return `arn:aws:iam::aws:policy/${name}`;
}
