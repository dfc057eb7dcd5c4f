import type {
  NeededPermission,
  SlotNeeds,
} from '@ecs-iam/plugin-ecs-iam-common';
import { redactNeeds } from './redactNeeds';

type Cause = NeededPermission['because'][number];

const cause = (service: string): Cause => ({
  field: 'service.enableExecuteCommand',
  serviceArn: `arn:${service}`,
  serviceName: service,
  revision: `${service}:1`,
});
const hidden: Cause = {
  field: null,
  serviceArn: null,
  serviceName: null,
  revision: null,
};

const slot = (...because: readonly Cause[]): SlotNeeds => ({
  slot: 'task',
  required: true,
  closed: false,
  permissions: [
    {
      state: 'held',
      actions: ['ssmmessages:OpenDataChannel'],
      missing: [],
      resources: ['*'],
      because: [...because],
      phrase: 'opens the channels of ECS Exec',
      breaks: true,
      failure: 'commands do not start',
      alsoNeeds: null,
      denied: false,
      places: [],
    },
  ],
  excess: [],
  unresolved: because.map(each => ({
    certain: true,
    phrase: 'logs commands',
    why: 'the bucket is not named',
    because: each,
  })),
  proposal: null,
});

const RESOURCES = 'resources of services that you may not see';
const PHRASE = 'does what services need that you may not see';
const withheld = {
  certain: true,
  phrase: PHRASE,
  why: expect.stringContaining('whoever may see all services'),
  because: hidden,
};

/** A need of a secret that is named after the service. */
const secretOf = (
  service: string,
  parts: Partial<NeededPermission> = {},
): NeededPermission => ({
  state: 'missing',
  actions: ['secretsmanager:GetSecretValue'],
  missing: ['secretsmanager:GetSecretValue'],
  resources: [`arn:secret:${service}`],
  because: [cause(service)],
  phrase: `reads secret ${service}`,
  breaks: true,
  failure: `cannot read ${service}`,
  alsoNeeds: `the policy of ${service}`,
  denied: false,
  places: [],
  ...parts,
});

describe('redactNeeds', () => {
  const visible = (arn: string) => arn === 'arn:mine';
  const redactedSlots = (...slots: readonly SlotNeeds[]) => {
    const needs = redactNeeds({ known: true, value: [...slots] }, visible);
    return needs.known ? needs.value : [];
  };
  const redacted = (...because: readonly Cause[]) =>
    redactedSlots(slot(...because))[0];

  it('names what the caller may see, and once that there is more', () => {
    expect(
      redacted(cause('theirs'), cause('mine'), cause('others')),
    ).toMatchObject({
      permissions: [{ because: [cause('mine'), hidden] }],
      unresolved: [{ because: cause('mine') }, withheld],
    });
  });

  it('tells of nothing more when there is nothing more', () => {
    expect(redacted(cause('mine'))).toEqual(slot(cause('mine')));
  });

  it('keeps the first of very many causes', () => {
    const all = Array.from({ length: 1_000 }, () => cause('mine'));
    expect(redacted(...all)).toMatchObject({
      permissions: [{ because: all.slice(0, 50) }],
    });
  });

  it('leaves what is not known as it is', () => {
    const unread = { known: false, because: 'AccessDenied' } as const;
    expect(redactNeeds(unread, visible)).toEqual(unread);
  });

  const full = (...permissions: readonly NeededPermission[]): SlotNeeds => ({
    ...slot(),
    slot: 'execution',
    permissions: [...permissions],
    excess: [
      {
        kind: 'secrets',
        actions: ['secretsmanager:GetSecretValue'],
        more: 0,
        granted: ['*'],
        needed: permissions.flatMap(({ resources }) => resources),
        place: null,
        why: 'It reaches secrets that no task definition of the role names.',
      },
    ],
    proposal: {
      permissions: {
        json: 'all',
        terraform: 'all',
        cloudformation: 'all',
        cdk: 'all',
      },
      trust: {
        json: 'all',
        terraform: 'all',
        cloudformation: 'all',
        cdk: 'all',
      },
      diff: [],
      notes: [],
    },
  });

  it('says of what others alone need how the role stands to it, without a name', () => {
    const [found] = redactedSlots(
      full(
        secretOf('theirs'),
        secretOf('mine'),
        secretOf('others', { breaks: false, denied: true, alsoNeeds: null }),
        secretOf('more', { state: 'held', missing: [] }),
      ),
    );
    const unnamed = {
      ...secretOf('theirs'),
      resources: [RESOURCES],
      because: [hidden],
      phrase: PHRASE,
      failure:
        'their next deployment, or the next task that has to start, fails',
      alsoNeeds: 'a policy of the resource',
    };
    expect(found.permissions).toEqual([
      { ...unnamed, denied: true },
      secretOf('mine'),
      { ...unnamed, state: 'held', missing: [] },
    ]);
    expect(JSON.stringify(found)).not.toMatch(/theirs|others/);
  });

  it('names of what would do only what the caller may see', () => {
    const [found] = redactedSlots(full(secretOf('theirs'), secretOf('mine')));
    expect(found.excess[0].needed).toEqual(['arn:secret:mine', RESOURCES]);
  });

  it('withholds the proposal that would name what others need, in every slot', () => {
    const own = full(secretOf('mine'));
    const [shared, alone] = redactedSlots(full(secretOf('theirs')), own);
    for (const { proposal, unresolved } of [shared, alone]) {
      expect(proposal).toBeNull();
      expect(unresolved).toEqual([withheld]);
    }
    expect(alone.permissions).toEqual(own.permissions);
    expect(redactedSlots(own)).toEqual([own]);
  });

  it('shows a proposal of what both need', () => {
    const both = secretOf('mine', {
      because: [cause('mine'), cause('theirs')],
    });
    expect(redactedSlots(full(both))).toEqual([
      full({ ...both, because: [cause('mine'), hidden] }),
    ]);
  });
});
