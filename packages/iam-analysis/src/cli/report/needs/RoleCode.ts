import { minimalPolicy } from '../../../ecs/permissions/minimalPolicy';
import { uniteNeeds } from '../../../ecs/permissions/uniteNeeds';
import type { ProposedPolicy } from '../../../policy/proposedPolicy';
import { listed } from '../../../rules/words';
import type { NeedsReport, SlotNeeds } from '../../judge/NeedsReport';
import { slotWords } from './slotWords';

/** A role as code could make it. */
export type RoleCode = Readonly<{
  name: string;
  path: string;
  /** What it is, for a comment of one line. */
  remark: string;
  trust: ProposedPolicy;
  policy: ProposedPolicy | null;
}>;

/** The roles that must be there, or that ECS demands something of. A role in two slots is one. */
export function roleCodes({ slots }: NeedsReport): readonly RoleCode[] {
  const demanded = slots.filter(
    ({ needs, policy }) => needs.required === true || policy !== null,
  );
  const names = [...new Set(demanded.map(({ role }) => role.name))];
  return names.map(name =>
    roleCode(demanded.filter(({ role }) => role.name === name)),
  );
}

function roleCode(slots: readonly SlotNeeds[]): RoleCode {
  const [{ role, trust }] = slots;
  const words = listed(slots.map(({ slot }) => slotWords(slot)));
  return {
    name: role.name,
    path: role.path,
    remark: role.isNamed
      ? `${words}. The task definition names it: if it is there already, take its policies alone.`
      : `${words}.`,
    trust,
    policy: minimalPolicy(
      uniteNeeds(slots.map(({ needs }) => needs)),
      role.name,
    ),
  };
}
