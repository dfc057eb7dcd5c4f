import { ec2, external } from '../../fleet/build/placements';
import { service } from '../../fleet/build/service';
import { edge, prodEu } from '../../fleet/sites';
import { amended, fleetOf } from '../../testSupport/amended';

const fleet = fleetOf(
  service(edge, { name: 'labels', team: 'shop', on: external() }),
  service(prodEu, {
    name: 'load',
    team: 'platform',
    on: ec2(),
    more: { enableFaultInjection: true },
  }),
);

describe('the task definitions of a recording', () => {
  it.each([
    ['labels', 'awsvpc', { networkMode: 'bridge' }],
    ['load', 'bridge', { networkMode: 'bridge', enableFaultInjection: true }],
    ['other', 'awsvpc', { networkMode: 'awsvpc' }],
  ])('say of %s what moto does not keep', (family, networkMode, expected) => {
    const { body } = amended(fleet, 'DescribeTaskDefinition', {
      taskDefinition: { family, networkMode },
    });
    expect(body).toEqual({ taskDefinition: { family, ...expected } });
  });
});
