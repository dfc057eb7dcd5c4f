import type {
  Finding,
  Registry,
  RoleUse,
  SecretKey,
  TaskDefinitionFamily,
} from '@ecs-iam/iam-analysis';
import { known } from '@ecs-iam/iam-analysis';
import {
  aCapacityProvider,
  aCluster,
  aHost,
  anInstanceProfile,
  aRole,
  aService,
  aTaskDefinition,
  taskDefinitionArn,
} from '@ecs-iam/iam-analysis/testUtils';
import type { FactPage, Gap, Target } from '@ecs-iam/plugin-ecs-iam-node';
import type { DatabaseInventory } from '../inventory/DatabaseInventory';
import { at, IRELAND } from './anInventory';

/** A secret that a key of the customer's encrypts. */
export const aSecretKey: SecretKey = {
  arn: 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:checkout-AbCdEf',
  keyArn: 'arn:aws:kms:eu-west-1:111122223333:key/1',
};

/** The registry of Ireland, without a pull-through cache. */
export const aRegistry: Registry = {
  accountId: IRELAND.accountId,
  region: IRELAND.region,
  pullThroughCachePrefixes: [],
};

/** The family of `checkout:7`, which is its latest revision. */
export const aFamily: TaskDefinitionFamily = {
  name: 'checkout',
  accountId: IRELAND.accountId,
  region: IRELAND.region,
  latest: aTaskDefinition(),
};

/** A page of each kind, with one fact each. */
export const everyKind: readonly FactPage[] = [
  { kind: 'cluster', facts: [aCluster()] },
  { kind: 'service', facts: [aService()] },
  { kind: 'taskDefinition', facts: [aTaskDefinition()] },
  { kind: 'capacityProvider', facts: [aCapacityProvider()] },
  { kind: 'host', facts: [aHost()] },
  { kind: 'instanceProfile', facts: [anInstanceProfile()] },
  { kind: 'secretKey', facts: [aSecretKey] },
  { kind: 'registry', facts: [aRegistry] },
  { kind: 'taskDefinitionFamily', facts: [aFamily] },
  { kind: 'role', facts: [aRole()] },
];

/** @param parts - what differs from services that may not be listed */
export function aGap(parts: Partial<Gap> = {}): Gap {
  return {
    api: 'ecs:ListServices',
    because: 'AccessDenied',
    message: 'not authorized to perform ecs:ListServices',
    resources: [],
    leavesIncomplete: ['service'],
    ...parts,
  };
}

/** @param parts - what differs from administrator access of the role of `aRole` as a task role */
export function aFinding(parts: Partial<Finding> = {}): Finding {
  return {
    ruleId: 'iam.admin-access',
    severity: 'critical',
    state: 'active',
    mitigatedBy: null,
    subject: aRole().arn,
    slot: 'task',
    message: 'everything',
    data: {},
    at: 'inline:app#/Statement/0',
    ...parts,
  };
}

/** @param parts - what differs from the role of `aRole` as the task role of `checkout:7` */
export function aUse(parts: Partial<RoleUse> = {}): RoleUse {
  return {
    slot: 'task',
    roleArn: known(aRole().arn),
    appliesTo: 'all containers',
    revisions: [
      {
        taskDefinitionArn: taskDefinitionArn('checkout:7'),
        revision: 7,
        sharePercent: 100,
      },
    ],
    usedFor: ['calls AWS'],
    required: { value: 'yes', because: ['the task runs on EC2'] },
    notes: [],
    ...parts,
  };
}

/**
 * A whole read: pages written at `time`, ended half a minute later.
 *
 * @param options - `target`: Ireland when it is left out; `gaps`: make the read partial
 */
export async function aRead(
  inventory: DatabaseInventory,
  pages: readonly FactPage[],
  time: string,
  options: { target?: Target; gaps?: readonly Gap[] } = {},
) {
  const { target = IRELAND, gaps = [] } = options;
  for (const page of pages) {
    await inventory.writePage(target, page, at(time));
  }
  return inventory.finishRead(target, {
    startedAt: at(time),
    finishedAt: at(`${time}:30`),
    outcome: gaps.length > 0 ? 'partial' : 'succeeded',
    gaps,
  });
}
