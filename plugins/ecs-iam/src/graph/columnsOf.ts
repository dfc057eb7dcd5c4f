import type { Graph } from './graphOf';

/**
 * How many columns the graph has from left to right, so that room can be made for it before it is drawn.
 *
 * @param graph - its edges lead from left to right, without a circle
 * @returns the number of nodes on the longest way
 */
export function columnsOf({ nodes, edges }: Graph): number {
  const columns = new Map(nodes.map(({ id }) => [id, 1]));
  // The longest way has fewer edges than there are nodes; each round goes one further.
  for (let round = 1; round < nodes.length; round += 1) {
    let moved = false;
    for (const { from, to } of edges) {
      const next = (columns.get(from) ?? 1) + 1;
      if (next > (columns.get(to) ?? 1)) {
        columns.set(to, next);
        moved = true;
      }
    }
    if (!moved) {
      break;
    }
  }
  return Math.max(0, ...columns.values());
}
