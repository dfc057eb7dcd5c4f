import type { Knex } from 'knex';
import { idOf } from '../../ids';
import type { ServiceFilter } from '../../Inventory';
import { leaveOutFormerTargets } from '../targets/leaveOutFormerTargets';

/**
 * @returns a query over `service` that the filter narrows, without columns, order and limit
 */
export function filterServices(
  knex: Knex | Knex.Transaction,
  filter: ServiceFilter,
): Knex.QueryBuilder {
  const query = knex('service');
  leaveOutFormerTargets(query, 'service');
  if (filter.arns) {
    // One variable for the whole list: it can be longer than the number of variables that a statement may have.
    const ids = JSON.stringify(filter.arns.map(arn => idOf(arn)));
    query.whereRaw(
      knex.client.config.client === 'pg'
        ? 'service.id in (select jsonb_array_elements_text(?::jsonb))'
        : 'service.id in (select value from json_each(?))',
      [ids],
    );
  }
  if (filter.q) {
    // The ARN holds account, region, cluster and name. `!` escapes, because a backslash is one only in PostgreSQL.
    query.whereRaw(`lower(service.arn) like ? escape '!'`, [
      `%${filter.q.toLowerCase().replace(/[!%_]/g, '!$&')}%`,
    ]);
  }
  if (filter.account) {
    query.where('service.account_id', filter.account);
  }
  if (filter.region) {
    query.where('service.region', filter.region);
  }
  if (filter.cluster) {
    query.where(
      'service.cluster_name',
      filter.cluster.split('/').at(-1) ?? filter.cluster,
    );
  }
  if (filter.compute) {
    query.where('service.compute', 'like', `%"${filter.compute}"%`);
  }
  if (filter.slot) {
    query.whereIn(
      'service.id',
      knex('role_use')
        .where('slot', filter.slot)
        .whereNotNull('role_id')
        .select('service_id'),
    );
  }
  if (filter.severity || filter.rule) {
    query.whereIn(
      'service.id',
      activeFindings(knex, {
        ...(filter.severity ? { 'finding.severity': filter.severity } : {}),
        ...(filter.rule ? { 'finding.rule_id': filter.rule } : {}),
      }).select('service_id'),
    );
  }
  if (filter.state === 'active') {
    query.whereNull('service.gone_at');
  } else if (filter.state === 'gone') {
    query.whereNotNull('service.gone_at');
  }
  return query;
}

/**
 * @returns the columns `service_id`, `finding_id` and `severity`: the active findings of services, and those of their
 *   roles in the slots in which they use them
 */
export function activeFindings(
  knex: Knex | Knex.Transaction,
  where: Readonly<Record<string, string>>,
  serviceIds?: readonly string[],
): Knex.QueryBuilder {
  const columns = {
    finding_id: 'finding.id',
    severity: 'finding.severity',
  };
  const own = knex('finding')
    .join('service as owner', 'owner.id', 'finding.subject_id')
    .where({ ...where, 'finding.state': 'active' })
    .select({ service_id: 'owner.id', ...columns });
  const ofRoles = knex('role_use')
    .join('finding', join =>
      join
        .on('finding.subject_id', 'role_use.role_id')
        .andOn('finding.slot', 'role_use.slot'),
    )
    .where({ ...where, 'finding.state': 'active' })
    .select({ service_id: 'role_use.service_id', ...columns });
  if (serviceIds) {
    own.whereIn('owner.id', serviceIds);
    ofRoles.whereIn('role_use.service_id', serviceIds);
  }
  return knex(own.union(ofRoles).as('active_finding'));
}
