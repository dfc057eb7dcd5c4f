import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { annotations, entityRolesSchema } from '@ecs-iam/plugin-ecs-iam-common';
import request from 'supertest';
import { ecsIamPlugin } from './plugin';
import { component } from './testSupport/aFleet';
import { production } from './testSupport/awsMocks';
import { motoClients } from './testSupport/motoClients';
import { describeWithMoto, startMotoServer } from './testSupport/motoServer';
import type { MotoServer } from './testSupport/motoServer';
import { seedCompute } from './testSupport/seedCompute';
import type { Seeded } from './testSupport/seedCompute';

// The machine that runs the tests may be busy.
jest.setTimeout(120_000);

const services: readonly Seeded[] = [
  'on-fargate',
  'on-hosts',
  'scaled-to-zero',
  'mixed',
];

/** The plugin with nothing replaced but the catalog, and the address of AWS. */
async function scanned({ endpoint }: MotoServer) {
  const { server } = await startTestBackend({
    features: [
      ecsIamPlugin,
      catalogServiceMock.factory({
        entities: services.map(name =>
          component(name, {
            [annotations.amazonEcsServiceArn]: `arn:aws:ecs:eu-west-1:111122223333:service/${name}/${name}`,
          }),
        ),
      }),
      mockServices.rootConfig.factory({
        data: {
          backend: { listen: { host: '127.0.0.1', port: 0 } },
          ecsIam: {
            endpoint,
            targets: [{ accountId: '111122223333', regions: ['eu-west-1'] }],
          },
        },
      }),
    ],
  });
  const api = request(server);
  let { body: scan } = await api
    .post('/api/ecs-iam/v1/scans')
    .send({})
    .expect(202);
  while (scan.finishedAt === null) {
    ({ body: scan } = await api
      .get(`/api/ecs-iam/v1/scans/${scan.id}`)
      .expect(200));
  }
  return async (name: Seeded) => {
    const { body } = await api
      .get(`/api/ecs-iam/v1/entity/default/component/${name}/roles`)
      .expect(200);
    return entityRolesSchema
      .parse(body)
      .services.flatMap(({ roles }) => roles)
      .filter(({ slot }) => slot === 'instance')
      .map(({ role, appliesTo, required }) => ({
        role: role?.name ?? null,
        appliesTo,
        required: required.value,
      }));
  };
}

describeWithMoto()('the instance role of services of moto', () => {
  let moto: MotoServer;
  let instanceRolesOf: Awaited<ReturnType<typeof scanned>>;

  beforeAll(async () => {
    moto = await startMotoServer();
    await seedCompute(motoClients({ endpoint: moto.endpoint, ...production }));
    instanceRolesOf = await scanned(moto);
  });

  afterAll(() => moto?.stop());

  it.each<[Seeded, Awaited<ReturnType<typeof instanceRolesOf>>]>([
    ['on-fargate', [{ role: null, appliesTo: '–', required: 'no' }]],
    ['on-hosts', [{ role: 'running', appliesTo: '1 host', required: 'yes' }]],
    [
      'scaled-to-zero',
      [
        {
          role: 'next',
          appliesTo: 'next host of scaled-to-zero',
          required: 'yes',
        },
      ],
    ],
    [
      'mixed',
      ['mixed-x86', 'mixed-arm'].map(role => ({
        role,
        appliesTo: 'next host of mixed',
        required: 'yes',
      })),
    ],
  ])('is right for the one %s', async (name, expected) => {
    expect(await instanceRolesOf(name)).toEqual(expected);
  });
});
