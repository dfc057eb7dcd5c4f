import {
  aContainer,
  aService,
  aTaskDefinition,
  roleArn,
} from '../../testUtils';
import { known, unknown } from '../../known';
import type { Container } from '../../ecs/taskDefinition';
import type { Compute } from '../../ecs/slots';
import type { RuleCases } from '../testRule';
import type { missingExecutionRole } from './missing-execution-role';

const fromEcr: Partial<Container> = {
  image: '111122223333.dkr.ecr.eu-west-1.amazonaws.com/payments/api:1.4',
};
const withSecret: Partial<Container> = {
  secrets: [
    {
      name: 'DB_PASSWORD',
      valueFrom:
        'arn:aws:secretsmanager:eu-west-1:111122223333:secret:checkout/db-AbCdEf',
    },
  ],
};

export const cases: RuleCases<typeof missingExecutionRole> = {
  flagged: [
    {
      name: 'a private image on Fargate',
      given: withoutRole(fromEcr, ['fargate']),
      expect: [needed('pulls payments/api from ECR')],
    },
    {
      name: 'a private image on external hosts',
      given: withoutRole(fromEcr, ['external']),
      expect: [needed('pulls payments/api from ECR')],
    },
    {
      name: 'a secret on EC2: for secrets, the instance role does not serve',
      given: withoutRole({ ...fromEcr, ...withSecret }, ['ec2']),
      expect: [needed('reads 1 secret')],
    },
    {
      name: 'an environment file, wherever the tasks run',
      given: withoutRole(
        { environmentFiles: ['arn:aws:s3:::checkout-config/prod.env'] },
        ['unknown'],
      ),
      expect: [needed('reads 1 env file from S3')],
    },
    {
      name: 'GuardDuty Runtime Monitoring on Fargate',
      given: {
        ...withoutRole({}, ['fargate']),
        service: aService({ guardDuty: known(true) }),
      },
      expect: [needed('pulls the agent of GuardDuty')],
    },
    {
      name: 'a secret of the Service Connect proxy on EC2',
      given: {
        ...withoutRole({}, ['ec2']),
        service: aService({
          serviceConnectLogs: {
            driver: 'splunk',
            options: {},
            secretOptions: [{ name: 'splunk-token', valueFrom: '/splunk' }],
          },
        }),
      },
      expect: [needed('reads 1 SSM parameter')],
    },
    {
      name: 'a secret, before there is a service that says where the tasks run',
      given: {
        taskRoles: { task: null, execution: null },
        taskDefinition: aTaskDefinition({
          containers: [aContainer(withSecret)],
        }),
      },
      expect: [needed('reads 1 secret')],
    },
  ],
  accepted: [
    {
      name: 'an execution role',
      given: {
        ...withoutRole(fromEcr, ['fargate']),
        taskRoles: { task: null, execution: roleArn('ecsTaskExecutionRole') },
      },
    },
    {
      name: 'a public image without logs and secrets needs none on Fargate',
      given: withoutRole({}, ['fargate']),
    },
    {
      name: 'on EC2, the instance role pulls the image',
      given: withoutRole(fromEcr, ['ec2']),
    },
    {
      name: 'on EC2, whether GuardDuty watches does not matter',
      given: {
        ...withoutRole({}, ['ec2']),
        service: aService({ guardDuty: unknown('AccessDenied') }),
      },
    },
  ],
  undecided: [
    {
      name: 'a private image, and nobody knows where the tasks run',
      given: withoutRole(fromEcr, ['unknown']),
      because: 'where the tasks run is not known',
    },
    {
      name: 'a public image on Fargate, and nobody knows whether GuardDuty watches',
      given: {
        ...withoutRole({}, ['fargate']),
        service: aService({ guardDuty: unknown('AccessDenied') }),
      },
      because: 'AccessDenied',
    },
    {
      name: 'a public image, and nobody knows of its service, which may have Service Connect',
      given: {
        taskRoles: { task: null, execution: null },
        taskDefinition: aTaskDefinition({ containers: [aContainer()] }),
        compute: ['fargate'],
      },
      because: 'not read',
    },
  ],
};

function withoutRole(container: Partial<Container>, compute: Compute[]) {
  return {
    taskRoles: { task: null, execution: null },
    taskDefinition: aTaskDefinition({ containers: [aContainer(container)] }),
    compute,
    service: aService(),
  };
}

function needed(...features: string[]) {
  return { message: 'needed', data: { features }, at: '' } as const;
}
