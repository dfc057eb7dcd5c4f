import type { TaskOverride } from '../../service';
import type { NeedsInput } from '../derivation';
import type { RoleNeeds } from '../permission';
import { uniteNeeds } from '../uniteNeeds';
import { credentialSpecs } from './credentialSpecs';
import {
  environmentFiles,
  overriddenEnvironmentFiles,
} from './environmentFiles';
import { expressMode } from './expressMode';
import { firelensConfiguration } from './firelensConfiguration';
import { fsxCredentials } from './fsxCredentials';
import { guardDuty } from './guardDuty';
import { registryCredentials } from './registryCredentials';
import { secrets } from './secrets';

/**
 * What only an execution role can do, wherever the tasks run.
 *
 * @param input - what is known of the tasks
 * @param override - of running tasks, when their role is asked about; `null`: the role of the definition
 */
export function ownWork(
  input: NeedsInput,
  override: TaskOverride | null,
): RoleNeeds {
  return uniteNeeds([
    registryCredentials(input),
    firelensConfiguration(input),
    environmentFiles(input),
    secrets(input),
    fsxCredentials(input),
    credentialSpecs(input),
    guardDuty(input),
    expressMode(input),
    overriddenEnvironmentFiles(input, override),
  ]);
}
