import { createApp } from '@backstage/frontend-defaults';
import type { CreateAppOptions } from '@backstage/frontend-defaults';
import { navModule } from './nav';

/**
 * The portal. All plugins among the dependencies of this package are found by `app.packages: all`.
 *
 * @param advanced - for tests: where the configuration comes from
 */
export function createPortal(advanced?: CreateAppOptions['advanced']) {
  return createApp({ features: [navModule], advanced });
}
