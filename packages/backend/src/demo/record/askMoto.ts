import type { JsonObject } from '@backstage/types';
import { InputError } from '@backstage/errors';
import type { AwsCall, Place } from '../replay/awsCall';
import type { ResponseBody } from '../replay/recordingFile';

/** What a server answered. */
export type Answer = Readonly<{ status: number; body: ResponseBody }>;

/** How a question is put to AWS: the answer to it as a whole, however long. */
export type Ask = (place: Place, call: AwsCall) => Promise<Answer>;

/** Services that speak JSON, and what they call their operations. */
const jsonTargets: Readonly<Record<string, string>> = {
  ecs: 'AmazonEC2ContainerServiceV20141113',
  ecr: 'AmazonEC2ContainerRegistry_V20150921',
  secretsmanager: 'secretsmanager',
  ssm: 'AmazonSSM',
};

/** API versions that the query protocols name. */
const versions: Readonly<Record<string, string>> = {
  iam: '2010-05-08',
  ec2: '2016-11-15',
  autoscaling: '2011-01-01',
};

/** Puts questions to a moto server, which never pages: parameters of paging are left out by the caller. */
export function motoAt(endpoint: string): Ask {
  return async (place, call) => {
    const response = await fetch(endpoint, {
      method: 'POST',
      headers: {
        authorization: `AWS4-HMAC-SHA256 Credential=demo/20261102/${place.region}/${call.service}/aws4_request, SignedHeaders=host, Signature=demo`,
        'x-moto-account-id': place.account,
        ...protocolHeaders(call),
      },
      body: requestBody(call),
    });
    const text = await response.text();
    return {
      status: response.status,
      body: response.headers.get('content-type')?.includes('json')
        ? jsonObject(text)
        : text,
    };
  };
}

function protocolHeaders({
  service,
  operation,
}: AwsCall): Record<string, string> {
  const target = jsonTargets[service];
  return target === undefined
    ? { 'content-type': 'application/x-www-form-urlencoded' }
    : {
        'content-type': 'application/x-amz-json-1.1',
        'x-amz-target': `${target}.${operation}`,
      };
}

function requestBody({ service, operation, params }: AwsCall): string {
  if (jsonTargets[service] !== undefined) {
    return JSON.stringify(params);
  }
  const version = versions[service];
  if (version === undefined) {
    throw new InputError(
      `The recorder knows no API version of ${service}; add it to askMoto.ts`,
    );
  }
  return new URLSearchParams({
    Action: operation,
    Version: version,
    ...Object.fromEntries(
      Object.entries(params).map(([name, value]) => [name, `${value}`]),
    ),
  }).toString();
}

function jsonObject(text: string): JsonObject {
  const value: unknown = JSON.parse(text);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new InputError(`moto answered what is no object: ${text}`);
  }
  return Object.fromEntries(Object.entries(value));
}
