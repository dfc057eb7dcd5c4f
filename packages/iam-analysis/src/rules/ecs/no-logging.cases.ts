import { aContainer, aTaskDefinition } from '../../testUtils';
import type { RuleCases } from '../testRule';
import type { noLogging } from './no-logging';

const logged = {
  logConfiguration: {
    driver: 'awslogs',
    options: { 'awslogs-group': '/ecs/checkout' },
    secretOptions: [],
  },
};

export const cases: RuleCases<typeof noLogging> = {
  flagged: [
    {
      name: 'one container',
      given: { taskDefinition: aTaskDefinition() },
      expect: [{ message: 'none', data: { containers: ['app'] }, at: '' }],
    },
    {
      name: 'two of three containers, in one finding; one need not be essential',
      given: {
        taskDefinition: aTaskDefinition({
          containers: [
            aContainer(logged),
            aContainer({ name: 'proxy' }),
            aContainer({ name: 'setup', essential: false }),
          ],
        }),
      },
      expect: [
        { message: 'none', data: { containers: ['proxy', 'setup'] }, at: '' },
      ],
    },
  ],
  accepted: [
    {
      name: 'logs in CloudWatch',
      given: {
        taskDefinition: aTaskDefinition({ containers: [aContainer(logged)] }),
      },
    },
    {
      name: 'logs by way of FireLens, whatever its options are',
      given: {
        taskDefinition: aTaskDefinition({
          containers: [
            aContainer({
              logConfiguration: {
                driver: 'awsfirelens',
                options: {},
                secretOptions: [],
              },
            }),
          ],
        }),
      },
    },
  ],
};
