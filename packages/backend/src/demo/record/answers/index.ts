import type { Amend, Asked } from './amend';
import { amendCapacityProviders } from './capacityProviders';
import { amendClusters } from './clusters';
import { amendContainerInstances } from './containerInstances';
import { normalise } from './normalise';
import { amendRoles } from './roles';
import { amendServices } from './services';

const amendments: readonly Amend[] = [
  normalise,
  amendClusters,
  amendServices,
  amendCapacityProviders,
  amendContainerInstances,
  amendRoles,
];

/** All that is done to an answer between the recorded server and the recording. */
export function amend(asked: Asked): Asked {
  return amendments.reduce((amended, each) => each(amended), asked);
}
