import { activeRevisions, parseArn } from '@ecs-iam/iam-analysis';
import type { Target } from '@ecs-iam/plugin-ecs-iam-node';
import type {
  FinishedRead,
  Inventory,
  RoleInSlot,
} from '../../inventory/Inventory';
import { accountCoverage } from './accountCoverage';
import { accountFacts } from './accountFacts';
import { inParts } from './inParts';
import type { AnalysisOptions } from './judge';
import { judgeBy, needsSlots, sharingSlots } from './judge';
import { judgeService } from './judgeService';
import { NeedsOfRoles } from './NeedsOfRoles';
import type { OpenedTarget } from './openTarget';
import { openSlots } from './openSlots';
import { openTarget } from './openTarget';
import { RoleEvidence } from './RoleEvidence';
import { Sharing } from './Sharing';

type Run = Readonly<{
  inventory: Inventory;
  analysis: AnalysisOptions;
  at: Date;
}>;

/**
 * Makes role uses and findings of the stored facts of a target. Roles that other targets use too are judged anew when
 * their users changed, or what these need, and so are the services there that share them.
 *
 * @param run - `released`: roles that lost a user because a service is gone; `first`: the target was never read before
 */
export async function analyseTarget(
  target: Target,
  run: Run & Readonly<Pick<FinishedRead, 'released' | 'first'>>,
): Promise<void> {
  const { inventory } = run;
  const opened = await openTarget(target, inventory);
  const changed: RoleInSlot[] = [...run.released];
  for (const part of inParts(opened.services)) {
    changed.push(
      ...(await inventory.replaceRoleUses(
        part.map(({ context, compute, uses, derived }) => ({
          serviceArn: context.service.arn,
          compute,
          uses: uses.map((use, position) => ({
            ...use,
            derived: derived[position],
          })),
        })),
      )),
    );
  }
  await judgeAll(await withRoles(opened, changed, inventory), run);
  await judgeSharersElsewhere(target, changed, run);
  if (run.first) {
    await judgeRestOfAccount(target, run);
  }
}

// A role that no service of this target has any more is still judged by what those of other regions need.
async function withRoles(
  opened: OpenedTarget,
  changed: readonly RoleInSlot[],
  inventory: Inventory,
): Promise<OpenedTarget> {
  const own = new Set(opened.roles.map(({ arn }) => arn));
  const others = await inventory.roles(
    changed.flatMap(({ roleArn }) => (own.has(roleArn) ? [] : [roleArn])),
  );
  return {
    ...opened,
    roles: [
      ...opened.roles,
      ...others.flatMap(({ fact, goneAt }) => (goneAt === null ? [fact] : [])),
    ],
  };
}

async function judgeAll(opened: OpenedTarget, run: Run): Promise<void> {
  const roles = await evidenceOf(opened, run);
  for (const part of inParts(opened.roles)) {
    const verdicts = part.map(({ arn }) => roles.verdictOn(arn));
    await run.inventory.writeVerdicts(verdicts, run.at);
  }
  await judgeServices(opened, roles, run);
}

// A role is judged in every slot in which any service uses it: its findings are those of the account, not of a region.
async function evidenceOf(
  { accountId, services, roles, gaps }: OpenedTarget,
  { inventory, analysis, at }: Run,
): Promise<RoleEvidence> {
  const used = services.flatMap(({ uses }) =>
    uses.flatMap(({ roleArn }) => (roleArn.known ? roleArn.value ?? [] : [])),
  );
  const roleArns = [...new Set([...used, ...roles.map(({ arn }) => arn)])];
  const coverage = await accountCoverage(accountId, inventory);
  const open = await openSlots(accountId, inventory, coverage);
  const slots = await inventory.slotsOfRoles(roleArns);
  const unused = roleArns.filter(arn => !slots.has(arn));
  return RoleEvidence.create({
    ...analysis,
    roles,
    slots,
    open,
    active: open.size > 0 ? await inventory.activeSeverities(unused) : [],
    ofAccount: await accountFacts(accountId, inventory, coverage),
    needs: await NeedsOfRoles.read({
      inventory,
      coverage,
      open,
      roleArns,
      slots: needsSlots(analysis),
    }),
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
  for (const part of inParts(services)) {
    const judged = part.map(service => ({
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
    const parsed = parseArn(serviceArn);
    if (parsed.ok) {
      const { accountId, region, partition } = parsed.value;
      elsewhere.set(`${accountId}/${region}`, { accountId, region, partition });
    }
  }
  elsewhere.delete(`${target.accountId}/${target.region}`);
  const concerned = new Set(users.map(({ serviceArn }) => serviceArn));
  for (const other of elsewhere.values()) {
    const opened = await openOther(other, run.inventory);
    const services = opened.services.filter(({ context }) =>
      concerned.has(context.service.arn),
    );
    const part = { ...opened, services };
    await judgeServices(part, await evidenceOf(part, run), run);
  }
}

// What is known only of an account as a whole is known from the moment on at which its last region was scanned. The
// regions before it were judged without.
async function judgeRestOfAccount(target: Target, run: Run): Promise<void> {
  const { inventory } = run;
  const regions = await inventory.targets(target.accountId);
  if (regions.every(({ lastSuccess }) => lastSuccess !== null)) {
    for (const region of regions) {
      if (region.region !== target.region) {
        await judgeAll(await openOther(region, inventory), run);
      }
    }
  }
}

// After an upgrade, the revisions of a target are stored again with its next scan. Until then its uses stay as they are.
async function openOther(
  target: Target,
  inventory: Inventory,
): Promise<OpenedTarget> {
  const opened = await openTarget(target, inventory);
  return {
    ...opened,
    services: opened.services.filter(({ context }) =>
      activeRevisions(context.service).every(({ taskDefinitionArn }) =>
        context.taskDefinitions.has(taskDefinitionArn),
      ),
    ),
  };
}
