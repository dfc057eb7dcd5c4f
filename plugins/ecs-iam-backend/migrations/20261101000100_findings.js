// @ts-check

/**
 * What was made of the facts. It can be made again from them, except for the dates of the findings.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  // 1. Role uses are looked up from both ends: by service for its page, by role for who shares it.
  await knex.schema.createTable('role_use', table => {
    table.comment('Which service uses which role in which slot');
    table.string('service_id', 32).notNullable();
    table.integer('position').notNullable();
    table.string('slot', 64).notNullable();
    table
      .string('role_id', 32)
      .nullable()
      .comment('Hash of the ARN; null when there is none or it is unknown');
    table.text('role_arn').nullable();
    table.text('service_arn').notNullable();
    table.text('role_use').notNullable().comment('JSON');
    table
      .text('undecided')
      .notNullable()
      .comment('JSON: rules that could not be judged');
    table.primary(['service_id', 'position']);
    table.index(['role_id', 'slot', 'service_id']);
  });

  // 2. A finding keeps its id for as long as rule, subject, slot, message and place are the same.
  await knex.schema.createTable('finding', table => {
    table.comment('What rules found');
    table.string('id', 32).primary();
    table.string('subject_id', 32).notNullable().comment('Hash of the ARN');
    table.text('subject').notNullable();
    table.string('slot', 64).notNullable();
    table.string('rule_id', 128).notNullable();
    table.string('severity', 16).notNullable();
    table.string('state', 16).notNullable();
    table.string('mitigated_by', 32).nullable();
    table.string('message', 128).notNullable();
    table.text('data').notNullable().comment('JSON');
    table.text('at').notNullable();
    table.string('first_seen', 24).notNullable();
    table.string('last_seen', 24).notNullable();
    table.string('resolved_at', 24).nullable();
    table.index(['subject_id', 'state', 'slot']);
    table.index(['rule_id', 'state']);
  });
};

/**
 * The dates of the findings are lost: they start anew with the next scan.
 *
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('finding');
  await knex.schema.dropTable('role_use');
};
