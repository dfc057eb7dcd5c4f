import type { NeedsInput } from '../derivation';
import type { RoleNeeds } from '../permission';
import { NOTHING, roleNeeds } from '../roleNeeds';

/**
 * Row T5: Envoy gets its configuration for a virtual node, which only a variable of its container names; values of
 * variables are not read.
 * Source: https://docs.aws.amazon.com/app-mesh/latest/userguide/proxy-authorization.html
 */
export function appMesh({ taskDefinition }: NeedsInput): RoleNeeds {
  return taskDefinition.proxyType === 'APPMESH'
    ? roleNeeds({
        required: true,
        unresolved: [
          {
            row: 'T5',
            certain: true,
            because: 'proxyConfiguration.type',
            phrase: 'gets the configuration of Envoy from App Mesh',
            why: 'a variable of the Envoy container names the virtual node, and its value is not read: grant appmesh:StreamAggregatedResources on that node',
            actions: ['appmesh:StreamAggregatedResources'],
          },
        ],
      })
    : NOTHING;
}
