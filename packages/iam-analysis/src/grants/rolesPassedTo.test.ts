import { allow, deny, held } from '../rules/caseBuilders';
import { baselinePolicies } from '../ecs/baselinePolicies';
import { heldBy, policy } from '../rules/caseBuilders';
import { rolesPassedTo } from './rolesPassedTo';

const HOSTS = 'arn:aws:iam::111122223333:role/host-*';
const toEc2 = { StringEquals: { 'iam:PassedToService': 'ec2.amazonaws.com' } };
const toTasks = {
  StringEquals: { 'iam:PassedToService': 'ecs-tasks.amazonaws.com' },
};

type Statements = Parameters<typeof held>[0];

describe('rolesPassedTo EC2', () => {
  it.each<[string, Statements, readonly string[]]>([
    ['named roles', [allow('iam:PassRole', HOSTS)], [HOSTS]],
    ['those of a condition', [allow('iam:PassRole', HOSTS, toEc2)], [HOSTS]],
    ['all, by a wildcard', [allow('iam:*')], ['*']],
    [
      'all but some',
      [allow('iam:PassRole', { not: 'arn:aws:iam::111122223333:role/admin' })],
      ['*'],
    ],
    [
      'those of several statements',
      [allow('iam:PassRole', HOSTS), allow('iam:PassRole', `${HOSTS}-x`)],
      [HOSTS, `${HOSTS}-x`],
    ],
    ['none for another service', [allow('iam:PassRole', HOSTS, toTasks)], []],
    [
      'none that a Deny takes away',
      [allow('iam:PassRole', HOSTS), deny('iam:PassRole')],
      [],
    ],
    ['none by another action', [allow('iam:GetRole')], []],
  ])('are %s', (_, statements, expected) => {
    expect(rolesPassedTo(held(statements).grants, 'ec2.amazonaws.com')).toEqual(
      expected,
    );
  });

  it('are none outside the boundary', () => {
    const { grants } = held([allow('iam:PassRole', HOSTS)], [allow('s3:*')]);
    expect(rolesPassedTo(grants, 'ec2.amazonaws.com')).toEqual([]);
  });

  it('are by the policy of AWS those that are called `ecsInstanceRole...`', () => {
    const [{ name, document }] = baselinePolicies(
      'infrastructure-managed-instances',
    );
    const { grants } = heldBy([
      policy(`managed:${name}`, JSON.stringify(document)),
    ]);
    expect(rolesPassedTo(grants, 'ec2.amazonaws.com')).toEqual([
      'arn:aws:iam::*:role/ecsInstanceRole*',
    ]);
  });
});
