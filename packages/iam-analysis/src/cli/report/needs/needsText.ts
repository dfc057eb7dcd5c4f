import { printJson } from '../../../advice/print/printJson';
import type {
  PermissionNeed,
  UnresolvedNeed,
} from '../../../ecs/permissions/permission';
import { distinct, groupBy } from '../../../ecs/needs/phrases';
import type { Compute } from '../../../ecs/slots';
import { capitalised, listed } from '../../../rules/words';
import type { NeedsReport, SlotNeeds } from '../../judge/NeedsReport';
import { paintWith, type Paint } from '../paint';
import type { Look } from '../textReport';
import { labelled, wrap } from '../wrap';
import { openNeeds } from './openNeeds';
import { slotWords } from './slotWords';

/**
 * What ECS demands of the roles of a task definition, for people.
 *
 * @param where - the task definition stands: the file, and the place in it
 */
export function needsText(
  { definition, home, compute, slots }: NeedsReport,
  where: string,
  { colours, width }: Look,
): string {
  const paint = paintWith(colours);
  const place = [
    listed(compute.known ? compute.value.flatMap(computeWords) : []),
    home.accountId === null ? null : `account ${home.accountId}`,
    home.region,
  ].filter(Boolean);
  return [
    [
      paint.strong(definition.family),
      paint.faint(`${where}${place.length > 0 ? `: ${place.join(', ')}` : ''}`),
    ].join('\n'),
    ...slots.map(each => slotText(each, paint, width)),
  ].join('\n\n');
}

function computeWords(compute: Compute): readonly string[] {
  switch (compute) {
    case 'fargate':
      return ['Fargate'];
    case 'ec2':
      return ['EC2'];
    case 'managed-instances':
      return ['Managed Instances'];
    case 'external':
      return ['external hosts'];
    case 'unknown':
      return [];
    default:
      return compute satisfies never;
  }
}

function slotText(
  { slot, needs, policy, trust }: SlotNeeds,
  paint: Paint,
  width: number,
): string {
  const { required, closed } = needs;
  const { unresolved, unseen } = openNeeds(needs);
  const isEmpty = needs.needs.length + unresolved.length === 0;
  return [
    paint.strong(`  ${slotWords(slot)}: ${REQUIRED[String(required)]}`),
    ...(isEmpty ? [`    ${unseen.length === 0 ? NOTHING : NOTHING_SEEN}`] : []),
    ...needs.needs.map(need => needText(need, width)),
    ...unresolved.map(each => unresolvedText(each, width)),
    ...(unseen.length === 0 ? [] : [unseenText(unseen, width)]),
    ...(policy ? [documentText('Minimal policy', printJson(policy))] : []),
    ...(closed ? [] : [`    ${APPLICATION}`]),
    ...(policy !== null || required === true
      ? [documentText('Trust policy', printJson(trust))]
      : []),
  ].join('\n\n');
}

const REQUIRED: Readonly<Record<string, string>> = {
  true: 'required',
  false: 'not required',
  null: 'it cannot be told whether it is required',
};

const NOTHING = 'ECS demands nothing of it.';

const NOTHING_SEEN = 'ECS demands nothing of it that can be seen here.';

const APPLICATION =
  'What the application itself calls is to be added: no task definition tells it.';

function needText(
  {
    actions,
    resources,
    because,
    phrase,
    breaks,
    failure,
    alsoNeeds,
  }: PermissionNeed,
  width: number,
): string {
  return [
    wrap(capitalised(phrase), width, '    '),
    field('needs', listed(actions), width),
    ...resources.map((resource, index) =>
      field(index === 0 ? 'on' : '', resource, width),
    ),
    field('field', because, width),
    field(
      breaks ? 'without' : 'may be',
      breaks ? failure : `left out: ${failure}`,
      width,
    ),
    ...(alsoNeeds === null ? [] : [alsoText(alsoNeeds, breaks, width)]),
  ].join('\n');
}

function alsoText(what: string, breaks: boolean, width: number): string {
  return breaks
    ? field('and', what, width)
    : field('or', `${what}, which may grant it instead`, width);
}

function unresolvedText(
  { because, phrase, why }: UnresolvedNeed,
  width: number,
): string {
  return [
    wrap(`${capitalised(phrase)}: cannot be resolved`, width, '    '),
    field('field', because, width),
    field('why', why, width),
  ].join('\n');
}

// What the same fact would tell stands together.
function unseenText(unseen: readonly UnresolvedNeed[], width: number): string {
  const lines = [...groupBy(unseen, ({ why }) => why)].map(([why, alike]) =>
    wrap(
      `${capitalised(
        distinct(alike.map(({ phrase }) => phrase)).join('; '),
      )}: ${why}`,
      width,
      '      ',
    ),
  );
  return ['    May also be needed', ...lines].join('\n');
}

function field(label: string, text: string, width: number): string {
  return labelled(label, text, width, '      ');
}

function documentText(title: string, json: string): string {
  const lines = json.split('\n').map(line => `      ${line}`);
  return [`    ${title}`, ...lines].join('\n');
}
