import { joinParts } from './build/fleetPart';
import { hosts } from './hosts';
import { sharedRoles } from './sharedRoles';
import { data } from './teams/data';
import { mobile } from './teams/mobile';
import { payments } from './teams/payments';
import { platform } from './teams/platform';
import { search } from './teams/search';
import { shop } from './teams/shop';
import type { Fleet } from './types';

/** The fleet of the demo, as it is seeded and recorded by `yarn demo:record`. */
export const fleet: Fleet = {
  recordedAt: '2026-11-02T09:00:00.000Z',
  ...joinParts(
    sharedRoles,
    hosts,
    shop,
    payments,
    search,
    mobile,
    platform,
    data,
  ),
};
