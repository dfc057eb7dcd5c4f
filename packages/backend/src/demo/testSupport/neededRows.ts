import type { NeedRow } from '@ecs-iam/iam-analysis';
import type { RoleDetail, SlotNeeds } from '@ecs-iam/plugin-ecs-iam-common';
import { fleet } from '../fleet';

/** A need as the portal shows it, with what stands in the field that causes it. */
type ShownNeed = Readonly<{
  accountId: string;
  slot: SlotNeeds['slot'];
  actions: readonly string[];
  resources: readonly string[];
  field: string;
  /** Of the definition of the fleet; empty where the field is none of a task definition. */
  value: string;
}>;

/** Rows of which needs are shown: all but T7, which demands nothing, and is accepted. */
export type ShownRow = Exclude<NeedRow, 'T7'>;

const rows: Readonly<Record<ShownRow, (need: ShownNeed) => boolean>> = {
  E1: need => isPull(need, 'execution') && !isForeign(need),
  E2: need => isPull(need, 'execution') && isForeign(need),
  E4: ({ actions, field }) =>
    /\.image$/.test(field) && actions.includes('ecr:BatchImportUpstreamImage'),
  E5: ({ field }) => /repositoryCredentials/.test(field),
  E7: ({ slot, field }) =>
    slot === 'execution' && /^containerD.*\.awslogs-group$/.test(field),
  E8: ({ slot, field }) =>
    slot === 'execution' && /^containerD.*\.awslogs-create-group$/.test(field),
  E10: ({ field, value }) =>
    /firelensConfiguration/.test(field) && value.startsWith('arn:aws:s3:::'),
  E11: ({ field }) => /^containerDefinitions.*environmentFiles/.test(field),
  E12a: need => isSecret(need, 'ssm:GetParameters', /^\/(?!aws\/reference)/),
  E12b: need => isSecret(need, 'ssm:GetParameters', /^arn:aws:ssm:/),
  E12c: need => isSecret(need, 'secretsmanager:GetSecretValue', /^arn:/),
  E12d: need =>
    isSecret(need, 'secretsmanager:GetSecretValue', /^\/aws\/reference\//),
  E12e: need => isSecret(need, 'kms:Decrypt', /^arn:/),
  E13: ({ field }) => /fsxWindowsFileServerVolumeConfiguration/.test(field),
  E14: ({ field }) => /credentialSpecs/.test(field),
  E15: ({ field }) => field === 'service.guardDutyEnabled',
  E16: ({ field }) => /^service\.serviceConnectConfiguration/.test(field),
  E17: ({ field }) => field === 'service.express',
  E18: ({ field }) => /^overrides\./.test(field),
  T1: ({ field }) => field === 'service.enableExecuteCommand',
  T1a: ({ field }) => isExec(field, 'logConfiguration.cloudWatchLogGroupName'),
  T1b: ({ field }) => isExec(field, 'logConfiguration.s3BucketName'),
  T1c: ({ field }) => isExec(field, 'kmsKeyId'),
  T1d: ({ field }) => isExec(field, 'logging'),
  T2: ({ field }) => /efsVolumeConfiguration/.test(field),
  T3: ({ field }) => /s3filesVolumeConfiguration/.test(field),
  T4: ({ slot, value }) =>
    slot === 'task' && /(xray-daemon|cloudwatch-agent):/.test(value),
  T5: ({ field, value }) =>
    field === 'proxyConfiguration.type' && value === 'APPMESH',
  T6: ({ slot, field }) =>
    slot === 'task' && /logConfiguration\.options/.test(field),
  T8: ({ slot, field }) => slot === 'task' && /\.environment\[/.test(field),
  I1: ({ slot, actions }) =>
    slot === 'instance' && actions.includes('ecs:Poll'),
  I2: ({ slot, actions }) =>
    slot === 'instance' && actions.includes('ecs:StartTelemetrySession'),
  I3: need => isPull(need, 'instance'),
  I4: ({ slot, field }) => slot === 'instance' && /awslogs-group$/.test(field),
  I5: ({ field }) => field === 'containerInstance.ec2InstanceId',
};

/** The rows of the table of needs that a role shows. */
export function rowsShown(role: RoleDetail): readonly string[] {
  const needs = shownNeeds(role);
  return Object.entries(rows)
    .filter(([, is]) => needs.some(is))
    .map(([row]) => row);
}

function shownNeeds({ accountId, needs }: RoleDetail): readonly ShownNeed[] {
  return (needs.known ? needs.value : []).flatMap(
    ({ slot, permissions, unresolved }) =>
      [
        ...permissions,
        ...unresolved.map(({ because }) => ({
          actions: [],
          resources: [],
          because: [because],
        })),
      ].flatMap(({ actions, resources, because }) =>
        because.flatMap(({ field, revision }) =>
          field === null
            ? []
            : [
                {
                  accountId,
                  slot,
                  actions,
                  resources,
                  field,
                  value: valueOf(accountId, revision, field),
                },
              ],
        ),
      ),
  );
}

function isPull({ slot, actions, field }: ShownNeed, of: string): boolean {
  return (
    slot === of &&
    /\.image$/.test(field) &&
    actions.includes('ecr:BatchGetImage')
  );
}

function isForeign({ accountId, resources }: ShownNeed): boolean {
  return resources.some(arn => arn.split(':')[4] !== accountId);
}

function isSecret(
  { actions, field, value }: ShownNeed,
  action: string,
  written: RegExp,
): boolean {
  return (
    /\.secrets\[\d+\]\.valueFrom$/.test(field) &&
    actions.includes(action) &&
    written.test(value)
  );
}

function isExec(field: string, setting: string): boolean {
  return (
    field === `cluster.configuration.executeCommandConfiguration.${setting}`
  );
}

/** @param path - as in JSON: `containerDefinitions[0].image` */
function valueOf(
  account: string,
  revision: string | null,
  path: string,
): string {
  const definition = [...fleet.services, ...fleet.taskFamilies]
    .filter(each => each.account === account)
    .flatMap(each => each.taskDefinitions)
    .find(each => `${each.family}:${each.revision}` === revision);
  const value = (path.match(/[^.[\]]+/g) ?? []).reduce<unknown>(
    (holder, key) =>
      typeof holder === 'object' && holder !== null
        ? Reflect.get(holder, key)
        : undefined,
    definition?.input,
  );
  return typeof value === 'string' ? value : '';
}
