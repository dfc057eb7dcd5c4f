import { activeRevisions, imdsReach } from '@ecs-iam/iam-analysis';
import type {
  HostGroup,
  ImdsReach,
  ServiceContext,
} from '@ecs-iam/iam-analysis';

/** What matters most first. */
const ORDER: readonly ImdsReach['reach'][] = [
  'yes',
  'unless-blocked',
  'unknown',
  'no',
  'not-applicable',
];

/**
 * Whether containers of a service reach the metadata service of hosts: those of the revision that reaches it best.
 *
 * @param group - hosts of the service that are alike
 */
export function reachFrom(
  { service, taskDefinitions }: ServiceContext,
  { compute, metadataOptions, attributes }: HostGroup,
): ImdsReach {
  const found = activeRevisions(service).map(
    ({ taskDefinitionArn }): ImdsReach => {
      const definition = taskDefinitions.get(taskDefinitionArn);
      return definition
        ? imdsReach({
            networkMode: definition.networkMode,
            compute,
            metadataOptions,
            attributes,
          })
        : { reach: 'unknown', why: 'a task definition could not be read' };
    },
  );
  const reach = ORDER.find(each => found.some(one => one.reach === each));
  if (reach === undefined) {
    return { reach: 'unknown', why: 'nothing is deployed' };
  }
  const reasons = found.filter(one => one.reach === reach);
  return {
    reach,
    why: [...new Set(reasons.map(({ why }) => why))].join('; and '),
  };
}
