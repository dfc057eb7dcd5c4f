import { aContainer, aTaskDefinition } from '../../testUtils';
import type { RuleCases } from '../testRule';
import type { logBlocking } from './log-blocking';

export const cases: RuleCases<typeof logBlocking> = {
  flagged: [
    {
      name: 'the driver `awslogs` in the mode `blocking`',
      given: {
        taskDefinition: aTaskDefinition({ containers: [logging('blocking')] }),
      },
      expect: [{ message: 'blocking', data: { containers: ['app'] }, at: '' }],
    },
    {
      name: 'two of three containers, in one finding; every driver has the mode',
      given: {
        taskDefinition: aTaskDefinition({
          containers: [
            logging('blocking'),
            logging('non-blocking', 'proxy'),
            logging('blocking', 'batch', 'splunk'),
          ],
        }),
      },
      expect: [
        { message: 'blocking', data: { containers: ['app', 'batch'] }, at: '' },
      ],
    },
  ],
  accepted: [
    {
      name: 'the mode `non-blocking`',
      given: {
        taskDefinition: aTaskDefinition({
          containers: [logging('non-blocking')],
        }),
      },
    },
    {
      name: 'no mode: the account decides, and by default it does not block',
      given: {
        taskDefinition: aTaskDefinition({ containers: [logging(null)] }),
      },
    },
    {
      name: 'no log at all, which `ecs.no-logging` speaks of',
      given: { taskDefinition: aTaskDefinition() },
    },
  ],
};

function logging(
  mode: string | null,
  name: string = 'app',
  driver: string = 'awslogs',
) {
  return aContainer({
    name,
    logConfiguration: {
      driver,
      options: mode === null ? {} : { mode },
      secretOptions: [],
    },
  });
}
