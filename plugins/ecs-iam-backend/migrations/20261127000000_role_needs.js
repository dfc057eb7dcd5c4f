// @ts-check

/**
 * What ECS demands of the role in a use, beside the use.
 *
 * Facts of before lack what is read since. Those of ECS are completed here with what says that it was not read, so that
 * they can be shown until the next scan brings the rest.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  // 1. Beside the use, not in it: the needs of a role are larger than all else of a use, and few ask for them.
  await knex.schema.alterTable('role_use', table => {
    table
      .text('needs')
      .nullable()
      .comment('JSON: what each revision needs of the role');
    table
      .boolean('imds_reached')
      .notNullable()
      .defaultTo(false)
      .comment('Containers are known to reach the role of their host');
  });

  // 2. A revision that is stored is never read again, and what is stored of it lacks what needs are derived from.
  await knex('task_definition').delete();

  // 3. Facts are JSON objects, so that what is missing can stand before all else in the same text.
  const unread = '{"known":false,"because":"it was not part of the last scan"}';
  await complete(
    knex,
    knex('service'),
    `"kind":"service","platformVersion":null,"assignPublicIp":null,"express":false,"guardDuty":${unread},"overrides":${unread}`,
  );
  const logs = '"serviceConnectLogs":{';
  await knex('service').update({
    fact: knex.raw('replace(fact, ?, ?)', [logs, `${logs}"secretOptions":[],`]),
  });
  await complete(
    knex,
    knex('fact').where({ kind: 'host' }),
    `"registeredRoleArn":${unread},"publicIp":${unread},"tasks":${unread}`,
  );
  await complete(
    knex,
    knex('fact').where({ kind: 'cluster' }),
    `"daemons":${unread}`,
  );
};

/**
 * What was put into the facts stays: nobody reads it. Task definitions are read again.
 *
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('role_use', table => {
    table.dropColumn('needs');
    table.dropColumn('imds_reached');
  });
};

/**
 * @param {import('knex').Knex} knex
 * @param {import('knex').Knex.QueryBuilder} rows
 * @param {string} properties - as they stand in JSON text
 */
async function complete(knex, rows, properties) {
  await rows.update({
    fact: knex.raw(`'{' || ? || ',' || substr(fact, 2)`, [properties]),
  });
}
