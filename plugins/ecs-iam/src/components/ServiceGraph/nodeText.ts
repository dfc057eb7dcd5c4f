import type { GraphNode } from '../../graph/graphOf';
import type { Text } from '../../hooks/useText';

/** What a node says: what it is, and its name. */
export type NodeText = Readonly<{ kind: string; name: string }>;

/**
 * @param t - the texts
 * @param node - of the graph of a service
 * @returns its two lines
 */
export function nodeText(t: Text, node: GraphNode): NodeText {
  switch (node.kind) {
    case 'service':
    case 'other':
      return { kind: t('graph.service'), name: node.name };
    case 'task-family':
      return { kind: t('graph.taskFamily'), name: node.name };
    case 'role':
      return {
        kind: t('graph.role', {
          slots: node.slots.map(slot => t(`slot.${slot}`)).join(', '),
        }),
        name: node.name,
      };
    case 'unknown-role':
      return {
        kind: t('graph.role', { slots: t(`slot.${node.slot}`) }),
        name: t('known.unknown'),
      };
    case 'hosts':
      return {
        kind: t(node.running ? 'hosts.running' : 'hosts.next', {
          count: node.count,
        }),
        name: node.capacityProvider ?? t('hosts.noCapacityProvider'),
      };
    case 'more':
      return {
        kind: t('graph.service'),
        name: t('graph.more', { count: node.count }),
      };
    case 'hidden':
      return {
        kind: t('graph.service'),
        name: t('graph.hidden', { count: node.count }),
      };
    default:
      return unreachable(node);
  }
}

function unreachable(node: never): never {
  throw new Error(`Unknown node ${JSON.stringify(node)}`);
}
