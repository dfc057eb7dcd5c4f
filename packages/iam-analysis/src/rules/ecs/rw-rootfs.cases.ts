import { aContainer, aTaskDefinition } from '../../testUtils';
import type { RuleCases } from '../testRule';
import type { rwRootfs } from './rw-rootfs';

export const cases: RuleCases<typeof rwRootfs> = {
  flagged: [
    {
      name: 'one container that says nothing of its root file system',
      given: { taskDefinition: aTaskDefinition() },
      expect: [writable('app')],
    },
    {
      name: 'two of three containers, in one finding',
      given: {
        taskDefinition: aTaskDefinition({
          containers: [
            aContainer(),
            aContainer({ name: 'proxy', readonlyRootFilesystem: true }),
            aContainer({ name: 'logs' }),
          ],
        }),
      },
      expect: [writable('app', 'logs')],
    },
  ],
  accepted: [
    {
      name: 'a read-only root file system',
      given: {
        taskDefinition: aTaskDefinition({
          containers: [aContainer({ readonlyRootFilesystem: true })],
        }),
      },
    },
    {
      name: 'Windows, which has no read-only one',
      given: {
        taskDefinition: aTaskDefinition({
          operatingSystem: 'WINDOWS_SERVER_2022_CORE',
        }),
      },
    },
  ],
};

function writable(...containers: string[]) {
  return { message: 'writable', data: { containers }, at: '' } as const;
}
