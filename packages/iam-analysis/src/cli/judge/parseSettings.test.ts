import { defaultSettings } from '../../analysis/settings';
import { rules } from '../../rules';
import { rootOf } from '../input/place';
import { parseSettings, unknownRules } from './parseSettings';

describe('parseSettings', () => {
  it.each([
    ['nothing', {}, defaultSettings],
    [
      'everything',
      {
        knownAccounts: ['111122223333'],
        unusedAfterDays: 30,
        rules: {
          'iam.malformed': { enabled: false },
          'iam.admin-access': { severity: 'high' },
        },
      },
      {
        knownAccounts: ['111122223333'],
        unusedAfterDays: 30,
        rules: {
          'iam.malformed': { enabled: false },
          'iam.admin-access': { severity: 'high' },
        },
      },
    ],
  ])('reads %s over the defaults', (_, value, settings) => {
    expect(parseSettings(rootOf(value))).toEqual(settings);
  });

  it.each([
    [
      [],
      'expected an object with knownAccounts, unusedAfterDays, rules, found an empty list',
    ],
    [
      { knownAccount: [] },
      '/knownAccount: there is no such setting; expected one of knownAccounts, unusedAfterDays, rules',
    ],
    [
      { knownAccounts: [111122223333] },
      '/knownAccounts/0: expected an AWS account id, a text of 12 digits, found 111122223333',
    ],
    [
      { knownAccounts: ['1111'] },
      '/knownAccounts/0: expected an AWS account id, a text of 12 digits, found "1111"',
    ],
    [
      { unusedAfterDays: 401 },
      '/unusedAfterDays: expected a whole number from 1 to 400, found 401',
    ],
    [
      { unusedAfterDays: '90' },
      '/unusedAfterDays: expected a whole number from 1 to 400, found "90"',
    ],
    [
      { rules: ['iam.malformed'] },
      '/rules: expected an object by rule id, such as { "iam.malformed": { "enabled": false } }, found a list',
    ],
    [
      { rules: { 'iam.malformed': 'off' } },
      '/rules/iam.malformed: expected an object with enabled, severity, found "off"',
    ],
    [
      { rules: { 'iam.malformed': { level: 'low' } } },
      '/rules/iam.malformed/level: there is no such setting; expected one of enabled, severity',
    ],
    [
      { rules: { 'iam.malformed': { severity: 'bad' } } },
      '/rules/iam.malformed/severity: expected one of critical, high, medium, low, info, found "bad"',
    ],
  ])('refuses %j, and names the key', (value, message) => {
    expect(() => parseSettings(rootOf(value))).toThrow(message);
  });
});

describe('unknownRules', () => {
  it('names the settings of rules that are not there', () => {
    const settings = parseSettings(
      rootOf({ rules: { 'iam.malformed': {}, 'iam.malformd': {} } }),
    );
    expect(unknownRules(settings, rules)).toEqual(['iam.malformd']);
  });
});
