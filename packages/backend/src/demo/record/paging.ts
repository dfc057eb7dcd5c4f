import type { JsonObject, JsonValue } from '@backstage/types';
import type { Ask } from './askMoto';

/** Lists that ECS pages, the member that holds the items, and how many are on a page at most (ECS API reference). */
const lists: Readonly<
  Record<string, Readonly<{ member: string; max: number }>>
> = {
  ListClusters: { member: 'clusterArns', max: 100 },
  // ECS gives up to 100 when asked to; ten is what it gives unasked, and makes a second page in a small fleet.
  ListServices: { member: 'serviceArns', max: 10 },
  ListContainerInstances: { member: 'containerInstanceArns', max: 100 },
  ListTasks: { member: 'taskArns', max: 100 },
};

/** Cuts the lists of a server that never pages into pages. */
export function paged(ask: Ask): Ask {
  return async (place, call) => {
    const list = call.service === 'ecs' ? lists[call.operation] : undefined;
    if (!list) {
      return ask(place, call);
    }
    const { nextToken, maxResults, ...params } = call.params;
    const whole = await ask(place, { ...call, params });
    if (typeof whole.body === 'string' || whole.status !== 200) {
      return whole;
    }
    const items = listOf(whole.body, list.member);
    const start = Number(nextToken ?? 0);
    const end = start + Math.min(Number(maxResults ?? list.max), list.max);
    const more: JsonObject = end < items.length ? { nextToken: `${end}` } : {};
    return {
      status: 200,
      body: { [list.member]: items.slice(start, end), ...more },
    };
  };
}

function listOf(body: JsonObject, member: string): readonly JsonValue[] {
  const value = body[member];
  return Array.isArray(value) ? value : [];
}
