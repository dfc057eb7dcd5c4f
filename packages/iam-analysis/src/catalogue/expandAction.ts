import { matches } from '../policy/wildcard';
import { NO_ACTIONS, setOf, type ActionSet } from './actionSet';
import {
  EVERY_ACTION,
  lowerBound,
  serviceTable,
  serviceTables,
} from './catalogue';
import { lazily } from './lazily';
import type { ServiceTable } from './ServiceTable';

/**
 * The known actions that a pattern of a policy takes in.
 *
 * @param pattern - as written: letter case does not matter, `*` and `?` stand anywhere. Nothing is trimmed or split:
 *   `"s3:GetObject "` takes in nothing
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html
 * @public
 */
export function expandAction(pattern: string): ActionSet {
  const before = expansions.get(pattern);
  if (before) {
    return before;
  }
  // The Kelvin sign is a small k for `toLowerCase`; for IAM it is no letter.
  const expansion = IS_ASCII.test(pattern)
    ? expand(pattern.toLowerCase())
    : NO_ACTIONS;
  // The policies of a company repeat a few thousand patterns; hostile ones must not fill the memory.
  if (expansions.size >= MOST_REMEMBERED) {
    expansions.clear();
  }
  expansions.set(pattern, expansion);
  return expansion;
}

const IS_ASCII = /^[ -~]*$/;

const MOST_REMEMBERED = 20_000;
const expansions = new Map<string, ActionSet>();

function expand(pattern: string): ActionSet {
  if (/^\*+(:\*+)?$/.test(pattern)) {
    return EVERY_ACTION;
  }
  const colon = pattern.indexOf(':');
  const prefix = colon === -1 ? pattern : pattern.slice(0, colon);
  if (colon !== -1 && /^\*+$/.test(prefix)) {
    return inEveryService(pattern.slice(colon + 1));
  }
  if (colon === -1 || WILDCARD.test(prefix)) {
    return setOf(serviceTables().flatMap(table => matchesIn(table, pattern)));
  }
  const table = serviceTable(prefix);
  return table ? namesIn(table, pattern.slice(colon + 1)) : NO_ACTIONS;
}

const WILDCARD = /[*?]/;

function inEveryService(pattern: string): ActionSet {
  const found: number[] = [];
  for (const [name, actions] of actionsByName()) {
    if (matches(pattern, name)) {
      found.push(...actions);
    }
  }
  return setOf(found);
}

// `TagResource` is an action of three hundred services.
const actionsByName = lazily((): ReadonlyMap<string, readonly number[]> => {
  const byName = new Map<string, number[]>();
  for (const { first, lowerNames } of serviceTables()) {
    lowerNames.forEach((name, index) => {
      const before = byName.get(name);
      if (before === undefined) {
        byName.set(name, [first + index]);
      } else {
        before.push(first + index);
      }
    });
  }
  return byName;
});

// A star in the name of the service may reach into the name of the action.
function matchesIn(table: ServiceTable, pattern: string): number[] {
  return numbersOf(table, name => matches(pattern, `${table.prefix}:${name}`));
}

function namesIn(table: ServiceTable, pattern: string): ActionSet {
  const { first, end, lowerNames } = table;
  const wildcard = pattern.search(WILDCARD);
  if (wildcard === -1) {
    const index = lowerBound(lowerNames, pattern);
    return lowerNames[index] === pattern
      ? [first + index, first + index + 1]
      : NO_ACTIONS;
  }
  const rest = pattern.slice(wildcard);
  if (/^\*+$/.test(rest)) {
    return wildcard === 0
      ? [first, end]
      : startingWith(table, pattern.slice(0, wildcard));
  }
  return setOf(numbersOf(table, name => matches(pattern, name)));
}

// "{" comes behind every character of a name.
function startingWith(table: ServiceTable, start: string): ActionSet {
  const from = lowerBound(table.lowerNames, start);
  const to = lowerBound(table.lowerNames, `${start}{`);
  return from === to ? NO_ACTIONS : [table.first + from, table.first + to];
}

function numbersOf(
  { first, lowerNames }: ServiceTable,
  fits: (name: string) => boolean,
): number[] {
  const numbers: number[] = [];
  lowerNames.forEach((name, index) => {
    if (fits(name)) {
      numbers.push(first + index);
    }
  });
  return numbers;
}
