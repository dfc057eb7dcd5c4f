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

describe('redactNeeds', () => {
  const visible = (arn: string) => arn === 'arn:mine';
  const redacted = (...because: readonly Cause[]) => {
    const needs = redactNeeds(
      { known: true, value: [slot(...because)] },
      visible,
    );
    return needs.known ? needs.value[0] : needs;
  };

  it('names what the caller may see, and once that there is more', () => {
    expect(
      redacted(cause('theirs'), cause('mine'), cause('others')),
    ).toMatchObject({
      permissions: [{ because: [cause('mine'), hidden] }],
      unresolved: [
        { because: hidden },
        { because: cause('mine') },
        { because: hidden },
      ],
    });
  });

  it('tells of nothing more when there is nothing more', () => {
    expect(redacted(cause('mine'))).toMatchObject({
      permissions: [{ because: [cause('mine')] }],
    });
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
});
