import { mockServices } from '@backstage/backend-test-utils';
import { known, unknown, type Host } from '@ecs-iam/iam-analysis';
import { production } from '../../testSupport/awsMocks';
import { collectAll } from '../../testSupport/collectAll';
import { motoClients } from '../../testSupport/motoClients';
import {
  describeWithMoto,
  startMotoServer,
  type MotoServer,
} from '../../testSupport/motoServer';
import { EndpointAwsAccess } from '../access/EndpointAwsAccess';
import { AwsCollector } from '../AwsCollector';
import { seedHosts } from '../../testSupport/seedHosts';

const arn = (type: string, name: string) =>
  `arn:aws:iam::111122223333:${type}/${name}`;

// The machine that runs the tests may be busy.
jest.setTimeout(60_000);

/** ECS lists container instances in no certain order. */
function aliveFirst(one: Host, other: Host): number {
  return (
    Number(other.instanceProfileArn.known) -
    Number(one.instanceProfileArn.known)
  );
}

describeWithMoto()('AwsCollector on EC2 hosts of moto', () => {
  let moto: MotoServer;

  beforeAll(async () => {
    moto = await startMotoServer();
    await seedHosts(motoClients({ endpoint: moto.endpoint, ...production }));
  });

  afterAll(() => moto?.stop());

  it.each([
    {
      with: 'a role that is assumed',
      aws: { accountDefaults: { roleName: 'backstage' } },
    },
    { with: 'placeholder credentials', aws: {} },
  ])(
    'reads hosts, templates and the roles behind them with $with',
    async ({ aws }) => {
      const access = EndpointAwsAccess.fromConfig(
        mockServices.rootConfig({ data: { aws } }),
        { endpoint: moto.endpoint },
      );

      const read = await collectAll(
        AwsCollector.create({ access }),
        production,
      );

      expect(read.gaps).toEqual([]);
      expect(read.capacityProvider).toEqual([
        expect.objectContaining({
          name: 'hosts',
          kind: 'auto-scaling-group',
          autoScalingGroup: 'hosts-asg',
          templates: known([
            {
              source: 'launch-template',
              name: expect.stringMatching(/^lt-[0-9a-f]+:1$/),
              instanceProfile: 'template-profile',
              metadataOptions: {
                httpEndpoint: null,
                httpTokens: 'optional',
                httpPutResponseHopLimit: null,
              },
            },
          ]),
        }),
      ]);
      expect(
        [...read.host]
          .sort(aliveFirst)
          .map(host => [host.instanceProfileArn, host.metadataOptions]),
      ).toEqual([
        [
          known(arn('instance-profile', 'running-profile')),
          known({
            httpEndpoint: 'enabled',
            httpTokens: 'required',
            httpPutResponseHopLimit: 2,
          }),
        ],
        [unknown('Terminated'), unknown('Terminated')],
      ]);
      expect(read.instanceProfile).toEqual([
        {
          arn: arn('instance-profile', 'template-profile'),
          name: 'template-profile',
          roleArn: known(arn('role', 'template-role')),
        },
        {
          arn: arn('instance-profile', 'running-profile'),
          name: 'running-profile',
          roleArn: known(arn('role', 'running-role')),
        },
      ]);
      expect(read.role.map(role => role.arn)).toEqual([
        arn('role', 'template-role'),
        arn('role', 'running-role'),
      ]);
    },
  );
});
