import { aContainer, aTaskDefinition } from '../../testUtils';
import type { RuleCases } from '../testRule';
import type { envSecrets } from './env-secrets';

export const cases: RuleCases<typeof envSecrets> = {
  flagged: [
    {
      name: 'a password',
      given: withEnvironment(secret('DB_PASSWORD'), plain('DB_HOST')),
      expect: [
        {
          message: 'credentials',
          data: { variables: [{ container: 'app', item: 'DB_PASSWORD' }] },
          at: '',
        },
      ],
    },
    {
      name: 'static keys of AWS',
      given: withEnvironment(
        secret('AWS_ACCESS_KEY_ID'),
        secret('AWS_SECRET_ACCESS_KEY'),
        plain('AWS_REGION'),
      ),
      expect: [
        {
          message: 'awsKeys',
          data: {
            variables: [
              { container: 'app', item: 'AWS_ACCESS_KEY_ID' },
              { container: 'app', item: 'AWS_SECRET_ACCESS_KEY' },
            ],
          },
          at: '',
        },
      ],
    },
    {
      name: 'both kinds, in two containers: a finding for each kind',
      given: {
        taskDefinition: aTaskDefinition({
          containers: [
            aContainer({ environment: [secret('API_KEY')] }),
            aContainer({
              name: 'uploader',
              environment: [secret('AWS_SECRET_ACCESS_KEY'), secret('TOKEN')],
            }),
          ],
        }),
      },
      expect: [
        {
          message: 'awsKeys',
          data: {
            variables: [
              { container: 'uploader', item: 'AWS_SECRET_ACCESS_KEY' },
            ],
          },
          at: '',
        },
        {
          message: 'credentials',
          data: {
            variables: [
              { container: 'app', item: 'API_KEY' },
              { container: 'uploader', item: 'TOKEN' },
            ],
          },
          at: '',
        },
      ],
    },
    {
      name: 'a name in small letters, which no SDK takes for its keys',
      given: withEnvironment(secret('aws_secret_access_key')),
      expect: [
        {
          message: 'credentials',
          data: {
            variables: [{ container: 'app', item: 'aws_secret_access_key' }],
          },
          at: '',
        },
      ],
    },
  ],
  accepted: [
    {
      name: 'variables that only speak of a secret, such as its address',
      given: withEnvironment(plain('TOKEN_URL'), plain('PASSWORD_MIN_LENGTH')),
    },
    {
      name: 'the name of a key with an empty value',
      given: withEnvironment(plain('AWS_ACCESS_KEY_ID')),
    },
    {
      name: 'a password that comes from Secrets Manager',
      given: {
        taskDefinition: aTaskDefinition({
          containers: [
            aContainer({
              secrets: [
                {
                  name: 'DB_PASSWORD',
                  valueFrom:
                    'arn:aws:secretsmanager:eu-west-1:111122223333:secret:checkout/db-AbCdEf',
                },
              ],
            }),
          ],
        }),
      },
    },
  ],
};

function withEnvironment(...environment: ReturnType<typeof secret>[]) {
  return {
    taskDefinition: aTaskDefinition({
      containers: [aContainer({ environment })],
    }),
  };
}

function secret(name: string) {
  return { name, looksLikeCredential: true };
}

function plain(name: string) {
  return { name, looksLikeCredential: false };
}
