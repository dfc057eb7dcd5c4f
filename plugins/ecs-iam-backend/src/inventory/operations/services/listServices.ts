import type { Knex } from 'knex';
import type { Severity } from '@ecs-iam/iam-analysis';
import type {
  ServiceFilter,
  ServicePage,
  ServicePageRequest,
  StoredRoleUse,
} from '../../Inventory';
import type { ServiceTableRow } from '../../tables';
import { readRoleUses } from '../uses/readRoleUses';
import { activeFindings, filterServices } from './filterServices';
import { toStoredService } from './readServices';
import type { Cursor } from './serviceCursor';
import { parseCursor, printCursor } from './serviceCursor';

type SortedRow = ServiceTableRow & { weight?: number | string };

/**
 * One page of services. By severity, services are sorted by their worst active finding and then by name, whichever
 * way; by name and account the whole order turns around.
 *
 * @throws InputError for a cursor of another list
 */
export async function listServices(
  knex: Knex | Knex.Transaction,
  filter: ServiceFilter,
  page: ServicePageRequest,
): Promise<ServicePage> {
  const { keys, descending } = orderOf(page);
  const query = filterServices(knex, filter);
  const total = await query.clone().count({ n: '*' }).first();
  const weighted = page.sort === 'severity';
  if (weighted) {
    joinWeights(knex, query);
    query.select({ weight: knex.raw(keys[0]) });
  }
  if (page.cursor) {
    query.whereRaw(
      `(${keys.join(', ')}) ${descending ? '<' : '>'} (${keys
        .map(() => '?')
        .join(', ')})`,
      parseCursor(page.cursor, page.sort),
    );
  }
  const rows: SortedRow[] = await query
    .select('service.*')
    .orderByRaw(
      keys.map(key => `${key} ${descending ? 'desc' : 'asc'}`).join(', '),
    )
    .limit(page.limit + 1);
  const shown = rows.slice(0, page.limit);
  const last = shown.at(-1);
  return {
    items: await withUsesAndFindings(knex, shown),
    totalItems: Number(total?.n ?? 0),
    nextCursor:
      last && rows.length > page.limit
        ? printCursor(cursorOf(last, page.sort))
        : null,
  };
}

const NAME = ['service.name', 'service.id'];

function orderOf({ sort, descending }: ServicePageRequest) {
  switch (sort) {
    case 'name':
      return { keys: NAME, descending };
    case 'account':
      return {
        keys: ['service.account_id', 'service.region', ...NAME],
        descending,
      };
    case 'severity': {
      const weight = 'coalesce(worst.weight, 0)';
      return {
        keys: [descending ? `-${weight}` : weight, ...NAME],
        descending: false,
      };
    }
    default:
      return sort satisfies never;
  }
}

function cursorOf(row: SortedRow, sort: ServicePageRequest['sort']): Cursor {
  switch (sort) {
    case 'name':
      return [row.name, row.id];
    case 'account':
      return [row.account_id, row.region, row.name, row.id];
    case 'severity':
      return [Number(row.weight), row.name, row.id];
    default:
      return sort satisfies never;
  }
}

const weights: Readonly<Record<Severity, number>> = {
  critical: 5,
  high: 4,
  medium: 3,
  low: 2,
  info: 1,
};

function joinWeights(
  knex: Knex | Knex.Transaction,
  query: Knex.QueryBuilder,
): void {
  const cases = Object.entries(weights).map(
    ([severity, weight]) => `when '${severity}' then ${weight}`,
  );
  query.leftJoin(
    activeFindings(knex, {})
      .groupBy('service_id')
      .select('service_id')
      .max({ weight: knex.raw(`case severity ${cases.join(' ')} else 0 end`) })
      .as('worst'),
    'worst.service_id',
    'service.id',
  );
}

async function withUsesAndFindings(
  knex: Knex | Knex.Transaction,
  rows: readonly ServiceTableRow[],
): Promise<ServicePage['items']> {
  const uses = new Map<string, StoredRoleUse[]>();
  for (const use of await readRoleUses(
    knex,
    rows.map(({ arn }) => arn),
  )) {
    uses.set(use.serviceArn, [...(uses.get(use.serviceArn) ?? []), use]);
  }
  const counts: { service_id: string; severity: Severity; n: number }[] =
    await activeFindings(
      knex,
      {},
      rows.map(({ id }) => id),
    )
      .groupBy('service_id', 'severity')
      .select('service_id', 'severity')
      .count({ n: '*' });
  return rows.map(row => {
    const { fact, compute, readAt, goneAt } = toStoredService(row);
    const findings = { critical: 0, high: 0, medium: 0, low: 0, info: 0 };
    for (const { service_id, severity, n } of counts) {
      if (service_id === row.id) {
        findings[severity] = Number(n);
      }
    }
    return {
      service: fact,
      compute,
      readAt,
      goneAt,
      uses: uses.get(row.arn) ?? [],
      findings,
    };
  });
}
