import { known, unknown } from '../known';
import type { AnyRule, RuleContext } from '../rules/defineRule';
import type { EvidenceInput } from '../rules/evidence';
import { allow, documentOf, held, policy } from '../rules/caseBuilders';
import { roleArn } from '../testUtils';
import { analyse } from './analyse';
import { defaultSettings } from './settings';

const context: RuleContext = {
  slot: 'task',
  role: { arn: roleArn('web'), accountId: '111122223333', name: 'web' },
  settings: defaultSettings,
  now: new Date('2026-11-02T09:00:00Z'),
};

/** A rule that reports how often it ran, and what it looks at. */
function counting(look: (context: RuleContext) => unknown): AnyRule {
  let runs = 0;
  return {
    id: 'test.counting',
    title: 'Counts',
    severity: 'low',
    about: 'role',
    slots: ['task', 'execution'],
    needs: ['grants'],
    wants: ['boundary', 'lastUsed'],
    docs: { why: '', fix: '', leaveIt: '', links: [] },
    messages: { ran: () => 'It ran.' },
    *check(_, given) {
      runs++;
      look(given);
      yield { message: 'ran', data: { runs }, at: '' };
    },
  };
}

const boundary = () => policy('boundary:x', documentOf([allow('s3:*')]));
const document = boundary().document;
const { grants } = held([allow('s3:GetObject')]);
type Facts = EvidenceInput['facts'];
const evidence = (parts: Facts = {}): Facts => ({
  grants: known(grants),
  boundary: known({ ...boundary(), document }),
  lastUsed: unknown('not read'),
  ...parts,
});

function runsAfter(
  look: (context: RuleContext) => unknown,
  then: Facts,
  thenContext: RuleContext,
): unknown {
  const rules = [counting(look)];
  const run = (facts: Facts, { role, slot, settings, now }: RuleContext) =>
    analyse(
      { subject: role?.arn ?? '', slot, role: role ?? NOBODY, facts },
      { rules, settings, now },
    ).findings[0].data.runs;
  run(evidence(), context);
  return run(then, thenContext);
}

const NOBODY = { arn: '', accountId: '', name: '' };

const noLook = () => undefined;

describe('a rule', () => {
  it.each([
    ['the same evidence', evidence()],
    [
      'a boundary that was parsed to the same document',
      evidence({ boundary: known({ ...boundary(), document }) }),
    ],
  ])('does not run again on %s', (_, then) => {
    expect(runsAfter(noLook, then, context)).toBe(1);
  });

  it.each([
    [
      'other grants',
      evidence({ grants: known(held([allow('s3:GetObject')]).grants) }),
    ],
    ['no boundary', evidence({ boundary: known(null) })],
    [
      'another document of the boundary',
      evidence({ boundary: known(boundary()) }),
    ],
    [
      'a fact that was not known',
      evidence({ lastUsed: known({ date: null, region: null }) }),
    ],
    ['another reason', evidence({ lastUsed: unknown('AccessDenied') })],
  ])('runs again on %s', (_, then) => {
    expect(runsAfter(noLook, then, context)).toBe(2);
  });

  const otherRole = { ...context, role: { arn: 'x', accountId: '', name: '' } };
  const later = { ...context, now: new Date('2026-11-03T09:00:00Z') };
  it.each<[string, (context: RuleContext) => unknown, RuleContext, number]>([
    ['another slot', noLook, { ...context, slot: 'execution' }, 2],
    [
      'other settings',
      noLook,
      { ...context, settings: { ...defaultSettings } },
      2,
    ],
    ['another role, at which it does not look', noLook, otherRole, 1],
    ['another role, at which it looks', ({ role }) => role, otherRole, 2],
    [
      'another role, at which it looks in a copy',
      given => ({ ...given }.role),
      otherRole,
      2,
    ],
    ['the same role, at which it looks', ({ role }) => role, { ...context }, 1],
    ['a later time, at which it does not look', noLook, later, 1],
    ['a later time, at which it looks', ({ now }) => now, later, 2],
  ])('in another context: %s', (_, look, then, runs) => {
    expect(runsAfter(look, evidence(), then)).toBe(runs);
  });
});

it('a rule sees the role and the time in a copy of its context, too', () => {
  const seen: RuleContext[] = [];
  const rules = [counting(given => seen.push({ ...given }))];
  const { role, slot, settings, now } = context;
  analyse(
    { subject: role?.arn ?? '', slot, role, facts: evidence() },
    { rules, settings, now },
  );
  expect(seen).toEqual([context]);
});
