import { resolvePackagePath } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';

/** Where the migrations lie, in the sources and in the published package alike. */
export const migrationsDirectory = resolvePackagePath(
  '@ecs-iam/plugin-ecs-iam-backend',
  'migrations',
);

/**
 * Brings the database to the newest form.
 *
 * @throws Error when a migration fails
 */
export async function migrate(knex: Knex): Promise<void> {
  await knex.migrate.latest({ directory: migrationsDirectory });
}
