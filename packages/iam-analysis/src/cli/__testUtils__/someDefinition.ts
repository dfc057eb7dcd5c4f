import fc from 'fast-check';

/** A task definition of the right form, with anything in its texts. */
export function someDefinition() {
  const texts = someText();
  const container = fc.record(
    {
      name: texts,
      image: texts,
      essential: fc.constantFrom(true, 'false', '${Essential}'),
      environment: listOf(fc.record({ name: texts, value: texts })),
      environmentFiles: listOf(fc.record({ value: texts })),
      secrets: listOf(fc.record({ name: texts, valueFrom: texts })),
      repositoryCredentials: fc.record({ credentialsParameter: texts }),
      credentialSpecs: listOf(texts),
      firelensConfiguration: fc.record({
        options: fc.dictionary(
          fc.constantFrom('config-file-type', 'config-file-value'),
          texts,
        ),
      }),
      logConfiguration: fc.record({
        logDriver: fc.oneof(fc.constantFrom('awslogs', 'awsfirelens'), texts),
        options: fc.dictionary(
          fc.constantFrom(
            'awslogs-group',
            'awslogs-region',
            'awslogs-create-group',
            'Name',
            'bucket',
            'delivery_stream',
          ),
          texts,
        ),
      }),
      mountPoints: listOf(fc.record({ sourceVolume: texts })),
    },
    { requiredKeys: [] },
  );
  const volume = fc.record(
    {
      name: texts,
      efsVolumeConfiguration: fc.record({
        fileSystemId: texts,
        authorizationConfig: fc.record({
          iam: fc.constantFrom('ENABLED', 'DISABLED'),
          accessPointId: texts,
        }),
      }),
      s3filesVolumeConfiguration: fc.record({ fileSystemArn: texts }),
    },
    { requiredKeys: ['name'] },
  );
  return fc.record(
    {
      family: texts,
      taskDefinitionArn: texts,
      taskRoleArn: texts,
      executionRoleArn: texts,
      networkMode: fc.constantFrom('awsvpc', 'bridge', '${Mode}'),
      requiresCompatibilities: listOf(
        fc.constantFrom('FARGATE', 'EC2', 'EXTERNAL', 'MANAGED_INSTANCES'),
      ),
      containerDefinitions: listOf(container),
      volumes: listOf(volume),
      proxyConfiguration: fc.record({ type: fc.constant('APPMESH') }),
    },
    { requiredKeys: ['containerDefinitions'] },
  );
}

/** What ECS takes, what a template fills in later, or anything. */
export function someText() {
  return fc.oneof(
    fc.constantFrom(
      'web',
      '111122223333.dkr.ecr.eu-west-1.amazonaws.com/shop/web:1',
      'arn:aws:secretsmanager:eu-west-1:111122223333:secret:shop/db-AbCdEf',
      'arn:aws:ssm:eu-west-1:111122223333:parameter/shop/key',
      'arn:aws:ecs:eu-west-1:111122223333:task-definition/shop:7',
      'arn:aws:s3:::settings/web.env',
      'arn:aws:iam::111122223333:role/web',
      'true',
      '${Variable}',
      '{{resolve:ssm:/key}}',
    ),
    fc.record({ Ref: fc.string() }),
    fc.record({ 'Fn::Join': fc.jsonValue() }),
    fc.record({ 'Fn::If': fc.jsonValue() }),
    fc.string(),
    fc.jsonValue(),
  );
}

function listOf<T>(item: fc.Arbitrary<T>) {
  return fc.oneof(
    fc.array(item, { maxLength: 2 }),
    fc.constant({ Ref: 'List' }),
  );
}
