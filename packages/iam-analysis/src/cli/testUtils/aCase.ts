const OWN_TASKS = {
  Effect: 'Allow',
  Principal: { Service: 'ecs-tasks.amazonaws.com' },
  Action: 'sts:AssumeRole',
};

/** The task role `checkout-task` with one inline policy, `app`, that ECS may use. */
export function aCase(
  statements: readonly object[],
  trust: readonly object[] = [OWN_TASKS],
) {
  return {
    role: {
      arn: 'arn:aws:iam::111122223333:role/checkout-task',
      slot: 'task',
      trustPolicy: {
        Version: '2012-10-17',
        Statement: trust,
      },
      policies: [
        {
          name: 'app',
          document: { Version: '2012-10-17', Statement: statements },
        },
      ],
    },
  };
}
