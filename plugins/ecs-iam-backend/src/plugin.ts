import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { ecsIamPermissions } from '@ecs-iam/plugin-ecs-iam-common';
import {
  ecsIamAnalysisExtensionPoint,
  ecsIamCollectExtensionPoint,
} from '@ecs-iam/plugin-ecs-iam-node';
import { readEcsIamConfig } from './config/readEcsIamConfig';
import { CatalogAnnotatedEntities } from './entities/AnnotatedEntities';
import { createTargetSource } from './entities/targetSources';
import { AnalysisExtensions } from './extensions/AnalysisExtensions';
import { CollectExtensions } from './extensions/CollectExtensions';
import { createRouter } from './http/createRouter';
import { DatabaseInventory } from './inventory/DatabaseInventory';
import { createScans } from './createScans';
import { createServices } from './createServices';
import { startScans } from './startScans';

/**
 * The backend plugin: scans the IAM roles of Amazon ECS services, judges them and serves them.
 *
 * @public
 */
export const ecsIamPlugin = createBackendPlugin({
  pluginId: 'ecs-iam',
  register(env) {
    const analysis = AnalysisExtensions.create();
    const collect = CollectExtensions.create();
    env.registerExtensionPoint(ecsIamAnalysisExtensionPoint, analysis);
    env.registerExtensionPoint(ecsIamCollectExtensionPoint, collect);

    env.registerInit({
      deps: {
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        database: coreServices.database,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        rootConfig: coreServices.rootConfig,
        scheduler: coreServices.scheduler,
      },
      async init(deps) {
        const { httpRouter, logger, permissionsRegistry, rootConfig } = deps;
        permissionsRegistry.addPermissions(ecsIamPermissions);

        const config = readEcsIamConfig(rootConfig);
        const rules = analysis.rulesFor(config.analysis, logger);
        const collector = collect.collector(rootConfig, { ...config, logger });
        const inventory = await DatabaseInventory.create(deps);
        const entities = CatalogAnnotatedEntities.create(deps);
        const targetSource = createTargetSource(config, entities);
        const shared = { config, rules, inventory, entities, targetSource };

        const scans = await createScans({ ...deps, ...shared, collector });
        const services = createServices({ ...deps, ...shared, scans });
        httpRouter.use(createRouter({ ...deps, ...services }));

        await startScans({ ...deps, ...shared, scans });
      },
    });
  },
});
