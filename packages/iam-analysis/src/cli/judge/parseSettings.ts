import type { AnyRule } from '../../rules/defineRule';
import { severities } from '../../analysis/finding';
import {
  defaultSettings,
  type AnalysisSettings,
} from '../../analysis/settings';
import {
  fault,
  flag,
  isAbsent,
  items,
  mismatch,
  object,
  oneOf,
  optional,
  textOf,
  type Fields,
  type Place,
} from '../input/place';

/**
 * Reads the `analysis` settings over their defaults. A key that is not known is refused: a setting that does nothing
 * is worse than none.
 */
export function parseSettings(place: Place): AnalysisSettings {
  const at = closed(place, ['knownAccounts', 'unusedAfterDays', 'rules']);
  return {
    knownAccounts:
      optional(at('knownAccounts'), parseAccounts) ??
      defaultSettings.knownAccounts,
    unusedAfterDays:
      optional(at('unusedAfterDays'), parseDays) ??
      defaultSettings.unusedAfterDays,
    rules: isAbsent(at('rules')) ? {} : parseRules(at('rules')),
  };
}

function parseAccounts(place: Place): readonly string[] {
  return items(place, 'a list of AWS account ids').map(item => {
    const what = 'an AWS account id, a text of 12 digits';
    const account = textOf(item, what);
    if (!/^\d{12}$/.test(account)) {
      throw mismatch(item, what);
    }
    return account;
  });
}

// IAM remembers the last use of a role for 400 days, so nothing longer can be told.
function parseDays(place: Place): number {
  const days = Number(place.value);
  if (!Number.isInteger(place.value) || days < 1 || days > 400) {
    throw mismatch(place, 'a whole number from 1 to 400');
  }
  return days;
}

function parseRules(place: Place): AnalysisSettings['rules'] {
  const what =
    'an object by rule id, such as { "iam.malformed": { "enabled": false } }';
  const at = object(place, what);
  return Object.fromEntries(
    Object.keys(Object(place.value)).map(id => [id, parseRule(at(id))]),
  );
}

function parseRule(place: Place): AnalysisSettings['rules'][string] {
  const at = closed(place, ['enabled', 'severity']);
  const enabled = optional(at('enabled'), flag);
  const severity = optional(at('severity'), oneOf(severities));
  return {
    ...(enabled === null ? {} : { enabled }),
    ...(severity === null ? {} : { severity }),
  };
}

function closed(place: Place, keys: readonly string[]): Fields {
  const at = object(place, `an object with ${keys.join(', ')}`);
  for (const key of Object.keys(Object(place.value))) {
    if (!keys.includes(key)) {
      throw fault(
        at(key),
        `there is no such setting; expected one of ${keys.join(', ')}`,
      );
    }
  }
  return at;
}

/** @returns the rule ids of settings that no rule has */
export function unknownRules(
  settings: AnalysisSettings,
  rules: readonly AnyRule[],
): readonly string[] {
  return Object.keys(settings.rules).filter(id =>
    rules.every(rule => rule.id !== id),
  );
}
