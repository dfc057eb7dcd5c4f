import { known, unknown } from '@ecs-iam/iam-analysis';
import type { Role } from '@ecs-iam/iam-analysis';
import { aRole, aRolePolicy } from '@ecs-iam/iam-analysis/testUtils';
import type { Knex } from 'knex';
import {
  anInventory,
  at,
  IRELAND,
  STAGING,
  VIRGINIA,
} from '../../../testSupport/anInventory';
import { testDatabases } from '../../../testSupport/databases';
import { aRead } from '../../../testSupport/inventoryFixtures';
import type { DatabaseInventory } from '../../DatabaseInventory';
import { idOf } from '../../ids';

const databases = testDatabases();

const denied = unknown('AccessDenied', 'iam:GetRole');
const arn = aRole().arn;

/** A role of which nothing could be read. */
function deniedRole(parts: Partial<Role> = {}): Role {
  return aRole({
    existence: denied,
    trustPolicy: denied,
    policies: denied,
    boundary: denied,
    tags: denied,
    lastUsed: denied,
    createdAt: denied,
    ...parts,
  });
}

describe.each(databases.engines)('writeRoles, %s', engine => {
  let knex: Knex;
  let inventory: DatabaseInventory;

  beforeEach(async () => {
    knex = await databases.init(engine);
    inventory = await anInventory(knex);
  });

  function read(role: Role | null, time: string, target = IRELAND) {
    const facts = role ? [role] : [];
    return aRead(inventory, [{ kind: 'role', facts }], time, { target });
  }

  async function stored() {
    const [role] = await inventory.roles([arn]);
    return role;
  }

  it('keeps what was known of a role that is denied today, with the date of that', async () => {
    await read(aRole(), '10:00');
    await read(deniedRole(), '10:30');
    expect(await stored()).toEqual({
      id: idOf(arn),
      fact: aRole(),
      readAt: at('10:00').toISOString(),
      goneAt: null,
    });
  });

  it('takes each part that is known today, and dates the role by its oldest part', async () => {
    await read(aRole(), '10:00');
    const today = deniedRole({
      existence: known('exists'),
      trustPolicy: known('{}'),
    });
    await read(today, '10:30');
    expect(await stored()).toEqual({
      id: idOf(arn),
      fact: aRole({ trustPolicy: known('{}') }),
      readAt: at('10:00').toISOString(),
      goneAt: null,
    });
    const changed = aRole({ tags: known({ owner: 'payments' }) });
    await read(changed, '11:00');
    expect(await stored()).toEqual({
      id: idOf(arn),
      fact: changed,
      readAt: at('11:00').toISOString(),
      goneAt: null,
    });
  });

  it('says that nothing is known of a role that was never read', async () => {
    await read(deniedRole(), '10:00');
    expect((await stored())?.fact).toEqual(deniedRole());
  });

  it.each([
    ['is deleted', deniedRole({ existence: known('not-found') })],
    [
      'was made anew under its name',
      deniedRole({
        existence: known('exists'),
        createdAt: known('2026-11-02T10:29:00.000Z'),
      }),
    ],
  ])('keeps nothing of a role that %s', async (_, today) => {
    await read(aRole(), '10:00');
    await read(today, '10:30');
    expect((await stored())?.fact).toEqual(today);
  });

  it('keeps the document of a managed policy whose version is the same', async () => {
    const policy = aRolePolicy({
      kind: 'customer-managed',
      arn: 'arn:aws:iam::111122223333:policy/app',
      versionId: 'v3',
    });
    const unread = { ...policy, document: unknown('Throttled') };
    await read(aRole({ policies: known([policy]) }), '10:00');
    await read(aRole({ policies: known([unread]) }), '10:30');
    expect((await stored())?.fact.policies).toEqual(known([policy]));

    const newer = { ...unread, versionId: 'v4' };
    await read(aRole({ policies: known([newer]) }), '11:00');
    expect((await stored())?.fact.policies).toEqual(known([newer]));
  });

  describe('from several targets', () => {
    it('takes the newest, whichever region read it', async () => {
      const newer = aRole({ tags: known({ read: 'later' }) });
      await inventory.writePage(
        VIRGINIA,
        { kind: 'role', facts: [newer] },
        at('10:05'),
      );
      await inventory.writePage(
        IRELAND,
        { kind: 'role', facts: [aRole()] },
        at('10:00'),
      );
      expect((await stored())?.fact).toEqual(newer);
    });

    it('is gone only when no region sees it any more', async () => {
      await read(aRole(), '10:00', IRELAND);
      await read(aRole(), '10:00', VIRGINIA);
      expect((await read(null, '10:30', IRELAND)).gone.role).toBe(0);
      expect((await stored())?.goneAt).toBeNull();
      expect((await inventory.targetFacts(IRELAND)).roles).toEqual([]);
      expect((await inventory.targetFacts(VIRGINIA)).roles).toEqual([aRole()]);
      expect((await read(null, '10:30', VIRGINIA)).gone.role).toBe(1);
      expect((await stored())?.goneAt).toBe(at('10:30:30').toISOString());
    });

    it('is not overwritten by an account that only names it', async () => {
      const named = deniedRole({ existence: known('other-account') });
      await read(aRole(), '10:00', IRELAND);
      await read(named, '10:30', STAGING);
      expect((await stored())?.fact).toEqual(aRole());
    });

    it('takes the place of what an account wrote that only names it', async () => {
      const named = deniedRole({ existence: known('other-account') });
      await read(named, '10:00', STAGING);
      await read(aRole(), '10:30', IRELAND);
      expect((await stored())?.fact).toEqual(aRole());
    });
  });

  it('is back as new after it was gone', async () => {
    await read(aRole({ tags: known({ owner: 'payments' }) }), '10:00');
    await read(null, '10:30');
    await read(deniedRole(), '11:00');
    expect(await stored()).toEqual({
      id: idOf(arn),
      fact: deniedRole(),
      readAt: at('11:00').toISOString(),
      goneAt: null,
    });
    expect(await inventory.roleById(idOf(arn))).toEqual(await stored());
  });
});
