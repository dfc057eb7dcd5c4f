import type { Compute } from '../../ecs/slots';
import { known, unknown } from '../../known';
import { aTaskDefinition } from '../../testUtils';
import { mayRunOnHosts, runOnHosts } from './mayRunOnHosts';

const NOT_READ = unknown('not read');

describe('mayRunOnHosts', () => {
  it.each<[boolean, Compute[] | null, string[]]>([
    [true, ['ec2'], []],
    [true, ['managed-instances'], []],
    [true, ['external'], []],
    [true, ['fargate', 'ec2'], []],
    [false, ['fargate'], ['EC2', 'FARGATE']],
    [true, ['fargate', 'unknown'], []],
    [true, ['unknown'], ['EC2']],
    [true, ['unknown'], ['EC2', 'FARGATE']],
    [false, ['unknown'], ['FARGATE']],
    [true, null, []],
    [false, null, ['FARGATE']],
    [true, ['ec2'], ['FARGATE']],
  ])('is %s on %j with compatibilities %j', (expected, compute, requires) => {
    expect(
      mayRunOnHosts(
        compute === null ? NOT_READ : known(compute),
        aTaskDefinition({ requiresCompatibilities: requires }),
      ),
    ).toBe(expected);
  });
});

describe('runOnHosts', () => {
  it.each<[boolean, Compute[]]>([
    [true, ['ec2']],
    [true, ['fargate', 'external']],
    [true, ['managed-instances', 'unknown']],
    [false, ['fargate']],
    [false, ['unknown']],
  ])('is %s on %j', (expected, compute) => {
    expect(runOnHosts(known(compute))).toBe(expected);
  });

  it('is false where nobody knows', () => {
    expect(runOnHosts(NOT_READ)).toBe(false);
  });
});
