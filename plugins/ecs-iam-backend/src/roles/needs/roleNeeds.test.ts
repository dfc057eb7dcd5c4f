import { annotations, roleDetailSchema } from '@ecs-iam/plugin-ecs-iam-common';
import { aService, roleArn } from '@ecs-iam/iam-analysis/testUtils';
import type { FactPage } from '@ecs-iam/plugin-ecs-iam-node';
import { aBackend } from '../../testSupport/aBackend';
import type { Policy } from '../../testSupport/aBackend';
import { component } from '../../testSupport/aFleet';
import { IRELAND, VIRGINIA } from '../../testSupport/anInventory';
import {
  aReadingRole,
  aSecretReader,
  READER_ROLE,
  secretOf,
} from '../../testSupport/aSecretReader';
import { rolesOf } from '../../testSupport/aScannedBackend';
import { FixtureCollector } from '../../testSupport/FixtureCollector';
import type { Fixture } from '../../testSupport/FixtureCollector';

const secrets = {
  web: secretOf('web', IRELAND),
  worker: secretOf('worker', VIRGINIA),
};
const role: FactPage = {
  kind: 'role',
  facts: [aReadingRole([secrets.web])],
};
const web = component('web', {
  [annotations.amazonEcsServiceArn]: aService({ name: 'web' }).arn,
});

/** The role of `web` in Ireland and `worker` in Virginia, as a caller sees it. */
async function roleOf(
  options: Readonly<{ policy?: Policy; virginia?: Fixture }> = {},
) {
  const collector = FixtureCollector.create();
  collector.answer(IRELAND, [...aSecretReader('web', IRELAND), role]);
  collector.answer(
    VIRGINIA,
    options.virginia ?? [...aSecretReader('worker', VIRGINIA), role],
  );
  let policy: Policy = () => true;
  const backend = await aBackend({
    collector,
    entities: [web],
    policy: (name, ref) => policy(name, ref),
    config: {
      targets: [
        {
          accountId: IRELAND.accountId,
          regions: [IRELAND.region, VIRGINIA.region],
        },
      ],
      scan: { cooldown: { seconds: 0 } },
    },
    only: ['ecs.missing-permission'],
  });
  await backend.scan();
  policy = options.policy ?? policy;
  const { services } = await rolesOf(backend, 'web');
  const id = services[0].roles.find(({ slot }) => slot === 'execution')?.role
    ?.id;
  const { body } = await backend.api
    .get(`/api/ecs-iam/v1/roles/${id}`)
    .expect(200);
  return roleDetailSchema.parse(body);
}

describe('needed against granted of a role', () => {
  it('is what services of all regions need', async () => {
    const { arn, needs } = await roleOf();
    expect(arn).toBe(roleArn(READER_ROLE));
    expect(needs.known && needs.value).toEqual([
      expect.objectContaining({
        slot: 'execution',
        required: true,
        closed: true,
        excess: [],
        unresolved: [],
      }),
    ]);
    const [slot] = needs.known ? needs.value : [];
    expect(
      slot.permissions.map(({ state, resources, because }) => ({
        state,
        resources,
        because: because.map(({ serviceName }) => serviceName),
      })),
    ).toEqual([
      { state: 'missing', resources: [secrets.worker], because: ['worker'] },
      { state: 'held', resources: [secrets.web], because: ['web'] },
    ]);
    expect(slot.proposal?.permissions?.json).toContain(secrets.worker);
    expect(slot.proposal?.trust.json).toContain(
      'arn:aws:ecs:us-east-1:111122223333:*',
    );
  });

  it('names no service that the caller may not see, nor what it needs', async () => {
    const found = await roleOf({
      policy: (name, ref) =>
        name === 'ecs-iam.roles.read' && ref === 'component:default/web',
    });
    const { needs, usedBy } = found;
    expect(usedBy.hidden).toBe(1);
    const [slot] = needs.known ? needs.value : [];
    const hidden = {
      field: null,
      serviceArn: null,
      serviceName: null,
      revision: null,
    };
    expect(
      slot.permissions.map(({ state, resources, because }) => ({
        state,
        resources,
        because,
      })),
    ).toEqual([
      {
        state: 'missing',
        resources: ['resources of services that you may not see'],
        because: [hidden],
      },
      {
        state: 'held',
        resources: [secrets.web],
        because: [
          {
            field: 'containerDefinitions[0].secrets[0].valueFrom',
            serviceArn: aService({ name: 'web' }).arn,
            serviceName: 'web',
            revision: 'web:1',
          },
        ],
      },
    ]);
    expect(slot.proposal).toBeNull();
    expect(slot.unresolved.map(({ because }) => because)).toEqual([hidden]);
    expect(JSON.stringify(found)).not.toContain('worker');
  });

  it('is not known while a region of the account was not scanned', async () => {
    const { needs } = await roleOf({ virginia: 'no route' });
    expect(needs).toEqual({
      known: false,
      because: 'the region us-east-1 of the account was not scanned yet',
    });
  });
});
