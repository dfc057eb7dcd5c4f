import { documentOf } from '../../../advice/print/printJson';
import type {
  PermissionNeed,
  UnresolvedNeed,
} from '../../../ecs/permissions/permission';
import type { NeededSlot } from '../../evidence/neededSlots';
import type {
  NeedsReport,
  PlacedReport,
  SlotNeeds,
} from '../../judge/NeedsReport';
import { openNeeds } from './openNeeds';

/** What ECS demands of the roles of a task definition, by slot, for programs. */
export function needsJson({
  slots,
}: NeedsReport): Readonly<Partial<Record<NeededSlot, SlotJson>>> {
  return Object.fromEntries(slots.map(each => [each.slot, slotJson(each)]));
}

/** One document: of one task definition alone, what it demands; of several, a list that says where each stands. */
export function needsDocument(reports: readonly PlacedReport[]): string {
  const [only, ...others] = reports;
  const document =
    others.length === 0 && only.at === ''
      ? needsJson(only.report)
      : reports.map(({ file, at, report }) => ({
          file,
          case: at,
          ...needsJson(report),
        }));
  return `${JSON.stringify(document, null, 2)}\n`;
}

type SlotJson = Readonly<{
  /** Whether the slot must have a role; `null`: that cannot be told. */
  required: boolean | null;
  needs: readonly object[];
  /** The minimal policy; `null`: nothing is needed, or nothing of it could be resolved. */
  policy: object | null;
  /** What is demanded and cannot be named. */
  unresolved: readonly object[];
  /** What may be demanded, depending on what is not seen here. */
  unseen: readonly object[];
}>;

function slotJson({ needs, policy }: SlotNeeds): SlotJson {
  const { unresolved, unseen } = openNeeds(needs);
  return {
    required: needs.required,
    needs: needs.needs.map(needJson),
    policy: policy && documentOf(policy),
    unresolved: unresolved.map(openJson),
    unseen: unseen.map(openJson),
  };
}

function needJson(need: PermissionNeed) {
  const { actions, resources, because, breaks } = need;
  const { row, phrase, failure, alsoNeeds } = need;
  return {
    actions,
    resources,
    because,
    breaks,
    row,
    phrase,
    failure,
    alsoNeeds,
  };
}

function openJson(need: UnresolvedNeed) {
  const { because, why, row, phrase, actions } = need;
  return { because, why, row, phrase, actions };
}
