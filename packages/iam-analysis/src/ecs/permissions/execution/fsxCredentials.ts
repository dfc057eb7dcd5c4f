import type { NeedsInput } from '../derivation';
import type { RoleNeeds } from '../permission';
import { mapResolved } from '../resolved';
import { needOf, roleNeeds } from '../roleNeeds';
import { secretReadsOf } from './secretRead';
import { READ_SECRETS, type SecretField } from './secretReads';

/**
 * Row E13: the credentials of FSx for Windows volumes, each a secret or a parameter.
 * Source: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/tutorial-wfsx-volumes.html
 */
export function fsxCredentials(input: NeedsInput): readonly SecretField[] {
  return fsxVolumes(input).map(({ name, at, credentials }) => ({
    because: `${at}.authorizationConfig.credentialsParameter`,
    reads: mapResolved(secretReadsOf(credentials, input), found =>
      found.map(read => ({ ...read, row: 'E13' })),
    ),
    row: 'E13',
    actions: READ_SECRETS,
    phrase: `reads the credentials of FSx volume ${name}`,
  }));
}

/**
 * Row E13 too: the file systems themselves.
 * Source: https://github.com/aws/amazon-ecs-agent/blob/master/agent/taskresource/fsxwindowsfileserver/fsxwindowsfileserver_windows.go
 */
export function fsxFileSystems(input: NeedsInput): RoleNeeds {
  return roleNeeds({
    needs: fsxVolumes(input).map(({ name, at }) =>
      needOf({
        row: 'E13',
        actions: ['fsx:DescribeFileSystems'],
        resources: ['*'],
        because: at,
        phrase: `looks up the file system of FSx volume ${name}`,
        failure:
          'ResourceInitializationError: failed to create fsxwindowsfileserver resource',
      }),
    ),
  });
}

function fsxVolumes({ taskDefinition }: NeedsInput) {
  return taskDefinition.volumes.flatMap(
    ({ name, fsxCredentialsParameter: credentials }, index) =>
      credentials === null
        ? []
        : [
            {
              name,
              at: `volumes[${index}].fsxWindowsFileServerVolumeConfiguration`,
              credentials,
            },
          ],
  );
}
