import type { DroppedActions } from '../../../advice/check/droppedActions';
import type { DroppedPrincipals } from '../../../advice/check/droppedPrincipals';
import type { Proposal } from '../../../advice/proposal';
import { quoted } from '../../../rules/words';
import { placeOf, placeWords } from '../placeWords';
import { wrap } from '../wrap';
import { principalWords } from './changeWords';

/** What a proposal drops, in lines: statement by statement, the actions of a service together. */
export function dropsText(
  { actions, principals }: Proposal['drops'],
  width: number,
): string {
  const drops = [...principals, ...actions];
  const places = [...new Set(drops.map(({ at }) => at))];
  return places
    .flatMap(at => [
      wrap(`From ${where(at)}:`, width, '    '),
      ...drops
        .filter(each => each.at === at)
        .flatMap(each => [
          wrap(`${headOf(each)}:`, width, '      '),
          ...('actions' in each ? actionLines(each) : principalLines(each)).map(
            line => wrap(line, width, '        '),
          ),
        ]),
    ])
    .join('\n');
}

function where(at: string): string {
  const place = placeOf(at);
  return place === null ? at : placeWords(place);
}

const REMAINS: Readonly<Record<DroppedActions['remains'], string>> = {
  nothing: 'no more',
  'under-conditions': 'under more conditions only',
  'on-fewer-resources': 'on fewer resources only',
};

function headOf(drop: DroppedActions | DroppedPrincipals): string {
  return 'resources' in drop
    ? `${REMAINS[drop.remains]}, on ${
        drop.resources.kind === 'all-but' ? 'all but ' : ''
      }${quoted(drop.resources.patterns)}`
    : `let in ${REMAINS[drop.remains]}`;
}

function principalLines({ kind, principals }: DroppedPrincipals): string[] {
  const names = principals.map(principalWords).join(', ');
  return [kind === 'all-but' ? `all but ${names}` : names];
}

const MOST_SERVICES = 8;

// A service of which several things go has a line of its own; the rest share one.
function actionLines({ actions }: DroppedActions): string[] {
  const byService = new Map<string, string[]>();
  for (const action of actions) {
    const [service] = action.split(':', 1);
    byService.set(service, [...(byService.get(service) ?? []), action]);
  }
  const services = [...byService.values()];
  const alone = services.filter(each => each.length === 1).flat();
  const several = services
    .filter(each => each.length > 1)
    .sort((a, b) => b.length - a.length);
  const rest = several.slice(MOST_SERVICES);
  return [
    ...several.slice(0, MOST_SERVICES).map(each => quoted(each)),
    ...(alone.length === 0 ? [] : [quoted(alone, MOST_SERVICES)]),
    ...(rest.length === 0
      ? []
      : [`${rest.flat().length} more of ${rest.length} other services`]),
  ];
}
