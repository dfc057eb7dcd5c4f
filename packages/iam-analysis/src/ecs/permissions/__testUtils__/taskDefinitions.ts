import fc from 'fast-check';
import type { Container, TaskDefinition, Volume } from '../../taskDefinition';
import { aContainer, aTaskDefinition, aVolume } from '../../../testUtils';
import { logConfigurations } from './logConfigurations';
import type { Names } from './names';

/** With every field that demands a permission. */
export function taskDefinitions(names: Names): fc.Arbitrary<TaskDefinition> {
  return fc
    .record({
      taskRoleArn: fc.option(fc.constant('checkout-task')),
      executionRoleArn: fc.option(fc.constant('checkout-exec')),
      operatingSystem: fc.constantFrom(
        null,
        'LINUX',
        'WINDOWS_SERVER_2022_CORE',
      ),
      containers: fc.array(containers(names), { minLength: 1, maxLength: 3 }),
      volumes: some(volumes(names)),
      proxyType: fc.constantFrom(null, null, 'APPMESH'),
      enableFaultInjection: fc.boolean(),
    })
    .map(parts => aTaskDefinition(parts));
}

function containers(names: Names): fc.Arbitrary<Container> {
  return fc
    .record({
      image: names.images,
      environment: fc.constantFrom(
        [],
        [],
        [{ name: 'MANAGED_INSTANCE_ROLE_NAME', looksLikeCredential: false }],
      ),
      environmentFiles: some(names.objects),
      secrets: some(
        fc.record({
          name: fc.constant('SECRET'),
          valueFrom: names.valuesFrom,
        }),
      ),
      logConfiguration: fc.option(logConfigurations(names), { freq: 3 }),
      repositoryCredentials: seldom(
        fc.oneof(names.valuesFrom, fc.constant('registry')),
      ),
      firelens: seldom(
        fc.record({
          type: fc.constantFrom('fluentbit', 'fluentd'),
          configFileType: fc.constantFrom(null, 's3', 'file'),
          configFileValue: names.objects,
        }),
      ),
      credentialSpecs: some(credentialSpecs(names)),
      mountPoints: some(
        fc.record({
          volume: fc.constantFrom('data', 'other'),
          path: fc.constant('/data'),
          readOnly: fc.boolean(),
        }),
      ),
    })
    .map(parts => aContainer(parts));
}

function credentialSpecs(names: Names): fc.Arbitrary<string> {
  return fc
    .tuple(
      fc.constantFrom('credentialspec:', 'credentialspecdomainless:'),
      fc.oneof(
        names.objects,
        fc.constantFrom(
          'file://gmsa.json',
          ...names.secretArns.filter(arn => arn.includes(':ssm:')),
        ),
      ),
    )
    .map(([kind, source]) => `${kind}${source}`);
}

function volumes(names: Names): fc.Arbitrary<Volume> {
  return fc
    .oneof(
      fc.record({
        efs: fc.record({
          fileSystemId: names.fileSystems,
          accessPointId: fc.option(names.accessPoints),
          iam: fc.boolean(),
          transitEncryption: fc.constant(true),
        }),
      }),
      fc.record({ s3Files: fc.record({ fileSystemArn: names.s3Files }) }),
      fc.record({ fsxCredentialsParameter: names.valuesFrom }),
      fc.constant({}),
    )
    .map(parts => aVolume(parts));
}

function some<T>(values: fc.Arbitrary<T>): fc.Arbitrary<T[]> {
  return fc.array(values, { maxLength: 2 });
}

function seldom<T>(values: fc.Arbitrary<T>): fc.Arbitrary<T | null> {
  return fc.oneof(
    { weight: 3, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: values },
  );
}
