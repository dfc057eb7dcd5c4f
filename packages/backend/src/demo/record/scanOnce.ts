import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { createBackend } from '@backstage/backend-defaults';
import { WinstonLogger } from '@backstage/backend-defaults/rootLogger';
import {
  coreServices,
  createBackendModule,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { InMemoryCatalogClient } from '@backstage/catalog-client/testUtils';
import type { Entity } from '@backstage/catalog-model';
import { ConfigReader } from '@backstage/config';
import { ResponseError, ServiceUnavailableError } from '@backstage/errors';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import type { JsonObject } from '@backstage/types';
import ecsIamPlugin from '@ecs-iam/plugin-ecs-iam-backend';
import { scanSchema } from '@ecs-iam/plugin-ecs-iam-common';
import type { Scan } from '@ecs-iam/plugin-ecs-iam-common';
import { ecsIamCollectExtensionPoint } from '@ecs-iam/plugin-ecs-iam-node';
import type { AwsAccess } from '@ecs-iam/plugin-ecs-iam-node';
import { freePort } from './freePort';

type Options = Readonly<{
  access: AwsAccess;
  /** The `ecsIam` configuration. */
  ecsIam: JsonObject;
  entities: readonly Entity[];
}>;

const warningsOnly = createServiceFactory({
  service: coreServices.rootLogger,
  deps: {},
  factory: () => WinstonLogger.create({ level: 'warn' }),
});

type Server = Readonly<{ port: number; url: string; token: string }>;

/**
 * Runs the product itself, with nothing replaced but its way to AWS and the catalog, until it has scanned everything
 * once.
 *
 * @throws ServiceUnavailableError when a target could not be read at all
 */
export async function scanOnce(options: Options): Promise<void> {
  const port = await freePort();
  const server = {
    port,
    url: `http://127.0.0.1:${port}`,
    token: randomUUID(),
  };
  const backend = createBackend();
  backend.add(ecsIamPlugin);
  backend.add(accessModule(options.access));
  backend.add(catalogOf(options.entities));
  backend.add(warningsOnly);
  backend.add(configOf(server, options.ecsIam));
  await backend.start();
  try {
    const { targets } = await finished(server);
    const failed = targets.find(({ state }) => state === 'failed');
    if (failed) {
      throw new ServiceUnavailableError(
        `${failed.accountId}, ${failed.region} could not be read: ${failed.error}`,
      );
    }
  } finally {
    await backend.stop();
  }
}

async function finished({ url, token }: Server): Promise<Scan> {
  const scans = `${url}/api/ecs-iam/v1/scans`;
  const authorization = `Bearer ${token}`;
  let scan = await ask(scans, {
    method: 'POST',
    headers: { authorization, 'content-type': 'application/json' },
    body: '{}',
  });
  while (scan.finishedAt === null) {
    await sleep(200);
    scan = await ask(`${scans}/${scan.id}`, { headers: { authorization } });
  }
  return scan;
}

async function ask(url: string, init: RequestInit): Promise<Scan> {
  const response = await fetch(url, init);
  if (!response.ok) {
    throw await ResponseError.fromResponse(response);
  }
  return scanSchema.parse(await response.json());
}

function accessModule(access: AwsAccess) {
  return createBackendModule({
    pluginId: 'ecs-iam',
    moduleId: 'record',
    register(env) {
      env.registerInit({
        deps: { collect: ecsIamCollectExtensionPoint },
        async init({ collect }) {
          collect.setAwsAccess(access);
        },
      });
    },
  });
}

function catalogOf(entities: readonly Entity[]) {
  return createServiceFactory({
    service: catalogServiceRef,
    deps: {},
    factory: () => new InMemoryCatalogClient({ entities: [...entities] }),
  });
}

function configOf({ url: baseUrl, token, port }: Server, ecsIam: JsonObject) {
  return createServiceFactory({
    service: coreServices.rootConfig,
    deps: {},
    factory: () =>
      new ConfigReader({
        backend: {
          baseUrl,
          listen: { host: '127.0.0.1', port },
          database: { client: 'better-sqlite3', connection: ':memory:' },
          auth: {
            externalAccess: [
              { type: 'static', options: { token, subject: 'recorder' } },
            ],
          },
        },
        ecsIam,
      }),
  });
}
