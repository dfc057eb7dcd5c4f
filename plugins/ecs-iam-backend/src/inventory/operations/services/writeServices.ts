import type { Knex } from 'knex';
import type { Service } from '@ecs-iam/iam-analysis';
import { inBatches, readInBatches, upsert } from '../../batches';
import { idOf } from '../../ids';
import { fromColumn } from '../../json';
import type { ServiceTableRow, ServiceTagRow } from '../../tables';

type Before = Pick<
  ServiceTableRow,
  'id' | 'tags' | 'fact' | 'compute' | 'gone_at'
>;

/**
 * Writes services as they were read. Tags that cannot be read today keep their last known value, so that a service
 * stays matched to its entity. A service that was gone is back, with nothing of what it was.
 */
export async function writeServices(
  knex: Knex | Knex.Transaction,
  services: readonly Service[],
  readAt: string,
): Promise<void> {
  const before = new Map<string, Before>(
    (
      await readInBatches(
        services.map(service => idOf(service.arn)),
        ids =>
          knex<ServiceTableRow>('service')
            .whereIn('id', ids)
            .select('id', 'tags', 'fact', 'compute', 'gone_at'),
      )
    ).map(row => [row.id, row]),
  );
  const rows = services.map(service =>
    toRow(service, before.get(idOf(service.arn)), readAt),
  );
  await upsert<ServiceTableRow>(knex, 'service', ['id'], rows);
  await replaceTags(
    knex,
    rows.filter(row => (before.get(row.id)?.tags ?? null) !== row.tags),
  );
}

function toRow(
  service: Service,
  before: Before | undefined,
  readAt: string,
): ServiceTableRow {
  const kept = before?.gone_at === null ? before : undefined;
  const tags =
    service.tags.known || !kept
      ? service.tags
      : fromColumn<Service>(kept.fact).tags;
  return {
    id: idOf(service.arn),
    arn: service.arn,
    name: service.name,
    cluster_id: idOf(service.clusterArn),
    cluster_name: service.clusterArn.split('/').at(-1) ?? '',
    account_id: service.accountId,
    region: service.region,
    compute: kept?.compute ?? '[]',
    tags: tags.known ? JSON.stringify(tags.value) : null,
    fact: JSON.stringify({ ...service, tags }),
    read_at: readAt,
    gone_at: null,
  };
}

async function replaceTags(
  knex: Knex | Knex.Transaction,
  services: readonly ServiceTableRow[],
): Promise<void> {
  for (const batch of inBatches(services.map(({ id }) => id))) {
    await knex<ServiceTagRow>('service_tag')
      .whereIn('service_id', batch)
      .delete();
  }
  await upsert<ServiceTagRow>(
    knex,
    'service_tag',
    ['service_id', 'key'],
    services.flatMap(({ id, tags }) =>
      Object.entries(fromColumn<Record<string, string>>(tags ?? '{}')).map(
        ([key, value]) => ({ service_id: id, key, value }),
      ),
    ),
  );
}
