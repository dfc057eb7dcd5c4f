import { ConsoleLinks } from './ConsoleLinks';

const service = {
  accountId: '111122223333',
  region: 'eu-west-1',
  clusterName: 'shop',
  name: 'checkout',
};
const role = { accountId: '111122223333', name: 'checkout+task@a' };
const arn = 'arn:aws:iam::aws:policy/service-role/Example';

describe('ConsoleLinks', () => {
  it.each([
    ['aws', 'https://console.aws.amazon.com'],
    ['aws-cn', 'https://console.amazonaws.cn'],
    ['aws-us-gov', 'https://console.amazonaws-us-gov.com'],
    ['aws-eusc', 'https://console.amazonaws-eusc.eu'],
  ])('leads to the console of the partition %s', (partition, host) => {
    const links = ConsoleLinks.create();
    expect([
      links.service({ ...service, partition }),
      links.role({ ...role, partition }),
      links.policy({ accountId: role.accountId, arn, partition }),
    ]).toEqual([
      `${host}/ecs/v2/clusters/shop/services/checkout/health?region=eu-west-1`,
      `${host}/iam/home#/roles/details/checkout%2Btask%40a`,
      `${host}/iam/home#/policies/details/arn%3Aaws%3Aiam%3A%3Aaws%3Apolicy%2Fservice-role%2FExample`,
    ]);
  });

  it('goes through the access portal of IAM Identity Center', () => {
    const links = ConsoleLinks.create({ ssoSubdomain: 'example' });
    expect(links.role({ ...role, name: 'app', partition: 'aws' })).toBe(
      'https://example.awsapps.com/start/#/console?account_id=111122223333&destination=https%3A%2F%2Fconsole.aws.amazon.com%2Fiam%2Fhome%23%2Froles%2Fdetails%2Fapp',
    );
  });

  it('leads straight to the console in a partition with other access portals', () => {
    const links = ConsoleLinks.create({ ssoSubdomain: 'example' });
    expect(links.role({ ...role, name: 'app', partition: 'aws-cn' })).toBe(
      'https://console.amazonaws.cn/iam/home#/roles/details/app',
    );
  });
});
