import { production } from '../testSupport/awsMocks';
import { iamName } from './iamArn';

const named = {
  path: '/',
  accountId: '111122223333',
  partition: 'aws',
  pathIsKnown: true,
};

it.each([
  [
    'role',
    'arn:aws:iam::111122223333:role/task',
    { ...named, arn: 'arn:aws:iam::111122223333:role/task', name: 'task' },
  ],
  [
    'role',
    'arn:aws-cn:iam::444455556666:role/shop/eu/task',
    {
      arn: 'arn:aws-cn:iam::444455556666:role/shop/eu/task',
      name: 'task',
      path: '/shop/eu/',
      accountId: '444455556666',
      partition: 'aws-cn',
      pathIsKnown: true,
    },
  ],
  [
    'role',
    'task',
    {
      ...named,
      arn: 'arn:aws:iam::111122223333:role/task',
      name: 'task',
      pathIsKnown: false,
    },
  ],
  [
    'instance-profile',
    'arn:aws:iam::111122223333:instance-profile/hosts',
    {
      ...named,
      arn: 'arn:aws:iam::111122223333:instance-profile/hosts',
      name: 'hosts',
    },
  ],
  ['role', 'arn:aws:iam::111122223333:instance-profile/hosts', undefined],
  ['role', 'arn:aws:iam::111122223333:user/somebody', undefined],
  ['role', 'arn:aws:sts::111122223333:assumed-role/task/1', undefined],
  ['role', 'arn:aws:iam::111122223333:role/', undefined],
  ['role', `arn:aws:iam::111122223333:role/${'x'.repeat(65)}`, undefined],
  ['role', 'x'.repeat(65), undefined],
  ['role', 'arn:aws:iam::1111222233334:role/task', undefined],
  [
    'instance-profile',
    `arn:aws:iam::111122223333:instance-profile/${'x'.repeat(129)}`,
    undefined,
  ],
  ['role', 'arn:aws', undefined],
  ['role', '', undefined],
] as const)('reads as a %s: %p', (type, value, expected) => {
  expect(iamName(type, value, production)).toEqual(expected);
});
