import type { TaskOverride } from '../../service';
import type { NeedsInput } from '../derivation';
import type { RoleNeeds } from '../permission';
import { uniteNeeds } from '../uniteNeeds';
import { credentialSpecParameters, credentialSpecs } from './credentialSpecs';
import {
  environmentFiles,
  overriddenEnvironmentFiles,
} from './environmentFiles';
import { expressMode } from './expressMode';
import { firelensConfiguration } from './firelensConfiguration';
import { fsxCredentials, fsxFileSystems } from './fsxCredentials';
import { guardDuty } from './guardDuty';
import { registryCredentials } from './registryCredentials';
import { secretReads } from './secretReads';
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
  const secretFields = [
    ...registryCredentials(input),
    ...secrets(input),
    ...fsxCredentials(input),
    ...credentialSpecParameters(input),
  ];
  return uniteNeeds([
    secretReads(secretFields, input),
    firelensConfiguration(input),
    environmentFiles(input),
    fsxFileSystems(input),
    credentialSpecs(input),
    guardDuty(input),
    expressMode(input),
    overriddenEnvironmentFiles(input, override),
  ]);
}
