import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { aFinding, aGap, anEntityRoles } from '../../__testUtils__/builders';
import { failWith } from '../../__testUtils__/failWith';
import { fixClock } from '../../__testUtils__/fixClock';
import { renderEntity } from '../../__testUtils__/renderEntity';
import { RolesCard } from './RolesCard';

fixClock();

function render(
  getEntityRoles: Parameters<typeof renderEntity>[1]['api']['getEntityRoles'],
  tabLink?: string,
) {
  renderEntity(<RolesCard tabLink={tabLink} />, { api: { getEntityRoles } });
}

describe('RolesCard', () => {
  it('shows the counts, the worst warning and the age of the scan, and links to the tab', async () => {
    render(
      async () =>
        anEntityRoles({
          findings: [aFinding(), aFinding({ id: 'b', severity: 'low' })],
          gaps: [aGap()],
        }),
      '/catalog/default/component/checkout/iam-roles',
    );
    expect(await screen.findByText('1 critical')).toBeInTheDocument();
    expect(screen.getByText('1 low')).toBeInTheDocument();
    expect(
      screen.getByText(
        'checkout-task: Role is an administrator of the account',
      ),
    ).toBeInTheDocument();
    expect(screen.getByText(/^1 service · 1 role/)).toHaveTextContent(
      '1 service · 1 role · scanned 12 minutes ago · 1 thing could not be read · IAM actions of Sep 26, 2026',
    );
    expect(
      screen.getByRole('link', { name: /Show the IAM roles/ }),
    ).toHaveAttribute('href', '/catalog/default/component/checkout/iam-roles');
  });

  it.each([
    ['all is clean', anEntityRoles(), 'No warnings'],
    [
      'there are only notes',
      anEntityRoles({ findings: [aFinding({ severity: 'info' })] }),
      'No warnings',
    ],
    [
      'something could not be read',
      anEntityRoles({ gaps: [aGap()] }),
      /^No warnings in what could be read. The tab says/,
    ],
    [
      'there is no service',
      anEntityRoles({ services: [] }),
      /^No ECS service found/,
    ],
    [
      'it was not scanned yet',
      anEntityRoles({ services: [], scannedAt: null }),
      'Not scanned yet',
    ],
  ])('says in one line that %s', async (_, data, text) => {
    render(async () => data);
    expect(await screen.findByText(text)).toBeInTheDocument();
    expect(screen.queryByRole('link')).not.toBeInTheDocument();
  });

  it('says that it loads', async () => {
    render(() => new Promise(() => {}));
    expect(
      await screen.findByText('Loading the IAM roles'),
    ).toBeInTheDocument();
  });

  it('says that the roles are not for this person', async () => {
    render(() => failWith(403, 'NotAllowedError', 'Unauthorized'));
    expect(
      await screen.findByText('You may not see the IAM roles of this entity.'),
    ).toBeInTheDocument();
  });

  it('says what failed, and tries again', async () => {
    const getEntityRoles = jest
      .fn()
      .mockImplementationOnce(() => failWith(500, 'Error', 'Broken.'))
      .mockResolvedValueOnce(anEntityRoles());
    render(getEntityRoles);
    await userEvent
      .setup({ advanceTimers: jest.advanceTimersByTime })
      .click(await screen.findByRole('button', { name: 'Retry' }));
    expect(await screen.findByText('No warnings')).toBeInTheDocument();
  });
});
