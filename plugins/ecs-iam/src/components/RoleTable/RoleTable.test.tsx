import { renderInTestApp } from '@backstage/frontend-test-utils';
import type { Finding, RoleUse } from '@ecs-iam/plugin-ecs-iam-common';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { aFinding, aRoleRef, aRoleUse } from '../../__testUtils__/builders';
import { fixClock } from '../../__testUtils__/fixClock';
import { RoleTable } from './RoleTable';

fixClock();

// The tooltip of the button says the same.
const announced = { selector: '[role="status"]' };
const select = {
  role: jest.fn(),
  statement: jest.fn(),
  finding: jest.fn(),
  close: jest.fn(),
};

function render(uses: RoleUse[], findings: Finding[] = []) {
  renderInTestApp(
    <RoleTable
      service="checkout"
      uses={uses}
      findings={findings}
      select={select}
    />,
  );
}

function person() {
  return userEvent.setup({ advanceTimers: jest.advanceTimersByTime });
}

/** The cells of a row by the names of their columns. */
async function cellsOf(name: string): Promise<Record<string, HTMLElement>> {
  const row = await screen.findByRole('row', { name: new RegExp(`^${name}`) });
  const [, ...headers] = screen.getAllByRole('columnheader');
  const cells = within(row).getAllByRole('cell');
  return Object.fromEntries(
    headers.map((header, index) => [header.textContent ?? '', cells[index]]),
  );
}

const fargateInstance = aRoleUse({
  slot: 'instance',
  role: null,
  appliesTo: '–',
  usedFor: ['Fargate has no host of yours'],
  required: { value: 'no', because: ['the service runs on Fargate'] },
  lastUsed: null,
});

