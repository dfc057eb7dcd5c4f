import { looksLikeCredential } from './credentials';

/**
 * Options that name where logs go. All others are dropped: `splunk-token`, or `HTTP_Passwd` of a FireLens output, are
 * secrets. Sources: ECS API reference of `LogConfiguration`; Fluent Bit manual, outputs for AWS; Fluentd plugins for S3 and Kinesis.
 */
const PUBLIC = new Set([
  'name',
  '@type',
  'host',
  'aws_auth',
  'aws_role_arn',
  'role_arn',
  'endpoint',
  's3_endpoint',
  'region',
  'mode',
  'max-buffer-size',
  'delivery_stream',
  'log_group_name',
  'log_stream_name',
  'log_stream_prefix',
  'auto_create_group',
  'stream',
  'stream_name',
  'bucket',
  's3_bucket',
  's3_key_format',
  'path',
]);

/**
 * @param options - of a log driver, or of a FireLens output
 * @returns the options on the allow-list whose value does not look like a credential
 * @public
 */
export function publicLogOptions(
  options: Readonly<Record<string, string>> | undefined,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(options ?? {}).filter(([name, value]) => {
      const key = name.toLowerCase();
      const isPublic = key.startsWith('awslogs-') || PUBLIC.has(key);
      return isPublic && !looksLikeCredential(name, value);
    }),
  );
}
