import { aRole, aService } from '@ecs-iam/iam-analysis/testUtils';
import type { Knex } from 'knex';
import { anInventory, at } from '../../../testSupport/anInventory';
import { testDatabases } from '../../../testSupport/databases';
import { aFinding } from '../../../testSupport/inventoryFixtures';
import type { DatabaseInventory } from '../../DatabaseInventory';

const databases = testDatabases();
const subject = aRole().arn;

describe.each(databases.engines)('replaceFindings, %s', engine => {
  let knex: Knex;
  let inventory: DatabaseInventory;

  beforeEach(async () => {
    knex = await databases.init(engine);
    inventory = await anInventory(knex);
  });

  async function stored() {
    return (await inventory.findings([subject])).map(
      ({ firstSeen, lastSeen, state, severity, data }) => ({
        firstSeen,
        lastSeen,
        state,
        severity,
        data,
      }),
    );
  }

  it('keeps the first date of a finding and moves the last', async () => {
    expect(
      await inventory.writeFindings(subject, [aFinding()], at('10:00')),
    ).toEqual({ opened: 1, resolved: 0 });
    expect(
      await inventory.writeFindings(subject, [aFinding()], at('10:30')),
    ).toEqual({ opened: 0, resolved: 0 });
    expect(await inventory.findings([subject])).toEqual([
      {
        ...aFinding(),
        id: expect.stringMatching(/^[0-9a-f]{32}$/),
        firstSeen: at('10:00').toISOString(),
        lastSeen: at('10:30').toISOString(),
        resolvedAt: null,
      },
    ]);
  });

  it('takes on changed data, severity and state without a new first date', async () => {
    await inventory.writeFindings(subject, [aFinding()], at('10:00'));
    const changed = aFinding({
      severity: 'high',
      state: 'mitigated',
      mitigatedBy: 'boundary',
      data: { days: 91 },
    });
    expect(
      await inventory.writeFindings(subject, [changed], at('10:30')),
    ).toEqual({ opened: 0, resolved: 0 });
    expect(await stored()).toEqual([
      {
        firstSeen: at('10:00').toISOString(),
        lastSeen: at('10:30').toISOString(),
        state: 'mitigated',
        severity: 'high',
        data: { days: 91 },
      },
    ]);
  });

  it('resolves what is not found any more, of this subject alone', async () => {
    const other = aFinding({ subject: aService().arn });
    await inventory.writeFindings(other.subject, [other], at('10:00'));
    await inventory.writeFindings(subject, [aFinding()], at('10:00'));
    expect(await inventory.writeFindings(subject, [], at('10:30'))).toEqual({
      opened: 0,
      resolved: 1,
    });
    expect(await inventory.findings([subject])).toEqual([]);
    expect((await inventory.findings([other.subject])).length).toBe(1);
    expect(
      await knex('finding')
        .where('state', 'resolved')
        .select('subject', 'last_seen', 'resolved_at'),
    ).toEqual([
      {
        subject,
        last_seen: at('10:00').toISOString(),
        resolved_at: at('10:30').toISOString(),
      },
    ]);
  });

  it('opens a resolved finding anew when it is found again', async () => {
    await inventory.writeFindings(subject, [aFinding()], at('10:00'));
    const [before] = await inventory.findings([subject]);
    await inventory.writeFindings(subject, [], at('10:30'));
    expect(
      await inventory.writeFindings(subject, [aFinding()], at('11:00')),
    ).toEqual({ opened: 1, resolved: 0 });
    expect(await inventory.findings([subject])).toEqual([
      {
        ...before,
        firstSeen: at('11:00').toISOString(),
        lastSeen: at('11:00').toISOString(),
      },
    ]);
  });

  it('stores a finding of two revisions once, and two that differ in data twice', async () => {
    const findings = [
      aFinding({ data: { image: 'a' } }),
      aFinding({ data: { image: 'b' } }),
      aFinding({ data: { image: 'a' } }),
    ];
    expect(
      await inventory.writeFindings(subject, findings, at('10:00')),
    ).toEqual({ opened: 2, resolved: 0 });
    await inventory.writeFindings(subject, findings, at('10:30'));
    expect((await stored()).map(({ firstSeen }) => firstSeen)).toEqual([
      at('10:00').toISOString(),
      at('10:00').toISOString(),
    ]);
  });

  it('neither confirms nor resolves the findings of a rule that could not be judged', async () => {
    await inventory.writeFindings(
      subject,
      [aFinding(), aFinding({ slot: 'execution' })],
      at('10:00'),
    );
    expect(
      await inventory.writeVerdicts(
        [
          {
            subject,
            findings: [],
            undecided: [{ ruleId: 'iam.admin-access', slot: 'task' }],
          },
        ],
        at('10:30'),
      ),
    ).toEqual({ opened: 0, resolved: 1 });
    expect(await inventory.findings([subject])).toEqual([
      {
        ...aFinding(),
        id: expect.any(String),
        firstSeen: at('10:00').toISOString(),
        lastSeen: at('10:00').toISOString(),
        resolvedAt: null,
      },
    ]);
  });

  it('gives the worst first', async () => {
    const findings = (['low', 'critical', 'info', 'high'] as const).map(
      severity => aFinding({ severity, ruleId: `iam.${severity}` }),
    );
    await inventory.writeFindings(subject, findings, at('10:00'));
    expect((await stored()).map(({ severity }) => severity)).toEqual([
      'critical',
      'high',
      'low',
      'info',
    ]);
  });
});
