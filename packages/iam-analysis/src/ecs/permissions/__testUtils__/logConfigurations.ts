import fc from 'fast-check';
import type { LogConfiguration } from '../../taskDefinition';
import type { Names } from './names';

type Options = LogConfiguration['options'];

/** Of all drivers that demand something, and some that do not. */
export function logConfigurations(
  names: Names,
): fc.Arbitrary<LogConfiguration> {
  return fc
    .tuple(
      fc.oneof(
        withOptions('awslogs', awslogs(names)),
        withOptions('awsfirelens', outputs(names)),
        withOptions('splunk', fc.constant({})),
      ),
      fc.array(
        fc.record({
          name: fc.constant('token'),
          valueFrom: names.valuesFrom,
        }),
        { maxLength: 1 },
      ),
    )
    .map(([driver, secretOptions]) => ({ ...driver, secretOptions }));
}

function withOptions(driver: string, options: fc.Arbitrary<Options>) {
  return options.map(each => ({ driver, options: each }));
}

function awslogs({ groups, regions, flags }: Names): fc.Arbitrary<Options> {
  return optionsOf(
    { 'awslogs-group': groups },
    {
      'awslogs-region': regions,
      'awslogs-stream-prefix': groups,
      'awslogs-create-group': flags,
    },
  );
}

function outputs(names: Names): fc.Arbitrary<Options> {
  const { streams, regions, groups, flags, buckets, hosts } = names;
  const name = (...all: readonly string[]) => fc.constantFrom(...all);
  // What an output to AWS may have besides.
  const callers = optionsOf(
    {},
    {
      role_arn: name(ROLE, '${Role}'),
      endpoint: name('https://logs.eu-west-1.amazonaws.com', 'http://local:1'),
    },
  );
  const targets = fc.oneof(
    optionsOf(
      { Name: name('firehose', 'Kinesis_Firehose'), delivery_stream: streams },
      { region: regions },
    ),
    optionsOf(
      { '@type': name('kinesis_streams'), stream_name: streams },
      { region: regions },
    ),
    optionsOf(
      {
        Name: name('cloudwatch', 'cloudwatch_logs'),
        log_group_name: groups,
      },
      { log_stream_prefix: groups, auto_create_group: flags },
    ),
    optionsOf({ Name: name('s3'), bucket: buckets }, { s3_key_format: groups }),
    optionsOf(
      { Name: name('es', 'opensearch'), Host: hosts },
      { AWS_Auth: name('On', 'Off', '${Auth}') },
    ),
    optionsOf({}, { Name: name('forward', 'datadog', '${Output}') }),
  );
  return fc
    .tuple(fc.option(callers, { freq: 4 }), targets)
    .map(([caller, target]) => ({ ...caller, ...target }));
}

const ROLE = 'arn:aws:iam::444455556666:role/log-writer';

// The second ones may be left out.
function optionsOf(
  always: Readonly<Record<string, fc.Arbitrary<string>>>,
  sometimes: Readonly<Record<string, fc.Arbitrary<string>>>,
): fc.Arbitrary<Options> {
  return fc
    .tuple(
      fc.record(always),
      fc.record(sometimes),
      fc.subarray(Object.keys(sometimes)),
    )
    .map(([first, second, kept]) => ({
      ...first,
      ...Object.fromEntries(
        Object.entries(second).filter(([key]) => kept.includes(key)),
      ),
    }));
}
