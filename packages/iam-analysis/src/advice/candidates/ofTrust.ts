import type { Finding } from '../../analysis/finding';
import { unknown } from '../../known';
import type { Principal } from '../../policy/types';
import { neededPrincipal } from '../../ecs/neededPrincipal';
import type { Change } from '../change/change';
import { placesOf, stringIn, stringsIn } from '../findingData';
import type { Situation } from '../situation';
import { statementAt } from './dropping';
import { plain } from './ofConditions';

/** The principals that the finding names leave; where nobody else would be left, the service of the slot stays. */
export function* removePrincipals(
  finding: Finding,
  situation: Situation,
): Generator<Change[]> {
  const { data } = finding;
  const names = [
    ...stringsIn(data, 'principals'),
    ...stringsIn(data, 'services'),
    ...[stringIn(data, 'principal') ?? []].flat(),
  ];
  yield placesOf(finding).flatMap(at =>
    principalsAt(at, situation)
      .filter(({ value }) => names.includes(value))
      .map(
        (principal): Change => ({ kind: 'remove-principal', at, principal }),
      ),
  );
  yield* keepServiceOfSlot(finding, situation);
}

/** Nobody but the service that uses the role. */
export function* keepServiceOfSlot(
  finding: Finding,
  { today }: Situation,
): Generator<Change[]> {
  const compute = today.facts.compute ?? unknown('where the tasks run');
  const needed = neededPrincipal(today.slot, compute)?.services ?? [];
  const principals = needed.map(
    (value): Principal => ({ type: 'Service', value }),
  );
  if (principals.length > 0) {
    yield placesOf(finding).map(at => ({
      kind: 'set-principals',
      at,
      principals,
    }));
  }
}

/** The service may assume the role for the account of the role alone. */
export function* bindSourceAccount(
  finding: Finding,
  situation: Situation,
): Generator<Change[]> {
  const service = stringIn(finding.data, 'service');
  const accountId = situation.today.role?.accountId;
  if (service === null || accountId === undefined) {
    return;
  }
  yield placesOf(finding).flatMap(at =>
    principalsAt(at, situation)
      .filter(({ type, value }) => type === 'Service' && value === service)
      .map(
        (principal): Change => ({
          kind: 'add-condition',
          at,
          condition: plain('StringEquals', 'aws:SourceAccount', [accountId]),
          to: { part: 'principal', principal },
        }),
      ),
  );
}

function principalsAt(
  at: string,
  { policies }: Situation,
): readonly Principal[] {
  return statementAt(policies, at)?.principals?.principals ?? [];
}
