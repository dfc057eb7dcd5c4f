import type { NeedsInput } from './derivation';
import type { RoleNeeds } from './permission';
import { appMesh } from './task/appMesh';
import { efsVolumes } from './task/efsVolumes';
import { execChannel } from './task/execChannel';
import { faultInjection } from './task/faultInjection';
import { firelensOutputs } from './task/firelensOutputs';
import { s3FilesVolumes } from './task/s3FilesVolumes';
import { taskProtection } from './task/taskProtection';
import { telemetry } from './task/telemetry';
import { uniteNeeds } from './uniteNeeds';

/**
 * What ECS demands of the task role of a revision: rows T1 to T8. What the application itself calls (T9) cannot be
 * derived, so the role is never closed.
 *
 * @param input - a revision and where it runs. Nothing that is not known is guessed: it is unresolved
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html
 * @public
 */
export function taskPermissions(input: NeedsInput): RoleNeeds {
  return {
    ...uniteNeeds([
      execChannel(input),
      efsVolumes(input),
      s3FilesVolumes(input),
      telemetry(input),
      appMesh(input),
      firelensOutputs(input),
      taskProtection(input),
      faultInjection(input),
    ]),
    closed: false,
  };
}
