import type { RoleDetail, SlotNeeds } from '@ecs-iam/plugin-ecs-iam-common';
import { decomposeColor } from '@material-ui/core/styles';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { aPolicy, aRoleDetail } from '../../__testUtils__/builders';
import { fixClock } from '../../__testUtils__/fixClock';
import {
  aCause,
  aHiddenCause,
  aNeed,
  anExcess,
  anUnresolvedNeed,
  aPlace,
  aSlotNeeds,
} from '../../__testUtils__/needs';
import { renderEntity } from '../../__testUtils__/renderEntity';
import { RoleNeeds } from './RoleNeeds';

fixClock();

const onPlace = jest.fn();

async function render(overrides: Partial<RoleDetail>) {
  renderEntity(
    <section aria-label="needs">
      <RoleNeeds role={aRoleDetail(overrides)} onPlace={onPlace} />
    </section>,
    { api: {} },
  );
  const panel = await screen.findByRole('region', { name: 'needs' });
  return {
    inside: within(panel),
    user: userEvent.setup({ advanceTimers: jest.advanceTimersByTime }),
  };
}

function renderSlots(...slots: SlotNeeds[]) {
  return render({ needs: { known: true, value: slots } });
}

type Inside = Awaited<ReturnType<typeof render>>['inside'];

function summary(inside: Inside) {
  return within(
    inside.getByRole('list', { name: 'How the role stands to its needs' }),
  )
    .getAllByRole('listitem')
    .map(item => item.textContent);
}

/** Both cells of the row that a text stands in. */
function rowOf(inside: Inside, text: string | RegExp) {
  const row = inside
    .getAllByRole('row')
    .find(each => within(each).queryByText(text) !== null);
  if (row === undefined) {
    throw new Error(`No row has '${text}'`);
  }
  const [needed, granted] = within(row).getAllByRole('cell');
  return { needed, granted };
}

/** The texts of the panel that are written in red. */
function redTexts() {
  const colored = screen
    .getByRole('region', { name: 'needs' })
    .querySelectorAll<HTMLElement>('[style*="color"]');
  return [...colored]
    .filter(({ style: { color } }) => {
      const [red, green, blue] = decomposeColor(color).values;
      return red > 2 * green && red > 2 * blue;
    })
    .map(({ textContent }) => textContent);
}

