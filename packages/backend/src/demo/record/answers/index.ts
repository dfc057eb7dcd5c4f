import type { Amend, Asked } from './amend';
import { amendAwsPolicies } from './awsPolicies';
import { amendCapacityProviders } from './capacityProviders';
import { amendClusters } from './clusters';
import { amendContainerInstances } from './containerInstances';
import { normalise } from './normalise';
import { amendDaemons } from './daemons';
import { amendElsewhere } from './elsewhere';
import { amendManagedServices } from './managedServices';
import { amendRoles } from './roles';
import { amendServiceRevisions } from './serviceRevisions';
import { amendServices } from './services';
import { amendTaskDefinitions } from './taskDefinitions';
import { amendTasks } from './tasks';

const amendments: readonly Amend[] = [
  normalise,
  amendClusters,
  amendServices,
  amendCapacityProviders,
  amendContainerInstances,
  amendTasks,
  amendTaskDefinitions,
  amendServiceRevisions,
  amendManagedServices,
  amendDaemons,
  amendElsewhere,
  amendRoles,
  amendAwsPolicies,
];

/** All that is done to an answer between the recorded server and the recording. */
export function amend(asked: Asked): Asked {
  return amendments.reduce((amended, each) => each(amended), asked);
}
