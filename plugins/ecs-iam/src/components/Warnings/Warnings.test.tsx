import { renderInTestApp } from '@backstage/frontend-test-utils';
import type { Finding } from '@ecs-iam/plugin-ecs-iam-common';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { aFinding } from '../../__testUtils__/builders';
import { fixClock } from '../../__testUtils__/fixClock';
import { Warnings } from './Warnings';

fixClock();

const select = {
  role: jest.fn(),
  statement: jest.fn(),
  finding: jest.fn(),
  close: jest.fn(),
};

const admin = aFinding();
const shared = aFinding({
  id: 'shared',
  ruleId: 'ecs.role-shared',
  severity: 'medium',
  title: 'Task role is shared',
  place: null,
});
const host = aFinding({
  id: 'host',
  ruleId: 'ecs.instance-role-overprivileged',
  severity: 'high',
  slot: 'instance',
  roleName: 'ecsInstanceRole',
  title: 'Host can do too much',
});
const mitigated = aFinding({
  id: 'mitigated',
  ruleId: 'iam.service-wildcard',
  severity: 'critical',
  state: 'mitigated',
  mitigatedBy: 'boundary',
  title: 'Has every right of a service',
});
const note = aFinding({
  id: 'note',
  ruleId: 'iam.inline-policy',
  severity: 'info',
  title: 'Has an inline policy',
});
const all = [note, mitigated, shared, admin, host];

/** Two or more findings of one rule about one role. */
const escalations = (count: number, parts: Partial<Finding> = {}) =>
  Array.from({ length: count }, (_, index) =>
    aFinding({
      id: `escalation-${index}`,
      ruleId: 'iam.privesc',
      severity: 'medium',
      title: 'Role can give itself more permissions',
      message: `By way ${index}.`,
      ...parts,
    }),
  );

function render(findings: Finding[], selectedId: string | null = null) {
  renderInTestApp(
    <Warnings findings={findings} selectedId={selectedId} select={select} />,
  );
  return userEvent.setup({ advanceTimers: jest.advanceTimersByTime });
}

async function titles() {
  const items = await screen.findAllByRole('listitem');
  return items.map(
    item => all.find(({ title }) => item.textContent?.includes(title))?.id,
  );
}

