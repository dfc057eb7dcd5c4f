import type { EcsIamApi, RoleDetail } from '@ecs-iam/plugin-ecs-iam-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  aFinding,
  anEntityRoles,
  aPolicy,
  aRoleDetail,
  aRoleUse,
  aService,
  aTrustPolicy,
} from '../../__testUtils__/builders';
import { failWith } from '../../__testUtils__/failWith';
import { fixClock } from '../../__testUtils__/fixClock';
import { aNeed, aPlace, aSlotNeeds } from '../../__testUtils__/needs';
import { renderEntity } from '../../__testUtils__/renderEntity';
import { EntityRoles } from '../EntityRoles';

fixClock();

const data = anEntityRoles({
  services: [aService({ roles: [aRoleUse({ findings: ['finding-admin'] })] })],
  findings: [aFinding()],
});

function render(getRole: EcsIamApi['getRole'], at = '/') {
  renderEntity(<EntityRoles />, {
    api: { getEntityRoles: async () => data, getRole },
    at,
  });
  return userEvent.setup({ advanceTimers: jest.advanceTimersByTime });
}

function renderRole(role: RoleDetail, view = 'overview', finding = '') {
  return render(
    async () => role,
    `/?role=${role.id}&view=${view}${finding && `&finding=${finding}`}`,
  );
}

async function drawer() {
  const dialog = await screen.findByRole('dialog');
  await within(dialog).findByRole('tablist');
  return within(dialog);
}

function fact(inside: Awaited<ReturnType<typeof drawer>>, term: string) {
  return inside.getByText(term).nextElementSibling;
}

