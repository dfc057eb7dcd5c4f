import fc from 'fast-check';
import { known, unknown, type Known } from '../../../known';
import type { Cluster, SecretKey, Service, TaskOverride } from '../../service';
import { aCluster, aService, taskDefinitionArn } from '../../../testUtils';
import { logConfigurations } from './logConfigurations';
import type { Names } from './names';

/** A fact that now and then was not read. */
export function perhaps<T>(
  values: fc.Arbitrary<T>,
  malformed: boolean,
): fc.Arbitrary<Known<T>> {
  return fc.oneof(
    { weight: 3, arbitrary: values.map(value => known(value)) },
    {
      weight: malformed ? 1 : 0,
      arbitrary: fc.constant(unknown('AccessDenied')),
    },
  );
}

/** With every setting that demands a permission. */
export function services(
  names: Names,
  malformed: boolean,
): fc.Arbitrary<Service> {
  return fc
    .record({
      kind: fc.constantFrom('service' as const, 'task-family' as const),
      enableExecuteCommand: fc.boolean(),
      serviceConnectLogs: fc.option(logConfigurations(names)),
      platformVersion: fc.constantFrom(null, 'LATEST', '1.4.0', '1.3.0'),
      express: fc.boolean(),
      guardDuty: perhaps(fc.boolean(), malformed),
      overrides: perhaps(
        fc.array(overrides(names), { maxLength: 2 }),
        malformed,
      ),
    })
    .map(parts => aService(parts));
}

function overrides(names: Names): fc.Arbitrary<TaskOverride> {
  return fc.record({
    taskDefinitionArn: fc.constantFrom(
      taskDefinitionArn('checkout:7'),
      taskDefinitionArn('checkout:6'),
    ),
    taskRoleArn: fc.constant(null),
    executionRoleArn: fc.option(fc.constant('debug-exec')),
    environmentFiles: fc.array(names.objects, { maxLength: 2 }),
    tasks: fc.constant(1),
  });
}

export function clusters(names: Names): fc.Arbitrary<Cluster> {
  return fc
    .record({
      name: names.clusters,
      executeCommand: fc.option(
        fc.record({
          logging: fc.constantFrom(null, 'NONE', 'DEFAULT', 'OVERRIDE'),
          kmsKeyId: fc.option(names.keys),
          cloudWatchLogGroupName: fc.option(names.groups),
          s3BucketName: fc.option(names.buckets),
          s3KeyPrefix: fc.option(fc.constant('exec')),
        }),
      ),
    })
    .map(parts => aCluster(parts));
}

/** Of all secrets that are named; malformed, some were not read. */
export function secretKeys(
  names: Names,
  malformed: boolean,
): fc.Arbitrary<ReadonlyMap<string, SecretKey>> {
  const read = malformed
    ? fc.subarray([...names.secretArns])
    : fc.constant(names.secretArns);
  return fc
    .tuple(read, fc.infiniteStream(fc.option(names.keys)))
    .map(
      ([arns, keys]) =>
        new Map(
          arns.map(arn => [arn, { arn, keyArn: keys.next().value ?? null }]),
        ),
    );
}
