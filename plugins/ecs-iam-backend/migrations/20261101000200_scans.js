// @ts-check

/**
 * Scans and their progress, so that any replica can tell how far a scan is, and a request survives a restart.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('scan', table => {
    table.comment('Scans, asked for by a person or by the schedule');
    table.string('id', 36).primary();
    table.string('origin', 16).notNullable().comment('request or schedule');
    table.string('requested_at', 24).notNullable();
    table.index(['requested_at']);
  });

  await knex.schema.createTable('scan_target', table => {
    table.comment('The targets of a scan and how far each is');
    table.string('scan_id', 36).notNullable();
    table.string('account_id', 12).notNullable();
    table.string('region', 32).notNullable();
    table.string('state', 16).notNullable();
    table.integer('services').notNullable().defaultTo(0);
    table.integer('roles').notNullable().defaultTo(0);
    table.integer('gaps').notNullable().defaultTo(0);
    table.text('error').nullable();
    table.string('started_at', 24).nullable();
    table.string('finished_at', 24).nullable();
    table.primary(['scan_id', 'account_id', 'region']);
    table.index(['state']);
    table.index(['account_id', 'region', 'state']);
    table.foreign('scan_id').references('scan.id').onDelete('CASCADE');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('scan_target');
  await knex.schema.dropTable('scan');
};
