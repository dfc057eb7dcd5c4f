import { printJson } from '../../advice/print/printJson';
import { aNeed } from '../../testUtils';
import { minimalPolicy } from './minimalPolicy';
import type { PermissionNeed } from './permission';

const ECR = 'arn:aws:ecr:eu-west-1:111122223333:repository';
const SECRETS = 'arn:aws:secretsmanager:eu-west-1:111122223333:secret';

function documentOf(needs: readonly PermissionNeed[]): unknown {
  const policy = minimalPolicy({ needs }, 'needed');
  return policy && JSON.parse(printJson(policy));
}

function secret(name: string): PermissionNeed {
  return aNeed({
    row: 'E12c',
    actions: ['secretsmanager:GetSecretValue'],
    resources: [`${SECRETS}:${name}`],
  });
}

describe('minimalPolicy', () => {
  it('names each action on its resources alone, in the order of the rows', () => {
    expect(
      documentOf([
        secret('db-Ab12Cd'),
        aNeed({ resources: [`${ECR}/shop/checkout`] }),
        aNeed({ actions: ['ecr:GetAuthorizationToken'], resources: ['*'] }),
        aNeed({ resources: [`${ECR}/shop/envoy`] }),
      ]),
    ).toEqual({
      Version: '2012-10-17',
      Statement: [
        {
          Sid: 'PullImages',
          Effect: 'Allow',
          Action: ['ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'],
          Resource: [`${ECR}/shop/checkout`, `${ECR}/shop/envoy`],
        },
        {
          Sid: 'SignInToRegistry',
          Effect: 'Allow',
          Action: 'ecr:GetAuthorizationToken',
          Resource: '*',
        },
        {
          Sid: 'ReadSecrets',
          Effect: 'Allow',
          Action: 'secretsmanager:GetSecretValue',
          Resource: `${SECRETS}:db-Ab12Cd`,
        },
      ],
    });
  });

  it('names nothing twice: a pattern takes in the name that it matches', () => {
    const pattern = secret('db-??????');
    const expected = documentOf([pattern]);
    expect(documentOf([secret('db-Ab12Cd'), pattern])).toEqual(expected);
    expect(documentOf([pattern, secret('db-Ab12Cd'), pattern])).toEqual(
      expected,
    );
  });

  it('keeps names apart that a pattern does not match', () => {
    expect(documentOf([secret('db-??????'), secret('db-1-Ab12Cd')])).toEqual({
      Version: '2012-10-17',
      Statement: [
        {
          Sid: 'ReadSecrets',
          Effect: 'Allow',
          Action: 'secretsmanager:GetSecretValue',
          Resource: [`${SECRETS}:db-??????`, `${SECRETS}:db-1-Ab12Cd`],
        },
      ],
    });
  });

  it('binds what is to be bound, and nothing else', () => {
    const key = 'arn:aws:kms:eu-west-1:111122223333:key/1';
    const via = (service: string) =>
      aNeed({
        row: 'E12e',
        actions: ['kms:Decrypt'],
        resources: [key],
        conditions: [
          {
            operator: 'StringEquals',
            set: null,
            ifExists: false,
            key: 'kms:ViaService',
            values: [`${service}.eu-west-1.amazonaws.com`],
          },
        ],
      });
    const bound = (Sid: string, service: string) => ({
      Sid,
      Effect: 'Allow',
      Action: 'kms:Decrypt',
      Resource: key,
      Condition: {
        StringEquals: {
          'kms:ViaService': `${service}.eu-west-1.amazonaws.com`,
        },
      },
    });
    expect(documentOf([via('ssm'), via('secretsmanager'), via('ssm')])).toEqual(
      {
        Version: '2012-10-17',
        Statement: [
          bound('DecryptSecrets', 'ssm'),
          bound('DecryptSecrets2', 'secretsmanager'),
        ],
      },
    );
    expect(documentOf([via('ssm'), { ...via('ssm'), conditions: [] }])).toEqual(
      {
        Version: '2012-10-17',
        Statement: [
          {
            Sid: 'DecryptSecrets',
            Effect: 'Allow',
            Action: 'kms:Decrypt',
            Resource: key,
          },
        ],
      },
    );
  });

  it('is none when nothing is needed', () => {
    expect(minimalPolicy({ needs: [] }, 'needed')).toBeNull();
  });
});
