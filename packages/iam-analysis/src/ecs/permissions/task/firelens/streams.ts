import { isRegion, ownArn } from '../../arns/ownArn';
import type { TaskHome } from '../../derivation';
import type { RoleNeeds } from '../../permission';
import {
  nameIn,
  unresolvable,
  variableIn,
  type Resolved,
} from '../../resolved';
import { needOf, roleNeeds } from '../../roleNeeds';
import { outputFailure, unnamedTarget, type OutputOptions } from './options';

/** @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/firelens-taskdef.html */
export function firehoseOutput(
  options: OutputOptions,
  home: TaskHome,
): RoleNeeds {
  return streamOutput(options, home, {
    service: 'firehose',
    type: 'deliverystream',
    action: 'firehose:PutRecordBatch',
    label: 'Firehose',
    names: ['delivery_stream', 'delivery_stream_name'],
  });
}

/** @see https://docs.fluentbit.io/manual/pipeline/outputs/kinesis */
export function kinesisOutput(
  options: OutputOptions,
  home: TaskHome,
): RoleNeeds {
  return streamOutput(options, home, {
    service: 'kinesis',
    type: 'stream',
    action: 'kinesis:PutRecords',
    label: 'Kinesis',
    names: ['stream', 'stream_name'],
  });
}

function firstFault(...found: readonly Resolved<string>[]): Resolved<string> {
  return found.find(each => !each.ok) ?? found[0];
}

type StreamKind = Readonly<{
  service: string;
  type: string;
  action: string;
  label: string;
  /** Of the option that names the stream. */
  names: readonly string[];
}>;

function streamOutput(
  options: OutputOptions,
  home: TaskHome,
  { service, type, action, label, names }: StreamKind,
): RoleNeeds {
  const because = options.field(...names);
  const written = options.value(...names);
  const name = nameIn(written, `the ${label} stream`, /^[\w.-]{1,128}$/);
  const region = regionOf(options, home);
  const arn =
    name.ok && region.ok
      ? ownArn(home, service, `${type}/${name.value}`, region.value)
      : firstFault(name, region);
  const phrase = ['sends logs to', label, ...(written ? [written] : [])].join(
    ' ',
  );
  return arn.ok
    ? roleNeeds({
        required: true,
        needs: [
          needOf({
            row: 'T6',
            actions: [action],
            resources: [arn.value],
            because,
            phrase,
            failure: outputFailure(label),
          }),
        ],
      })
    : unnamedTarget(because, phrase, arn.why, [action]);
}

/** @returns the region that the options name, or that of the task */
export function regionOf(
  options: OutputOptions,
  home: TaskHome,
): Resolved<string> {
  const written = options.value('region') ?? home.region;
  return (
    variableIn(written, 'the region of the output') ??
    (written === home.region || isRegion(written)
      ? { ok: true, value: written }
      : unresolvable(`'${written}' is not a region: correct it`))
  );
}
