// @ts-check

/**
 * What was read from AWS.
 *
 * Facts are kept as JSON text beside the few columns that a query needs. Ids are hashes of ARNs, because ARNs can be
 * longer than what an index should hold. Dates are ISO 8601 text in UTC with milliseconds: it sorts like the time it
 * names, and reads the same on both engines.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  // 1. The targets. `left_at`: since when it is no target any more; its facts are kept, but left out of lists.
  await knex.schema.createTable('target', table => {
    table.comment('An account and a region that are scanned together');
    table.string('account_id', 12).notNullable();
    table.string('region', 32).notNullable();
    table.string('partition', 32).notNullable();
    table.string('last_attempt', 24).nullable();
    table.string('last_success', 24).nullable();
    table.string('outcome', 16).notNullable().defaultTo('never');
    table.text('error').nullable();
    table.string('left_at', 24).nullable();
    table.primary(['account_id', 'region']);
  });

  // 2. What could not be read, by target. `since` survives from scan to scan.
  await knex.schema.createTable('gap', table => {
    table.comment('What the last scan of a target could not read');
    table.string('account_id', 12).notNullable();
    table.string('region', 32).notNullable();
    table.integer('position').notNullable();
    table.text('gap').notNullable().comment('JSON');
    table.string('since', 24).notNullable();
    table.primary(['account_id', 'region', 'position']);
  });

  // 3. Services have a table of their own, because people filter and sort them.
  await knex.schema.createTable('service', table => {
    table.comment('ECS services');
    table.string('id', 32).primary().comment('Hash of the ARN');
    table.text('arn').notNullable();
    table.string('name', 255).notNullable();
    table.string('cluster_id', 32).notNullable().comment('Hash of the ARN');
    table.string('cluster_name', 255).notNullable();
    table.string('account_id', 12).notNullable();
    table.string('region', 32).notNullable();
    table.string('compute', 128).notNullable().comment('JSON list');
    table.text('tags').nullable().comment('JSON; null when unknown');
    table.text('fact').notNullable().comment('JSON');
    table.string('read_at', 24).notNullable();
    table.string('gone_at', 24).nullable();
    table.index(['account_id', 'region', 'gone_at', 'read_at']);
    table.index(['name', 'id']);
    table.index(['cluster_id']);
  });

  // 4. Tags, so that a page view finds services by tag without a call to AWS.
  await knex.schema.createTable('service_tag', table => {
    table.comment('Tags of services');
    table.string('service_id', 32).notNullable();
    table.string('key', 128).notNullable();
    table.string('value', 256).notNullable();
    table.primary(['service_id', 'key']);
    table.index(['key', 'value', 'service_id']);
    table.foreign('service_id').references('service.id').onDelete('CASCADE');
  });

  // 5. A revision never changes, so it belongs to no scan and is never gone.
  await knex.schema.createTable('task_definition', table => {
    table.comment('Revisions of task definitions: immutable, read once');
    table.string('id', 32).primary().comment('Hash of the ARN');
    table.text('arn').notNullable();
    table.text('fact').notNullable().comment('JSON');
    table.string('read_at', 24).notNullable();
  });

  // 6. Roles belong to an account, and are seen from several of its regions.
  await knex.schema.createTable('role', table => {
    table.comment('IAM roles');
    table.string('id', 32).primary().comment('Hash of the ARN');
    table.text('arn').notNullable();
    table.string('account_id', 12).notNullable();
    table.string('name', 64).notNullable();
    table.text('fact').notNullable().comment('JSON');
    table
      .text('part_dates')
      .notNullable()
      .comment('JSON: when each known part was read');
    table.string('read_at', 24).notNullable();
    table.string('gone_at', 24).nullable();
    table.index(['account_id', 'name']);
  });

  // 7. Which target saw which role: a role is gone only when no target sees it any more.
  await knex.schema.createTable('role_sighting', table => {
    table.comment('Which target saw which role, and when last');
    table.string('role_id', 32).notNullable();
    table.string('account_id', 12).notNullable();
    table.string('region', 32).notNullable();
    table.string('seen_at', 24).notNullable();
    table.primary(['role_id', 'account_id', 'region']);
    table.index(['account_id', 'region', 'seen_at']);
    table.foreign('role_id').references('role.id').onDelete('CASCADE');
  });

  // 8. The kinds that are only ever read by target or by ARN share a table.
  await knex.schema.createTable('fact', table => {
    table.comment(
      'Clusters, capacity providers, hosts, instance profiles, by target',
    );
    table.string('account_id', 12).notNullable();
    table.string('region', 32).notNullable();
    table.string('kind', 32).notNullable();
    table.string('id', 32).notNullable().comment('Hash of what names the fact');
    table.text('fact').notNullable().comment('JSON');
    table.string('read_at', 24).notNullable();
    table.string('gone_at', 24).nullable();
    table.primary(['account_id', 'region', 'kind', 'id']);
    table.index(['kind', 'id']);
  });
};

/**
 * Nothing is lost that the next scan would not read again.
 *
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('fact');
  await knex.schema.dropTable('role_sighting');
  await knex.schema.dropTable('role');
  await knex.schema.dropTable('task_definition');
  await knex.schema.dropTable('service_tag');
  await knex.schema.dropTable('service');
  await knex.schema.dropTable('gap');
  await knex.schema.dropTable('target');
};
