import type {
  AuditorService,
  AuditorServiceCreateEventOptions,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import express from 'express';
import Router from 'express-promise-router';
import type { EntityRolesService } from '../roles/EntityRolesService';
import type { FleetService } from '../roles/FleetService';
import type { RoleService } from '../roles/RoleService';
import type { ScanService } from '../scans/ScanService';
import { audited } from './audited';
import { parseEntityPath, parseScanRequest } from './parseEntity';
import { parseServiceQuery } from './parseServiceQuery';
import { requireText } from './requireText';
import { describeScan } from './describeScan';

export type RouterOptions = Readonly<{
  httpAuth: HttpAuthService;
  auditor: AuditorService;
  entityRoles: EntityRolesService;
  roles: RoleService;
  fleet: FleetService;
  scans: ScanService;
}>;

/**
 * The HTTP interface. Every handler parses, calls a service that decides by itself who may see what, and answers.
 * Errors become answers in the middleware of the framework.
 */
export function createRouter(options: RouterOptions): express.Router {
  const { httpAuth, auditor, entityRoles, roles, fleet, scans } = options;
  const router = Router();
  // Whatever type a body is said to be of: one left unread would look like none, and none scans everything.
  router.use(express.json({ type: () => true }));

  // Anonymous callers get 401 here, before anything else is looked at.
  const caller = async (request: express.Request) => ({
    credentials: await httpAuth.credentials(request, {
      allow: ['user', 'service'],
    }),
  });
  const read = <T>(
    request: express.Request,
    event: Pick<AuditorServiceCreateEventOptions, 'eventId' | 'meta'>,
    act: () => Promise<T>,
  ) => audited(auditor, { ...event, request, severityLevel: 'low' }, act);

  router.get(
    '/v1/entity/:namespace/:kind/:name/roles',
    async (request, response) => {
      const by = await caller(request);
      const entityRef = parseEntityPath(request.params);
      const meta = { queryType: 'entity', entityRef };
      response.json(
        await read(request, { eventId: 'entity-roles-fetch', meta }, () =>
          entityRoles.get(entityRef, by),
        ),
      );
    },
  );

  router.get('/v1/roles/:id', async (request, response) => {
    const by = await caller(request);
    const id = requireText('id', request.params.id);
    const meta = { queryType: 'by-id', roleId: id };
    response.json(
      await read(request, { eventId: 'role-fetch', meta }, () =>
        roles.get(id, by),
      ),
    );
  });

  router.get('/v1/services', async (request, response) => {
    const by = await caller(request);
    const query = parseServiceQuery(request.query);
    const meta = { queryType: 'services' };
    response.json(
      await read(request, { eventId: 'fleet-fetch', meta }, () =>
        fleet.services(query, by),
      ),
    );
  });

  router.get('/v1/targets', async (request, response) => {
    const by = await caller(request);
    const meta = { queryType: 'targets' };
    response.json(
      await read(request, { eventId: 'fleet-fetch', meta }, () =>
        fleet.targets(by),
      ),
    );
  });

  router.get('/v1/rules', async (request, response) => {
    response.json(await fleet.rules(await caller(request)));
  });

  router.post('/v1/scans', async (request, response) => {
    const by = await caller(request);
    const wanted = parseScanRequest(request.body);
    const scan = await audited(
      auditor,
      {
        eventId: 'scan-run',
        severityLevel: 'medium',
        request,
        meta: describeScan(wanted),
      },
      () => scans.request(wanted, by),
    );
    response.status(202).json(scan);
  });

  router.get('/v1/scans/:id', async (request, response) => {
    const by = await caller(request);
    const id = requireText('id', request.params.id);
    response.json(await scans.get(id, by));
  });

  return router;
}
