import fc from 'fast-check';
import type { TaskHome } from '../derivation';
import { OTHER_REGIONS } from './homes';

/** Texts that nothing can be derived from, such as variables of templates. */
const MALFORMED = [
  '',
  ' ',
  '*',
  '${Name}',
  'prefix-${Name}',
  '${AWS::AccountId}.dkr.ecr.${AWS::Region}.amazonaws.com/app:1',
  '{{resolve:ssm:/name}}',
  'arn:aws:ssm:${AWS::Region}:111122223333:parameter/name',
  'arn:aws:secretsmanager:eu-west-1:111122223333:secret:${Name}',
  'arn:aws:secretsmanager:eu-west-1:111122223333:secret:a:b:c:d:e:f',
  'arn:aws:s3:::${Bucket}/key',
  'arn:aws:s3:::bucket',
  'arn:aws:s3:::a/b, arn:aws:s3:::a/c',
  'arn:',
  ':::::',
  'name with spaces',
];

const OTHER_ACCOUNT = '444455556666';

type Texts = fc.Arbitrary<string>;

/** What the fields of task definitions, services and clusters may name. */
export type Names = Readonly<{
  images: Texts;
  valuesFrom: Texts;
  /** Of the secrets and parameters that `valuesFrom` names, as they are read. */
  secretArns: readonly string[];
  objects: Texts;
  groups: Texts;
  buckets: Texts;
  streams: Texts;
  hosts: Texts;
  regions: Texts;
  keys: Texts;
  flags: Texts;
  fileSystems: Texts;
  accessPoints: Texts;
  s3Files: Texts;
  clusters: Texts;
}>;

/**
 * @param home - the account and region of most of them
 * @param malformed - whether some are no names
 */
export function namesIn(home: TaskHome, malformed: boolean): Names {
  const { partition, region, accountId } = home;
  const elsewhere = OTHER_REGIONS.get(partition) ?? 'us-east-1';
  const named = (...names: readonly string[]): Texts =>
    malformed
      ? fc.oneof(
          { weight: 4, arbitrary: fc.constantFrom(...names) },
          { weight: 1, arbitrary: fc.constantFrom(...MALFORMED) },
          { weight: 1, arbitrary: fc.string() },
        )
      : fc.constantFrom(...names);
  const arn = (service: string, resource: string, at = region) =>
    `arn:${partition}:${service}:${at}:${accountId}:${resource}`;
  const secret = (name: string, at = region) =>
    arn('secretsmanager', `secret:${name}`, at);
  const foreign = secret('shared-Qq11Rr').replace(accountId, OTHER_ACCOUNT);
  return {
    images: named(...images(home, elsewhere)),
    valuesFrom: named(
      secret('shop/db-AbCdEf'),
      `${secret('shop/db-AbCdEf')}:password::`,
      `${secret('shop/db-AbCdEf')}::AWSPREVIOUS:`,
      secret('shop/token-Xy12Za', elsewhere),
      secret('partial'),
      secret('shop/db-secret'),
      foreign,
      arn('ssm', 'parameter/shop/url'),
      arn('ssm', 'parameter/flag', elsewhere),
      '/shop/url',
      'flat',
      '/aws/reference/secretsmanager/shop/db',
    ),
    secretArns: [
      secret('shop/db-AbCdEf'),
      secret('shop/token-Xy12Za', elsewhere),
      secret('partial-Kk22Ll'),
      foreign,
      arn('ssm', 'parameter/shop/url'),
      arn('ssm', 'parameter/flag', elsewhere),
      arn('ssm', 'parameter/flat'),
    ],
    objects: named(
      `arn:${partition}:s3:::shop-config/prod.env`,
      `arn:${partition}:s3:::shop-config/stage/extra file.env`,
      `arn:${partition}:s3:::other-config/a.json`,
    ),
    groups: named('/ecs/checkout', 'audit', '/aws/ecs/exec'),
    buckets: named('shop-logs', 'sessions.example'),
    streams: named('logs', 'audit.stream'),
    hosts: named(
      `vpc-shop-logs-${'a'.repeat(26)}.${region || elsewhere}.es.amazonaws.com`,
      'logs.example.com',
      'collection.aoss.amazonaws.com',
    ),
    regions: named(region || elsewhere, elsewhere),
    keys: named(
      arn('kms', 'key/1234abcd-12ab-34cd-56ef-1234567890ab'),
      arn('kms', 'key/mrk-0123456789abcdef', elsewhere),
    ),
    flags: named('true', 'false'),
    fileSystems: named('fs-0123456789abcdef0', 'fs-abcdef01'),
    accessPoints: named('fsap-0123456789abcdef0'),
    s3Files: named(arn('s3files', 'file-system/fs-0123')),
    clusters: named('prod-eu', 'default'),
  };
}

function images(
  { partition, region, accountId }: TaskHome,
  elsewhere: string,
): readonly string[] {
  const end = partition === 'aws-cn' ? 'amazonaws.com.cn' : 'amazonaws.com';
  const ecr = (account: string, at: string, repository: string) =>
    `${account || OTHER_ACCOUNT}.dkr.ecr.${
      at || elsewhere
    }.${end}/${repository}:1`;
  return [
    'nginx:1.29',
    'public.ecr.aws/nginx/nginx:1',
    'registry.example.com/app',
    ecr(accountId, region, 'shop/checkout'),
    ecr(accountId, elsewhere, 'shop/checkout'),
    ecr(accountId, region, 'docker-hub/library/nginx'),
    ecr(OTHER_ACCOUNT, region, 'base/app'),
    'public.ecr.aws/xray/aws-xray-daemon:3',
    'public.ecr.aws/cloudwatch-agent/cloudwatch-agent:1',
    'public.ecr.aws/aws-observability/aws-otel-collector:1',
  ];
}
