import type { JsonObject } from '@backstage/types';
import { joinParts } from '../fleet/build/fleetPart';
import type { Fleet, FleetPart } from '../fleet/types';
import { accounts } from '../fleet/types';
import { amend } from '../record/answers';
import type { ResponseBody } from '../replay/recordingFile';

/** A fleet of these parts. */
export function fleetOf(...parts: readonly Partial<FleetPart>[]): Fleet {
  return { recordedAt: '2026-11-02T09:00:00.000Z', ...joinParts(...parts) };
}

/** What becomes of an answer of the recorded server. By default: to ECS, in production in Ireland. */
export function amended(
  fleet: Fleet,
  operation: string,
  body: ResponseBody,
  special: Readonly<{
    service?: string;
    params?: JsonObject;
    account?: string;
    region?: string;
    status?: number;
  }> = {},
) {
  const { answer, because } = amend({
    fleet,
    hostArn: ({ name }, place) => `${name}/host-${place}`,
    place: {
      account: special.account ?? accounts.prod,
      region: special.region ?? 'eu-west-1',
    },
    call: {
      service: special.service ?? 'ecs',
      operation,
      params: special.params ?? {},
    },
    answer: { status: special.status ?? 200, body },
    because: [],
  });
  return { ...answer, because };
}

/** What a server says of an operation that it does not know. */
export const notImplemented = {
  body: '<!doctype html><title>500 Internal Server Error</title>',
  status: 500,
} as const;
