import type { Knex } from 'knex';
import { severities } from '@ecs-iam/iam-analysis';
import { readInBatches } from '../../batches';
import { idOf } from '../../ids';
import type { StoredFinding } from '../../Inventory';
import { fromColumn } from '../../json';
import type { FindingRow } from '../../tables';

/**
 * @param subjects - ARNs of roles and services
 * @returns their open findings, the worst first
 */
export async function readFindings(
  knex: Knex | Knex.Transaction,
  subjects: readonly string[],
): Promise<StoredFinding[]> {
  const rows = await readInBatches(
    subjects.map(subject => idOf(subject)),
    ids =>
      knex<FindingRow>('finding')
        .whereIn('subject_id', ids)
        .whereNot('state', 'resolved')
        .orderBy(['rule_id', 'at', 'id']),
  );
  return rows
    .map(toStoredFinding)
    .sort(
      (a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity),
    );
}

function toStoredFinding(row: FindingRow): StoredFinding {
  return {
    id: row.id,
    ruleId: row.rule_id,
    severity: row.severity,
    state: row.state,
    mitigatedBy: row.mitigated_by,
    subject: row.subject,
    slot: row.slot,
    message: row.message,
    data: fromColumn(row.data),
    at: row.at,
    firstSeen: row.first_seen,
    lastSeen: row.last_seen,
    resolvedAt: row.resolved_at,
  };
}
