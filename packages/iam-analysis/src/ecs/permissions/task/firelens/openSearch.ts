import { isSwitchedOn } from '../../../needs/firelensOutputs';
import { isRegion, ownArn } from '../../arns/ownArn';
import type { TaskHome } from '../../derivation';
import type { RoleNeeds } from '../../permission';
import { unresolvable, variableIn, type Resolved } from '../../resolved';
import { needOf, NOTHING, roleNeeds } from '../../roleNeeds';
import { outputFailure, unnamedTarget, type OutputOptions } from './options';

// search-NAME-ID or vpc-NAME-ID; the id has 26 characters. The dual-stack form ends in `aos.REGION.on.aws`.
// https://docs.aws.amazon.com/opensearch-service/latest/developerguide/createupdatedomains.html
const DOMAIN_HOST =
  /^(?:search|vpc)-([a-z][a-z0-9-]{2,27})-[a-z0-9]{26}\.(?:([a-z0-9-]+)\.es\.amazonaws\.com(?:\.cn)?|aos\.([a-z0-9-]+)\.on\.aws)$/;
const SERVERLESS_HOST = /\.aoss\.amazonaws\.com$/;

/**
 * Only signed requests are made with a role. Logs are sent by POST to `_bulk`.
 *
 * @see https://docs.fluentbit.io/manual/pipeline/outputs/opensearch
 * @see https://docs.aws.amazon.com/opensearch-service/latest/developerguide/ac.html
 */
export function openSearchOutput(
  options: OutputOptions,
  home: TaskHome,
): RoleNeeds {
  const signing = options.value('aws_auth') ?? 'off';
  const host = options.value('host')?.trim() ?? '';
  const because = options.field('host');
  const phrase = ['sends logs to OpenSearch', ...(host ? [host] : [])].join(
    ' ',
  );
  const variable = variableIn(signing, 'the option AWS_Auth');
  if (variable !== null) {
    return unnamedTarget(because, phrase, variable.why, ['es:ESHttpPost']);
  }
  if (!isSwitchedOn(signing)) {
    return NOTHING;
  }
  const domain = domainArn(host, home);
  return domain.ok
    ? roleNeeds({
        required: true,
        needs: [
          needOf({
            row: 'T6',
            actions: ['es:ESHttpPost'],
            resources: [`${domain.value}/*`],
            probes: [`${domain.value}/_bulk`],
            because,
            phrase,
            failure: outputFailure('OpenSearch'),
          }),
        ],
      })
    : unnamedTarget(because, phrase, domain.why, [
        SERVERLESS_HOST.test(host) ? 'aoss:APIAccessAll' : 'es:ESHttpPost',
      ]);
}

function domainArn(host: string, home: TaskHome): Resolved<string> {
  const variable = variableIn(host, 'the host');
  if (variable !== null) {
    return variable;
  }
  const [, name, region, dualStackRegion] = DOMAIN_HOST.exec(host) ?? [];
  const found = region ?? dualStackRegion;
  if (name !== undefined && found !== undefined && isRegion(found)) {
    return ownArn(home, 'es', `domain/${name}`, found);
  }
  return unresolvable(
    host === '' ? 'the host is not named: name it' : unknownHost(host),
  );
}

function unknownHost(host: string): string {
  return SERVERLESS_HOST.test(host)
    ? `the host ${host} is one of OpenSearch Serverless: grant aoss:APIAccessAll on its collection`
    : `the host ${host} does not tell which domain it belongs to: grant es:ESHttpPost on the domain`;
}
