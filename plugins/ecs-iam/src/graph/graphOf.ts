import type {
  EntityRoles,
  EntityService,
  HostGroup,
  RoleSlot,
  RoleUse,
  Severity,
} from '@ecs-iam/plugin-ecs-iam-common';
import { pick, worstWarning } from '../findings/severity';

/** Something in the graph of a service. */
export type GraphNode = Readonly<
  | { id: string; kind: 'service' | 'task-family'; name: string }
  | {
      id: string;
      kind: 'role';
      roleId: string;
      name: string;
      slots: readonly RoleSlot[];
      /** The severity of the worst warning about it. */
      worst: Severity | null;
    }
  /** A slot whose role is not known. */
  | { id: string; kind: 'unknown-role'; slot: RoleSlot }
  | {
      id: string;
      kind: 'hosts';
      count: number;
      running: boolean;
      capacityProvider: string | null;
    }
  /** A service that uses one of the roles too. */
  | { id: string; kind: 'other'; name: string; entityRef: string | null }
  /** Services that do not fit. */
  | { id: string; kind: 'more'; count: number }
  /** Services that the person may not see. */
  | { id: string; kind: 'hidden'; count: number }
>;

/** A line of the graph, from what uses to what is used; from a role to the other services that use it. */
export type GraphEdge = Readonly<{ from: string; to: string }>;

/** A service, its hosts, its roles, and the other services of these roles. */
export type Graph = Readonly<{
  nodes: readonly GraphNode[];
  edges: readonly GraphEdge[];
}>;

/** As many other services as can be told apart beside one role. */
const OTHERS = 4;

/**
 * Draws together what the tab says of a service.
 *
 * @param service - with its roles and hosts
 * @param findings - those of the answer
 * @returns nodes with distinct ids, and edges between them
 */
export function graphOf(
  service: EntityService,
  findings: EntityRoles['findings'],
): Graph {
  const nodes = new Map<string, GraphNode>();
  const edges = new Map<string, GraphEdge>();
  const add = (node: GraphNode) => nodes.set(node.id, node);
  const join = (from: string, to: string) =>
    edges.set(`${from} ${to}`, { from, to });

  const self = `service ${service.arn}`;
  add({ id: self, kind: service.kind, name: service.name });

  const hosts = service.hosts.known ? service.hosts.value : [];
  hosts.forEach((group, index) => {
    const id = `hosts ${index}`;
    add({ id, kind: 'hosts', ...factsOf(group) });
    join(self, id);
    if (group.role) {
      add(roleNode(nodes, group.role, 'instance', []));
      join(id, `role ${group.role.id}`);
    }
  });

  for (const use of service.roles) {
    if (use.role === null) {
      if (use.unresolved !== null) {
        const id = `unknown ${use.slot}`;
        add({ id, kind: 'unknown-role', slot: use.slot });
        join(self, id);
      }
      continue;
    }
    const role = roleNode(
      nodes,
      use.role,
      use.slot,
      pick(use.findings, findings),
    );
    add(role);
    if (!hosts.some(group => group.role?.id === role.roleId)) {
      join(self, role.id);
    }
    for (const node of others(role.id, use.sharedWith, service.arn)) {
      add(node);
      join(role.id, node.id);
    }
  }
  return { nodes: [...nodes.values()], edges: [...edges.values()] };
}

type RoleNode = Extract<GraphNode, { kind: 'role' }>;

/** A role can be used in several slots, and by several revisions: it is one node. */
function roleNode(
  nodes: ReadonlyMap<string, GraphNode>,
  role: NonNullable<RoleUse['role']>,
  slot: RoleSlot,
  findings: EntityRoles['findings'],
): RoleNode {
  const id = `role ${role.id}`;
  const known = nodes.get(id);
  const earlier = known?.kind === 'role' ? known : null;
  return {
    id,
    kind: 'role',
    roleId: role.id,
    name: role.name,
    slots: [...new Set([...(earlier?.slots ?? []), slot])],
    worst: earlier?.worst ?? worstWarning(findings)?.severity ?? null,
  };
}

function others(
  roleId: string,
  { visible, hidden }: RoleUse['sharedWith'],
  self: string,
): GraphNode[] {
  const services = visible.filter(({ serviceArn }) => serviceArn !== self);
  const shown =
    services.length > OTHERS + 1 ? services.slice(0, OTHERS) : services;
  const more = services.length - shown.length;
  return [
    ...shown.map(
      ({ serviceArn, serviceName, entityRefs }): GraphNode => ({
        id: `service ${serviceArn}`,
        kind: 'other',
        name: serviceName,
        entityRef: entityRefs[0] ?? null,
      }),
    ),
    ...(more > 0
      ? [{ id: `more ${roleId}`, kind: 'more', count: more } as const]
      : []),
    ...(hidden > 0
      ? [{ id: `hidden ${roleId}`, kind: 'hidden', count: hidden } as const]
      : []),
  ];
}

function factsOf({ count, running, capacityProvider }: HostGroup) {
  return { count, running, capacityProvider };
}
