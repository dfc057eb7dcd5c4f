import type { Container } from '../taskDefinition';
import { isAwsEndpoint } from '../names/awsEndpoint';
import { distinct } from './phrases';

type Output = Readonly<{ phrase: string; requires: boolean }>;
type Options = Readonly<Record<string, string>>;

/**
 * Where FireLens sends logs with the task role. Fluent Bit names an output by `Name`, Fluentd by `@type`, in any
 * letter case. Outputs outside AWS need no role.
 * Sources: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/firelens-taskdef.html,
 * https://docs.fluentbit.io/manual/pipeline/outputs
 *
 * @param containers - of one task definition
 * @returns the outputs, each once
 */
export function firelensOutputs(
  containers: readonly Container[],
): readonly Output[] {
  const outputs = containers.flatMap(({ logConfiguration }) => {
    if (logConfiguration?.driver !== 'awsfirelens') {
      return [];
    }
    const output = outputOf(logConfiguration.options);
    return output ? [output] : [];
  });
  const phrases = distinct(outputs.map(output => output.phrase));
  return phrases.map(phrase => ({
    phrase,
    requires: outputs.some(each => each.phrase === phrase && each.requires),
  }));
}

function outputOf(options: Options): Output | null {
  const name = option(options, 'name') ?? option(options, '@type');
  switch (name?.toLowerCase()) {
    case undefined:
      return {
        phrase: 'sends logs to an output that its FireLens configuration names',
        requires: false,
      };
    case 'firehose':
    case 'kinesis_firehose':
      return sends(options, 'to Firehose', 'delivery_stream');
    case 'cloudwatch':
    case 'cloudwatch_logs':
      return sends(options, 'to CloudWatch Logs', 'log_group_name');
    case 'kinesis':
    case 'kinesis_streams':
      return sends(options, 'to Kinesis', 'stream', 'stream_name');
    case 's3':
      return sends(options, 'to S3', 'bucket', 's3_bucket');
    case 'es':
    case 'opensearch':
      return openSearchOutput(options);
    default:
      return null;
  }
}

// Without `AWS_Auth On` requests are not signed, so no role is used. Where a variable says so, they may be; of a host of AWS it
// is said too, for a domain mostly wants them signed.
function openSearchOutput(options: Options): Output | null {
  const auth = option(options, 'aws_auth') ?? 'off';
  const signed = isSwitchedOn(auth) || /\$\{|\{\{/.test(auth);
  const host = option(options, 'host');
  const mayBeAws = host === undefined || /\.amazonaws\.com(\.cn)?$/.test(host);
  const output = sends(options, 'to OpenSearch', 'host');
  return signed || mayBeAws
    ? { ...output, requires: signed && output.requires }
    : null;
}

/** As Fluent Bit reads an option that is on or off. */
export function isSwitchedOn(value: string): boolean {
  return /^(on|true|yes|1)$/i.test(value);
}

function sends(options: Options, where: string, ...keys: string[]): Output {
  const target = keys.map(key => option(options, key)).find(Boolean);
  const endpoint =
    option(options, 'endpoint') ?? option(options, 's3_endpoint');
  const byRole = option(options, 'role_arn') ?? option(options, 'aws_role_arn');
  return {
    phrase: ['sends logs', where, ...(target ? [target] : [])].join(' '),
    // An endpoint of one's own need not be one of AWS; to take another role first is to call AWS.
    requires:
      endpoint === undefined || byRole !== undefined || isAwsEndpoint(endpoint),
  };
}

function option(options: Options, name: string): string | undefined {
  return Object.entries(options).find(
    ([key]) => key.toLowerCase() === name,
  )?.[1];
}
