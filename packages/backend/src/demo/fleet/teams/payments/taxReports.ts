import { joinParts } from '../../build/fleetPart';
import { readsFrom } from '../../build/executionPolicy';
import { objectArn, secretArn } from '../../build/names';
import { hostsOf } from '../../build/placements';
import { allow } from '../../build/policies';
import { besides } from '../../build/roleChoice';
import { service } from '../../build/service';
import { windows } from '../../sites';

/** On Windows, for a file share and an account of Active Directory. */
export function taxReports() {
  const share = 'payments/tax-reports/file-share';
  return joinParts(
    {
      secrets: [
        {
          account: windows.account,
          region: windows.region,
          kind: 'secret',
          name: share,
          key: null,
        },
      ],
    },
    service(windows, {
      name: 'tax-reports',
      team: 'payments',
      on: hostsOf('windows-eu-hosts'),
      more: {
        runtimePlatform: {
          operatingSystemFamily: 'WINDOWS_SERVER_2022_CORE',
          cpuArchitecture: 'X86_64',
        },
        volumes: [
          {
            name: 'reports',
            fsxWindowsFileServerVolumeConfiguration: {
              fileSystemId: 'fs-0de40000000000003',
              rootDirectory: 'reports',
              authorizationConfig: {
                credentialsParameter: secretArn(windows, share),
                domain: 'corp.example.com',
              },
            },
          },
        ],
      },
      container: {
        user: 'ContainerUser',
        readonlyRootFilesystem: false,
        credentialSpecs: [
          'credentialspec:arn:aws:s3:::example-windows/gmsa/tax-reports.json',
        ],
        mountPoints: [
          { sourceVolume: 'reports', containerPath: 'C:\\reports' },
        ],
      },
      // The guide forgets that the agent looks up the file system.
      execution: besides(
        allow('secretsmanager:GetSecretValue', secretArn(windows, share)),
        ...readsFrom(windows, [
          objectArn('example-windows', 'gmsa/tax-reports.json'),
        ]),
      ),
    }),
  );
}
