import { computeOf, parseServiceArn, roleUses } from '@ecs-iam/iam-analysis';
import type { Finding } from '@ecs-iam/iam-analysis';
import type { Target } from '@ecs-iam/plugin-ecs-iam-node';
import type {
  FinishedRead,
  Inventory,
  RoleInSlot,
  Verdict,
} from '../../inventory/Inventory';
import type { AnalysisOptions } from './judge';
import { judgeBy, sharingSlots, withoutSlotRules } from './judge';
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
  const { services, roles, gaps } = await openTarget(target, run.inventory);
  const changed: RoleInSlot[] = [...run.released];
  for (const batch of batches(services)) {
    changed.push(
      ...(await run.inventory.replaceRoleUses(
        batch.map(({ context, compute, uses }) => ({
          serviceArn: context.service.arn,
          compute,
          uses,
        })),
      )),
    );
  }
  await judgeRoles(roles.arns, roles.evidence, run);
  await judgeServices(services, { ...run, roles: roles.evidence, gaps });
  await judgeSharersElsewhere(target, changed, run);
}

async function openTarget(target: Target, inventory: Inventory) {
  const facts = await inventory.targetFacts(target);
  const gaps = await inventory.gaps([target]);
  const services = [...serviceContexts(facts, gaps).values()].map(
    (context): ServiceOfRun => ({
      context,
      compute: computeOf(
        context.service,
        context.cluster,
        context.capacityProviders,
      ),
      uses: roleUses(context),
    }),
  );
  return {
    services,
    gaps,
    roles: {
      arns: facts.roles.map(({ arn }) => arn),
      evidence: RoleEvidence.create(facts.roles, gaps),
    },
  };
}

// A role is judged in every slot in which any service uses it: its findings are those of the account, not of a region.
async function judgeRoles(
  arns: readonly string[],
  roles: RoleEvidence,
  { inventory, analysis, at }: Run,
): Promise<void> {
  const inSlots = judgeBy(analysis, at);
  const alone = judgeBy(withoutSlotRules(analysis), at);
  const slots = await inventory.slotsOfRoles(arns);
  for (const batch of batches(arns)) {
    const verdicts = batch.map((arn): Verdict => {
      const findings: Finding[] = [];
      const undecided: Verdict['undecided'][number][] = [];
      const used = slots.get(arn);
      for (const slot of used ?? (['task'] as const)) {
        const result = roles.judge(arn, slot, used ? inSlots : alone);
        findings.push(...result.findings);
        undecided.push(...roles.protectedBy(arn, slot, result.undecided));
      }
      return { subject: arn, findings, undecided };
    });
    await inventory.writeVerdicts(verdicts, at);
  }
}

async function judgeServices(
  services: readonly ServiceOfRun[],
  run: Run &
    Readonly<{
      roles: RoleEvidence;
      gaps: Awaited<ReturnType<Inventory['gaps']>>;
    }>,
): Promise<void> {
  const { inventory, analysis, at, roles, gaps } = run;
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
    const { services, roles, gaps } = await openTarget(other, run.inventory);
    await judgeServices(
      services.filter(({ context }) => concerned.has(context.service.arn)),
      { ...run, roles: roles.evidence, gaps },
    );
  }
}

function batches<T>(items: readonly T[]): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(items.length / BATCH) }, (_, index) =>
    items.slice(index * BATCH, (index + 1) * BATCH),
  );
}
