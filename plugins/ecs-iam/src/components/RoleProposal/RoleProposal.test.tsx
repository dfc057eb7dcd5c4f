import type { RoleDetail, SlotProposal } from '@ecs-iam/plugin-ecs-iam-common';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  aPolicy,
  aRoleDetail,
  aTrustPolicy,
} from '../../__testUtils__/builders';
import { fixClock } from '../../__testUtils__/fixClock';
import {
  anUnresolvedNeed,
  aPrintedPolicy,
  aProposal,
  aSlotNeeds,
} from '../../__testUtils__/needs';
import { renderEntity } from '../../__testUtils__/renderEntity';
import { RoleProposal } from './RoleProposal';

fixClock();

async function render(
  needs: RoleDetail['needs'],
  overrides: Partial<RoleDetail> = {},
) {
  renderEntity(
    <section aria-label="proposal">
      <RoleProposal role={aRoleDetail({ needs, ...overrides })} />
    </section>,
    { api: {} },
  );
  const panel = await screen.findByRole('region', { name: 'proposal' });
  return {
    inside: within(panel),
    user: userEvent.setup({ advanceTimers: jest.advanceTimersByTime }),
  };
}

function renderProposal(overrides: Partial<SlotProposal> = {}) {
  return render({
    known: true,
    value: [aSlotNeeds({ proposal: aProposal(overrides) })],
  });
}

