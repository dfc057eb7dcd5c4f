import type { JsonObject } from '@backstage/types';
import type { AwsCall } from '../replay/awsCall';
import { paged } from './paging';

const place = { account: '111122223333', region: 'eu-west-1' };
const arns = Array.from({ length: 23 }, (_, index) => `service-${index}`);

function listServices(params: JsonObject): AwsCall {
  return { service: 'ecs', operation: 'ListServices', params };
}

describe('paged', () => {
  const asked: AwsCall[] = [];
  const ask = paged(async (_place, call) => {
    asked.push(call);
    return { status: 200, body: { serviceArns: arns } };
  });
  beforeEach(() => asked.splice(0));

  it.each([
    [{}, arns.slice(0, 10), '10'],
    [{ maxResults: 100 }, arns.slice(0, 10), '10'],
    [{ maxResults: 5 }, arns.slice(0, 5), '5'],
    [{ nextToken: '10' }, arns.slice(10, 20), '20'],
    [{ nextToken: '20' }, arns.slice(20), undefined],
    [{ nextToken: '13' }, arns.slice(13), undefined],
  ])('cuts a list at %j', async (params, serviceArns, nextToken) => {
    const { body } = await ask(
      place,
      listServices({ cluster: 'a', ...params }),
    );
    expect(body).toEqual({ serviceArns, ...(nextToken && { nextToken }) });
    expect(asked).toEqual([listServices({ cluster: 'a' })]);
  });

  it('passes on what is no list', async () => {
    const call = {
      service: 'ecs',
      operation: 'DescribeServices',
      params: { services: ['a'], nextToken: 'kept' },
    };
    await ask(place, call);
    expect(asked).toEqual([call]);
  });

  it('passes on an error', async () => {
    const denied = { status: 400, body: { __type: 'AccessDeniedException' } };
    await expect(
      paged(async () => denied)(place, listServices({})),
    ).resolves.toEqual(denied);
  });
});
