import { annotations } from '@ecs-iam/plugin-ecs-iam-common';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  aFinding,
  aGap,
  anAnnotatedRole,
  anEntityRoles,
  aRoleUse,
  aScan,
  aService,
} from '../../__testUtils__/builders';
import { failWith } from '../../__testUtils__/failWith';
import { fixClock } from '../../__testUtils__/fixClock';
import { renderEntity } from '../../__testUtils__/renderEntity';
import { EntityRoles } from './EntityRoles';

fixClock();

function person() {
  return userEvent.setup({ advanceTimers: jest.advanceTimersByTime });
}

function render(api: Parameters<typeof renderEntity>[1]['api'], at?: string) {
  return renderEntity(<EntityRoles />, { api, at });
}

describe('EntityRoles', () => {
  it('says that it loads', async () => {
    render({ getEntityRoles: () => new Promise(() => {}) });
    expect(
      await screen.findByText('Loading the IAM roles'),
    ).toBeInTheDocument();
  });

  it('asks for the entity of the page', async () => {
    const { api } = render({ getEntityRoles: async () => anEntityRoles() });
    await screen.findByRole('region', { name: 'checkout' });
    expect(api.getEntityRoles).toHaveBeenCalledWith(
      'component:default/checkout',
    );
  });

  it('puts the worst warning first, with the counts and the age of the scan', async () => {
    render({
      getEntityRoles: async () =>
        anEntityRoles({
          findings: [
            aFinding({ id: 'low', severity: 'low', title: 'Something small' }),
            aFinding(),
          ],
        }),
    });
    const summary = await screen.findByRole('region', { name: 'Summary' });
    expect(
      within(summary).getByRole('heading', {
        name: /^checkout-task: Role is an administrator of the account/,
      }),
    ).toBeInTheDocument();
    expect(within(summary).getByText('1 critical')).toBeInTheDocument();
    expect(within(summary).getByText('1 low')).toBeInTheDocument();
    expect(summary).toHaveTextContent('1 service · 1 role');
    expect(summary).toHaveTextContent('scanned 12 minutes ago');
    expect(within(summary).getByText('12 minutes ago')).toHaveAttribute(
      'title',
      expect.stringContaining('Nov 23, 2026'),
    );
  });

  it('calls tasks that no service runs tasks of their family', async () => {
    render({
      getEntityRoles: async () =>
        anEntityRoles({
          services: [
            aService({
              name: 'nightly-report',
              kind: 'task-family',
              runningCount: 1,
              desiredCount: 0,
            }),
          ],
        }),
    });
    const section = await screen.findByRole('region', {
      name: 'Tasks of nightly-report',
    });
    const inside = within(section);
    expect(
      inside.getByRole('heading', { name: 'Tasks of nightly-report' }),
    ).toBeInTheDocument();
    expect(section).toHaveTextContent(
      'scheduled and standalone tasks · prod-eu',
    );
    expect(section).toHaveTextContent('1 running');
    expect(section).not.toHaveTextContent('of 0 running');
    expect(
      inside.getByRole('table', {
        name: 'IAM roles of Tasks of nightly-report',
      }),
    ).toBeInTheDocument();
    expect(screen.getByRole('region', { name: 'Summary' })).toHaveTextContent(
      /1 task family · 1 role/,
    );
  });

  it('does not call a service so', async () => {
    render({ getEntityRoles: async () => anEntityRoles() });
    const section = await screen.findByRole('region', { name: 'checkout' });
    expect(section).not.toHaveTextContent(/standalone|Tasks of/);
    expect(
      screen.getByRole('region', { name: 'Summary' }),
    ).not.toHaveTextContent(/task famil/);
  });

  it('leads from the worst warning to what to do', async () => {
    render({
      getEntityRoles: async () => anEntityRoles({ findings: [aFinding()] }),
    });
    await person().click(
      await screen.findByRole('button', { name: 'What to do' }),
    );
    const warning = screen.getByRole('button', {
      name: /Role is an administrator/,
      expanded: true,
    });
    expect(warning).toHaveFocus();
    expect(screen.getByText(/^Replace the wildcard/)).toBeInTheDocument();
    expect(screen.getByLabelText('address')).toHaveTextContent(
      '?finding=finding-admin',
    );
  });

  it('says in one line that all is clean', async () => {
    render({ getEntityRoles: async () => anEntityRoles() });
    expect(
      await screen.findByText(
        'No warnings. Every check of these roles passed.',
      ),
    ).toBeInTheDocument();
    expect(
      screen.queryByRole('region', { name: 'Warnings' }),
    ).not.toBeInTheDocument();
  });

  it('counts notes without calling them warnings', async () => {
    render({
      getEntityRoles: async () =>
        anEntityRoles({ findings: [aFinding({ severity: 'info' })] }),
    });
    const summary = await screen.findByRole('region', { name: 'Summary' });
    expect(summary).toHaveTextContent(
      'No warnings. Every check of these roles passed.1 note · 1 service · 1 role',
    );
    expect(
      within(summary).queryByRole('button', { name: 'What to do' }),
    ).not.toBeInTheDocument();
  });

  it('says by what the roles were judged, and what was not looked at', async () => {
    render({ getEntityRoles: async () => anEntityRoles() });
    expect(await screen.findByText(/^Judged by/)).toHaveTextContent(
      'Judged by the IAM actions that AWS had on Sep 26, 2026. Not looked at: service control, resource control, resource, and session policies.',
    );
  });

  it('does not call clean what could not be read', async () => {
    render({
      getEntityRoles: async () => anEntityRoles({ gaps: [aGap()] }),
    });
    expect(
      await screen.findByText(/^No warnings in what could be read/),
    ).toBeInTheDocument();
    expect(
      screen.queryByText(/Every check of these roles passed/),
    ).not.toBeInTheDocument();
  });

  it('shows what to attach in an account that could not be read', async () => {
    render({
      getEntityRoles: async () => anEntityRoles({ gaps: [aGap()] }),
    });
    const user = person();
    const write = jest
      .spyOn(navigator.clipboard, 'writeText')
      .mockResolvedValue();
    expect(
      await screen.findByText(/Account 777788889999 could not be read in full/),
    ).toHaveTextContent('since yesterday');
    await user.click(screen.getByRole('button', { name: 'What to attach' }));
    expect(screen.getByText(/"Action": "iam:GetRole"/)).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Copy the snippet' }));
    expect(write).toHaveBeenCalledWith(aGap().attach);
  });

  it('says when what it shows is old, and why', async () => {
    render({
      getEntityRoles: async () =>
        anEntityRoles({
          stale: {
            since: '2026-11-23T09:00:00.000Z',
            error: 'No credentials.',
          },
        }),
    });
    expect(
      await screen.findByText(/^The scan has failed since/),
    ).toHaveTextContent(
      'The scan has failed since 3 hours ago. This is the last good scan. No credentials.',
    );
  });

  it('shows a service that is no target with the line of config to add', async () => {
    render({
      getEntityRoles: async () =>
        anEntityRoles({
          services: [
            aService({
              name: 'refunds',
              state: 'not-a-target',
              roles: [],
              problem: {
                message: 'Account 444455556666 is no target.',
                fix: 'Add it:',
                snippet: "accountId: '444455556666'",
              },
            }),
          ],
        }),
    });
    const service = await screen.findByRole('region', { name: 'refunds' });
    expect(service).toHaveTextContent('not a scan target');
    expect(service).toHaveTextContent('Account 444455556666 is no target.');
    expect(
      within(service).getByText("accountId: '444455556666'"),
    ).toBeInTheDocument();
    expect(within(service).queryByRole('table')).not.toBeInTheDocument();
  });

  it('shows a broken annotation, and the rest of the page all the same', async () => {
    render({
      getEntityRoles: async () =>
        anEntityRoles({
          problems: [
            {
              annotation: annotations.amazonEcsServiceTags,
              value: 'app',
              message: '`app` has no value.',
              fix: 'Write `key=value`.',
              snippet: 'app=checkout',
            },
          ],
        }),
    });
    expect(
      await screen.findByText(
        'The annotation aws.amazon.com/amazon-ecs-service-tags could not be read',
      ),
    ).toBeInTheDocument();
    expect(screen.getByText('app=checkout')).toBeInTheDocument();
    expect(
      screen.getByRole('table', { name: 'IAM roles of checkout' }),
    ).toBeInTheDocument();
  });

  it('shows roles that only an annotation names', async () => {
    render({
      getEntityRoles: async () =>
        anEntityRoles({
          roles: [
            anAnnotatedRole(),
            anAnnotatedRole({
              arn: 'arn:aws:iam::1:role/typo',
              role: null,
              lastUsed: null,
              problem: {
                message: 'The account id has 1 digit.',
                fix: 'Write all 12.',
                snippet: null,
              },
            }),
          ],
        }),
    });
    const section = await screen.findByRole('region', {
      name: 'Roles named by annotation',
    });
    expect(
      within(section).getByRole('row', { name: /checkout-nightly/ }),
    ).toHaveTextContent('Not in the last 400 days');
    expect(section).toHaveTextContent('The account id has 1 digit.');
  });

  it.each([
    [true, /match no ECS service/],
    [false, /Add one of these annotations/],
  ])(
    'shows which annotation to add when no service is found (annotated: %p)',
    async (annotated, text) => {
      render({
        getEntityRoles: async () =>
          anEntityRoles({
            annotated,
            services: [],
            scannedAt: annotated ? anEntityRoles().scannedAt : null,
          }),
      });
      expect(
        await screen.findByRole('heading', {
          name: 'No ECS service found for checkout',
        }),
      ).toBeInTheDocument();
      expect(screen.getByText(text)).toBeInTheDocument();
      expect(
        screen.getByText(/aws.amazon.com\/amazon-ecs-service-arn: arn/),
      ).toBeInTheDocument();
    },
  );

  it('shows how far the first scan is', async () => {
    render({
      getEntityRoles: async () =>
        anEntityRoles({
          services: [],
          scannedAt: null,
          scan: aScan({ state: 'running', progress: { done: 1, total: 4 } }),
        }),
      getScan: () => new Promise(() => {}),
    });
    expect(
      await screen.findByRole('heading', { name: 'Not scanned yet' }),
    ).toBeInTheDocument();
    expect(
      screen.getByText('Scanning: 1 of 4 targets read'),
    ).toBeInTheDocument();
    expect(screen.getByRole('progressbar')).toHaveAttribute(
      'aria-valuenow',
      '25',
    );
    expect(screen.getByRole('button', { name: 'Scan now' })).toBeDisabled();
  });

  it('names the permission that is missing, and whom to ask', async () => {
    render({
      getEntityRoles: () => failWith(403, 'NotAllowedError', 'Unauthorized'),
    });
    expect(
      await screen.findByText('You may not see the IAM roles of checkout'),
    ).toBeInTheDocument();
    expect(screen.getByText('ecs-iam.roles.read')).toBeInTheDocument();
    expect(screen.getByText(/^It takes the permission/)).toHaveTextContent(
      'Ask the people who look after the permissions',
    );
    expect(
      screen.queryByRole('button', { name: 'Retry' }),
    ).not.toBeInTheDocument();
  });

  it('says that there is no such entity', async () => {
    render({ getEntityRoles: () => failWith(404, 'NotFoundError', 'No') });
    expect(await screen.findByText('Not found')).toBeInTheDocument();
    expect(screen.getByText(/not in the catalog/)).toBeInTheDocument();
  });

  it('says what failed, and tries again', async () => {
    const getEntityRoles = jest
      .fn()
      .mockImplementationOnce(() =>
        failWith(503, 'ServiceUnavailableError', 'The database is down.'),
      )
      .mockResolvedValueOnce(anEntityRoles());
    render({ getEntityRoles });
    expect(
      await screen.findByText('The database is down.'),
    ).toBeInTheDocument();
    await person().click(screen.getByRole('button', { name: 'Retry' }));
    expect(
      await screen.findByRole('region', { name: 'checkout' }),
    ).toBeInTheDocument();
  });

  it('scans now, says so, and shows the new result', async () => {
    const getEntityRoles = jest
      .fn()
      .mockResolvedValueOnce(anEntityRoles())
      .mockResolvedValueOnce(anEntityRoles({ findings: [aFinding()] }));
    const { api } = render({
      getEntityRoles,
      startScan: async () =>
        aScan({ state: 'running', progress: { done: 0, total: 1 } }),
      getScan: async () => aScan(),
    });
    await person().click(
      await screen.findByRole('button', { name: 'Scan now' }),
    );
    expect(
      await screen.findByText('Scanning: 0 of 1 target read'),
    ).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Scan now' })).toBeDisabled();
    // The old result stays while the scan runs.
    expect(screen.getByRole('table')).toBeInTheDocument();
    await act(async () => jest.advanceTimersByTimeAsync(2_000));
    expect(
      await screen.findByRole('heading', { name: /Role is an administrator/ }),
    ).toBeInTheDocument();
    expect(screen.getByText('The scan has finished')).toBeInTheDocument();
    expect(api.startScan).toHaveBeenCalledWith({
      entityRef: 'component:default/checkout',
    });
  });

  it('says in words when it is too early for a new scan', async () => {
    render({
      getEntityRoles: async () => anEntityRoles(),
      startScan: () =>
        failWith(409, 'ConflictError', 'Try again in 42 seconds.'),
    });
    await person().click(
      await screen.findByRole('button', { name: 'Scan now' }),
    );
    expect(
      await screen.findByText('No new scan yet. Try again in 42 seconds.'),
    ).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Scan now' })).toBeEnabled();
  });

  it('offers no scan to whoever may not start one', async () => {
    render({
      getEntityRoles: async () => anEntityRoles({ mayScan: false }),
    });
    await screen.findByRole('table');
    expect(
      screen.queryByRole('button', { name: 'Scan now' }),
    ).not.toBeInTheDocument();
  });

  it('takes a rollout, a shortage and a link to the console from the service', async () => {
    render({
      getEntityRoles: async () =>
        anEntityRoles({
          services: [
            aService({
              runningCount: 1,
              desiredCount: 3,
              deploymentInProgress: true,
            }),
          ],
        }),
    });
    const service = await screen.findByRole('region', { name: 'checkout' });
    expect(service).toHaveTextContent('prod-eu · eu-west-1 · EC2');
    expect(service).toHaveTextContent('1 of 3 running');
    expect(service).toHaveTextContent('rollout under way');
    expect(
      within(service).getByRole('link', {
        name: /Open checkout in the AWS console/,
      }),
    ).toHaveAttribute('href', aService().consoleUrl);
  });

  it('counts what could not be judged', async () => {
    const undecided = { ruleId: 'r', because: 'x', needs: 'iam:GetRole' };
    render({
      getEntityRoles: async () =>
        anEntityRoles({
          services: [
            aService({ roles: [aRoleUse({ undecided: [undecided] })] }),
          ],
        }),
    });
    await waitFor(() =>
      expect(screen.getByRole('region', { name: 'Summary' })).toHaveTextContent(
        '1 check could not be judged',
      ),
    );
  });
});
