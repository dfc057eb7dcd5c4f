import type { Mitigation, Severity } from '../../analysis/finding';
import {
  intersect,
  NO_ACTIONS,
  sizeOf,
  subtract,
  unite,
  type ActionSet,
} from '../../catalogue/actionSet';
import { actionNames } from '../../catalogue/catalogue';
import type { RoleSlot } from '../../ecs/slots';
import type { RoleGrants } from '../../grants/grant';
import {
  holdingsOf,
  wholeHoldingsOf,
  type Holding,
} from '../../grants/holdings';
import { expectedIn } from '../../ecs/expectedIn';
import { lower } from '../lower';
import { isAdministrator } from './administrator';

/** Actions of one kind, and what is said when a role holds some of them. */
export type Category<Id extends string> = Kind<Id> &
  Readonly<{
    /** Some of the actions, of which something else is said. */
    apart?: Kind<Id>;
    /** Worth a word also where a statement reaches some resources only. */
    anywhere?: boolean;
  }>;

type Kind<Id extends string> = Readonly<{
  message: Id;
  actions: ActionSet;
  severity: Severity;
}>;

/** What the rules about categories of actions report: the actions of one statement that stand alike. */
export type CategoryReport<Id extends string> = Readonly<{
  message: Id;
  data: Readonly<{ actions: readonly string[] }>;
  at: string;
  severity: Severity;
  mitigatedBy?: Mitigation;
}>;

/**
 * The actions of a category that a role holds, mostly on every resource. Of an administrator nothing is said:
 * `iam.admin-access` covers all of it.
 *
 * @param role - what the role holds
 * @param slot - where it is used: what the slot is for is mitigated by `baseline`
 * @returns one report a statement and mitigation; one level lower under a weak condition
 */
export function* categoryReports<Id extends string>(
  role: RoleGrants,
  slot: RoleSlot,
  category: Category<Id>,
): Generator<CategoryReport<Id>> {
  if (isAdministrator(role)) {
    return;
  }
  const { actions, apart, anywhere = false } = category;
  const told = new Told();
  const holdings = anywhere ? holdingsOf : wholeHoldingsOf;
  for (const holding of holdings(role, actions, expectedIn(slot))) {
    const news = holding.scope === 'none' ? NO_ACTIONS : told.newsOf(holding);
    if (apart) {
      yield* reportsOf(holding, apart, intersect(news, apart.actions));
      yield* reportsOf(holding, category, subtract(news, apart.actions));
    } else {
      yield* reportsOf(holding, category, news);
    }
  }
}

function reportsOf<Id extends string>(
  { grant, mitigatedBy, weakened }: Holding,
  { message, severity }: Kind<Id>,
  actions: ActionSet,
): CategoryReport<Id>[] {
  return actions.length === 0
    ? []
    : [
        {
          message,
          data: { actions: actionNames(actions) },
          at: grant.at,
          severity: weakened ? lower(severity) : severity,
          ...(mitigatedBy ? { mitigatedBy } : {}),
        },
      ];
}

const MANY = 1_000;

/**
 * What a rule has told of a role. Several statements that each hold a thousand actions (`NotAction`), or hundreds of
 * statements that hold hundreds, would repeat them: from there on, only what none before held is told. Else a role that
 * fills its policies with them has millions to store.
 */
class Told {
  readonly #sets = new Map<string, ActionSet>();
  #count = 0;

  newsOf({ actions, scope, mitigatedBy, weakened }: Holding): ActionSet {
    const size = sizeOf(actions);
    const key = `${scope} ${mitigatedBy} ${weakened}`;
    const before = this.#sets.get(key) ?? NO_ACTIONS;
    this.#sets.set(key, unite(before, actions));
    const news =
      size < MANY && this.#count < 5 * MANY
        ? actions
        : subtract(actions, before);
    this.#count += sizeOf(news);
    return news;
  }
}
