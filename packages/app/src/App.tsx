import { createApp } from '@backstage/frontend-defaults';
import { navModule } from './nav';

/** All plugins among the dependencies of this package are found by `app.packages: all`. */
export const app = createApp({ features: [navModule] });
