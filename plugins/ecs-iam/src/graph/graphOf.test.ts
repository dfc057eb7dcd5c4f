import {
  aFinding,
  aRoleRef,
  aRoleUse,
  aService,
} from '../__testUtils__/builders';
import { aHostGroup } from '../__testUtils__/hosts';
import { columnsOf } from './columnsOf';
import { graphOf } from './graphOf';

const self = `service ${aService().arn}`;

function shared(name: string) {
  return {
    serviceArn: `arn:${name}`,
    serviceName: name,
    clusterName: 'prod-eu',
    entityRefs: [],
  };
}

function ids(service: ReturnType<typeof aService>): string[] {
  return graphOf(service, []).nodes.map(({ id }) => id);
}

describe('graphOf', () => {
  it('joins the service with its hosts and roles, and each role with its other services', () => {
    const service = aService({
      roles: [
        aRoleUse({
          findings: ['finding-admin'],
          sharedWith: {
            visible: [
              {
                ...shared('refunds'),
                entityRefs: ['component:default/refunds'],
              },
            ],
            hidden: 2,
          },
        }),
        aRoleUse({
          slot: 'instance',
          role: aRoleRef({ name: 'ecsInstanceRole' }),
        }),
      ],
      hosts: { known: true, value: [aHostGroup()] },
    });
    const graph = graphOf(service, [aFinding()]);
    expect(graph).toEqual({
      nodes: [
        { id: self, kind: 'service', name: 'checkout' },
        {
          id: 'hosts 0',
          kind: 'hosts',
          count: 3,
          running: true,
          capacityProvider: 'prod-eu',
        },
        {
          id: 'role id-ecsInstanceRole',
          kind: 'role',
          roleId: 'id-ecsInstanceRole',
          name: 'ecsInstanceRole',
          slots: ['instance'],
          worst: null,
        },
        {
          id: 'role id-checkout-task',
          kind: 'role',
          roleId: 'id-checkout-task',
          name: 'checkout-task',
          slots: ['task'],
          worst: 'critical',
        },
        {
          id: 'service arn:refunds',
          kind: 'other',
          name: 'refunds',
          entityRef: 'component:default/refunds',
        },
        { id: 'hidden role id-checkout-task', kind: 'hidden', count: 2 },
      ],
      edges: [
        { from: self, to: 'hosts 0' },
        { from: 'hosts 0', to: 'role id-ecsInstanceRole' },
        { from: self, to: 'role id-checkout-task' },
        { from: 'role id-checkout-task', to: 'service arn:refunds' },
        { from: 'role id-checkout-task', to: 'hidden role id-checkout-task' },
      ],
    });
    expect(columnsOf(graph)).toBe(3);
  });

  it('draws a role once that is used in two slots, and a service once that shares two roles', () => {
    const sharedWith = { visible: [shared('refunds')], hidden: 0 };
    const service = aService({
      roles: [
        aRoleUse({ slot: 'execution', sharedWith }),
        aRoleUse({ sharedWith }),
        aRoleUse({
          slot: 'lifecycle-hook',
          role: aRoleRef({ name: 'hook' }),
          sharedWith,
        }),
      ],
    });
    const { nodes, edges } = graphOf(service, []);
    expect(nodes.map(node => [node.id, 'slots' in node && node.slots])).toEqual(
      [
        [self, false],
        ['role id-checkout-task', ['execution', 'task']],
        ['service arn:refunds', false],
        ['role id-hook', ['lifecycle-hook']],
      ],
    );
    expect(edges).toHaveLength(4);
  });

  it('shows a slot whose role is not known, and none where there is none', () => {
    const service = aService({
      roles: [
        aRoleUse({
          slot: 'instance',
          role: null,
          unresolved: { because: 'AccessDenied' },
        }),
        aRoleUse({ role: null }),
      ],
    });
    expect(ids(service)).toEqual([self, 'unknown instance']);
  });

  it.each([
    [5, 5, []],
    [6, 4, [2]],
    [40, 4, [36]],
  ])(
    'of %d other services shows %d, and counts the rest: %j',
    (all, shown, rest) => {
      const visible = Array.from({ length: all }, (_, n) => shared(`s${n}`));
      const { nodes } = graphOf(
        aService({ roles: [aRoleUse({ sharedWith: { visible, hidden: 0 } })] }),
        [],
      );
      expect(nodes.filter(({ kind }) => kind === 'other')).toHaveLength(shown);
      expect(
        nodes.flatMap(node => (node.kind === 'more' ? [node.count] : [])),
      ).toEqual(rest);
    },
  );

  it('does not take the service for another one', () => {
    const visible = [{ ...shared('checkout'), serviceArn: aService().arn }];
    const service = aService({
      roles: [aRoleUse({ sharedWith: { visible, hidden: 0 } })],
    });
    expect(ids(service)).toEqual([self, 'role id-checkout-task']);
  });

  it('draws no hosts that are not known', () => {
    expect(
      ids(aService({ hosts: { known: false, because: 'x' }, roles: [] })),
    ).toEqual([self]);
  });
});

describe('columnsOf', () => {
  it.each([
    ['nothing', [], [], 0],
    ['one', ['a'], [], 1],
    ['a line, told backwards', ['a', 'b', 'c'], ['b c', 'a b'], 3],
    ['the longer of two ways', ['a', 'b', 'c'], ['a c', 'a b', 'b c'], 3],
  ])('%s', (_, names, lines, expected) => {
    const nodes = names.map(id => ({ id, kind: 'more', count: 1 } as const));
    const edges = lines.map(line => {
      const [from, to] = line.split(' ');
      return { from, to };
    });
    expect(columnsOf({ nodes, edges })).toBe(expected);
  });
});
