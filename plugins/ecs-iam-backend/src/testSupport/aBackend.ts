import type { PermissionsService } from '@backstage/backend-plugin-api';
import {
  coreServices,
  createBackendModule,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import type { CatalogRequestOptions } from '@backstage/catalog-client';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import type { CatalogServiceRequestOptions } from '@backstage/plugin-catalog-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type { Permission } from '@backstage/plugin-permission-common';
import type { JsonObject } from '@backstage/types';
import { rules as allRules } from '@ecs-iam/iam-analysis';
import type { AnyRule } from '@ecs-iam/iam-analysis';
import type { Scan } from '@ecs-iam/plugin-ecs-iam-common';
import {
  ecsIamAnalysisExtensionPoint,
  ecsIamCollectExtensionPoint,
} from '@ecs-iam/plugin-ecs-iam-node';
import request from 'supertest';
import { ecsIamPlugin } from '../plugin';
import type { FixtureCollector } from './FixtureCollector';

/** Whether the caller may, decided by the name of the permission and the entity that it is asked for. */
export type Policy = (
  permission: string,
  entityRef: string | undefined,
) => boolean;

/**
 * Starts the real plugin. Replaced are only what lies outside: AWS, the catalog and the permission policy.
 *
 * @param options - `visible`: the entities that the catalog shows to users; the plugin itself sees them all.
 *   `only`: ids of the rules that a test is about; absent: all of them
 */
export async function aBackend(
  options: Readonly<{
    collector: FixtureCollector;
    entities: readonly Entity[];
    visible?: (entity: Entity) => boolean;
    policy?: Policy;
    config?: JsonObject;
    rules?: readonly AnyRule[];
    only?: readonly string[];
  }>,
) {
  const { collector, entities, policy = () => true, rules = [] } = options;
  const { server } = await startTestBackend({
    features: [
      ecsIamPlugin,
      createBackendModule({
        pluginId: 'ecs-iam',
        moduleId: 'fixtures',
        register(env) {
          env.registerInit({
            deps: {
              analysis: ecsIamAnalysisExtensionPoint,
              collect: ecsIamCollectExtensionPoint,
            },
            async init({ analysis, collect }) {
              analysis.addRules(...rules);
              collect.setCollector(collector);
            },
          });
        },
      }),
      catalogOf(entities, options.visible ?? (() => true)),
      permissionsBy(policy),
      mockServices.rootConfig.factory({
        data: {
          backend: { listen: { host: '127.0.0.1', port: 0 } },
          ecsIam: {
            ...(options.config ?? {
              targets: [{ accountId: '111122223333', regions: ['eu-west-1'] }],
              scan: { cooldown: { seconds: 0 } },
            }),
            ...(options.only && { analysis: settingsOf(options.only) }),
          },
        },
      }),
    ],
  });
  return {
    server,
    api: request(server),
    /** Scans everything, and waits until that is done. */
    async scan(): Promise<Scan> {
      let scan: Scan = (
        await request(server).post('/api/ecs-iam/v1/scans').send({}).expect(202)
      ).body;
      while (scan.finishedAt === null) {
        scan = (
          await request(server)
            .get(`/api/ecs-iam/v1/scans/${scan.id}`)
            .expect(200)
        ).body;
      }
      return scan;
    },
  };
}

/** Settings that switch every rule of the project off but these. */
function settingsOf(ids: readonly string[]): JsonObject {
  const others = allRules.filter(({ id }) => !ids.includes(id));
  return {
    rules: Object.fromEntries(others.map(({ id }) => [id, { enabled: false }])),
  };
}

function catalogOf(
  entities: readonly Entity[],
  isVisible: (entity: Entity) => boolean,
) {
  const all = catalogServiceMock({ entities: [...entities] });
  const shown = catalogServiceMock({ entities: entities.filter(isVisible) });
  const auth = mockServices.auth();
  const as = (by?: CatalogServiceRequestOptions | CatalogRequestOptions) =>
    by && 'credentials' in by && auth.isPrincipal(by.credentials, 'user')
      ? shown
      : all;
  return createServiceFactory({
    service: catalogServiceRef,
    deps: {},
    factory: () =>
      catalogServiceMock.mock({
        getEntityByRef: (ref, by) => as(by).getEntityByRef(ref, by),
        getEntitiesByRefs: (refs, by) => as(by).getEntitiesByRefs(refs, by),
        queryEntities: (query, by) => as(by).queryEntities(query, by),
        streamEntities: (query, by) => as(by).streamEntities(query, by),
      }),
  });
}

function permissionsBy(policy: Policy) {
  const decide = <T extends { permission: Permission; resourceRef?: string }>({
    permission,
    resourceRef,
  }: T) => ({
    result: policy(permission.name, resourceRef)
      ? AuthorizeResult.ALLOW
      : AuthorizeResult.DENY,
  });
  return createServiceFactory({
    service: coreServices.permissions,
    deps: {},
    factory: (): PermissionsService => ({
      authorize: async requests => requests.map(decide),
      authorizeConditional: async requests =>
        requests.map(each => decide(each)),
    }),
  });
}
