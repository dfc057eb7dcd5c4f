import { readFile } from 'node:fs/promises';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { Entity } from '@backstage/catalog-model';
import type { JsonObject } from '@backstage/types';
import ecsIamPlugin from '@ecs-iam/plugin-ecs-iam-backend';
import {
  entityRolesSchema,
  roleDetailSchema,
  ruleListSchema,
  scanSchema,
  targetListSchema,
} from '@ecs-iam/plugin-ecs-iam-common';
import type { EntityRoles, RoleDetail } from '@ecs-iam/plugin-ecs-iam-common';
import request from 'supertest';
import { parse } from 'yaml';
import { readDemoCatalog } from '../demoCatalog';
import demoModule from '../demoModule';

/** The demo's own configuration, without what another test backend brings by itself. */
async function demoConfig(): Promise<JsonObject> {
  const path = resolvePackagePath('backend', '../../app-config.yaml');
  const { ecsIam, demo } = parse(await readFile(path, 'utf8'));
  return { ecsIam, demo };
}

/** The backend of the demo, after its first scan. */
export type Demo = Awaited<ReturnType<typeof startDemo>>;

/**
 * Starts the backend of the demo, and scans once.
 *
 * @param entities - those of the catalog so far; absent: all
 */
export async function startDemo(entities?: readonly Entity[]) {
  const catalog = entities ?? (await readDemoCatalog());
  const { server } = await startTestBackend({
    features: [
      ecsIamPlugin,
      demoModule,
      catalogServiceMock.factory({ entities: [...catalog] }),
      mockServices.rootConfig.factory({
        data: {
          backend: { listen: { host: '127.0.0.1', port: 0 } },
          ...(await demoConfig()),
        },
      }),
    ],
  });
  const get = async (path: string) =>
    (await request(server).get(`/api/ecs-iam/v1/${path}`).expect(200)).body;
  const started = await request(server)
    .post('/api/ecs-iam/v1/scans')
    .send({})
    .expect(202);
  let scan = scanSchema.parse(started.body);
  while (scan.finishedAt === null) {
    scan = scanSchema.parse(await get(`scans/${scan.id}`));
  }
  const rolesOf = async (name: string, kind: string = 'component') =>
    entityRolesSchema.parse(await get(`entity/default/${kind}/${name}/roles`));
  const role = async (id: string) =>
    roleDetailSchema.parse(await get(`roles/${id}`));
  return {
    scan,
    rolesOf,
    /** What each entity of the catalog shows. */
    all: async (): Promise<readonly EntityRoles[]> => {
      const shown: EntityRoles[] = [];
      for (const { kind, metadata } of catalog) {
        shown.push(await rolesOf(metadata.name, kind));
      }
      return shown;
    },
    role,
    /** The roles that they show, each once. */
    rolesIn: async (
      shown: readonly EntityRoles[],
    ): Promise<readonly RoleDetail[]> => {
      const ids = usesIn(shown).flatMap(use => use.role?.id ?? []);
      const details: RoleDetail[] = [];
      for (const id of new Set(ids)) {
        details.push(await role(id));
      }
      return details;
    },
    targets: async () => targetListSchema.parse(await get('targets')).items,
    ruleIds: async () =>
      ruleListSchema.parse(await get('rules')).items.map(({ id }) => id),
  };
}

/** The rows of all services. */
export function usesIn(entities: readonly Pick<EntityRoles, 'services'>[]) {
  return entities.flatMap(({ services }) =>
    services.flatMap(({ roles }) => roles),
  );
}
