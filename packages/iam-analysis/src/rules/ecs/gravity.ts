import { actionsTaking } from '../../catalogue/actionIndex';
import {
  actionsIn,
  intersect,
  subtract,
  uniteAll,
  type ActionSet,
} from '../../catalogue/actionSet';
import { signatureOf } from '../../catalogue/catalogue';
import {
  actionsNamed,
  credentialsActions,
  dataActions,
  destroyingActions,
  exposureActions,
} from '../../catalogue/categories';
import { escalations } from '../../catalogue/categories/escalations';
import { writingActions } from '../../catalogue/categories/writing';
import { lazily } from '../../catalogue/lazily';

/** Whether some of the actions read, write or destroy what applications store. */
export function reachesData(actions: ActionSet): boolean {
  return intersect(actions, dataReaching()).length > 0;
}

/** Whether some of the actions change who may do what, hand out roles or make credentials. */
export function givesPermissions(actions: ActionSet): boolean {
  return intersect(actions, permissionGiving()).length > 0;
}

// What data is read from is where data is written to: a bucket and its objects, a table, a queue.
const dataReaching = lazily(() => {
  const stores = new Set(
    [...actionsIn(dataActions())].flatMap(action => signatureOf(action).own),
  );
  return uniteAll([
    dataActions(),
    destroyingActions(),
    ...[...stores].map(type =>
      intersect(actionsTaking(type), writingActions()),
    ),
  ]);
});

const permissionGiving = lazily(() =>
  subtract(
    uniteAll([
      credentialsActions(),
      exposureActions(),
      actionsNamed(['iam:PassRole']),
      ...escalations
        .filter(({ kind }) => kind === 'identity-write')
        .map(({ actions }) => actionsNamed(actions)),
    ]),
    // It opens no repository by itself.
    actionsNamed(['ecr-public:GetAuthorizationToken']),
  ),
);