describe('RoleTable', () => {
  afterEach(() => jest.clearAllMocks());

  it('has a column for each question, with header cells', async () => {
    render([aRoleUse()]);
    const table = await screen.findByRole('table', {
      name: 'IAM roles of checkout',
    });
    const headers = within(table).getAllByRole('columnheader');
    expect(headers.map(({ textContent }) => textContent)).toEqual([
      'Role type',
      'Role',
      'Applies to',
      'Used for',
      'Required',
      'Last used',
      'Shared with',
      'Warnings',
    ]);
    headers.forEach(header => expect(header).toHaveAttribute('scope', 'col'));
    expect(within(table).getByRole('rowheader')).toHaveAttribute(
      'scope',
      'row',
    );
  });

  it('keeps the order of the server, also with two roles in one slot', async () => {
    render([
      aRoleUse({ slot: 'execution', role: aRoleRef({ name: 'exec' }) }),
      aRoleUse({ appliesTo: 'revision 42, 80 % of tasks' }),
      aRoleUse({
        appliesTo: 'revision 41, 20 % of tasks',
        role: aRoleRef({ name: 'checkout-task-old' }),
      }),
      fargateInstance,
    ]);
    expect(
      (await screen.findAllByRole('rowheader')).map(cell => cell.textContent),
    ).toEqual(['Execution', 'Task', 'Task', 'Instance']);
    expect(screen.getByText('revision 41, 20 % of tasks')).toBeInTheDocument();
  });

  it('shows a slot without a role, with the reason in words', async () => {
    render([fargateInstance]);
    const cells = await cellsOf('Instance');
    expect(cells.Role).toHaveTextContent(/None$/);
    expect(cells['Used for']).toHaveTextContent('Fargate has no host of yours');
    expect(cells.Required).toHaveTextContent('No: the service runs on Fargate');
    expect(
      within(cells['Applies to']).getByText('not applicable'),
    ).toBeInTheDocument();
    expect(
      within(cells['Last used']).getByText('not applicable'),
    ).toBeInTheDocument();
  });

  it('writes what is not known as not known, with the missing permission', async () => {
    render([
      aRoleUse({
        slot: 'instance',
        role: null,
        unresolved: {
          because: 'AccessDenied',
          needs: 'ecs:DescribeContainerInstances',
        },
        lastUsed: {
          known: false,
          because: 'AccessDenied',
          needs: 'iam:GetRole',
        },
        undecided: [
          { ruleId: 'a', because: 'denied', needs: 'iam:GetRole' },
          { ruleId: 'b', because: 'denied', needs: 'iam:GetRole' },
        ],
      }),
    ]);
    const cells = await cellsOf('Instance');
    expect(cells.Role).toHaveTextContent(
      'Not knownneeds ecs:DescribeContainerInstances',
    );
    expect(cells['Last used']).toHaveTextContent('Not knownneeds iam:GetRole');
    expect(cells.Warnings).toHaveTextContent(
      '2 checks not judged: needs iam:GetRole',
    );
    expect(cells.Warnings).not.toHaveTextContent('none');
  });

  it.each([
    ['not-found' as const, 'Does not exist in IAM'],
    ['other-account' as const, 'In another account, not read'],
  ])('says of a role that is %s: %s', async (value, text) => {
    render([
      aRoleUse({ role: aRoleRef({ existence: { known: true, value } }) }),
    ]);
    expect(await screen.findByText(text)).toBeInTheDocument();
  });

  it('says when a role was last used, or that it was not', async () => {
    render([
      aRoleUse(),
      aRoleUse({
        slot: 'execution',
        lastUsed: { known: true, value: { date: null, region: null } },
      }),
    ]);
    expect((await cellsOf('Task'))['Last used']).toHaveTextContent(
      '3 days agoin eu-west-1',
    );
    expect((await cellsOf('Execution'))['Last used']).toHaveTextContent(
      'Not in the last 400 days',
    );
  });

  it('shows the first uses of a long list, and the rest on demand', async () => {
    render([aRoleUse({ usedFor: ['a', 'b', 'c', 'd', 'e'] })]);
    const { 'Used for': cell } = await cellsOf('Task');
    expect(cell).toHaveTextContent('a, b, c 2 more');
    await person().click(
      within(cell).getByRole('button', { name: '2 more', expanded: false }),
    );
    expect(cell).toHaveTextContent('a, b, c, d, e Show less');
  });

  it('does not hide a single use behind a button', async () => {
    render([aRoleUse({ usedFor: ['a', 'b', 'c', 'd'] })]);
    expect((await cellsOf('Task'))['Used for']).toHaveTextContent('a, b, c, d');
    expect(
      screen.queryByRole('button', { name: /more/ }),
    ).not.toBeInTheDocument();
  });

  it('opens the role', async () => {
    render([aRoleUse()]);
    await person().click(
      await screen.findByRole('button', { name: 'checkout-task' }),
    );
    expect(select.role).toHaveBeenCalledWith('id-checkout-task');
  });

  it('counts the other users, the hidden ones too, and leads to them', async () => {
    render([
      aRoleUse({
        sharedWith: {
          visible: [
            {
              serviceArn: 'arn',
              serviceName: 'search',
              clusterName: 'prod-eu',
              entityRefs: [],
            },
          ],
          hidden: 13,
        },
      }),
    ]);
    await person().click(
      await screen.findByRole('button', { name: '14 services' }),
    );
    expect(select.role).toHaveBeenCalledWith('id-checkout-task', 'overview');
  });

  it('counts warnings by severity, without notes, and leads to the worst', async () => {
    const finding = aFinding();
    render(
      [aRoleUse({ findings: [finding.id, 'mitigated', 'note', 'not-mine'] })],
      [
        finding,
        aFinding({ id: 'mitigated', state: 'mitigated' }),
        aFinding({ id: 'note', severity: 'info' }),
      ],
    );
    const { Warnings: cell } = await cellsOf('Task');
    await person().click(
      within(cell).getByRole('button', { name: '1 critical' }),
    );
    expect(within(cell).getAllByRole('button')).toHaveLength(1);
    expect(select.role).toHaveBeenCalledWith(
      'id-checkout-task',
      'warnings',
      'finding-admin',
    );
  });

  it('leads to the warning itself where the slot has no role', async () => {
    const finding = aFinding({ roleId: null, roleName: null });
    render([aRoleUse({ role: null, findings: [finding.id] })], [finding]);
    await person().click(
      await screen.findByRole('button', { name: '1 critical' }),
    );
    expect(select.finding).toHaveBeenCalledWith('finding-admin');
    expect(select.role).not.toHaveBeenCalled();
  });

  it('says that a slot has no warnings, or only mitigated ones', async () => {
    render(
      [
        aRoleUse(),
        aRoleUse({ slot: 'execution', findings: ['finding-admin'] }),
      ],
      [aFinding({ state: 'mitigated' })],
    );
    expect((await cellsOf('Task')).Warnings).toHaveTextContent('none');
    expect((await cellsOf('Execution')).Warnings).toHaveTextContent(
      '1 mitigated',
    );
  });

  it('shows remarks, such as a host that differs from its template', async () => {
    render([aRoleUse({ notes: ['Host and template differ.'] })]);
    expect(
      await screen.findByText('Host and template differ.'),
    ).toBeInTheDocument();
  });

  it('copies the ARN of a role', async () => {
    render([aRoleUse()]);
    const user = person();
    const write = jest
      .spyOn(navigator.clipboard, 'writeText')
      .mockResolvedValue();
    await user.click(
      await screen.findByRole('button', {
        name: 'Copy the ARN of checkout-task',
      }),
    );
    expect(write).toHaveBeenCalledWith(aRoleRef().arn);
    expect(await screen.findByText('Copied', announced)).toBeInTheDocument();
  });

  it('says when an ARN could not be copied', async () => {
    render([aRoleUse()]);
    const user = person();
    jest
      .spyOn(navigator.clipboard, 'writeText')
      .mockRejectedValue(new Error('denied'));
    await user.click(
      await screen.findByRole('button', {
        name: 'Copy the ARN of checkout-task',
      }),
    );
    expect(
      await screen.findByText('Could not be copied', announced),
    ).toBeInTheDocument();
  });
});
