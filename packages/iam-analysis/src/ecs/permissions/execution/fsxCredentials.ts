import type { NeedsInput } from '../derivation';
import type { RoleNeeds } from '../permission';
import { mapResolved } from '../resolved';
import { needOf, NOTHING, roleNeeds } from '../roleNeeds';
import { uniteNeeds } from '../uniteNeeds';
import { secretReadsOf } from './secretRead';
import { READ_SECRETS, secretReads } from './secretReads';

/**
 * Row E13: the credentials of an FSx for Windows volume, a secret or parameter, and the file system itself.
 * Sources: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/tutorial-wfsx-volumes.html,
 * https://github.com/aws/amazon-ecs-agent/blob/master/agent/taskresource/fsxwindowsfileserver/fsxwindowsfileserver_windows.go
 */
export function fsxCredentials(input: NeedsInput): RoleNeeds {
  return uniteNeeds(
    input.taskDefinition.volumes.map(
      ({ name, fsxCredentialsParameter }, index) => {
        if (fsxCredentialsParameter === null) {
          return NOTHING;
        }
        const volume = `volumes[${index}].fsxWindowsFileServerVolumeConfiguration`;
        const reads = secretReadsOf(fsxCredentialsParameter, input);
        return uniteNeeds([
          secretReads(
            [
              {
                because: `${volume}.authorizationConfig.credentialsParameter`,
                reads: mapResolved(reads, found =>
                  found.map(read => ({ ...read, row: 'E13' })),
                ),
                row: 'E13',
                actions: READ_SECRETS,
                phrase: `reads the credentials of FSx volume ${name}`,
              },
            ],
            input,
          ),
          roleNeeds({
            needs: [
              needOf({
                row: 'E13',
                actions: ['fsx:DescribeFileSystems'],
                resources: ['*'],
                because: volume,
                phrase: `looks up the file system of FSx volume ${name}`,
                failure:
                  'ResourceInitializationError: failed to create fsxwindowsfileserver resource',
              }),
            ],
          }),
        ]);
      },
    ),
  );
}
