import type { Knex } from 'knex';
import type { Finding } from '@ecs-iam/iam-analysis';
import { inBatches, readInBatches, upsert } from '../../batches';
import { idOf } from '../../ids';
import type { Verdict } from '../../Inventory';
import type { FindingRow } from '../../tables';
import { identify } from './identify';

/**
 * Replaces the findings of subjects: new ones are inserted, seen ones keep their first date, the rest are resolved,
 * save those of undecided rules. One that was resolved and is found again is open from now on.
 *
 * @param at - ISO 8601
 * @returns how many were not open before, and how many are not open any more
 */
export async function replaceFindings(
  knex: Knex | Knex.Transaction,
  verdicts: readonly Verdict[],
  at: string,
): Promise<{ opened: number; resolved: number }> {
  const open = new Map(
    (
      await readInBatches(
        verdicts.map(({ subject }) => idOf(subject)),
        ids =>
          knex<FindingRow>('finding')
            .whereIn('subject_id', ids)
            .whereNot('state', 'resolved')
            .select('*'),
      )
    ).map(row => [row.id, row]),
  );
  const found = verdicts.flatMap(({ findings }) =>
    identify(findings).map(([id, finding]) =>
      toRow(id, finding, open.get(id)?.first_seen ?? at, at),
    ),
  );
  const seen = new Set(found.map(({ id }) => id));
  const undecided = new Set(verdicts.flatMap(keysOfUndecided));
  const resolved = [...open.values()]
    .filter(row => !seen.has(row.id) && !undecided.has(keyOf(row)))
    .map(({ id }) => id);

  const unchanged = found.filter(row => isSame(row, open.get(row.id)));
  for (const batch of inBatches(unchanged.map(({ id }) => id))) {
    await knex<FindingRow>('finding')
      .whereIn('id', batch)
      .update({ last_seen: at });
  }
  await upsert<FindingRow>(
    knex,
    'finding',
    ['id'],
    found.filter(row => !isSame(row, open.get(row.id))),
  );
  for (const batch of inBatches(resolved)) {
    await knex<FindingRow>('finding')
      .whereIn('id', batch)
      .update({ state: 'resolved', resolved_at: at });
  }
  return {
    opened: [...seen].filter(id => !open.has(id)).length,
    resolved: resolved.length,
  };
}

function keysOfUndecided({ subject, undecided }: Verdict): string[] {
  return undecided.map(({ ruleId, slot }) =>
    keyOf({ subject_id: idOf(subject), rule_id: ruleId, slot }),
  );
}

function keyOf(
  row: Pick<FindingRow, 'subject_id' | 'rule_id' | 'slot'>,
): string {
  return `${row.subject_id} ${row.rule_id} ${row.slot}`;
}

function toRow(
  id: string,
  finding: Finding,
  firstSeen: string,
  at: string,
): FindingRow {
  return {
    id,
    subject_id: idOf(finding.subject),
    subject: finding.subject,
    slot: finding.slot,
    rule_id: finding.ruleId,
    severity: finding.severity,
    state: finding.state,
    mitigated_by: finding.mitigatedBy,
    message: finding.message,
    data: JSON.stringify(finding.data),
    at: finding.at,
    first_seen: firstSeen,
    last_seen: at,
    resolved_at: null,
  };
}

function isSame(row: FindingRow, stored: FindingRow | undefined): boolean {
  return (
    stored !== undefined &&
    stored.severity === row.severity &&
    stored.state === row.state &&
    stored.mitigated_by === row.mitigated_by &&
    stored.data === row.data
  );
}
