import { createRouteRef } from '@backstage/frontend-plugin-api';

/** The entity tab. */
export const entityContentRouteRef = createRouteRef();
