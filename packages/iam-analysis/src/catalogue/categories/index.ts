import { subtract, unite, uniteAll } from '../actionSet';
import { lazily } from '../lazily';
import { auditTampering } from './auditTampering';
import { credentialsExposure } from './credentialsExposure';
import { dataAccess } from './dataAccess';
import { dataDestruction } from './dataDestruction';
import { networkExposure } from './networkExposure';
import { resourceExposure } from './resourceExposure';
import { actionsNamed, actionsWhere, writes } from './select';

export { actionsNamed };

/** Actions that return credentials, or make such. */
export const credentialsActions = lazily(() =>
  actionsNamed(credentialsExposure),
);

/** Actions that return what customers store. */
export const dataActions = lazily(() => actionsNamed(dataAccess));

/** Of {@link dataActions}, those that return secrets. */
export const secretActions = lazily(() =>
  actionsNamed([
    'secretsmanager:GetSecretValue',
    'ssm:GetParameter',
    'ssm:GetParameterHistory',
    'ssm:GetParameters',
    'ssm:GetParametersByPath',
  ]),
);

/** Actions after which what was stored is gone. */
export const destroyingActions = lazily(() => actionsNamed(dataDestruction));

/** Actions that change who may reach a resource, and can be bound to one. */
export const exposureActions = lazily(() =>
  subtract(
    unite(
      actionsWhere(({ levels }) => levels.includes('Permissions management')),
      actionsNamed(resourceExposure),
    ),
    unite(
      actionsWhere(({ restrictable }) => !restrictable),
      // Iam-dataset counts it here, but to pass a role opens nothing to anybody: it has rules of its own.
      actionsNamed(['iam:PassRole']),
    ),
  ),
);

/** Actions that write or tag, can be bound to a resource, and are in no category of their own. */
export const modifyingActions = lazily(() =>
  subtract(
    actionsWhere(
      ({ levels, restrictable }) =>
        restrictable &&
        (levels.includes('Write') || levels.includes('Tagging')),
    ),
    uniteAll([
      credentialsActions(),
      dataActions(),
      destroyingActions(),
      exposureActions(),
    ]),
  ),
);

/** Of {@link modifyingActions}, those after which something is gone. */
export const deletingActions = lazily(() =>
  subtract(
    modifyingActions(),
    actionsWhere((nature, name) => !writes(nature) || !DELETES.test(name)),
  ),
);

const DELETES =
  /^(Batch|Admin)?(Delete|Destroy|Drop|Empty|Erase|Purge|Terminate|Wipe)/;

/** Actions that read or list, can be bound to a resource, and return no data of customers. */
export const readingActions = lazily(() =>
  subtract(
    actionsWhere(
      ({ levels, restrictable }) =>
        restrictable && (levels.includes('Read') || levels.includes('List')),
    ),
    dataActions(),
  ),
);

/** Actions that stop, delete or alter what records and finds an attack. */
export const tamperingActions = lazily(auditTampering);

/** Actions that open a network. */
export const networkActions = lazily(networkExposure);

/** Actions that write the organization, its accounts, and who signs in to them. */
export const organizationActions = lazily(() =>
  actionsWhere(writes, ['account', 'controltower', 'organizations', 'sso']),
);
