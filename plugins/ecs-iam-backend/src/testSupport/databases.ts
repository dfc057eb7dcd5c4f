import { TestDatabases } from '@backstage/backend-test-utils';
import type { TestDatabaseId } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';

const POSTGRES = 'BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING';

/**
 * The database engines that this run can test: SQLite always, PostgreSQL when a server is given. Without one, says why
 * PostgreSQL is left out of the suite; with `CI=true` that is an error.
 *
 * @returns the engines for `describe.each`, and `init`, which opens an empty database
 * @throws Error in CI without a PostgreSQL server
 */
export function testDatabases(): {
  engines: TestDatabaseId[];
  init(id: TestDatabaseId): Promise<Knex>;
} {
  const ids: TestDatabaseId[] = ['SQLITE_3'];
  if (process.env[POSTGRES]) {
    ids.push('POSTGRES_18');
  } else if (process.env.CI === 'true') {
    throw new Error(
      `${POSTGRES} is not set: in CI the database suites must run on PostgreSQL too. Run them by 'npm test', which starts a server`,
    );
  } else {
    process.stderr.write(
      `Skipped on PostgreSQL: ${POSTGRES} is not set. 'npm test' starts a server and sets it.\n`,
    );
  }
  // A fresh database on a busy machine takes longer than the five seconds of jest.
  jest.setTimeout(60_000);
  const databases = TestDatabases.create({ ids });
  return { engines: ids, init: id => databases.init(id) };
}
