import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { analyse } from '../analysis/analyse';
import type { Finding } from '../analysis/finding';
import { roleFacts } from '../analysis/roleFacts';
import { baselinePolicies } from '../ecs/baselinePolicies';
import type { RoleSlot } from '../ecs/slots';
import { known } from '../known';
import { rules } from '../rules';
import { aRole, aRolePolicy } from '../testUtils';
import { says, type Claim } from './claims';

type Oracle = Readonly<{
  policies: readonly Readonly<{
    name: string;
    document: unknown;
    /** By tool and category. */
    findings: Readonly<Record<string, readonly string[]>>;
  }>[];
}>;

/**
 * What other tools find and we deliberately do not, each with its reason. Whatever else they find is ours too, active or
 * mitigated. Empty today: where they are wrong (a Deny, a condition, a resource that they do not look at), ours is the
 * same finding, mitigated by what they overlook.
 */
const differences: readonly (Claim &
  Readonly<{ policy: string; because: string }>)[] = [];

const { policies }: Oracle = JSON.parse(
  gunzipSync(readFileSync(join(__dirname, 'managedPolicies.json.gz'))).toString(
    'utf8',
  ),
);
const outcomes = policies.flatMap(({ name, document, findings }) => {
  const ours = analysed('task', name, document);
  return Object.entries(findings).flatMap(([kind, items]) =>
    items.map(item => ({
      policy: name,
      kind,
      name: item,
      ours: ours.filter(finding => says(finding, { kind, name: item })),
    })),
  );
});

describe('what cloudsplaining and Prowler find in AWS managed policies', () => {
  it('is read whole', () => {
    expect(policies.length).toBe(381);
    expect(outcomes.length).toBe(11_839);
  });

  it('is ours too, but for what is listed with its reason', () => {
    expect(
      outcomes
        .filter(({ ours }) => ours.length === 0)
        .map(({ policy, kind, name }) => ({ policy, kind, name })),
    ).toEqual(
      differences.map(({ policy, kind, name }) => ({ policy, kind, name })),
    );
  });

  it('is mitigated, where it is, by something that the policy says', () => {
    const reasons = outcomes
      .filter(({ ours }) => ours.every(({ state }) => state === 'mitigated'))
      .flatMap(({ ours }) => ours.map(({ mitigatedBy }) => mitigatedBy));
    expect([...new Set(reasons)].sort()).toEqual([
      'condition',
      'deny',
      'resource',
    ]);
  });
});

describe('the AWS managed policies of ECS, in the slots that they are made for', () => {
  it.each<[RoleSlot, string, string]>([
    [
      'execution',
      'AmazonECSTaskExecutionRolePolicy',
      'ecs-tasks.amazonaws.com',
    ],
    ['instance', 'AmazonEC2ContainerServiceforEC2Role', 'ec2.amazonaws.com'],
  ])('give no finding above low: %s, %s', (slot, name, service) => {
    const baseline = baselinePolicies(slot).find(each => each.name === name);
    expect(baseline).toBeDefined();
    const found = analysed(slot, name, baseline?.document, service);
    expect(
      found.filter(({ severity }) => severity !== 'low' && severity !== 'info'),
    ).toEqual([]);
  });
});

function analysed(
  slot: RoleSlot,
  name: string,
  document: unknown,
  service: string = 'ecs-tasks.amazonaws.com',
): readonly Finding[] {
  const role = aRole({
    trustPolicy: known(
      JSON.stringify({
        Version: '2012-10-17',
        Statement: {
          Effect: 'Allow',
          Principal: { Service: service },
          Action: 'sts:AssumeRole',
        },
      }),
    ),
    policies: known([
      aRolePolicy({
        kind: 'aws-managed',
        name,
        arn: `arn:aws:iam::aws:policy/${name}`,
        document: known(JSON.stringify(document)),
      }),
    ]),
  });
  return analyse(
    { subject: role.arn, slot, role, facts: roleFacts(role) },
    { rules, now: new Date('2026-11-02T09:00:00Z') },
  ).findings;
}