describe('RoleNeeds', () => {
  it('puts what is missing first and what cannot be told last, under a line that counts', async () => {
    const { inside } = await renderSlots(
      aSlotNeeds({
        permissions: [
          aNeed(),
          aNeed({ state: 'conditional', resources: ['*'] }),
          aNeed({ state: 'missing', resources: ['a'] }),
          aNeed({ state: 'missing', breaks: false, resources: ['b'] }),
          aNeed({ state: 'missing', resources: ['c'] }),
        ],
        excess: [anExcess()],
        unresolved: [anUnresolvedNeed()],
      }),
    );
    const counts = [
      '2 missing',
      '1 missing but tolerated',
      '1 beyond the need',
      '1 under conditions',
      '1 satisfied',
      '1 cannot be resolved',
    ];
    expect(summary(inside)).toEqual(counts);
    const table = inside.getByRole('table', {
      name: 'Needed and granted: Execution',
    });
    expect(
      within(table)
        .getAllByRole('columnheader')
        .map(({ textContent }) => textContent),
    ).toEqual(['Needed', 'Granted']);
    expect(
      within(table)
        .getAllByRole('rowheader')
        .map(({ textContent }) => textContent),
    ).toEqual(counts);
  });

  it('says of a missing permission what causes it and what fails, in the words of ECS', async () => {
    const { inside } = await renderSlots(
      aSlotNeeds({
        permissions: [
          aNeed({ state: 'missing', alsoNeeds: 'the policy of the key' }),
        ],
      }),
    );
    const { needed, granted } = rowOf(inside, 'reads the secret checkout/db');
    expect(needed).toHaveTextContent('secretsmanager:GetSecretValue');
    expect(needed).toHaveTextContent(
      'arn:aws:secretsmanager:eu-west-1:111122223333:secret:checkout/db-AbCdEf',
    );
    expect(needed).toHaveTextContent(
      'Because of containerDefinitions[0].secrets[0].valueFrom (checkout, checkout:42)',
    );
    expect(granted).toHaveTextContent(
      'Missing' +
        'Without it: ResourceInitializationError: unable to pull secrets or registry auth: AccessDeniedException' +
        'Also needs the policy of the key, which the role does not show.',
    );
    expect(within(granted).queryByRole('button')).not.toBeInTheDocument();
  });

  it('says who may grant instead what breaks nothing', async () => {
    const { inside } = await renderSlots(
      aSlotNeeds({
        permissions: [
          aNeed({
            state: 'missing',
            breaks: false,
            alsoNeeds: 'the policy of the registry',
          }),
        ],
      }),
    );
    const { granted } = rowOf(inside, 'reads the secret checkout/db');
    expect(granted).toHaveTextContent(
      'Or the policy of the registry grants it, which the role does not show.',
    );
    expect(granted).not.toHaveTextContent('Also needs');
  });

  it('names the actions that are missing where some are granted, and the statement that denies them', async () => {
    const { inside } = await renderSlots(
      aSlotNeeds({
        permissions: [
          aNeed({
            state: 'missing',
            actions: ['ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'],
            missing: ['ecr:BatchGetImage'],
            denied: true,
            places: [aPlace()],
          }),
        ],
      }),
    );
    const { granted } = rowOf(inside, 'reads the secret checkout/db');
    expect(granted).toHaveTextContent(
      /Missing: 1 of 2 actions.*ecr:BatchGetImage.*A statement denies it\./,
    );
    expect(granted).not.toHaveTextContent('ecr:GetDownloadUrlForLayer');
    expect(
      within(granted).getByRole('button', {
        name: 'everything, statement 2 (Everything)',
      }),
    ).toBeInTheDocument();
  });

  it('leads from what grants a permission to its statement, by keyboard', async () => {
    const { inside, user } = await renderSlots(aSlotNeeds());
    const statement = inside.getByRole('button', {
      name: 'everything, statement 2 (Everything)',
    });
    act(() => statement.focus());
    await user.keyboard('{Enter}');
    expect(onPlace).toHaveBeenCalledWith(aPlace());
  });

  it('shows excess with why, what would do, and the statement that grants it', async () => {
    const { inside } = await renderSlots(
      aSlotNeeds({ excess: [anExcess({ more: 4 })] }),
    );
    const { needed, granted } = rowOf(inside, 'Secrets beyond those named');
    expect(needed).toHaveTextContent(
      /every secret of the account\.These would do:.*checkout\/db-AbCdEf/,
    );
    expect(granted).toHaveTextContent(
      'secretsmanager:GetSecretValueand 4 moreon every resource *',
    );
    expect(
      within(granted).getByRole('button', { name: /^everything, statement 2/ }),
    ).toBeInTheDocument();
  });

  it('does not say what would do where nothing is needed', async () => {
    const { inside } = await renderSlots(
      aSlotNeeds({ excess: [anExcess({ kind: 'agent', needed: [] })] }),
    );
    expect(
      rowOf(inside, 'Actions of the ECS agent').needed,
    ).not.toHaveTextContent('These would do');
  });

  it('folds what is satisfied when it is much, and opens it by keyboard', async () => {
    const { inside, user } = await renderSlots(
      aSlotNeeds({
        permissions: ['a', 'b', 'c', 'd'].map(resource =>
          aNeed({ resources: [resource] }),
        ),
      }),
    );
    expect(inside.queryByRole('cell')).not.toBeInTheDocument();
    const show = inside.getByRole('button', {
      name: 'Show: 4 satisfied',
      expanded: false,
    });
    show.focus();
    await user.keyboard('{Enter}');
    expect(
      inside.getByRole('button', { name: 'Hide: 4 satisfied', expanded: true }),
    ).toHaveFocus();
    expect(inside.getAllByRole('cell')).toHaveLength(8);
  });

  it('does not fold the little that is satisfied, nor the much that is missing', async () => {
    const { inside } = await renderSlots(
      aSlotNeeds({
        permissions: [
          ...['a', 'b', 'c', 'd'].map(resource =>
            aNeed({ state: 'missing', resources: [resource] }),
          ),
          ...['e', 'f', 'g'].map(resource => aNeed({ resources: [resource] })),
        ],
      }),
    );
    expect(inside.getAllByRole('cell')).toHaveLength(14);
    expect(inside.queryByRole('button', { name: /^Show/ })).toBeNull();
  });

  it('shows ten of a long list, and the rest on demand', async () => {
    const { inside, user } = await renderSlots(
      aSlotNeeds({
        permissions: Array.from({ length: 15 }, (_, n) =>
          aNeed({ state: 'missing', phrase: `need ${n}`, resources: [`${n}`] }),
        ),
      }),
    );
    expect(inside.getAllByText(/^need \d+$/)).toHaveLength(10);
    await user.click(inside.getByRole('button', { name: 'Show 5 more' }));
    expect(inside.getAllByText(/^need \d+$/)).toHaveLength(15);
  });

  it('says that there are causes in services that the person may not see, without their names', async () => {
    const { inside } = await renderSlots(
      aSlotNeeds({
        permissions: [
          aNeed({
            because: [
              aCause(),
              aCause({ serviceName: null, serviceArn: null }),
              aHiddenCause(),
            ],
          }),
          aNeed({
            phrase: 'only theirs',
            resources: ['*'],
            because: [aHiddenCause()],
          }),
        ],
      }),
    );
    const field = 'containerDefinitions[0].secrets[0].valueFrom';
    expect(
      rowOf(inside, 'reads the secret checkout/db').needed,
    ).toHaveTextContent(
      `${field} (checkout, checkout:42); ${field} (checkout:42) and fields of services that you may not see`,
    );
    expect(rowOf(inside, 'only theirs').needed).toHaveTextContent(
      'Because of fields of services that you may not see',
    );
  });

  it('shows nothing in the colour of errors when nothing is missing', async () => {
    const { inside } = await renderSlots(
      aSlotNeeds({
        permissions: [aNeed(), aNeed({ state: 'conditional', resources: [] })],
        excess: [anExcess({ kind: 'baseline' })],
      }),
    );
    expect(summary(inside)).toEqual([
      'nothing missing',
      '1 beyond the need',
      '1 under conditions',
      '1 satisfied',
    ]);
    expect(inside.queryByText(/^\d+ missing/)).not.toBeInTheDocument();
    expect(redTexts()).toEqual([]);
  });

  it('shows in the colour of errors what breaks, and not what is tolerated', async () => {
    await renderSlots(
      aSlotNeeds({
        permissions: [
          aNeed({ state: 'missing' }),
          aNeed({ state: 'missing', breaks: false, resources: ['*'] }),
        ],
      }),
    );
    expect(redTexts()).toEqual(['1 missing', '1 missing', 'Missing']);
  });

  it('says of a task role that what the application calls is not called excess', async () => {
    const { inside } = await renderSlots(
      aSlotNeeds({ slot: 'task', closed: false }),
    );
    expect(
      inside.getByText(/ECS cannot know what the application itself calls/),
    ).toBeInTheDocument();
  });

  it('does not say so of a role that is for nothing but ECS', async () => {
    const { inside } = await renderSlots(aSlotNeeds());
    expect(
      inside.queryByText(/ECS cannot know what the application/),
    ).not.toBeInTheDocument();
  });

  it('has a block for each slot', async () => {
    const { inside } = await renderSlots(
      aSlotNeeds(),
      aSlotNeeds({ slot: 'task', required: false, permissions: [] }),
      aSlotNeeds({ slot: 'service', required: true, permissions: [] }),
    );
    expect(
      inside.getAllByRole('heading').map(({ textContent }) => textContent),
    ).toEqual(['Execution', 'Task', 'Service']);
    expect(inside.getByRole('region', { name: 'Task' })).toHaveTextContent(
      'ECS demands nothing of this role: this slot could do without one.',
    );
    expect(inside.getByRole('region', { name: 'Service' })).toHaveTextContent(
      /ECS demands nothing of this role\.$/,
    );
  });

  it('says why a need cannot be resolved', async () => {
    const { inside } = await renderSlots(
      aSlotNeeds({ permissions: [], unresolved: [anUnresolvedNeed()] }),
    );
    expect(summary(inside)).toEqual(['1 cannot be resolved']);
    const { needed, granted } = rowOf(inside, 'reads a secret');
    expect(needed).toHaveTextContent(
      'containerDefinitions[0].secrets[0].valueFrom',
    );
    expect(granted).toHaveTextContent(
      'Cannot be resolved${DB_SECRET} is a variable of a template',
    );
  });

  it('shows what may also be needed apart from what cannot be resolved', async () => {
    const { inside } = await renderSlots(
      aSlotNeeds({
        permissions: [],
        unresolved: [
          anUnresolvedNeed({
            certain: false,
            phrase: 'decrypts 2 secrets',
            why: 'each of them may be encrypted with a key of your own',
          }),
          anUnresolvedNeed(),
        ],
      }),
    );
    expect(summary(inside)).toEqual([
      '1 cannot be resolved',
      '1 may also be needed',
    ]);
    expect(rowOf(inside, 'decrypts 2 secrets').granted).toHaveTextContent(
      'May also be neededeach of them may be encrypted with a key of your own',
    );
    expect(rowOf(inside, 'reads a secret').granted).toHaveTextContent(
      'Cannot be resolved${DB_SECRET}',
    );
    expect(
      inside.getAllByRole('rowheader').map(({ textContent }) => textContent),
    ).toEqual(['1 cannot be resolved', '1 may also be needed']);
  });

  it('names the permission without which it is not known what the role holds, and calls nothing missing', async () => {
    const { inside } = await render({
      policies: {
        known: false,
        because: 'AccessDenied',
        needs: 'iam:ListRolePolicies',
      },
      needs: {
        known: true,
        value: [aSlotNeeds({ permissions: [aNeed({ state: 'unknown' })] })],
      },
    });
    expect(summary(inside)).toEqual(['1 not known']);
    expect(
      rowOf(inside, 'reads the secret checkout/db').granted,
    ).toHaveTextContent('Not known: needs iam:ListRolePolicies');
    expect(inside.queryByText(/missing/i)).not.toBeInTheDocument();
  });

  it('says so where only a part of the policies could not be read', async () => {
    const { inside } = await render({
      policies: { known: true, value: [aPolicy()] },
      needs: {
        known: true,
        value: [aSlotNeeds({ permissions: [aNeed({ state: 'unknown' })] })],
      },
    });
    expect(
      rowOf(inside, 'reads the secret checkout/db').granted,
    ).toHaveTextContent(
      'Not known: not every policy of the role could be read',
    );
  });

  it('names the permission without which the needs are not known', async () => {
    const { inside } = await render({
      needs: {
        known: false,
        because: 'AccessDenied',
        needs: 'ecs:DescribeTaskDefinition',
      },
    });
    expect(
      inside.getByText('What ECS demands of this role is not known'),
    ).toBeInTheDocument();
    expect(
      inside.getByText('needs ecs:DescribeTaskDefinition'),
    ).toBeInTheDocument();
    expect(inside.queryByText(/demands nothing/)).not.toBeInTheDocument();
  });

  it('says that ECS demands nothing of the role', async () => {
    const { inside } = await renderSlots();
    expect(
      inside.getByText('ECS demands nothing of this role.'),
    ).toBeInTheDocument();
  });

  it('copies the whole of an ARN that is shortened', async () => {
    const { inside, user } = await renderSlots(aSlotNeeds());
    const write = jest.spyOn(navigator.clipboard, 'writeText');
    await user.click(inside.getByRole('button', { name: 'Copy the ARN' }));
    await waitFor(() =>
      expect(write).toHaveBeenCalledWith(
        'arn:aws:secretsmanager:eu-west-1:111122223333:secret:checkout/db-AbCdEf',
      ),
    );
  });
});
