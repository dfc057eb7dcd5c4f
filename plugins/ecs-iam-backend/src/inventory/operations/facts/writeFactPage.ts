import type { Knex } from 'knex';
import type { FactPage, Target } from '@ecs-iam/plugin-ecs-iam-node';
import { idOf } from '../../ids';
import { writeRoles } from '../roles/writeRoles';
import { writeServices } from '../services/writeServices';
import { capacityProviderId, writeSharedFacts } from './writeSharedFacts';
import { writeTaskDefinitions } from './writeTaskDefinitions';

/**
 * Writes one page of a read. Gap pages are kept until the read ends.
 *
 * @param readAt - ISO 8601
 */
export async function writeFactPage(
  knex: Knex | Knex.Transaction,
  target: Target,
  page: FactPage,
  readAt: string,
): Promise<void> {
  switch (page.kind) {
    case 'service':
      return writeServices(knex, page.facts, readAt);
    case 'taskDefinition':
      return writeTaskDefinitions(knex, page.facts, readAt);
    case 'role':
      return writeRoles(knex, target, page.facts, readAt);
    case 'capacityProvider':
      return writeSharedFacts(
        knex,
        target,
        page.kind,
        page.facts.map(fact => [capacityProviderId(fact), fact] as const),
        readAt,
      );
    case 'registry':
      return writeSharedFacts(
        knex,
        target,
        page.kind,
        page.facts.map(fact => [idOf(fact.accountId, fact.region), fact]),
        readAt,
      );
    case 'taskDefinitionFamily':
      return writeSharedFacts(
        knex,
        target,
        page.kind,
        page.facts.map(fact => [
          idOf(fact.accountId, fact.region, fact.name),
          fact,
        ]),
        readAt,
      );
    case 'cluster':
    case 'host':
    case 'instanceProfile':
    case 'secretKey':
      return writeSharedFacts(
        knex,
        target,
        page.kind,
        page.facts.map(fact => [idOf(fact.arn), fact] as const),
        readAt,
      );
    case 'gap':
      return undefined;
    default:
      return page satisfies never;
  }
}
