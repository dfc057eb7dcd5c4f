import { production } from '../../testSupport/awsMocks';
import { ManagerAwsAccess } from './ManagerAwsAccess';

it('takes the credentials of the account, and no endpoint', async () => {
  const sdkCredentialProvider = async () => ({
    accessKeyId: 'placeholder',
    secretAccessKey: 'placeholder',
  });
  const asked: unknown[] = [];
  const access = ManagerAwsAccess.create({
    manager: {
      getCredentialProvider: async options => {
        asked.push(options);
        return { sdkCredentialProvider };
      },
    },
  });

  expect(await access.clientConfig(production)).toEqual({
    credentials: sdkCredentialProvider,
  });
  expect(asked).toEqual([{ accountId: '111122223333' }]);
});
