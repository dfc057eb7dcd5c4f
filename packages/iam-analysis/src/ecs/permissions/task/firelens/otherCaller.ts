import { accountFault, parseArn } from '../../../names/arn';
import { isAwsEndpoint } from '../../../names/awsEndpoint';
import type { RoleNeeds } from '../../permission';
import {
  resolved,
  unresolvable,
  variableIn,
  type Resolved,
} from '../../resolved';
import { needOf, roleNeeds } from '../../roleNeeds';
import { outputFailure, unnamedTarget, type OutputOptions } from './options';

const ASSUME = 'sts:AssumeRole';

/**
 * An output to AWS that does not call it with the task role: it takes another role first, or calls an endpoint of its own.
 *
 * @returns what of the task role is needed then; `null`: the output calls AWS with the task role
 * @see https://docs.fluentbit.io/manual/administration/aws-credentials
 * @see https://docs.fluentbit.io/manual/pipeline/outputs/s3
 */
export function otherCaller(options: OutputOptions): RoleNeeds | null {
  const role = options.value('role_arn', 'aws_role_arn');
  if (role !== undefined) {
    return assumption(role, options.field('role_arn', 'aws_role_arn'));
  }
  const endpoint = options.value('endpoint', 's3_endpoint');
  return endpoint === undefined || isAwsEndpoint(endpoint)
    ? null
    : roleNeeds({
        required: null,
        unresolved: [
          {
            row: 'T6',
            certain: false,
            because: options.field('endpoint', 's3_endpoint'),
            phrase: `sends logs to ${endpoint}`,
            why: 'whether AWS answers at that endpoint is not known: if it does, grant the task role what the output calls',
            actions: [],
          },
        ],
      });
}

function assumption(written: string, because: string): RoleNeeds {
  const role = roleArn(written.trim());
  const phrase = `assumes role ${written.slice(
    written.lastIndexOf('/') + 1,
  )} to send logs`;
  return role.ok
    ? roleNeeds({
        required: true,
        needs: [
          needOf({
            row: 'T6',
            actions: [ASSUME],
            resources: [role.value],
            because,
            phrase,
            failure: outputFailure('its output'),
            alsoNeeds: 'the trust policy of that role',
          }),
        ],
      })
    : unnamedTarget(because, phrase, role.why, [ASSUME]);
}

function roleArn(text: string): Resolved<string> {
  const variable = variableIn(text, 'the role');
  if (variable !== null) {
    return variable;
  }
  const arn = parseArn(text);
  return arn.ok &&
    arn.value.service === 'iam' &&
    accountFault(arn.value.accountId) === null &&
    /^role\/[\w+=,.@/-]+$/.test(arn.value.resource)
    ? resolved(arn.value.arn)
    : unresolvable(
        `'${text}' is not the ARN of a role: write arn:aws:iam::ACCOUNT:role/NAME`,
      );
}
