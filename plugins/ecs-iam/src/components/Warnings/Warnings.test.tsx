import { renderInTestApp } from '@backstage/frontend-test-utils';
import type { Finding } from '@ecs-iam/plugin-ecs-iam-common';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { aFinding } from '../../__testUtils__/builders';
import { fixClock } from '../../__testUtils__/fixClock';
import { Warnings } from './Warnings';

fixClock();

const select = { role: jest.fn(), finding: jest.fn(), close: jest.fn() };

const admin = aFinding();
const shared = aFinding({
  id: 'shared',
  severity: 'medium',
  title: 'Task role is shared',
  place: null,
});
const host = aFinding({
  id: 'host',
  severity: 'high',
  slot: 'instance',
  roleName: 'ecsInstanceRole',
  title: 'Host can do too much',
});
const mitigated = aFinding({
  id: 'mitigated',
  severity: 'critical',
  state: 'mitigated',
  mitigatedBy: 'the boundary `team-boundary`',
  title: 'Has every right of a service',
});
const all = [mitigated, shared, admin, host];

function render(findings: Finding[], selectedId: string | null = null) {
  renderInTestApp(
    <Warnings findings={findings} selectedId={selectedId} select={select} />,
  );
  return userEvent.setup({ advanceTimers: jest.advanceTimersByTime });
}

async function titles() {
  const list = await screen.findByRole('list');
  return within(list)
    .getAllByRole('button', { expanded: false })
    .map(button => all.find(f => button.textContent?.includes(f.title))?.id);
}

describe('Warnings', () => {
  afterEach(() => jest.clearAllMocks());

  it('lists the worst first, and last what something mitigates, with what that is', async () => {
    render(all);
    expect(await titles()).toEqual([
      'finding-admin',
      'host',
      'shared',
      'mitigated',
    ]);
    expect(
      screen.getByRole('button', { name: /Has every right/ }),
    ).toHaveTextContent('mitigated: the boundary team-boundary');
  });

  it('says what, in words first, and whom it concerns', async () => {
    render([admin]);
    expect(
      await screen.findByRole('button', { name: /^critical/ }),
    ).toHaveTextContent(
      'criticalRole is an administrator of the account* on * allows every action on every resource.checkout-task · Task · everything',
    );
  });

  it('opens to where, why, fix, when to leave it, and links', async () => {
    const user = render([admin]);
    await user.click(await screen.findByRole('button', { name: /^critical/ }));
    const term = (name: string) => screen.getByText(name).nextElementSibling;
    expect(term('Where')).toHaveTextContent(
      'everything, statement 2 (Everything)',
    );
    expect(term('Why')).toHaveTextContent(
      'Whoever gets into the container gets the account.',
    );
    expect(term('Fix')).toHaveTextContent('Replace the wildcard');
    expect(term('When to leave it')).toHaveTextContent(
      'The task deploys the account itself.',
    );
    expect(
      screen.getByRole('link', { name: /docs.aws.amazon.com: best practices/ }),
    ).toHaveAttribute('href', admin.links[0]);
    expect(term('Rule')).toHaveTextContent(
      'iam.admin-access · first seen 22 days ago, last seen 12 minutes ago',
    );
  });

  it('leads to the statement', async () => {
    const user = render([admin]);
    await user.click(await screen.findByRole('button', { name: /^critical/ }));
    await user.click(
      screen.getByRole('button', { name: 'Show the statement' }),
    );
    expect(select.role).toHaveBeenCalledWith(
      'id-checkout-task',
      'policies',
      'finding-admin',
    );
  });

  it('leads to the trust policy where the statement is one of trust', async () => {
    const trust = aFinding({
      place: {
        document: 'trust',
        documentName: 'Trust policy',
        pointer: '/Statement/0',
        statement: 0,
        sid: null,
      },
    });
    const user = render([trust]);
    await user.click(await screen.findByRole('button', { name: /^critical/ }));
    expect(screen.getByText('Where').nextElementSibling).toHaveTextContent(
      'Trust policy, statement 1',
    );
    await user.click(
      screen.getByRole('button', { name: 'Show the statement' }),
    );
    expect(select.role).toHaveBeenCalledWith(
      'id-checkout-task',
      'trust',
      'finding-admin',
    );
  });

  it('offers the role where there is no statement', async () => {
    const user = render([shared]);
    await user.click(await screen.findByRole('button', { name: /^medium/ }));
    expect(screen.getByText('Where').nextElementSibling).toHaveTextContent(
      /^Not in a policy/,
    );
    await user.click(screen.getByRole('button', { name: 'Show the role' }));
    expect(select.role).toHaveBeenCalledWith('id-checkout-task');
  });

  it('offers no role where the slot has none', async () => {
    const user = render([
      aFinding({ roleId: null, roleName: null, place: null }),
    ]);
    const warning = await screen.findByRole('button', { name: /^critical/ });
    expect(warning).toHaveTextContent('no role');
    await user.click(warning);
    expect(
      screen.queryByRole('button', { name: 'Show the role' }),
    ).not.toBeInTheDocument();
  });

  it.each([
    ['Severity', 'high', ['host']],
    ['Role type', 'Instance', ['host']],
    ['State', 'mitigated', ['mitigated']],
  ])('filters by %s', async (label, option, expected) => {
    const user = render(all);
    const filters = await screen.findByRole('group', {
      name: 'Filter the warnings',
    });
    await user.selectOptions(within(filters).getByLabelText(label), option);
    expect(await titles()).toEqual(expected);
    expect(screen.getByRole('status')).toHaveTextContent(
      '1 of 4 warnings shown',
    );
  });

  it('says when no warning passes the filters, and clears them', async () => {
    const user = render(all);
    await user.selectOptions(await screen.findByLabelText('Severity'), 'high');
    await user.selectOptions(screen.getByLabelText('Role type'), 'Task');
    expect(
      screen.getByText(/No warning matches the filters/),
    ).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Clear the filters' }));
    expect(await titles()).toHaveLength(4);
  });

  it('opens by keyboard', async () => {
    const user = render([admin]);
    (await screen.findByRole('button', { name: /^critical/ })).focus();
    await user.keyboard('{Enter}');
    expect(screen.getByText('Why')).toBeInTheDocument();
  });

  it('shows, opens and focuses what the address points at, whatever the filters say', async () => {
    render(all, 'mitigated');
    const warning = await screen.findByRole('button', { expanded: true });
    expect(warning).toHaveTextContent('Has every right of a service');
    expect(warning).toHaveFocus();
  });

  it('is not there without warnings', async () => {
    renderInTestApp(
      <>
        <Warnings findings={[]} selectedId={null} select={select} />
        <p>the rest</p>
      </>,
    );
    await screen.findByText('the rest');
    expect(screen.queryByText('Warnings')).not.toBeInTheDocument();
  });
});
