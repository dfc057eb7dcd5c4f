import { HttpRequest } from '@smithy/protocol-http';
import { callKey, readAwsCall } from './awsCall';

function signed(service: string, special: Partial<HttpRequest>): HttpRequest {
  return new HttpRequest({
    ...special,
    headers: {
      authorization: `AWS4-HMAC-SHA256 Credential=demo/20261102/eu-west-1/${service}/aws4_request, SignedHeaders=host, Signature=0`,
      ...special.headers,
    },
  });
}

const ecsHeaders = {
  'x-amz-target': 'AmazonEC2ContainerServiceV20141113.ListServices',
};

describe('readAwsCall', () => {
  it.each([
    {
      name: 'JSON as text',
      request: signed('ecs', { headers: ecsHeaders, body: '{"cluster":"a"}' }),
      call: {
        service: 'ecs',
        operation: 'ListServices',
        params: { cluster: 'a' },
      },
    },
    {
      name: 'JSON as bytes',
      request: signed('ecs', {
        headers: ecsHeaders,
        body: new TextEncoder().encode('{"cluster":"ü"}'),
      }),
      call: {
        service: 'ecs',
        operation: 'ListServices',
        params: { cluster: 'ü' },
      },
    },
    {
      name: 'JSON without a body',
      request: signed('ecs', { headers: ecsHeaders }),
      call: { service: 'ecs', operation: 'ListServices', params: {} },
    },
    {
      name: 'a form, without its API version',
      request: signed('ec2', {
        body: 'Action=DescribeInstances&Version=2016-11-15&InstanceId.1=i-1&InstanceId.2=i-2',
      }),
      call: {
        service: 'ec2',
        operation: 'DescribeInstances',
        params: { 'InstanceId.1': 'i-1', 'InstanceId.2': 'i-2' },
      },
    },
  ])('reads $name', ({ request, call }) => {
    expect(readAwsCall(request)).toEqual(call);
  });

  it.each([
    {
      name: 'no signature',
      request: new HttpRequest({ headers: ecsHeaders }),
      message: 'carries no signature',
    },
    {
      name: 'no operation',
      request: signed('s3', { body: '' }),
      message: 'A request to s3 names no operation',
    },
    {
      name: 'a body that is a stream',
      request: signed('ecs', { headers: ecsHeaders, body: {} }),
      message: 'a body that is no text',
    },
  ])('refuses $name', ({ request, message }) => {
    expect(() => readAwsCall(request)).toThrow(message);
  });
});

describe('callKey', () => {
  const ireland = { account: '111122223333', region: 'eu-west-1' };
  const virginia = { account: '111122223333', region: 'us-east-1' };
  const list = (params: Record<string, string[] | string>) => ({
    service: 'ecs',
    operation: 'ListServices',
    params,
  });

  it('is the same however members are ordered, at any depth', () => {
    const one = { ...list({}), params: { a: { b: 1, c: 2 }, d: 3 } };
    const other = { ...list({}), params: { d: 3, a: { c: 2, b: 1 } } };
    expect(callKey(ireland, one)).toBe(callKey(ireland, other));
  });

  it.each([
    [ireland, list({}), virginia, list({})],
    [ireland, list({ cluster: 'a' }), ireland, list({ cluster: 'b' })],
    [
      ireland,
      list({ services: ['a', 'b'] }),
      ireland,
      list({ services: ['b', 'a'] }),
    ],
    [ireland, list({}), { ...ireland, account: '444455556666' }, list({})],
  ])('differs for another question (%#)', (place, call, elsewhere, other) => {
    expect(callKey(place, call)).not.toBe(callKey(elsewhere, other));
  });

  it('is the same for IAM in all regions of an account', () => {
    const call = {
      service: 'iam',
      operation: 'GetRole',
      params: { RoleName: 'a' },
    };
    expect(callKey(ireland, call)).toBe(callKey(virginia, call));
  });
});
