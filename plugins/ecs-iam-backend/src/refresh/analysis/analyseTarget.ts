import { computeOf, parseServiceArn, roleUses } from '@ecs-iam/iam-analysis';
import type { Role } from '@ecs-iam/iam-analysis';
import type { Gap, Target } from '@ecs-iam/plugin-ecs-iam-node';
import type {
  FinishedRead,
  Inventory,
  RoleInSlot,
} from '../../inventory/Inventory';
import { accountFacts } from './accountFacts';
import type { AnalysisOptions } from './judge';
import { judgeBy, sharingSlots } from './judge';
import type { ServiceOfRun } from './judgeService';
import { judgeService } from './judgeService';
import { RoleEvidence } from './RoleEvidence';
import { serviceContexts } from './serviceContexts';
import { Sharing } from './Sharing';

/** Services whose verdicts are written together. */
const BATCH = 50;

type Run = Readonly<{
  inventory: Inventory;
  analysis: AnalysisOptions;
  at: Date;
}>;

/**
 * Makes role uses and findings of the stored facts of a target. Services of other targets that share a role are judged
 * anew when its users changed.
 *
 * @param released - roles that lost a user because a service is gone
 */
export async function analyseTarget(
  target: Target,
  run: Run & Readonly<{ released: FinishedRead['released'] }>,
): Promise<void> {
  const { inventory, at } = run;
  const opened = await openTarget(target, inventory);
  const changed: RoleInSlot[] = [...run.released];
  for (const batch of batches(opened.services)) {
    changed.push(
      ...(await inventory.replaceRoleUses(
        batch.map(({ context, compute, uses }) => ({
          serviceArn: context.service.arn,
          compute,
          uses,
        })),
      )),
    );
  }
  const roles = await evidenceOf(opened, run);
  for (const batch of batches(opened.roles)) {
    const verdicts = batch.map(({ arn }) => roles.verdictOn(arn));
    await inventory.writeVerdicts(verdicts, at);
  }
  await judgeServices(opened, roles, run);
  await judgeSharersElsewhere(target, changed, run);
}

type OpenedTarget = Readonly<{
  accountId: string;
  services: readonly ServiceOfRun[];
  roles: readonly Role[];
  gaps: readonly Gap[];
}>;

async function openTarget(
  target: Target,
  inventory: Inventory,
): Promise<OpenedTarget> {
  const facts = await inventory.targetFacts(target);
  const gaps = await inventory.gaps([target]);
  const contexts = [...serviceContexts(facts, gaps).values()];
  return {
    accountId: target.accountId,
    gaps,
    roles: facts.roles,
    services: contexts.map(context => ({
      context,
      compute: computeOf(
        context.service,
        context.cluster,
        context.capacityProviders,
      ),
      uses: roleUses(context),
    })),
  };
}

// A role is judged in every slot in which any service uses it: its findings are those of the account, not of a region.
async function evidenceOf(
  { accountId, services, roles, gaps }: OpenedTarget,
  { inventory, analysis, at }: Run,
): Promise<RoleEvidence> {
  const used = services.flatMap(({ uses }) =>
    uses.flatMap(({ roleArn }) => (roleArn.known ? roleArn.value ?? [] : [])),
  );
  const slots = await inventory.slotsOfRoles([
    ...used,
    ...roles.map(({ arn }) => arn),
  ]);
  const ofAccount = await accountFacts(accountId, inventory);
  return RoleEvidence.create({
    ...analysis,
    roles,
    slots,
    ofAccount,
    gaps,
    at,
  });
}

async function judgeServices(
  { services, gaps }: Pick<OpenedTarget, 'services' | 'gaps'>,
  roles: RoleEvidence,
  { inventory, analysis, at }: Run,
): Promise<void> {
  const judge = judgeBy(analysis, at);
  const sharing = await Sharing.read(
    inventory,
    services.flatMap(({ uses }) => uses),
    sharingSlots(analysis),
    gaps,
  );
  for (const batch of batches(services)) {
    const judged = batch.map(service => ({
      service,
      ...judgeService(service, { analysis, judge, roles, sharing }),
    }));
    await inventory.replaceRoleUses(
      judged.map(({ service, undecided }) => ({
        serviceArn: service.context.service.arn,
        compute: service.compute,
        uses: service.uses.map((use, position) => ({
          ...use,
          undecided: undecided[position] ?? [],
        })),
      })),
    );
    await inventory.writeVerdicts(
      judged.map(({ verdict }) => verdict),
      at,
    );
  }
}

async function judgeSharersElsewhere(
  target: Target,
  changed: readonly RoleInSlot[],
  run: Run,
): Promise<void> {
  const slots = sharingSlots(run.analysis);
  const arns = changed.flatMap(({ roleArn, slot }) =>
    slots.includes(slot) ? [roleArn] : [],
  );
  const users = await run.inventory.usesOfRoles(arns, slots);
  const elsewhere = new Map<string, Target>();
  for (const { serviceArn } of users) {
    const parsed = parseServiceArn(serviceArn);
    if (parsed.ok) {
      const { accountId, region, partition } = parsed.value;
      elsewhere.set(`${accountId}/${region}`, { accountId, region, partition });
    }
  }
  elsewhere.delete(`${target.accountId}/${target.region}`);
  const concerned = new Set(users.map(({ serviceArn }) => serviceArn));
  for (const other of elsewhere.values()) {
    const opened = await openTarget(other, run.inventory);
    const services = opened.services.filter(({ context }) =>
      concerned.has(context.service.arn),
    );
    const part = { ...opened, services };
    await judgeServices(part, await evidenceOf(part, run), run);
  }
}

function batches<T>(items: readonly T[]): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(items.length / BATCH) }, (_, index) =>
    items.slice(index * BATCH, (index + 1) * BATCH),
  );
}
