import { mockServices } from '@backstage/backend-test-utils';
import { production } from '../../testSupport/awsMocks';
import { readAssumedRole } from './readAssumedRole';

const read = (aws: object) =>
  readAssumedRole(mockServices.rootConfig({ data: { aws } }), production);

it.each([
  ['no configuration', {}, undefined],
  [
    'the role of the account',
    {
      accounts: [
        { accountId: '444455556666', roleName: 'other' },
        { accountId: '111122223333', roleName: 'reader', externalId: 'shared' },
      ],
      accountDefaults: { roleName: 'default' },
    },
    {
      arn: 'arn:aws:iam::111122223333:role/reader',
      externalId: 'shared',
      source: undefined,
    },
  ],
  [
    'the default role, assumed with the keys of the main account',
    {
      mainAccount: { accessKeyId: 'placeholder', secretAccessKey: 'secret' },
      accountDefaults: { roleName: 'default', partition: 'aws-cn' },
    },
    {
      arn: 'arn:aws-cn:iam::111122223333:role/default',
      externalId: undefined,
      source: { accessKeyId: 'placeholder', secretAccessKey: 'secret' },
    },
  ],
  [
    'an account without a role, which hides the default one',
    {
      accounts: [{ accountId: '111122223333', profile: 'production' }],
      accountDefaults: { roleName: 'default' },
    },
    undefined,
  ],
])('reads %s', (_, aws, role) => {
  expect(read(aws)).toEqual(role);
});