describe('RoleDrawer', () => {
  it('opens from the table, is in the address, closes with Escape, and gives the focus back', async () => {
    const user = render(async () => aRoleDetail());
    const opener = await screen.findByRole('button', { name: 'checkout-task' });
    await user.click(opener);
    expect(
      await screen.findByRole('dialog', { name: 'IAM role checkout-task' }),
    ).toHaveAttribute('aria-modal', 'true');
    expect(screen.getByLabelText('address')).toHaveTextContent(
      '?role=id-checkout-task',
    );
    await user.keyboard('{Escape}');
    await waitFor(() =>
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
    );
    expect(opener).toHaveFocus();
    expect(screen.getByLabelText('address')).toBeEmptyDOMElement();
  });

  it('keeps the focus inside while it is open', async () => {
    const user = render(async () => aRoleDetail());
    await user.click(
      await screen.findByRole('button', { name: 'checkout-task' }),
    );
    const dialog = await screen.findByRole('dialog');
    await drawer();
    for (let i = 0; i < 12; i++) {
      await user.tab();
      expect(dialog.parentElement).toContainElement(
        document.activeElement instanceof HTMLElement
          ? document.activeElement
          : null,
      );
    }
  });

  it('closes by its button', async () => {
    const user = renderRole(aRoleDetail());
    await user.click((await drawer()).getByRole('button', { name: 'Close' }));
    await waitFor(() =>
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
    );
  });

  it('says of a user in no cluster nothing but its name', async () => {
    const usedBy = {
      visible: [
        {
          serviceArn: 'a',
          serviceName: 'nightly-report',
          clusterName: null,
          entityRefs: [],
        },
      ],
      hidden: 0,
    };
    renderRole(aRoleDetail({ usedBy }));
    expect(fact(await drawer(), 'Used by')).toHaveTextContent(
      /^nightly-report$/,
    );
  });

  it('shows what the role is and who uses it', async () => {
    renderRole(
      aRoleDetail({
        usedBy: {
          visible: [
            {
              serviceArn: 'a',
              serviceName: 'checkout',
              clusterName: 'prod-eu',
              entityRefs: ['component:default/checkout'],
            },
          ],
          hidden: 3,
        },
        boundary: {
          known: true,
          value: aTrustPolicy({
            id: 'boundary:b',
            kind: 'boundary',
            name: 'team-boundary',
          }),
        },
      }),
    );
    const inside = await drawer();
    expect(inside.getByText('Account').nextElementSibling).toHaveTextContent(
      '111122223333',
    );
    expect(fact(inside, 'Used as')).toHaveTextContent('Task');
    expect(fact(inside, 'Last used')).toHaveTextContent(
      '3 days ago in eu-west-1',
    );
    expect(fact(inside, 'Created')).toHaveTextContent('2 years ago');
    expect(fact(inside, 'Permissions boundary')).toHaveTextContent(
      'team-boundary',
    );
    expect(fact(inside, 'Tags')).toHaveTextContent('teampayments');
    expect(fact(inside, 'Read by the scan')).toHaveTextContent(
      '12 minutes ago',
    );
    expect(fact(inside, 'Used by')).toHaveTextContent(
      'and 3 services that you may not see',
    );
    expect(inside.getByRole('link', { name: 'checkout' })).toHaveAttribute(
      'href',
      '/catalog/default/component/checkout',
    );
    expect(
      inside.getByRole('link', { name: /Open in the AWS console/ }),
    ).toHaveAttribute('href', aRoleDetail().consoleUrl);
    expect(
      inside.getByRole('button', { name: 'Copy the ARN' }),
    ).toBeInTheDocument();
  });

  it('names the permission for each thing that could not be read', async () => {
    const denied = {
      known: false as const,
      because: 'AccessDenied',
      needs: 'iam:GetRole',
    };
    renderRole(
      aRoleDetail({
        createdAt: denied,
        lastUsed: denied,
        tags: denied,
        boundary: denied,
        findings: [],
        usedBy: { visible: [], hidden: 1 },
      }),
    );
    const inside = await drawer();
    for (const term of [
      'Created',
      'Last used',
      'Tags',
      'Permissions boundary',
    ]) {
      expect(fact(inside, term)).toHaveTextContent(
        'Not known: needs iam:GetRole',
      );
    }
    expect(fact(inside, 'Used by')).toHaveTextContent(
      '1 service that you may not see',
    );
  });

  it('marks the offending statement, and leads from it to the warning and back', async () => {
    const user = renderRole(aRoleDetail(), 'policies', 'finding-admin');
    const inside = await drawer();
    const mark = inside.getByRole('note');
    expect(mark).toHaveFocus();
    expect(mark).toHaveTextContent('criticalRole is an administrator');
    expect(mark.nextElementSibling).toHaveTextContent('9');

    await user.click(within(mark).getByRole('button', { name: 'Why and fix' }));
    expect(
      inside.getByRole('tab', { name: 'Warnings (1)', selected: true }),
    ).toBeInTheDocument();
    expect(inside.getByRole('button', { expanded: true })).toHaveFocus();

    await user.click(
      inside.getByRole('button', { name: 'Show the statement' }),
    );
    expect(
      inside.getByRole('tab', { name: 'Policies (1)', selected: true }),
    ).toBeInTheDocument();
    expect(inside.getByRole('note')).toHaveFocus();
  });

  it('says of a statement what is worst, and the rest on demand', async () => {
    const rules = Array.from({ length: 6 }, (_, index) => `iam.rule-${index}`);
    const findings = rules.map(ruleId =>
      aFinding({ id: ruleId, ruleId, severity: 'low', title: ruleId }),
    );
    const policy = aPolicy();
    const value = policy.document.known ? policy.document.value : undefined;
    const role = aRoleDetail({
      findings: [...findings, aFinding({ id: 'alike' }), aFinding()],
      policies: {
        known: true,
        value: [
          {
            ...policy,
            document: {
              known: true,
              value: {
                text: value?.text ?? '',
                faults: [],
                statements: (value?.statements ?? []).map(statement => ({
                  ...statement,
                  findings:
                    statement.index === 1
                      ? [...rules, 'alike', 'finding-admin']
                      : [],
                })),
              },
            },
          },
        ],
      },
    });
    const user = renderRole(role, 'policies', 'iam.rule-5');
    const inside = await drawer();
    const marks = () => inside.getAllByRole('note');
    expect(marks()[0]).toHaveTextContent(
      'allows every action on every resource. (and 1 more like it)',
    );
    // The worst three, and the one that the address points at.
    expect(marks()).toHaveLength(4);
    expect(marks()[3]).toHaveFocus();
    await user.click(
      inside.getByRole('button', {
        name: 'Show 3 more about this statement',
      }),
    );
    expect(marks()).toHaveLength(7);
  });

  it('counts the warnings, and folds what is none', async () => {
    renderRole(
      aRoleDetail({
        findings: [
          aFinding(),
          aFinding({ id: 'note', severity: 'info' }),
          aFinding({ id: 'mitigated', state: 'mitigated' }),
        ],
      }),
      'warnings',
    );
    const inside = await drawer();
    expect(
      inside.getByRole('tab', { name: 'Warnings (1)' }),
    ).toBeInTheDocument();
    expect(inside.getAllByRole('listitem')).toHaveLength(1);
    expect(
      inside.getByRole('button', { name: /^1 note/, expanded: false }),
    ).toBeInTheDocument();
    expect(
      inside.getByRole('button', { name: /^1 mitigated/, expanded: false }),
    ).toBeInTheDocument();
  });

  it('says by what the role was judged', async () => {
    renderRole(aRoleDetail());
    expect((await drawer()).getByText(/^Judged by/)).toHaveTextContent(
      'Judged by the IAM actions that AWS had on Sep 26, 2026.',
    );
  });

  it('leads from a warning of the page to the statement', async () => {
    const user = render(async () => aRoleDetail(), '/?finding=finding-admin');
    await user.click(
      await screen.findByRole('button', { name: 'Show the statement' }),
    );
    const inside = await drawer();
    expect(inside.getByRole('note')).toHaveFocus();
  });

  it('says where a document does not parse, and shows it as it is', async () => {
    renderRole(
      aRoleDetail({
        policies: {
          known: true,
          value: [
            aPolicy({
              document: {
                known: true,
                value: {
                  text: '{"Version":',
                  statements: [],
                  faults: [
                    {
                      at: 'line 1, column 12',
                      message: 'A value is expected.',
                    },
                  ],
                },
              },
            }),
          ],
        },
      }),
      'policies',
    );
    const inside = await drawer();
    expect(inside.getByText(/does not parse/)).toBeInTheDocument();
    expect(
      inside.getByText('At line 1, column 12: A value is expected.'),
    ).toBeInTheDocument();
    expect(
      inside.getByRole('group', { name: 'Document of everything' }),
    ).toHaveTextContent('{"Version":');
  });

  it('says which permission a document needs that could not be read', async () => {
    renderRole(
      aRoleDetail({
        policies: {
          known: true,
          value: [
            aPolicy({
              document: {
                known: false,
                because: 'AccessDenied',
                needs: 'iam:GetPolicyVersion',
              },
            }),
          ],
        },
      }),
      'policies',
    );
    const inside = await drawer();
    expect(
      inside.getByRole('region', { name: 'everything' }),
    ).toHaveTextContent('Not known: needs iam:GetPolicyVersion');
  });

  it('does not take policies that could not be listed for none', async () => {
    renderRole(
      aRoleDetail({
        policies: {
          known: false,
          because: 'AccessDenied',
          needs: 'iam:ListRolePolicies',
        },
      }),
      'policies',
    );
    const inside = await drawer();
    expect(
      inside.getByText('The policies could not be read'),
    ).toBeInTheDocument();
    expect(inside.getByRole('tabpanel')).toHaveTextContent(
      'Not known: needs iam:ListRolePolicies',
    );
    expect(
      inside.queryByText(/The role has no policies/),
    ).not.toBeInTheDocument();
    expect(inside.getByRole('tab', { name: 'Policies' })).toBeInTheDocument();
  });

  it('says that a role has no policies, and no warnings', async () => {
    const user = renderRole(
      aRoleDetail({ policies: { known: true, value: [] }, findings: [] }),
      'policies',
    );
    const inside = await drawer();
    expect(inside.getByText(/The role has no policies/)).toBeInTheDocument();
    await user.click(inside.getByRole('tab', { name: 'Warnings (0)' }));
    expect(inside.getByText('No warnings for this role.')).toBeInTheDocument();
  });

  it('leads from what grants a permission to the lines of the policy, and back', async () => {
    const user = renderRole(
      aRoleDetail({ needs: { known: true, value: [aSlotNeeds()] } }),
      'needs',
    );
    const inside = await drawer();
    await user.click(
      inside.getByRole('button', {
        name: 'everything, statement 2 (Everything)',
      }),
    );
    expect(
      inside.getByRole('tab', { name: 'Policies (1)', selected: true }),
    ).toBeInTheDocument();
    const [mark] = inside.getAllByRole('note');
    expect(mark).toHaveFocus();
    expect(mark).toHaveTextContent('This is the statement');
    expect(screen.getByLabelText('address')).toHaveTextContent(
      'statement=inline%3Aeverything%231',
    );
    await user.click(
      within(mark).getByRole('button', { name: 'Back to needed / granted' }),
    );
    expect(
      inside.getByRole('tab', { name: 'Needed / granted', selected: true }),
    ).toBeInTheDocument();
  });

  it.each([
    ['inline:everything#0', 'policies', '4'],
    ['trust#0', 'trust', '4'],
  ])(
    'points at the statement %s, of which there is no warning',
    async (statement, view, line) => {
      const role = aRoleDetail();
      render(
        async () => role,
        `/?role=${role.id}&view=${view}&statement=${encodeURIComponent(
          statement,
        )}`,
      );
      const [mark] = (await drawer()).getAllByRole('note');
      expect(mark).toHaveFocus();
      expect(mark.nextElementSibling).toHaveTextContent(line);
    },
  );

  it.each(['inline:everything#9', 'inline:other#0', 'nonsense'])(
    'points at nothing for the statement %s, which is not there',
    async statement => {
      const role = aRoleDetail({ findings: [] });
      render(
        async () => role,
        `/?role=${role.id}&view=policies&statement=${encodeURIComponent(
          statement,
        )}`,
      );
      expect((await drawer()).queryByRole('note')).not.toBeInTheDocument();
    },
  );

  it('leads to the policies where no statement is named', async () => {
    const user = renderRole(
      aRoleDetail({
        needs: {
          known: true,
          value: [
            aSlotNeeds({
              permissions: [aNeed({ places: [aPlace({ statement: null })] })],
            }),
          ],
        },
      }),
      'needs',
    );
    const inside = await drawer();
    await user.click(inside.getByRole('button', { name: 'everything' }));
    expect(
      inside.getByRole('tab', { name: 'Policies (1)', selected: true }),
    ).toBeInTheDocument();
  });

  it('has a view of the proposal', async () => {
    renderRole(
      aRoleDetail({ needs: { known: true, value: [aSlotNeeds()] } }),
      'proposal',
    );
    expect(
      (await drawer()).getByRole('tabpanel', { name: 'Proposal' }),
    ).toHaveTextContent('Permissions policy');
  });

  it('shows the trust policy', async () => {
    renderRole(aRoleDetail(), 'trust');
    const inside = await drawer();
    expect(inside.getByRole('tabpanel', { name: 'Trust' })).toHaveTextContent(
      'ecs-tasks.amazonaws.com',
    );
  });

  it('changes the view by keyboard', async () => {
    const user = renderRole(aRoleDetail());
    const inside = await drawer();
    inside.getByRole('tab', { name: 'Overview' }).focus();
    await user.keyboard('{ArrowRight}{Enter}');
    expect(
      inside.getByRole('tab', { name: 'Warnings (1)', selected: true }),
    ).toHaveFocus();
  });

  it('takes an unknown view of the address for the overview', async () => {
    renderRole(aRoleDetail(), 'nonsense');
    expect(
      (await drawer()).getByRole('tab', { name: 'Overview', selected: true }),
    ).toBeInTheDocument();
  });

  it('says that it loads', async () => {
    render(() => new Promise(() => {}), '/?role=x');
    expect(await screen.findByText('Loading the role')).toBeInTheDocument();
  });

  it.each([
    [404, /This role is not known, or you may not see it/],
    [403, /It takes the permission/],
    [500, /Try again\. If it fails again/],
  ])('explains a %d', async (status, text) => {
    render(() => failWith(status, 'SomeError', 'Message.'), '/?role=x');
    const dialog = await screen.findByRole('dialog');
    expect(await within(dialog).findByText(text)).toBeInTheDocument();
  });
});
