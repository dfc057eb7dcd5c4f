import type { EntityService } from '@ecs-iam/plugin-ecs-iam-common';
import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  aFinding,
  aRoleRef,
  aRoleUse,
  aService,
} from '../../__testUtils__/builders';
import { fixClock } from '../../__testUtils__/fixClock';
import { aHostGroup } from '../../__testUtils__/hosts';
import { renderEntity } from '../../__testUtils__/renderEntity';
import { ServiceGraph } from './ServiceGraph';

fixClock();

beforeAll(() => {
  // jsdom does no layout: every node has the same size.
  Object.defineProperty(SVGElement.prototype, 'getBBox', {
    configurable: true,
    value: () => ({ x: 0, y: 0, width: 216, height: 52 }),
  });
});

afterAll(() => {
  Reflect.deleteProperty(SVGElement.prototype, 'getBBox');
});

afterEach(() => {
  jest.clearAllMocks();
  Reflect.deleteProperty(window, 'matchMedia');
});

function onNarrowScreen() {
  Object.defineProperty(window, 'matchMedia', {
    configurable: true,
    value: (query: string) => ({
      matches: query.includes('max-width'),
      addListener: () => {},
      removeListener: () => {},
      addEventListener: () => {},
      removeEventListener: () => {},
    }),
  });
}

const instance = aRoleRef({
  name: 'an-instance-role-whose-name-is-too-long-for-its-box',
});

const service = aService({
  roles: [
    aRoleUse({
      findings: ['finding-admin'],
      sharedWith: {
        visible: [
          {
            serviceArn: 'refunds',
            serviceName: 'refunds',
            clusterName: 'prod-eu',
            entityRefs: ['component:default/refunds'],
          },
          {
            serviceArn: 'ledger',
            serviceName: 'ledger',
            clusterName: 'prod-eu',
            entityRefs: [],
          },
        ],
        hidden: 3,
      },
    }),
    aRoleUse({
      slot: 'instance',
      role: instance,
    }),
    aRoleUse({
      slot: 'execution',
      role: null,
      unresolved: { because: 'AccessDenied' },
    }),
  ],
  hosts: { known: true, value: [aHostGroup({ role: instance })] },
});

const select = {
  role: jest.fn(),
  statement: jest.fn(),
  finding: jest.fn(),
  close: jest.fn(),
};

function render(given: EntityService = service) {
  renderEntity(
    <ServiceGraph service={given} findings={[aFinding()]} select={select} />,
    { api: {} },
  );
  return userEvent.setup({ advanceTimers: jest.advanceTimersByTime });
}

async function renderOpen() {
  const user = render();
  await user.click(
    await screen.findByRole('button', {
      name: /^How it hangs together/,
      expanded: false,
    }),
  );
  return user;
}

async function drawing() {
  const graph = await screen.findByRole('group', {
    name: 'How checkout hangs together. The same follows in words.',
  });
  await within(graph).findAllByRole('button');
  return within(graph);
}

function words(text: Element | null) {
  return text?.textContent?.replace(/\s+/g, ' ');
}

describe('ServiceGraph', () => {
  it('draws the service, its hosts, its roles, and the other services of these', async () => {
    await renderOpen();
    const graph = await drawing();
    expect(
      graph
        .getAllByTestId('node')
        .map(node => words(node.querySelector('text'))),
    ).toEqual([
      'Service checkout',
      '3 hosts prod-eu',
      'Instance role an-instance-…-for-its-box',
      'Task role · critical checkout-task',
      'Service refunds',
      'Service ledger',
      'Service 3 you may not see',
      'Execution role Not known',
    ]);
    expect(graph.getAllByTestId('edge')).toHaveLength(7);
  });

  it.each(['{Enter}', ' '])('opens a role by the key "%s"', async key => {
    const user = await renderOpen();
    const graph = await drawing();
    const role = graph.getByRole('button', {
      name: 'Task role · critical checkout-task',
    });
    act(() => role.focus());
    await user.keyboard(key);
    expect(select.role).toHaveBeenCalledWith('id-checkout-task');
  });

  it('opens a role by a click, and leads from a service to its entity', async () => {
    const user = await renderOpen();
    const graph = await drawing();
    expect(graph.getAllByRole('link')).toHaveLength(1);
    expect(
      graph.getByRole('link', { name: 'Service refunds' }),
    ).toHaveAttribute('href', '/catalog/default/component/refunds');
    await user.click(graph.getByText('checkout-task', { selector: 'tspan' }));
    expect(select.role).toHaveBeenCalledWith('id-checkout-task');
  });

  it('says the same in words', async () => {
    await renderOpen();
    await drawing();
    const [list] = screen
      .getAllByRole('list')
      .filter(each => each.textContent?.includes('also used by'));
    expect(list).toHaveTextContent(
      '3 hosts prod-eu' +
        'Instance role an-instance-role-whose-name-is-too-long-for-its-box' +
        'Task role checkout-task · critical' +
        'also used byService refundsService ledgerService 3 you may not see' +
        'Execution role Not known',
    );
    expect(within(list).queryByRole('button')).not.toBeInTheDocument();
  });

  it('is words alone on a narrow screen, from which a role opens too', async () => {
    onNarrowScreen();
    const user = await renderOpen();
    expect(
      screen.queryByRole('group', { name: /hangs together/ }),
    ).not.toBeInTheDocument();
    const item = screen.getByText('3 hosts').closest('ul');
    await user.click(
      within(item ?? document.body).getByRole('button', {
        name: 'checkout-task',
      }),
    );
    expect(select.role).toHaveBeenCalledWith('id-checkout-task');
  });

  it('is not there where the table tells all', async () => {
    render(aService({ roles: [aRoleUse()] }));
    await screen.findByLabelText('address');
    expect(
      screen.queryByRole('button', { name: /^How it hangs together/ }),
    ).not.toBeInTheDocument();
  });
});
