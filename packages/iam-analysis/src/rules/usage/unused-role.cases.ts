import { defaultSettings } from '../../analysis/settings';
import type { RuleCases } from '../testRule';
import type { unusedRole } from './unused-role';

// The clock of the cases stands at 2026-11-02T09:00:00Z, and 90 days are the default.
const OLD = '2024-01-10T08:00:00.000Z';
const SPRING = '2026-04-20T11:30:00.000Z';
const never = { date: null, region: null };

export const cases: RuleCases<typeof unusedRole> = {
  flagged: [
    {
      name: 'not used since spring',
      given: {
        lastUsed: { date: SPRING, region: 'eu-west-1' },
        createdAt: OLD,
      },
      expect: [
        {
          message: 'unused',
          data: { lastUsed: SPRING, unusedAfterDays: 90 },
          at: '',
        },
      ],
    },
    {
      name: 'never used',
      given: { lastUsed: never, createdAt: OLD },
      expect: [
        {
          message: 'neverUsed',
          data: { createdAt: OLD, unusedAfterDays: 90 },
          at: '',
        },
      ],
    },
    {
      name: 'not used for a month, where 30 days are the setting',
      given: {
        lastUsed: { date: '2026-10-01T08:00:00Z', region: 'eu-west-1' },
        createdAt: OLD,
      },
      context: { settings: { ...defaultSettings, unusedAfterDays: 30 } },
      expect: [
        {
          message: 'unused',
          data: { lastUsed: '2026-10-01T08:00:00Z', unusedAfterDays: 30 },
          at: '',
        },
      ],
    },
    {
      name: 'a running task has it, but never calls AWS',
      given: { lastUsed: never, createdAt: OLD, running: true },
      expect: [
        {
          message: 'running',
          severity: 'info',
          data: { lastUsed: null },
          at: '',
        },
      ],
    },
    {
      name: 'a running task has it, but does not call AWS any more',
      given: {
        lastUsed: { date: SPRING, region: 'eu-west-1' },
        createdAt: OLD,
        running: true,
      },
      expect: [
        {
          message: 'running',
          severity: 'info',
          data: { lastUsed: SPRING },
          at: '',
        },
      ],
    },
    {
      name: 'nothing that runs has it',
      given: { lastUsed: never, createdAt: OLD, running: false },
      expect: [
        {
          message: 'neverUsed',
          data: { createdAt: OLD, unusedAfterDays: 90 },
          at: '',
        },
      ],
    },
  ],
  accepted: [
    {
      name: 'used last week',
      given: {
        lastUsed: { date: '2026-10-26T08:00:00Z', region: 'eu-west-1' },
        createdAt: OLD,
      },
    },
    {
      name: 'used 90 days ago to the hour',
      given: {
        lastUsed: { date: '2026-08-04T09:00:00Z', region: 'eu-west-1' },
        createdAt: OLD,
      },
    },
    {
      name: 'never used, but created a month ago',
      given: { lastUsed: never, createdAt: '2026-10-01T08:00:00Z' },
    },
  ],
  undecided: [
    {
      name: 'a date that cannot be read',
      given: { lastUsed: { date: 'yesterday', region: null }, createdAt: OLD },
      because: "'yesterday' is not a date",
    },
  ],
};
