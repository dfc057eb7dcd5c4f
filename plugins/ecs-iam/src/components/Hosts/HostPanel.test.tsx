import type { EntityService } from '@ecs-iam/plugin-ecs-iam-common';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { aRoleRef } from '../../__testUtils__/builders';
import { fixClock } from '../../__testUtils__/fixClock';
import { aHostGroup, aHostTask } from '../../__testUtils__/hosts';
import { renderEntity } from '../../__testUtils__/renderEntity';
import { HostPanel } from './HostPanel';

fixClock();

const select = {
  role: jest.fn(),
  statement: jest.fn(),
  finding: jest.fn(),
  close: jest.fn(),
};

async function render(hosts: EntityService['hosts']) {
  renderEntity(
    <section aria-label="checkout">
      <HostPanel service={{ hosts }} select={select} />
    </section>,
    { api: {} },
  );
  const service = await screen.findByRole('region', { name: 'checkout' });
  return {
    inside: within(service),
    user: userEvent.setup({ advanceTimers: jest.advanceTimersByTime }),
  };
}

/** Renders groups of hosts, and opens the panel where it is folded. */
async function renderOpen(...groups: Parameters<typeof aHostGroup>[0][]) {
  const { inside, user } = await render({
    known: true,
    value: groups.map(group => aHostGroup(group)),
  });
  const closed = inside.queryByRole('button', {
    name: /^Hosts/,
    expanded: false,
  });
  if (closed) {
    await user.click(closed);
  }
  return { inside, user };
}

type Inside = Awaited<ReturnType<typeof render>>['inside'];

function fact(inside: Inside, term: string) {
  return inside.getByText(term).nextElementSibling;
}

const reached = { reach: 'yes' as const, why: 'nothing blocks it' };

