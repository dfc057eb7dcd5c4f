import { bucketArn } from '../../arns/bucketArn';
import type { TaskHome } from '../../derivation';
import type { RoleNeeds } from '../../permission';
import { nameIn, type Resolved } from '../../resolved';
import { needOf, roleNeeds } from '../../roleNeeds';
import { outputFailure, unnamedTarget, type OutputOptions } from './options';

/**
 * @see https://docs.fluentbit.io/manual/pipeline/outputs/s3
 * @see https://docs.fluentd.org/output/s3
 */
export function s3Output(options: OutputOptions, home: TaskHome): RoleNeeds {
  const because = options.field('bucket', 's3_bucket');
  const name = options.value('bucket', 's3_bucket');
  const bucket = bucketArn(home, name);
  const key = keyOf(options);
  const phrase = ['sends logs to S3', ...(name ? [name] : [])].join(' ');
  if (!bucket.ok || !key.ok) {
    const [why] = [bucket, key].flatMap(each => (each.ok ? [] : [each.why]));
    return unnamedTarget(because, phrase, why, ['s3:PutObject']);
  }
  return roleNeeds({
    required: true,
    needs: [
      needOf({
        row: 'T6',
        actions: ['s3:PutObject'],
        resources: [`${bucket.value}/*`],
        probes: [`${bucket.value}/${key.value}`],
        because,
        phrase,
        failure: outputFailure('S3'),
      }),
    ],
  });
}

// Of Fluent Bit `s3_key_format`, with its default; of Fluentd `path`.
function keyOf(options: OutputOptions): Resolved<string> {
  const path = options.value('path');
  const format =
    options.value('s3_key_format') ??
    (path === undefined
      ? '/fluent-bit-logs/$TAG/%Y/%m/%d/%H/%M/%S'
      : `${path}%Y%m%d_0.gz`);
  return nameIn(
    format
      .replace(/^\//, '')
      .replace(/\$TAG(\[\d+\])?/g, 'app-firelens-0123456789abcdef')
      .replace(/\$(UUID|INDEX)/g, '01234567')
      .replace(/%Y/g, '2026')
      .replace(/%[a-zA-Z]/g, '01'),
    'the object',
    /^[^*?]+$/,
  );
}
