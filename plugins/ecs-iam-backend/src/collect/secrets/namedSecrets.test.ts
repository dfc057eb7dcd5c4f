import type { Container, TaskDefinition } from '@ecs-iam/iam-analysis';
import {
  aContainer,
  aService,
  aTaskDefinition,
} from '@ecs-iam/iam-analysis/testUtils';
import { production } from '../../testSupport/awsMocks';
import { namedSecrets } from './namedSecrets';

const SECRET = 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:db-AbCdEf';
const PARAMETER = 'arn:aws:ssm:eu-west-1:111122223333:parameter/shop/db';

const inContainer = (parts: Partial<Container>): Partial<TaskDefinition> => ({
  containers: [aContainer(parts)],
});
const secret = (valueFrom: string) =>
  inContainer({ secrets: [{ name: 'DB', valueFrom }] });

it.each<
  Readonly<{
    what: string;
    definition: Partial<TaskDefinition>;
    secrets?: string[];
    parameters?: string[];
  }>
>([
  { what: 'a secret', definition: secret(SECRET), secrets: [SECRET] },
  {
    what: 'a secret of which a key and a version are named',
    definition: secret(`${SECRET}:password:AWSCURRENT:`),
    secrets: [SECRET],
  },
  {
    what: 'a secret without its last six characters',
    definition: secret(SECRET.replace('-AbCdEf', '')),
    secrets: [SECRET.replace('-AbCdEf', '')],
  },
  {
    what: 'a parameter by ARN',
    definition: secret(PARAMETER),
    parameters: ['shop/db'],
  },
  {
    what: 'a parameter by name',
    definition: secret('/shop/db'),
    parameters: ['shop/db'],
  },
  {
    what: 'a parameter that stands for a secret',
    definition: secret('/aws/reference/secretsmanager/db'),
    secrets: ['db'],
  },
  {
    what: 'a secret of a log driver',
    definition: inContainer({
      logConfiguration: {
        driver: 'splunk',
        options: {},
        secretOptions: [{ name: 'splunk-token', valueFrom: SECRET }],
      },
    }),
    secrets: [SECRET],
  },
  {
    what: 'credentials of a registry by ARN',
    definition: inContainer({ repositoryCredentials: SECRET }),
    secrets: [SECRET],
  },
  {
    what: 'credentials of a registry by name',
    definition: inContainer({ repositoryCredentials: 'registry' }),
    secrets: ['registry'],
  },
  {
    what: 'credentials of a Windows file system',
    definition: {
      volumes: [
        {
          name: 'files',
          hostSourcePath: null,
          configuredAtLaunch: false,
          efs: null,
          s3Files: null,
          fsxCredentialsParameter: PARAMETER,
        },
      ],
    },
    parameters: ['shop/db'],
  },
  {
    what: 'a credential spec in a parameter',
    definition: inContainer({
      credentialSpecs: [
        `credentialspecdomainless:${PARAMETER}`,
        'credentialspec:arn:aws:s3:::specs/spec.json',
        'credentialspec:file://spec.json',
      ],
    }),
    parameters: ['shop/db'],
  },
  {
    what: 'what two containers name, once',
    definition: {
      containers: ['app', 'sidecar'].map(name =>
        aContainer({ name, secrets: [{ name: 'DB', valueFrom: SECRET }] }),
      ),
    },
    secrets: [SECRET],
  },
  {
    what: 'nothing of another account',
    definition: secret(SECRET.replace('111122223333', '444455556666')),
  },
  {
    what: 'nothing of another region',
    definition: secret(PARAMETER.replace('eu-west-1', 'us-east-1')),
  },
  {
    what: 'nothing that cannot be understood',
    definition: secret('${DatabaseSecret}'),
  },
  {
    what: 'nothing of a registry that is named by a parameter of a template',
    definition: inContainer({ repositoryCredentials: '' }),
  },
])('finds $what', ({ definition, secrets = [], parameters = [] }) => {
  expect(namedSecrets(production, [aTaskDefinition(definition)], [])).toEqual({
    secrets,
    parameters,
  });
});

it('finds what the proxy of Service Connect logs with', () => {
  const service = aService({
    serviceConnectLogs: {
      driver: 'splunk',
      options: {},
      secretOptions: [{ name: 'splunk-token', valueFrom: '/splunk/token' }],
    },
  });

  expect(namedSecrets(production, [], [service])).toEqual({
    secrets: [],
    parameters: ['splunk/token'],
  });
});