describe('HostPanel', () => {
  it('is folded when nothing is alarming, and says how many hosts there are', async () => {
    const { inside, user } = await render({
      known: true,
      value: [aHostGroup()],
    });
    const fold = inside.getByRole('button', {
      name: 'Hosts 3 hosts · shared with no other service',
      expanded: false,
    });
    expect(inside.queryByText('Metadata service')).not.toBeInTheDocument();
    fold.focus();
    await user.keyboard('{Enter}');
    expect(inside.getByText('Metadata service')).toBeInTheDocument();
  });

  it('is open when containers reach what is not theirs', async () => {
    const { inside } = await render({
      known: true,
      value: [
        aHostGroup({
          imds: reached,
          tasks: {
            known: true,
            value: [aHostTask(), aHostTask({ serviceName: 'refunds' })],
          },
          hidden: { services: 2, tasks: 5 },
        }),
      ],
    });
    expect(
      inside.getByRole('button', {
        name: 'Hosts 3 hosts · shared with 3 other services',
        expanded: true,
      }),
    ).toBeInTheDocument();
  });

  it('counts a neighbour once that is on two groups of hosts', async () => {
    const tasks = {
      known: true as const,
      value: [aHostTask(), aHostTask({ serviceName: 'refunds' })],
    };
    const hidden = { services: 1, tasks: 1 };
    const { inside } = await renderOpen(
      { tasks, hidden },
      { names: ['i-0b'], count: 1, tasks, hidden },
    );
    expect(
      inside.getByRole('button', {
        name: 'Hosts 4 hosts · shared with 2 other services',
      }),
    ).toBeInTheDocument();
  });

  it('says what the hosts are', async () => {
    const { inside } = await renderOpen({ count: 41 });
    expect(
      inside.getByRole('heading', {
        name: '41 hosts · EC2 · capacity provider prod-eu',
      }),
    ).toBeInTheDocument();
    expect(fact(inside, 'Instances')).toHaveTextContent(
      'i-0a1b2c3d4e5f60001, i-0a1b2c3d4e5f60002, i-0a1b2c3d4e5f60003 and 38 more',
    );
  });

  it('says that a host is only the next one', async () => {
    const { inside } = await renderOpen({
      names: ['ecs-hosts'],
      count: 1,
      running: false,
      capacityProvider: null,
      tasks: { known: true, value: [] },
    });
    expect(
      inside.getByRole('button', { name: 'Hosts none runs yet' }),
    ).toBeInTheDocument();
    expect(
      inside.getByRole('heading', {
        name: 'The next host · EC2 · no capacity provider',
      }),
    ).toBeInTheDocument();
    expect(fact(inside, 'Template')).toHaveTextContent('ecs-hosts');
    expect(inside.queryByText('Who shares these hosts')).toBeNull();
  });

  it.each([
    ['yes' as const, 'Containers reach it'],
    [
      'unless-blocked' as const,
      'Containers reach it, unless the host blocks it',
    ],
    ['no' as const, 'Containers do not reach it'],
    ['unknown' as const, 'Not known whether containers reach it'],
  ])('says of a reach of %s: %s, and why', async (reach, text) => {
    const { inside } = await renderOpen({
      imds: { reach, why: 'the hop limit is `1`' },
    });
    expect(fact(inside, 'Metadata service')).toHaveTextContent(
      `${text}the hop limit is 1`,
    );
  });

  it('opens the drawer of the instance role', async () => {
    const { inside, user } = await renderOpen({});
    await user.click(inside.getByRole('button', { name: 'ecsInstanceRole' }));
    expect(select.role).toHaveBeenCalledWith('id-ecsInstanceRole');
  });

  it('shows who shares the hosts: this service first, links to entities, task counts and roles', async () => {
    const { inside } = await renderOpen({
      tasks: {
        known: true,
        value: [
          aHostTask({
            serviceName: 'refunds',
            count: 7,
            roles: [
              { slot: 'execution', role: aRoleRef({ name: 'shared-exec' }) },
              { slot: 'task', role: null },
            ],
          }),
          aHostTask({ serviceName: 'ledger', entityRefs: [], roles: [] }),
          aHostTask({
            family: 'nightly',
            serviceName: null,
            serviceArn: null,
            entityRefs: [],
            own: false,
            revision: null,
          }),
          aHostTask(),
        ],
      },
      hidden: { services: 2, tasks: 5 },
    });
    const table = inside.getByRole('table', { name: 'Who shares these hosts' });
    const [, ...rows] = within(table).getAllByRole('row');
    expect(
      rows.map(row =>
        [...row.children].map(({ textContent }) => textContent?.trim()),
      ),
    ).toEqual([
      ['checkout this service · checkout:42', '2', 'checkout-task Task'],
      ['refunds refunds:42', '7', 'shared-exec Execution'],
      ['ledger ledger:42', '2', '—not applicable'],
      ['Tasks of nightly', '2', 'checkout-task Task'],
    ]);
    expect(within(table).getAllByRole('link')).toHaveLength(1);
    expect(
      within(table).getByRole('link', { name: 'refunds' }),
    ).toHaveAttribute('href', '/catalog/default/component/refunds');
    expect(
      inside.getByText('and 2 services that you may not see (5 tasks)'),
    ).toBeInTheDocument();
  });

  it.each([
    [{ services: 1, tasks: 1 }, '1 service that you may not see (1 task)'],
    [{ services: 0, tasks: 3 }, '3 tasks that you may not see'],
  ])('counts only what is hidden: %j', async (hidden, text) => {
    const { inside } = await renderOpen({
      tasks: { known: true, value: [] },
      hidden,
    });
    expect(inside.getByText(text)).toBeInTheDocument();
  });

  it('says nothing of what is hidden when nothing is', async () => {
    const { inside } = await renderOpen({});
    expect(inside.queryByText(/may not see/)).not.toBeInTheDocument();
  });

  it('shows ten neighbours, and the rest on demand', async () => {
    const { inside, user } = await renderOpen({
      tasks: {
        known: true,
        value: Array.from({ length: 30 }, (_, n) =>
          aHostTask({ serviceName: `s${n}`, serviceArn: `s${n}` }),
        ),
      },
    });
    const table = inside.getByRole('table', { name: 'Who shares these hosts' });
    expect(within(table).getAllByRole('rowheader')).toHaveLength(10);
    await user.click(inside.getByRole('button', { name: 'Show 20 more' }));
    expect(within(table).getAllByRole('rowheader')).toHaveLength(30);
  });

  it('shows ten groups of hosts, and the rest on demand', async () => {
    const { inside, user } = await renderOpen(
      ...Array.from({ length: 12 }, (_, n) => ({
        names: [`i-${n}`],
        count: 1,
        capacityProvider: `provider-${n}`,
      })),
    );
    expect(inside.getAllByText('Instances')).toHaveLength(10);
    await user.click(
      inside.getByRole('button', { name: 'Show 2 more groups of hosts' }),
    );
    expect(inside.getAllByText('Instances')).toHaveLength(12);
  });

  it('says what a container could reach together, of a long list the first five', async () => {
    const { inside, user } = await renderOpen({
      imds: reached,
      together: {
        roles: 4,
        worst: 'critical',
        can: [
          'become an administrator',
          ...Array.from({ length: 6 }, (_, n) => `write to bucket ${n}`),
        ],
      },
    });
    const together = fact(inside, 'What a container could reach together');
    expect(together).toHaveTextContent('4 roles · worst warning');
    expect(together).toHaveTextContent('critical');
    expect(together).toHaveTextContent('become an administrator');
    expect(inside.queryByText('write to bucket 4')).not.toBeInTheDocument();
    await user.click(inside.getByRole('button', { name: 'Show 2 more' }));
    expect(inside.getByText('write to bucket 5')).toBeInTheDocument();
  });

  it.each([
    [{ roles: 0, worst: null, can: [] }, 'no' as const, /^Nothing but what/],
    [null, 'unknown' as const, /^Not known: it depends on whether containers/],
  ])('says of %j when the reach is %s: %s', async (together, reach, text) => {
    const { inside } = await renderOpen({
      imds: { reach, why: '' },
      together,
    });
    expect(
      fact(inside, 'What a container could reach together'),
    ).toHaveTextContent(text);
  });

  it('says that no role on the hosts has a warning', async () => {
    const { inside } = await renderOpen({});
    expect(
      fact(inside, 'What a container could reach together'),
    ).toHaveTextContent(/^2 roles · without warnings$/);
  });

  it('writes what is not known as not known', async () => {
    const { inside } = await renderOpen({
      role: null,
      unresolved: { because: 'AccessDenied', needs: 'iam:GetInstanceProfile' },
      tasks: { known: false, because: 'AccessDenied', needs: 'ecs:ListTasks' },
      together: null,
    });
    expect(
      inside.getByRole('button', { name: 'Hosts 3 hosts' }),
    ).toBeInTheDocument();
    expect(fact(inside, 'Instance role')).toHaveTextContent(
      'Not knownneeds iam:GetInstanceProfile',
    );
    expect(
      fact(inside, 'What a container could reach together'),
    ).toHaveTextContent(/^Not known: not every role on these hosts/);
    expect(inside.getByText('needs ecs:ListTasks')).toBeInTheDocument();
  });

  it('names the permission without which the hosts are not known', async () => {
    const { inside } = await render({
      known: false,
      because: 'AccessDenied',
      needs: 'ecs:DescribeContainerInstances',
    });
    expect(
      inside.getByText('needs ecs:DescribeContainerInstances'),
    ).toBeInTheDocument();
    expect(inside.queryByRole('button', { name: /^Hosts/ })).toBeNull();
  });

  it('is not there where there are no hosts', async () => {
    const { inside } = await render({ known: true, value: [] });
    expect(inside.queryByText('Hosts')).not.toBeInTheDocument();
  });
});