describe('RoleProposal', () => {
  it('shows what changes with signs and words, and leaves out a document that stays', async () => {
    const { inside } = await renderProposal();
    expect(
      inside.getByRole('heading', { name: 'policy everything' }),
    ).toBeInTheDocument();
    const diff = inside.getByRole('group', {
      name: 'Change of the policy everything',
    });
    expect([...diff.children].map(line => line.textContent)).toEqual([
      ' "Action": "secretsmanager:GetSecretValue",',
      '−removed:"Resource": "*"',
      '+added:"Resource": "arn:aws:secretsmanager:…"',
    ]);
    expect(within(diff).getByRole('deletion')).toHaveTextContent(
      '"Resource": "*"',
    );
    expect(within(diff).getByRole('insertion')).toHaveTextContent('arn:aws');
    expect(
      inside.queryByRole('group', { name: 'Change of the trust policy' }),
    ).not.toBeInTheDocument();
  });

  it('takes long runs without a change out, and shows them on demand', async () => {
    const { inside, user } = await renderProposal({
      diff: [
        {
          title: 'policy app',
          lines: [
            ...Array.from({ length: 20 }, (_, n) => ({
              kind: 'same' as const,
              text: `line ${n}`,
            })),
            { kind: 'added', text: 'new' },
          ],
        },
      ],
    });
    expect(inside.queryByText('line 16')).not.toBeInTheDocument();
    expect(inside.getByText('line 17')).toBeInTheDocument();
    expect(inside.getByText(/17 lines unchanged/)).toBeInTheDocument();
    await user.click(inside.getByRole('button', { name: 'Show' }));
    expect(inside.getByText('line 0')).toBeInTheDocument();
  });

  it('says that a role has exactly what is proposed', async () => {
    const { inside } = await renderProposal({
      diff: [{ title: 'trust policy', lines: [{ kind: 'same', text: '{}' }] }],
    });
    expect(
      inside.getByText('Nothing changes: the role has this already.'),
    ).toBeInTheDocument();
    expect(inside.queryByRole('deletion')).not.toBeInTheDocument();
  });

  it.each<[string, Partial<RoleDetail>]>([
    ['policies', { policies: { known: false, because: 'AccessDenied' } }],
    [
      'document of a policy',
      {
        policies: {
          known: true,
          value: [
            aPolicy({ document: { known: false, because: 'AccessDenied' } }),
          ],
        },
      },
    ],
    [
      'trust policy',
      {
        trust: aTrustPolicy({
          document: { known: false, because: 'AccessDenied' },
        }),
      },
    ],
  ])('does not say so when the %s could not be read', async (_, overrides) => {
    const { inside } = await render(
      {
        known: true,
        value: [aSlotNeeds({ proposal: aProposal({ diff: [] }) })],
      },
      overrides,
    );
    expect(inside.queryByText(/^Nothing changes/)).not.toBeInTheDocument();
    expect(inside.getByLabelText('Trust policy as JSON')).toBeInTheDocument();
  });

  it('writes both policies in the form that is chosen, by keyboard too', async () => {
    const { inside, user } = await renderProposal();
    expect(
      inside.getByLabelText('Permissions policy as JSON'),
    ).toHaveTextContent('"Id": "permissions"');
    expect(inside.getByLabelText('Trust policy as JSON')).toHaveTextContent(
      '"Id": "trust"',
    );
    const choice = within(inside.getByRole('group', { name: 'Format' }));
    expect(
      choice.getAllByRole('button').map(({ textContent }) => textContent),
    ).toEqual(['JSON', 'Terraform', 'CloudFormation', 'CDK']);

    choice.getByRole('button', { name: 'JSON', pressed: true }).focus();
    await user.tab();
    await user.keyboard('{Enter}');
    expect(
      choice.getByRole('button', { name: 'Terraform', pressed: true }),
    ).toHaveFocus();
    expect(
      inside.getByLabelText('Trust policy as Terraform'),
    ).toHaveTextContent('aws_iam_policy_document');

    for (const [name, text] of [
      ['CloudFormation', 'AWS::IAM::RolePolicy # permissions'],
      ['CDK', 'new iam.PolicyDocument(); // permissions'],
    ]) {
      await user.click(choice.getByRole('button', { name }));
      expect(
        inside.getByLabelText(`Permissions policy as ${name}`),
      ).toHaveTextContent(text);
    }
    expect(choice.getAllByRole('button', { pressed: true })).toHaveLength(1);
  });

  it.each([
    ['permissions', 'Copy the permissions policy as CDK', 'permissions'],
    ['trust', 'Copy the trust policy as CDK', 'trust'],
  ])('copies the %s policy as it stands', async (_, name, policy) => {
    const { inside, user } = await renderProposal();
    const write = jest.spyOn(navigator.clipboard, 'writeText');
    await user.click(inside.getByRole('button', { name: 'CDK' }));
    await user.click(inside.getByRole('button', { name }));
    expect(write).toHaveBeenCalledWith(aPrintedPolicy(policy).cdk);
    expect(
      await inside.findByText('Copied', { selector: '[role="status"]' }),
    ).toBeInTheDocument();
  });

  it('keeps the form for the next slot', async () => {
    const { inside, user } = await render({
      known: true,
      value: [aSlotNeeds(), aSlotNeeds({ slot: 'task' })],
    });
    const first = inside.getByRole('region', { name: 'Execution' });
    await user.click(within(first).getByRole('button', { name: 'Terraform' }));
    expect(
      within(inside.getByRole('region', { name: 'Task' })).getByRole('button', {
        name: 'Terraform',
        pressed: true,
      }),
    ).toBeInTheDocument();
  });

  it('says above all what the proposal does not know', async () => {
    const { inside } = await renderProposal({
      notes: ['The policy of the key must allow `kms:Decrypt` as well.'],
    });
    const title = inside.getByText('What the proposal does not know');
    expect(inside.getByText(/The policy of the key/)).toHaveTextContent(
      'The policy of the key must allow kms:Decrypt as well.',
    );
    expect(title.compareDocumentPosition(inside.getByRole('deletion'))).toBe(
      Node.DOCUMENT_POSITION_FOLLOWING,
    );
  });

  it('says nothing of what it does not know when it knows all', async () => {
    const { inside } = await renderProposal();
    expect(
      inside.queryByText('What the proposal does not know'),
    ).not.toBeInTheDocument();
  });

  it('shows only the trust policy where nothing is to be added', async () => {
    const { inside } = await renderProposal({ permissions: null });
    expect(inside.getByText(/^Nothing is to be added/)).toBeInTheDocument();
    expect(inside.getByLabelText('Trust policy as JSON')).toBeInTheDocument();
  });

  it('shows only the trust policy where nothing is needed', async () => {
    const { inside } = await render({
      known: true,
      value: [
        aSlotNeeds({
          permissions: [],
          proposal: aProposal({ permissions: null }),
        }),
      ],
    });
    expect(
      inside.getByText(/the role needs no permissions policy in this slot/),
    ).toBeInTheDocument();
    expect(
      inside.queryByLabelText('Permissions policy as JSON'),
    ).not.toBeInTheDocument();
    expect(inside.getByLabelText('Trust policy as JSON')).toBeInTheDocument();
  });

  it('says why there is no proposal', async () => {
    const { inside } = await render({
      known: true,
      value: [aSlotNeeds({ proposal: null, unresolved: [anUnresolvedNeed()] })],
    });
    expect(
      inside.getByText(
        'A proposal cannot be made, because something is not known',
      ),
    ).toBeInTheDocument();
    expect(inside.getByRole('listitem')).toHaveTextContent(
      'reads a secret: ${DB_SECRET} is a variable of a template',
    );
    expect(inside.queryByRole('group')).not.toBeInTheDocument();
  });

  it('names the permission without which the needs are not known', async () => {
    const { inside } = await render({
      known: false,
      because: 'AccessDenied',
      needs: 'ecs:DescribeTaskDefinition',
    });
    expect(
      inside.getByText('needs ecs:DescribeTaskDefinition'),
    ).toBeInTheDocument();
  });

  it('proposes nothing for a role of which nothing is demanded', async () => {
    const { inside } = await render({ known: true, value: [] });
    expect(inside.getByText(/^Nothing to propose/)).toBeInTheDocument();
  });
});