describe('Warnings', () => {
  afterEach(() => jest.clearAllMocks());

  it('lists the worst first, and counts what asks for nothing without showing it', async () => {
    render(all);
    expect(await titles()).toEqual(['finding-admin', 'host', 'shared']);
    expect(screen.getByRole('status')).toHaveTextContent(
      '3 warnings · 1 mitigated warning · 1 note',
    );
  });

  it('shows what something mitigates, and by what, when asked', async () => {
    const user = render(all);
    await user.click(
      await screen.findByRole('button', {
        name: /^1 mitigated warning/,
        expanded: false,
      }),
    );
    expect(
      screen.getByRole('button', { name: /Has every right/ }),
    ).toHaveTextContent('mitigated by the permissions boundary');
    expect(await titles()).toEqual([
      'finding-admin',
      'host',
      'shared',
      'mitigated',
    ]);
  });

  it('shows notes when asked, and hides them again', async () => {
    const user = render(all);
    const fold = await screen.findByRole('button', { name: /^1 note/ });
    await user.click(fold);
    expect((await titles()).at(-1)).toBe('note');
    await user.click(fold);
    expect(await titles()).not.toContain('note');
  });

  it('says that there is no warning beside what it folds', async () => {
    render([note]);
    expect(await screen.findByRole('status')).toHaveTextContent(
      '0 warnings · 1 note',
    );
    expect(screen.queryByRole('listitem')).not.toBeInTheDocument();
    expect(
      screen.queryByRole('group', { name: 'Filter the warnings' }),
    ).not.toBeInTheDocument();
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
    ['Severity', 'info', ['note']],
    ['State', 'mitigated', ['mitigated']],
  ])('filters by %s', async (label, option, expected) => {
    const user = render(all);
    const filters = await screen.findByRole('group', {
      name: 'Filter the warnings',
    });
    await user.selectOptions(within(filters).getByLabelText(label), option);
    expect(await titles()).toEqual(expected);
    expect(screen.getByRole('status')).toHaveTextContent(
      '1 of 5 matches the filters',
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
    expect(await titles()).toHaveLength(3);
  });

  it('tells roles of the same name in several accounts apart', async () => {
    const staging = aFinding({
      id: 'staging',
      subject: 'arn:aws:iam::444455556666:role/checkout-task',
    });
    render([admin, staging]);
    const items = await screen.findAllByRole('listitem');
    expect(items.map(({ textContent }) => textContent)).toEqual([
      expect.stringContaining('checkout-task · account 111122223333 · Task'),
      expect.stringContaining('checkout-task · account 444455556666 · Task'),
    ]);
  });

  it('opens by keyboard', async () => {
    const user = render([admin]);
    (await screen.findByRole('button', { name: /^critical/ })).focus();
    await user.keyboard('{Enter}');
    expect(screen.getByText('Why')).toBeInTheDocument();
  });

  it('shows, opens and focuses what the address points at, whatever the filters say', async () => {
    render(all, 'mitigated');
    const warning = await screen.findByRole('button', {
      name: /Has every right of a service/,
      expanded: true,
    });
    expect(warning).toHaveFocus();
  });

  describe('of findings that are alike', () => {
    it('shows one line, with the worst of them and how many there are', async () => {
      render([
        ...escalations(3),
        ...escalations(1, {
          id: 'worst',
          severity: 'critical',
          message: 'So.',
        }),
      ]);
      const line = await screen.findByRole('button', { name: /^critical/ });
      expect(line).toHaveTextContent(
        'criticalRole can give itself more permissions and 3 more like itSo.checkout-task',
      );
      expect(screen.getAllByRole('listitem')).toHaveLength(1);
      expect(screen.getByRole('status')).toHaveTextContent('4 warnings');
    });

    const members = (count: number) =>
      within(
        screen.getByText(`And ${count} more`).nextElementSibling as HTMLElement,
      )
        .getAllByRole('listitem')
        .map(({ textContent }) => textContent);

    it('opens to each, and to where, why and fix once', async () => {
      const user = render(escalations(3));
      await user.click(await screen.findByRole('button', { name: /^medium/ }));
      expect(members(2)).toEqual(['medium By way 1. ', 'medium By way 2. ']);
      expect(screen.getByText('Where').nextElementSibling).toHaveTextContent(
        'everything, statement 2 (Everything)',
      );
      expect(screen.getAllByText('Why')).toHaveLength(1);
    });

    it('leads from each to its place where they are in several', async () => {
      const other = aFinding({ id: 'other' }).place;
      const user = render([
        ...escalations(2),
        ...escalations(1, {
          id: 'other',
          message: 'Elsewhere.',
          place: other && { ...other, pointer: '/Statement/4', statement: 4 },
        }),
      ]);
      await user.click(await screen.findByRole('button', { name: /^medium/ }));
      expect(members(2)[1]).toBe(
        'medium Elsewhere. everything, statement 5 (Everything)Show the statement',
      );
      await user.click(
        screen.getAllByRole('button', { name: 'Show the statement' })[2],
      );
      expect(select.role).toHaveBeenCalledWith(
        'id-checkout-task',
        'policies',
        'other',
      );
    });

    it('shows the first of many, and the rest on demand', async () => {
      const user = render(escalations(40));
      await user.click(await screen.findByRole('button', { name: /^medium/ }));
      expect(members(39)).toHaveLength(5);
      await user.click(screen.getByRole('button', { name: 'Show 34 more' }));
      expect(members(39)).toHaveLength(39);
    });

    it('shows the one that the address points at in place of the worst', async () => {
      render(escalations(40), 'escalation-33');
      expect(
        await screen.findByRole('button', {
          name: /By way 33/,
          expanded: true,
        }),
      ).toHaveFocus();
    });
  });

  describe('of hundreds of findings', () => {
    const many = Array.from({ length: 300 }, (_, index) =>
      aFinding({
        id: `finding-${String(index).padStart(3, '0')}`,
        ruleId: `iam.rule-${index}`,
        severity: 'low',
        title: `Finding ${index}`,
      }),
    );

    it('shows the worst first, and the rest on demand', async () => {
      const user = render([...many, admin]);
      const items = await screen.findAllByRole('listitem');
      expect(items).toHaveLength(20);
      expect(items[0]).toHaveTextContent('Role is an administrator');
      expect(screen.getByRole('status')).toHaveTextContent('301 warnings');
      await user.click(screen.getByRole('button', { name: 'Show 281 more' }));
      expect(screen.getAllByRole('listitem')).toHaveLength(301);
    });

    it('shows the one that the address points at, wherever it stands', async () => {
      render(many, 'finding-250');
      expect(
        await screen.findByRole('button', { name: /Finding 250/ }),
      ).toHaveFocus();
    });
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
